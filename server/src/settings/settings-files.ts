import { emptyContent, type SettingsContent, type SettingsSource } from './layer';
import { readCheckov } from './peers/checkov';
import { readHadolint } from './peers/hadolint';
import { readKubeLinter } from './peers/kube-linter';
import { readTrivyIgnore, readTrivyIgnoreYaml } from './peers/trivy';
import type { SettingsProblem } from './problem';
import { readSettings } from './read-settings';
import type { RuleNames } from './rule-names';

/** A settings file that was read. */
export interface LoadedSettings {
  readonly source: SettingsSource;
  /** Of Plimsoll's own files only; other tools complain about theirs. */
  readonly problems: readonly SettingsProblem[];
  readonly text: string;
}

/** A kind of settings file: of each the nearest one counts, and of two names in one folder the first. */
interface Kind {
  readonly names: readonly string[];
  readonly concerns: SettingsSource['concerns'];
  read(
    text: string,
    names: RuleNames,
    today: string,
  ): { content: SettingsContent; problems: readonly SettingsProblem[] };
}

const peer = (
  names: readonly string[],
  concerns: SettingsSource['concerns'],
  read: (text: string, names: RuleNames, today: string) => SettingsContent,
): Kind => ({ names, concerns, read: (...all) => ({ content: read(...all), problems: [] }) });

/** The weakest first. */
const kinds: readonly Kind[] = [
  peer(['.checkov.yaml', '.checkov.yml'], undefined, readCheckov),
  peer(['.trivyignore'], undefined, readTrivyIgnore),
  peer(['.trivyignore.yaml', '.trivyignore.yml'], undefined, readTrivyIgnoreYaml),
  peer(['.kube-linter.yaml', '.kube-linter.yml'], 'manifest', readKubeLinter),
  peer(['.hadolint.yaml', '.hadolint.yml'], 'dockerfile', readHadolint),
  { names: ['.plimsoll.yaml', '.plimsoll.yml'], concerns: undefined, read: readSettings },
];

const repositoryMark = '.git';

/** The names that matter in a folder: those of settings files, and the mark of a repository's root. */
export const namesOfInterest: readonly string[] = [...kinds.flatMap(({ names }) => names), repositoryMark];

/** What a folder holds of the names of interest: the text of each that is there. Any text will do for `.git`. */
export type FolderTexts = ReadonlyMap<string, string>;

interface Folder {
  readonly isRoot: boolean;
  /** One place for each kind. */
  readonly loaded: readonly (LoadedSettings | undefined)[];
}

const emptyFolder: Folder = { isRoot: false, loaded: [] };

/**
 * Knows the settings files of the folders that it was told about, and which of them count for a file: of each kind the
 * nearest, upwards to the root of the repository, or of the workspace where there is no repository. It reads nothing
 * itself, so that every host can, in its own way:
 *
 *     for (let folder; (folder = files.unknownFolder(path)) !== undefined; ) files.learn(folder, read(folder));
 *     files.sourcesFor(path);
 *
 * Paths are absolute and use `/`.
 */
export class SettingsFiles {
  readonly #names: RuleNames;
  readonly #workspace: string;
  readonly #today: string;
  readonly #folders = new Map<string, Folder>();

  /**
   * @param workspace the folder to stop at where there is no repository
   * @param today `YYYY-MM-DD`, by which entries expire
   */
  constructor(names: RuleNames, workspace: string, today: string) {
    this.#names = names;
    this.#workspace = workspace;
    this.#today = today;
  }

  /** A folder that must be learnt before it is known what counts for a file; `undefined` when all are. */
  unknownFolder(path: string): string | undefined {
    for (let folder = parentOf(path); folder !== undefined; folder = parentOf(folder)) {
      const known = this.#folders.get(folder);
      if (known === undefined) return folder;
      if (known.isRoot) return undefined;
    }
    return undefined;
  }

  learn(folder: string, texts: FolderTexts): void {
    const loaded = kinds.map((kind) => this.#loaded(folder, kind, texts));
    const isRoot = texts.has(repositoryMark);
    const empty = !isRoot && loaded.every((file) => file === undefined);
    this.#folders.set(folder, empty ? emptyFolder : { isRoot, loaded });
  }

  /**
   * Forgets the folder of a file that was written, made or removed, if it is one of interest.
   * @returns whether settings may have changed
   */
  forget(path: string): boolean {
    const folder = parentOf(path);
    const name = path.slice(path.lastIndexOf('/') + 1);
    return folder !== undefined && namesOfInterest.includes(name) && this.#folders.delete(folder);
  }

  /** The files that count for a file, the weakest first. */
  loadedFor(path: string): readonly LoadedSettings[] {
    const folders = this.#foldersFor(path);
    return kinds.flatMap((_, index) => {
      const nearest = folders.find((folder) => folder.loaded[index] !== undefined);
      return nearest?.loaded[index] ?? [];
    });
  }

  /** The sources that count for a file, the weakest first. */
  sourcesFor(path: string): readonly SettingsSource[] {
    return this.loadedFor(path).map(({ source }) => source);
  }

  /** From a file's own folder upwards. */
  #foldersFor(path: string): readonly Folder[] {
    const folders: Folder[] = [];
    let upToWorkspace = 1;
    for (let folder = parentOf(path); folder !== undefined; folder = parentOf(folder)) {
      const known = this.#folders.get(folder) ?? emptyFolder;
      folders.push(known);
      if (known.isRoot) return folders;
      if (folder === this.#workspace) upToWorkspace = folders.length;
    }
    return folders.slice(0, upToWorkspace);
  }

  #loaded(folder: string, kind: Kind, texts: FolderTexts): LoadedSettings | undefined {
    for (const name of kind.names) {
      const text = texts.get(name);
      if (text === undefined) continue;
      const { content, problems } = kind.read(text, this.#names, this.#today);
      const path = folder === '/' ? `/${name}` : `${folder}/${name}`;
      return { source: { path, folder, concerns: kind.concerns, ...content }, problems, text };
    }
    return undefined;
  }
}

/** Reads a settings file of Plimsoll's own that was named, wherever it stands; its globs count from `folder`. */
export function namedSettings(path: string, folder: string, text: string, names: RuleNames): LoadedSettings {
  const { content, problems } = readSettings(text, names);
  return { source: { path, folder, concerns: undefined, ...content }, problems, text };
}

/** `/a/b` is in `/a`, `/a` in `/`. A drive or an authority is the outermost folder. */
function parentOf(path: string): string | undefined {
  const slash = path.lastIndexOf('/');
  if (slash === -1 || path === '/') return undefined;
  return slash === 0 ? '/' : path.slice(0, slash);
}

/** What an editor or a command line says, as a source. */
export const sourceWithoutFile = (folder: string, content: Partial<SettingsContent>): SettingsSource => ({
  path: undefined,
  folder,
  concerns: undefined,
  ...emptyContent,
  ...content,
});
