import type { Language } from '../engine/language';
import { defaultSettings, type Settings } from '../engine/settings';
import { settingsOf } from '../settings/file-settings';
import type { SettingsSource as Source } from '../settings/layer';
import { readSettings } from '../settings/read-settings';
import type { RuleNames } from '../settings/rule-names';
import { type FolderTexts, namesOfInterest, SettingsFiles, sourceWithoutFile } from '../settings/settings-files';
import { type EditorSettings, editorSettings } from './editor-settings';
import type { Host } from './host';
import { isSnapshot } from './snapshots';

/** What holds for one document. */
export interface DocumentSettings {
  readonly settings: Settings;
  /** The settings, or the editor's switch, say that it is not to be read. */
  readonly ignored: boolean;
  /** The nearest `.plimsoll.yaml` in force, as a URI. */
  readonly file: string | undefined;
  readonly editor: EditorSettings;
}

export interface Workspace {
  /** URIs of the open folders. */
  readonly folders: () => readonly string[];
  /** The editor's `plimsoll` settings for a document. */
  readonly configuration: (uri: string) => Promise<unknown>;
}

/**
 * Answers which settings hold for a document: the editor's, the peers' files and the nearest `.plimsoll.yaml`, read
 * once and kept until somebody says that they changed.
 */
export class SettingsSource {
  readonly #names: RuleNames;
  readonly #host: Host;
  readonly #workspace: Workspace;
  readonly #settingsOf: ReturnType<typeof settingsOf>;
  readonly #files = new Map<string, SettingsFiles>();
  readonly #configurations = new Map<string, Promise<unknown>>();
  readonly #editorSources = new Map<string, Source>();

  constructor(names: RuleNames, host: Host, workspace: Workspace) {
    this.#names = names;
    this.#host = host;
    this.#workspace = workspace;
    this.#settingsOf = settingsOf(names);
  }

  /** @param today `YYYY-MM-DD` */
  async settingsFor(uri: string, language: Language['id'] | undefined, today: string): Promise<DocumentSettings> {
    const configuration = await this.#configurationFor(uri);
    const editor = editorSettings(configuration);
    if (memberOf(configuration, 'enable') === false || isSnapshot(uri))
      return { settings: defaultSettings, ignored: true, file: undefined, editor };
    const editorSource = this.#editorSource(configuration);
    const place = placeOf(uri);
    if (place === undefined) return { ...this.#settingsOf(uri, language, [editorSource]), file: undefined, editor };
    const files = this.#filesFor(place, today);
    for (let folder = files.unknownFolder(place.path); folder !== undefined; folder = files.unknownFolder(place.path))
      files.learn(folder, await this.#read(place.root, folder));
    const sources = files.sourcesFor(place.path);
    const own = sources.findLast((source) => /\/\.plimsoll\.ya?ml$/.test(source.path ?? ''))?.path;
    const { settings, ignored } = this.#settingsOf(place.path, language, [editorSource, ...sources]);
    return { settings, ignored, file: own === undefined ? undefined : place.root + encodeURI(own), editor };
  }

  /** Tells that the editor's settings may have changed. */
  forgetConfiguration(): void {
    this.#configurations.clear();
  }

  /** Tells that a document is of no more interest. */
  forgetDocument(uri: string): void {
    this.#configurations.delete(uri);
  }

  /** Tells that a file was written, made or removed. Returns whether settings may have changed. */
  forgetFile(uri: string): boolean {
    const place = placeOf(uri);
    if (place === undefined) return false;
    return [...this.#files.values()].map((files) => files.forget(place.path)).some((changed) => changed);
  }

  /** The open folder that a document is in. */
  folderOf(uri: string): string | undefined {
    return this.#workspace
      .folders()
      .filter((folder) => uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`))
      .sort((one, other) => other.length - one.length)[0];
  }

  #configurationFor(uri: string): Promise<unknown> {
    const known = this.#configurations.get(uri);
    if (known !== undefined) return known;
    const asked = this.#workspace.configuration(uri);
    this.#configurations.set(uri, asked);
    return asked;
  }

  /** The same object for the same settings, so that what was computed under them can be kept. */
  #editorSource(configuration: unknown): Source {
    const {
      enable: _enable,
      trace: _trace,
      features: _features,
      inlayHints: _inlayHints,
      ...given
    } = isRecord(configuration) ? configuration : {};
    const text = JSON.stringify(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null)));
    const known = this.#editorSources.get(text);
    if (known !== undefined) return known;
    const source = sourceWithoutFile('', readSettings(text, this.#names).content);
    this.#editorSources.set(text, source);
    return source;
  }

  #filesFor({ root, uri }: Place, today: string): SettingsFiles {
    const workspace = this.folderOf(uri);
    const key = `${today} ${root} ${workspace}`;
    const known = this.#files.get(key);
    if (known !== undefined) return known;
    const folder = workspace === undefined ? undefined : placeOf(workspace);
    const files = new SettingsFiles(this.#names, folder?.path.replace(/(?<=.)\/$/, '') ?? '', today);
    this.#files.set(key, files);
    return files;
  }

  async #read(root: string, folder: string): Promise<FolderTexts> {
    const base = `${root}${encodeURI(folder === '/' ? '' : folder)}`;
    const texts = await Promise.all(
      namesOfInterest.map(async (name) => [name, await this.#host.readFile(`${base}/${name}`)] as const),
    );
    return new Map(texts.flatMap(([name, text]) => (text === undefined ? [] : [[name, text]])));
  }
}

interface Place {
  readonly uri: string;
  /** Scheme and authority: `file://`. */
  readonly root: string;
  readonly path: string;
}

/** The parts of a URI with a path; `undefined` for a document without a place, such as `untitled:1`. */
function placeOf(uri: string): Place | undefined {
  const [, root, path] = /^([a-z][a-z0-9+.-]*:\/\/[^/]*)(\/.*)$/i.exec(uri) ?? [];
  if (root === undefined || path === undefined || root.startsWith('untitled')) return undefined;
  return { uri, root, path: decoded(path) };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const memberOf = (value: unknown, name: string): unknown => (isRecord(value) ? value[name] : undefined);
