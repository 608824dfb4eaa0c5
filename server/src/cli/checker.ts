import { Analyser, type Analysis } from '../engine/analyser';
import type { Finding } from '../engine/finding';
import type { Fix } from '../engine/fix';
import { fixAll } from '../engine/fix-all';
import type { Language, SourceFile } from '../engine/language';
import { languages, listedRules } from '../languages';
import { analyseSettings, isSettingsFile } from '../settings/analyse-settings';
import { type FileSettings, type SettingsOf, settingsOf } from '../settings/file-settings';
import { emptyLayer, type SettingsSource } from '../settings/layer';
import { type RuleNames, ruleNames } from '../settings/rule-names';
import { type LoadedSettings, SettingsFiles, sourceWithoutFile } from '../settings/settings-files';
import type { FileCheckOptions } from './file-check';
import { learnFolders } from './node-settings';

/** A text before and after its fixes; without fixes, both are the same. */
export interface Checked {
  readonly before: Analysis;
  readonly after: Analysis;
  readonly mended: readonly { readonly finding: Finding; readonly fix: Fix }[];
}

/** Checks the files of one run, one after the other. */
export class Checker {
  // Each file comes once: there is no model to take up again.
  readonly #analyser = new Analyser(languages, { kept: 1 });
  readonly #files: SettingsFiles;
  readonly #settingsOf: SettingsOf;
  readonly #names: RuleNames;
  readonly #options: FileCheckOptions;
  readonly #flags: SettingsSource;

  constructor(options: FileCheckOptions) {
    const { folder, today } = options;
    this.#options = options;
    this.#names = ruleNames(listedRules.map(({ rule }) => rule));
    this.#files = new SettingsFiles(this.#names, folder, today);
    this.#settingsOf = settingsOf(this.#names);
    this.#flags = sourceWithoutFile(folder, { layer: { ...emptyLayer, select: options.select } });
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
    return this.#mended(file, (text) => this.#analyser.analyse({ ...file, text }, settings, this.#options.today));
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
