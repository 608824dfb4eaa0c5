import type { Finding } from './finding';
import type { Language, Part, SourceFile } from './language';
import type { Rule } from './rule';
import { type Reported, runRule } from './run-rule';
import { isActive } from './selection';
import type { Settings } from './settings';
import { type Suppressed, suppress } from './suppression';
import { sameRange, shifted, type TextEdit } from './text';
import { unusedSuppression } from './unused-suppression';

/** What is known of one version of one file. Findings are in source order. */
export interface Analysis {
  readonly file: SourceFile;
  readonly language: Language['id'] | undefined;
  readonly model: object | undefined;
  readonly settings: Settings;
  readonly findings: readonly Finding[];
  /** Found, but silenced in the text. */
  readonly suppressed: readonly Finding[];
  /** What a fix of one of these findings would change; `undefined` when the analysis does not hold that finding or fix. */
  editsOf(finding: Finding, fixId: string): readonly TextEdit[] | undefined;
}

type ActiveRules = Pick<Language, 'rules' | 'fileRules'>;

export interface AnalyserOptions {
  /** How many files' models to keep. */
  readonly kept?: number;
  /** Told of a rule that throws; the other rules go on. Without it the error is thrown. */
  readonly onDefect?: ((rule: string, error: unknown) => void) | undefined;
}

/**
 * Turns files into findings. It keeps the models of the files it saw last, so that an unchanged file costs nothing and
 * a changed one only what changed; findings are kept with the model of the part that they are about.
 */
export class Analyser {
  readonly #models = new Map<
    string,
    { readonly file: SourceFile; readonly language: Language; readonly model: object }
  >();
  readonly #findings = new WeakMap<object, { readonly settings: Settings; readonly findings: readonly Finding[] }>();
  readonly #active = new WeakMap<Settings, Map<Language, ActiveRules>>();
  readonly #languages: readonly Language[];
  readonly #rules = new Map<string, Rule<never>>();
  readonly #kept: number;
  readonly #onDefect: AnalyserOptions['onDefect'];

  constructor(languages: readonly Language[], { kept = 64, onDefect }: AnalyserOptions = {}) {
    this.#languages = languages;
    this.#kept = kept;
    this.#onDefect = onDefect;
    for (const language of languages)
      for (const rule of [...language.rules, ...language.fileRules]) this.#rules.set(rule.id, rule);
  }

  /** @param today `YYYY-MM-DD` */
  analyse(file: SourceFile, settings: Settings, today: string): Analysis {
    const language = this.#languages.find((candidate) => candidate.recognises(file));
    if (language === undefined) return silent(file, settings);
    const model = this.#modelOf(file, language);
    const parts = language.partsOf(model);
    const { rules, fileRules } = this.#activeRules(language, settings);

    const found = parts.flatMap((part) =>
      this.#findingsOf(part.model, rules, settings, today).map((finding) => moved(finding, part.start)),
    );
    for (const rule of fileRules)
      found.push(...this.#run(rule, model, settings, today).map((reported) => reported.finding));
    const { kept, dropped, unused } = this.#suppressed(found, language, model, settings);
    const unusedActive = isActive(unusedSuppression, settings) && settings.select === undefined;
    const findings = unusedActive
      ? [...kept, ...runRule(unusedSuppression, unused, settings, today).map((reported) => reported.finding)]
      : [...kept];

    return {
      file,
      language: language.id,
      model,
      settings,
      findings: findings.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end),
      suppressed: dropped,
      editsOf: (finding, fixId) => {
        if (finding.rule === unusedSuppression.id)
          return editsAmong(runRule(unusedSuppression, unused, settings, today), finding, fixId, 0);
        const fileRule = fileRules.find((rule) => rule.id === finding.rule);
        if (fileRule !== undefined) return editsAmong(runRule(fileRule, model, settings, today), finding, fixId, 0);
        const rule = rules.find((candidate) => candidate.id === finding.rule);
        const part = partAt(parts, finding.range.start);
        if (rule === undefined || part === undefined) return undefined;
        return editsAmong(runRule(rule, part.model, settings, today), finding, fixId, part.start);
      },
    };
  }

  /** Forgets a file that is no longer open. */
  forget(path: string): void {
    this.#models.delete(path);
  }

  /** A rule by its id. */
  rule(id: string): Rule<never> | undefined {
    return this.#rules.get(id);
  }

  #suppressed(findings: readonly Finding[], language: Language, model: object, settings: Settings): Suppressed {
    const all = language.suppressionsOf(model);
    const obeyed = settings.honourPeers ? all : all.filter((suppression) => suppression.owner === 'plimsoll');
    return suppress(findings, obeyed, (rule) => this.#rules.get(rule)?.covers ?? []);
  }

  #modelOf(file: SourceFile, language: Language): object {
    const { path } = file;
    const before = path === undefined ? undefined : this.#models.get(path);
    const sameLanguage = before?.language === language ? before : undefined;
    if (sameLanguage !== undefined && sameLanguage.file.text === file.text) return sameLanguage.model;
    const model = language.parse(file, sameLanguage?.model);
    if (path !== undefined) {
      this.#models.delete(path);
      this.#models.set(path, { file, language, model });
      const [oldest] = this.#models.keys();
      if (this.#models.size > this.#kept && oldest !== undefined) this.#models.delete(oldest);
    }
    return model;
  }

  /** The same settings want the same rules, file after file. */
  #activeRules(language: Language, settings: Settings): ActiveRules {
    const ofLanguages = this.#active.get(settings) ?? new Map<Language, ActiveRules>();
    this.#active.set(settings, ofLanguages);
    const known = ofLanguages.get(language);
    if (known !== undefined) return known;
    const active = (rule: Rule<object>): boolean => isActive(rule, settings);
    const found = { rules: language.rules.filter(active), fileRules: language.fileRules.filter(active) };
    ofLanguages.set(language, found);
    return found;
  }

  #run(rule: Rule<object>, model: object, settings: Settings, today: string): readonly Reported[] {
    if (this.#onDefect === undefined) return runRule(rule, model, settings, today);
    try {
      return runRule(rule, model, settings, today);
    } catch (error) {
      this.#onDefect(rule.id, error);
      return [];
    }
  }

  #findingsOf(model: object, rules: readonly Rule<object>[], settings: Settings, today: string): readonly Finding[] {
    const before = this.#findings.get(model);
    if (before?.settings === settings) return before.findings;
    const findings = rules.flatMap((rule) =>
      this.#run(rule, model, settings, today).map((reported) => reported.finding),
    );
    this.#findings.set(model, { settings, findings });
    return findings;
  }
}

const silent = (file: SourceFile, settings: Settings): Analysis => ({
  file,
  language: undefined,
  model: undefined,
  settings,
  findings: [],
  suppressed: [],
  editsOf: () => undefined,
});

const moved = (finding: Finding, by: number): Finding =>
  by === 0
    ? finding
    : {
        ...finding,
        range: shifted(finding.range, by),
        related: finding.related.map((place) => ({ ...place, range: shifted(place.range, by) })),
      };

const partAt = (parts: readonly Part<object>[], offset: number): Part<object> | undefined =>
  parts.findLast((part) => part.start <= offset);

function editsAmong(
  reported: readonly Reported[],
  finding: Finding,
  fixId: string,
  start: number,
): readonly TextEdit[] | undefined {
  const same = reported.find(
    (candidate) =>
      candidate.finding.variant === finding.variant &&
      candidate.finding.message === finding.message &&
      sameRange(shifted(candidate.finding.range, start), finding.range),
  );
  const offer = same?.offers.find((candidate) => candidate.id === fixId);
  return offer?.edits().map((edit) => ({ ...edit, range: shifted(edit.range, start) }));
}
