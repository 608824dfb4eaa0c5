import type { TextDocument } from 'vscode-languageserver-textdocument';
import { Analyser, type Analysis } from '../engine/analyser';
import type { EditorLanguage } from '../engine/editor';
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
  /** There is nothing in it to check. */
  readonly ignored: boolean;
  readonly settings: DocumentSettings;
  readonly milliseconds: number;
  /** The findings of another text of the same document. */
  readonly analyse: (text: string) => Analysis;
}

/** One version of an open document in a language of ours, without its findings. */
export interface ReadDocument {
  readonly document: TextDocument;
  readonly language: EditorLanguage['id'];
  readonly model: object;
  /** Anything in it is of the language already. What is suggested may make it so. */
  readonly isConcerned: boolean;
  readonly settings: DocumentSettings;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/** So many documents are worked on in turns; whatever is asked of another one is worked out anew. */
const mostKept = 32;

/** The analyses of the open documents: each version is analysed once, whoever asks for it. */
export class Session {
  readonly #languages: readonly Language[];
  readonly #names: RuleNames;
  readonly #settings: SettingsSource;
  readonly #ready: () => Promise<void>;
  readonly #analyser: Analyser;
  /** Tries out texts, so that the models of the open ones stay. */
  readonly #workbench: Analyser;
  readonly #analysed = new Map<string, AnalysedDocument>();

  /**
   * @param ready settles when something may be read: findings and texts are kept in the language of the first time
   * @param onDefect told of a rule that throws
   */
  constructor(
    languages: readonly Language[],
    names: RuleNames,
    settings: SettingsSource,
    ready: () => Promise<void>,
    onDefect: (rule: string, error: unknown) => void,
  ) {
    this.#languages = languages;
    this.#names = names;
    this.#settings = settings;
    this.#ready = ready;
    this.#analyser = new Analyser(languages, { kept: mostKept, onDefect });
    this.#workbench = new Analyser(languages, { kept: 1, onDefect });
  }

  async analysed(document: TextDocument): Promise<AnalysedDocument> {
    const { language, settings, today } = await this.#place(document);
    const known = this.#analysed.get(document.uri);
    if (
      known?.document === document &&
      known.analysis.file.text === document.getText() &&
      known.settings.settings === settings.settings &&
      known.settings.ignored === settings.ignored
    )
      // What the editor's settings say beside the rules may have changed.
      return this.#kept({ ...known, settings });
    return this.#kept(this.#fresh(document, language, settings, today, this.#analyser));
  }

  /** What decides how a document is read. */
  async #place(document: TextDocument): Promise<{
    readonly language: Language | undefined;
    readonly settings: DocumentSettings;
    readonly today: string;
  }> {
    await this.#ready();
    const file = fileOf(document);
    const language = this.#languages.find((candidate) => candidate.recognises(file));
    const today = new Date().toISOString().slice(0, 10);
    return { language, settings: await this.#settings.settingsFor(document.uri, language?.id, today), today };
  }

  /** Keeps an analysis, and lets go of the one that was asked for longest ago: each holds its model. */
  #kept(analysed: AnalysedDocument): AnalysedDocument {
    const { uri } = analysed.document;
    this.#analysed.delete(uri);
    this.#analysed.set(uri, analysed);
    const [oldest] = this.#analysed.keys();
    if (this.#analysed.size > mostKept && oldest !== undefined) this.#analysed.delete(oldest);
    return analysed;
  }

  /** A document that is not open: nothing of it is kept. */
  async glimpsed(document: TextDocument): Promise<AnalysedDocument> {
    const { language, settings, today } = await this.#place(document);
    return this.#fresh(document, language, settings, today, this.#workbench);
  }

  #fresh(
    document: TextDocument,
    language: Language | undefined,
    settings: DocumentSettings,
    today: string,
    analyser: Analyser,
  ): AnalysedDocument {
    const file = fileOf(document);
    const started = performance.now();
    const analysis = this.#analysis(analyser, file, settings, today);
    const { model } = analysis;
    const read = analysis.language === undefined ? undefined : language;
    const isSettings = isSettingsFile(document.uri) && !settings.ignored;
    return {
      document,
      analysis,
      language: read,
      ignored: !isSettings && (read === undefined || (model !== undefined && read.concerns?.(model) === false)),
      settings,
      milliseconds: performance.now() - started,
      analyse: (text) => this.#analysisOf(this.#workbench, { ...file, text }, settings.settings, today),
    };
  }

  /** A document as it is now. `undefined` when no language of ours reads it, or the settings ignore it. */
  async read(document: TextDocument): Promise<ReadDocument | undefined> {
    const { language, settings, today } = await this.#place(document);
    if (settings.ignored) return undefined;
    const file = fileOf(document);
    if (isSettingsFile(document.uri)) {
      const { model } = analyseSettings(file, this.#names);
      return model && { document, language: 'settings', model, isConcerned: true, settings, today };
    }
    if (language === undefined) return undefined;
    const model = this.#analyser.modelOf(file, language);
    const isConcerned = language.concerns?.(model) !== false;
    return { document, language: language.id, model, isConcerned, settings, today };
  }

  forget(uri: string): void {
    this.#analysed.delete(uri);
    this.#analyser.forget(uri);
  }

  #analysis(analyser: Analyser, file: SourceFile, { settings, ignored }: DocumentSettings, today: string): Analysis {
    if (!ignored) return this.#analysisOf(analyser, file, settings, today);
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
