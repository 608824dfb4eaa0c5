import type { CommandSyntax } from './command-options';
import type { Family } from './families';

/** How sure it is that the process leaves the foreground. */
export type Certainty = 'sure' | 'likely';

/** Something that may stand among a program's arguments or around it. */
export type Condition =
  /** One of these options, with a value like this one when a pattern is given. */
  | { readonly kind: 'option'; readonly names: readonly string[]; readonly value?: RegExp }
  /** One of these words as an operand; `first` means that it must be the first one (a subcommand). */
  | { readonly kind: 'operand'; readonly words: readonly string[]; readonly first?: boolean }
  /** No arguments at all. */
  | { readonly kind: 'bare' }
  /** An environment variable with a value like this. */
  | { readonly kind: 'environment'; readonly name: string; readonly value: RegExp };

/** One step of turning the command into its foreground form. */
export type Rewrite =
  /** Add words at the end, unless one of `unless` (the option itself by default) is there already. */
  | { readonly kind: 'append'; readonly words: readonly string[]; readonly unless?: readonly string[] }
  /** Add words right behind the program's name. */
  | { readonly kind: 'insertFirst'; readonly words: readonly string[] }
  /** Take options out, with their values. */
  | { readonly kind: 'drop'; readonly options: readonly string[] }
  /** Take these operands out. */
  | { readonly kind: 'dropOperand'; readonly words: readonly string[] }
  /** Put another word in the place of one of these operands. */
  | { readonly kind: 'operand'; readonly from: readonly string[]; readonly to: string }
  /** Run another program; one that was named by path is looked for beside it. */
  | { readonly kind: 'program'; readonly name: string }
  /** Give an option another value. */
  | { readonly kind: 'value'; readonly option: string; readonly to: string }
  /** Add to the value of an option, or the option itself when it is not there. */
  | { readonly kind: 'extendValue'; readonly option: string; readonly text: string }
  /** Spell an option differently, without touching its value. */
  | { readonly kind: 'rename'; readonly from: string; readonly to: string }
  /** Take everything in front of the first operand away: what is left is the command that was wrapped. */
  | { readonly kind: 'unwrap' }
  /**
   * Write this command instead of everything. `{home}` is the directory above the one that the program lies in; without a
   * path there is no such rewrite.
   */
  | { readonly kind: 'argv'; readonly words: readonly string[] };

/** Where a row holds; every part that is given must fit. */
export interface Place {
  readonly families?: readonly Family[];
  /** Fits when none of these packages was installed on top of the family's own programs. */
  readonly withoutPackages?: readonly string[];
  readonly notRepositories?: readonly string[];
  /** The program's path must look like this, or the repository be one of `orRepositories`. */
  readonly path?: RegExp;
  readonly orRepositories?: readonly string[];
}

/** A parent image that configures the program to stay in the foreground. */
export interface Exception {
  readonly repositories: RegExp;
  readonly tags?: RegExp;
  /** Even an option that asks for the background is overridden there. */
  readonly overridesOptions?: boolean;
}

/** Configuration files that decide. */
export interface ProgramConfiguration {
  /** Paths that belong to this program. */
  readonly files: RegExp;
  /** Text that keeps it in the foreground, in a file or in a command that writes one. */
  readonly foreground?: RegExp;
  /** Text that sends it to the background; looked for in the program's own files only. */
  readonly background?: RegExp;
  /** Options that name another file: when that one was not seen, nothing is sure. */
  readonly namedBy?: readonly string[];
}

export interface ServerProgram {
  /** Unique name of the row. */
  readonly id: string;
  readonly names: readonly string[];
  /** Further names of the program (`php-fpm8.3`). */
  readonly pattern?: RegExp;
  /** What to call the process in a message; the program's name without it. */
  readonly label?: string;
  readonly place?: Place;
  readonly byDefault: 'background' | 'foreground';
  readonly syntax: CommandSyntax;
  readonly background?: readonly Condition[];
  readonly foreground?: readonly Condition[];
  /** It runs, says something, and ends: no server at all. */
  readonly exits?: readonly Condition[];
  /** It stays, but not as this row can tell; nothing is said. */
  readonly unclear?: readonly Condition[];
  readonly exceptions?: readonly Exception[];
  readonly configuration?: ProgramConfiguration;
  /** Parents that are not known may configure it either way: say nothing unless an option asks for the background. */
  readonly needsKnownParent?: boolean;
  /** `sure` when absent. */
  readonly certainty?: Certainty;
  /** Why, when it is so by default: a phrase that follows the file and ends without a full stop. */
  readonly why?: string;
  /** Absent where no edit of the command alone is right. */
  readonly rewrite?: readonly Rewrite[];
  /** Where it logs in the foreground, or what to do so that it logs to the standard streams. */
  readonly logs?: string;
  readonly source: string;
}
