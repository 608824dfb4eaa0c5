import type { TextDocument } from 'vscode-languageserver-textdocument';
import { Analyser, type Analysis } from '../engine/analyser';
import type { Language, SourceFile } from '../engine/language';
import type { Settings } from '../engine/settings';
import { analyseSettings, isSettingsFile } from '../settings/analyse-settings';
import type { RuleNames } from '../settings/rule-names';
import type { DocumentSettings, SettingsSource } from './settings-source';

/** One version of an open document with all that is known of it. */
export interface AnalysedDocument {
  readonly document: TextDocument;
  readonly analysis: Analysis;
  /** `undefined` when no language of ours reads the document, or the settings ignore it. */
  readonly language: Language | undefined;
  readonly settings: DocumentSettings;
  readonly milliseconds: number;
  /** The findings of another text of the same document. */
  readonly analyse: (text: string) => Analysis;
}

/** The analyses of the open documents: each version is analysed once, whoever asks for it. */
export class Session {
  readonly #languages: readonly Language[];
  readonly #names: RuleNames;
  readonly #settings: SettingsSource;
  readonly #analyser: Analyser;
  /** Tries out texts, so that the models of the open ones stay. */
  readonly #workbench: Analyser;
  readonly #analysed = new Map<string, AnalysedDocument>();

  /** @param onDefect told of a rule that throws */
  constructor(
    languages: readonly Language[],
    names: RuleNames,
    settings: SettingsSource,
    onDefect: (rule: string, error: unknown) => void,
  ) {
    this.#languages = languages;
    this.#names = names;
    this.#settings = settings;
    this.#analyser = new Analyser(languages, { onDefect });
    this.#workbench = new Analyser(languages, { kept: 1, onDefect });
  }

  async analysed(document: TextDocument): Promise<AnalysedDocument> {
    const file = fileOf(document);
    const language = this.#languages.find((candidate) => candidate.recognises(file));
    const today = new Date().toISOString().slice(0, 10);
    const settings = await this.#settings.settingsFor(document.uri, language?.id, today);
    const known = this.#analysed.get(document.uri);
    if (
      known?.document === document &&
      known.analysis.file.text === document.getText() &&
      known.settings.settings === settings.settings &&
      known.settings.ignored === settings.ignored
    )
      return known;
    const started = performance.now();
    const analysis = this.#analysis(fileOf(document), settings, today);
    const analysed: AnalysedDocument = {
      document,
      analysis,
      language: analysis.language === undefined ? undefined : language,
      settings,
      milliseconds: performance.now() - started,
      analyse: (text) => this.#analysisOf(this.#workbench, { ...file, text }, settings.settings, today),
    };
    this.#analysed.set(document.uri, analysed);
    return analysed;
  }

  forget(uri: string): void {
    this.#analysed.delete(uri);
    this.#analyser.forget(uri);
  }

  #analysis(file: SourceFile, { settings, ignored }: DocumentSettings, today: string): Analysis {
    if (!ignored) return this.#analysisOf(this.#analyser, file, settings, today);
    return new Analyser([]).analyse(file, settings, today);
  }

  #analysisOf(analyser: Analyser, file: SourceFile, settings: Settings, today: string): Analysis {
    if (file.path !== undefined && isSettingsFile(file.path)) return analyseSettings(file, this.#names);
    return analyser.analyse(file, settings, today);
  }
}

const fileOf = (document: TextDocument): SourceFile => ({
  path: document.uri,
  languageId: document.languageId,
  text: document.getText(),
});
