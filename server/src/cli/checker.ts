import { Analyser, type Analysis } from '../engine/analyser';
import type { Finding } from '../engine/finding';
import type { Fix } from '../engine/fix';
import { fixAll } from '../engine/fix-all';
import type { Language, SourceFile } from '../engine/language';
import { languages } from '../languages';
import { analyseSettings, isSettingsFile } from '../settings/analyse-settings';
import { type FileSettings, type SettingsOf, settingsOf } from '../settings/file-settings';
import { emptyLayer, type SettingsSource } from '../settings/layer';
import type { RuleNames } from '../settings/rule-names';
import { type LoadedSettings, SettingsFiles, sourceWithoutFile } from '../settings/settings-files';
import type { Host } from './host';
import { learnFolders } from './node-settings';

/** A text before and after its fixes; without fixes, both are the same. */
export interface Checked {
  readonly before: Analysis;
  readonly after: Analysis;
  readonly mended: readonly { readonly finding: Finding; readonly fix: Fix }[];
}

export interface CheckerOptions {
  readonly select: readonly string[] | undefined;
  readonly fix: 'safe' | 'all' | undefined;
  /** In place of the nearest `.plimsoll.yaml`. */
  readonly settings: LoadedSettings | undefined;
}

/** Checks the files of one run, one after the other. */
export class Checker {
  // Each file comes once: there is no model to take up again.
  readonly #analyser = new Analyser(languages, { kept: 1 });
  readonly #files: SettingsFiles;
  readonly #settingsOf: SettingsOf;
  readonly #names: RuleNames;
  readonly #options: CheckerOptions;
  readonly #flags: SettingsSource;
  readonly #today: string;

  constructor(names: RuleNames, options: CheckerOptions, host: Host) {
    this.#names = names;
    this.#options = options;
    this.#today = host.today;
    this.#files = new SettingsFiles(names, host.folder, host.today);
    this.#settingsOf = settingsOf(names);
    this.#flags = sourceWithoutFile(host.folder, { layer: { ...emptyLayer, select: options.select } });
  }

  /** The settings files that count for a file, the weakest first. */
  settingsFilesOf(path: string): readonly LoadedSettings[] {
    learnFolders(this.#files, path);
    const found = this.#files.loadedFor(path);
    const { settings } = this.#options;
    if (settings === undefined) return found;
    return [...found.filter(({ source }) => source.path === undefined || !isSettingsFile(source.path)), settings];
  }

  /** @param path absolute */
  settingsOf(path: string, languageId: string, loaded: readonly LoadedSettings[]): FileSettings {
    const sources = [...loaded.map(({ source }) => source), this.#flags];
    return this.#settingsOf(path, languageOf({ path, languageId, text: '' }), sources);
  }

  check(file: SourceFile, { settings }: FileSettings): Checked {
    return this.#mended(file, (text) => this.#analyser.analyse({ ...file, text }, settings, this.#today));
  }

  checkSettingsFile(file: SourceFile): Checked {
    return this.#mended(file, (text) => analyseSettings({ ...file, text }, this.#names));
  }

  #mended({ text }: SourceFile, analyse: (text: string) => Analysis): Checked {
    const { fix } = this.#options;
    const before = analyse(text);
    if (fix === undefined) return { before, after: before, mended: [] };
    const fixed = fixAll(
      text,
      analyse,
      (_, { safety }) => safety === 'safe' || (fix === 'all' && safety === 'behaviour'),
    );
    return { before, after: analyse(fixed.text), mended: fixed.applied };
  }
}

const languageOf = (file: SourceFile): Language['id'] | undefined =>
  languages.find((language) => language.recognises(file))?.id;
