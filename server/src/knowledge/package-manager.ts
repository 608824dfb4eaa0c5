import type { CommandSyntax } from './command-options';
import type { Family } from './families';

/** What a package manager is asked to do. */
export type PackageAction = 'update' | 'install' | 'upgrade' | 'remove' | 'clean' | 'other';

/** Practices that other linters know too; their ids are per package manager. */
export type PackagePractice =
  | 'splitUpdate'
  | 'cacheLeft'
  | 'recommendedPackages'
  | 'interactiveInstall'
  | 'distributionUpgrade'
  | 'unpinnedPackage';

/** A way of cleaning up behind the package manager. */
export interface CleanCommand {
  /** Subcommand words behind the command's name. */
  readonly words: readonly string[];
  /** At least one of these options must be there too. */
  readonly options?: readonly string[];
  /** What of the layer it takes away. */
  readonly cleans: 'index' | 'cache' | 'both';
}

/** An option that may be there in several spellings, and the one to write. */
export interface OptionChoice {
  /** Options without value that are enough. */
  readonly satisfiedBy: readonly string[];
  /** Options that are enough with a value like this one (`-o APT::Get::Assume-Yes=true`, `-q=2`). */
  readonly satisfiedByValue?: readonly { readonly options: readonly string[]; readonly value: RegExp }[];
  /** Options that are enough when given twice (`-q -q`). */
  readonly satisfiedTwice?: readonly string[];
  /** Written right behind the subcommand; absent when the option is no use with this manager. */
  readonly insert?: string;
  /** Environment variables that are enough, with the value they need. */
  readonly environment?: readonly { readonly name: string; readonly value: RegExp }[];
  /** Text in a configuration file that is enough. */
  readonly configuration?: RegExp;
}

/** How a project's own dependencies are installed, as opposed to packages named in the command. */
export interface ProjectInstall {
  /** Subcommands that install what the project's files list. */
  readonly subcommands: readonly string[];
  /**
   * `none`: only without operands (`npm install`); `any`: always (`npm ci`); `option`: only with one of `options`
   * (`pip install -r FILE`).
   */
  readonly when: 'none' | 'any' | 'option';
  readonly options?: readonly string[];
}

export interface PackageManager {
  readonly id: string;
  /** Names of the program. */
  readonly commands: readonly string[];
  /** Names under which Python runs it: `python -m NAME`. */
  readonly modules?: readonly string[];
  readonly kind: 'system' | 'language';
  /** Families whose own package manager it is. */
  readonly families?: readonly Family[];
  /** Repositories of official images that carry it. */
  readonly images?: readonly string[];
  readonly syntax: CommandSyntax;
  /** Options that take a value only before the subcommand. */
  readonly valueOptionsBefore?: readonly string[];
  /** Subcommands, several words joined by one blank. */
  readonly update: readonly string[];
  readonly install: readonly string[];
  readonly upgrade: readonly string[];
  readonly remove: readonly string[];
  /** Without any subcommand it installs the project's dependencies (`yarn`). */
  readonly bareInstall?: boolean;
  /** Options of `install` and `upgrade` that refresh the index first (`apk add -U`). */
  readonly refreshing?: readonly string[];
  /** Whether `install` reads an index that `update` must have fetched; the others fetch it themselves. */
  readonly needsUpdate: boolean;
  readonly clean: readonly CleanCommand[];
  /** Command to append after the last install, `{command}` being the name used there. */
  readonly cleaning?: string;
  /** What has to go for the layer to be clean: the index, the downloaded packages, or both. */
  readonly leaves: 'index' | 'cache' | 'both' | 'nothing';
  /** Do not write the cache at all. */
  readonly noCache?: OptionChoice;
  /** Directories of the index; a `cache` or `tmpfs` mount or an `rm -rf` of them keeps it out of the layer. */
  readonly indexDirectories: readonly string[];
  /** Directories of downloaded packages, `~` being the user's home. */
  readonly cacheDirectories: readonly string[];
  /** Absent when it never asks. */
  readonly assumeYes?: OptionChoice;
  readonly recommended?: OptionChoice;
  /** Leave out what only development needs. */
  readonly productionOnly?: OptionChoice;
  readonly projectInstalls?: readonly ProjectInstall[];
  /** Files that list the project's direct dependencies. `*` stands for any name. */
  readonly manifests?: readonly string[];
  readonly lockFiles?: readonly string[];
  /** Further files that an install reads when they are there. */
  readonly settingsFiles?: readonly string[];
  /** Installing what the lock file says and nothing else: the words to write instead, or the option to add. */
  readonly reproducible?: {
    readonly subcommands?: readonly string[];
    readonly options?: readonly string[];
    /** Replaces the subcommand (`ci`). */
    readonly replace?: string;
    /** Added behind the subcommand (`--frozen-lockfile`). */
    readonly insert?: string;
    readonly environment?: readonly { readonly name: string; readonly value: RegExp }[];
  };
  /** Operands that name a version, and operands that are no package names (paths, archives, addresses). */
  readonly pins?: { readonly pinned: RegExp; readonly exempt?: RegExp; readonly options?: readonly string[] };
  /** Ids of equal checks elsewhere. */
  readonly peers: Partial<Readonly<Record<PackagePractice, readonly string[]>>>;
  /** Manual pages and source files behind this row. */
  readonly source: string;
}
