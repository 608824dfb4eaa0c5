import type { Finding } from './finding';
import { fixable } from './fixable';
import type { Language, Part, SourceFile } from './language';
import { once } from './once';
import type { Rule } from './rule';
import { type OnDefect, type Reported, runRule } from './run-rule';
import { isActive } from './selection';
import type { Settings } from './settings';
import { type Suppressed, suppress } from './suppression';
import { shifted, type TextEdit } from './text';
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
  /** The findings with a fix that is safe, or that is a refactoring: without working out the fixes of all others. */
  fixable(wanted: 'safe' | 'refactor'): Iterable<Finding>;
  /** What a fix of one of these findings would change; `undefined` when the analysis does not hold that finding or fix. */
  editsOf(finding: Finding, fixId: string): readonly TextEdit[] | undefined;
}

type ActiveRules = Pick<Language, 'rules' | 'fileRules'>;

export interface AnalyserOptions {
  /** How many files' models to keep. */
  readonly kept?: number;
  /** Told of a rule that throws; the other rules go on. Without it the error is thrown. */
  readonly onDefect?: OnDefect | undefined;
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
  readonly #parts = new WeakMap<object, CheckedPart>();
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
    const model = this.modelOf(file, language);
    const parts = language.partsOf(model);
    const { rules, fileRules } = this.#activeRules(language, settings);

    const placed = parts.flatMap((part) => this.#placedIn(part, rules, settings, today));
    const run = <Model extends object>(rule: Rule<Model>, read: Model): readonly Placed[] =>
      runRule(rule, read, settings, today, this.#onDefect).map((reported) => placedAt(0, reported));
    for (const rule of fileRules) placed.push(...run(rule, model));
    const found = placed.map(({ finding }) => finding);
    const { kept, dropped, unused } = this.#suppressed(found, language, model, settings);
    const unusedActive = isActive(unusedSuppression, settings) && settings.select === undefined;
    const idle = unusedActive ? run(unusedSuppression, { text: file.text, unused }) : [];
    const findings = [...kept, ...idle.map(({ finding }) => finding)];
    const origins = once(() => new Map([...placed, ...idle].map((each) => [each.finding, each])));

    return {
      file,
      language: language.id,
      model,
      settings,
      // Those of the parts are sorted already, which makes this quick.
      findings: findings.sort(inOrder),
      suppressed: dropped,
      fixable: (wanted) => fixable(findings, wanted, (id) => this.#rules.get(id)),
      editsOf: (finding, fixId) => {
        const origin = origins().get(finding);
        const offer = origin?.offers().find((candidate) => candidate.id === fixId);
        return offer?.edits().map((edit) => ({ ...edit, range: shifted(edit.range, origin?.start ?? 0) }));
      },
    };
  }

  /** The model of a file in a language; the one that the last analysis read, where the text is still the same. */
  modelOf(file: SourceFile, language: Language): object {
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

  #placedIn(
    { model, start }: Part<object>,
    rules: readonly Rule<object>[],
    settings: Settings,
    today: string,
  ): readonly Placed[] {
    const before = this.#parts.get(model);
    const same = before?.settings === settings ? before : undefined;
    if (same?.start === start) return same.placed;
    const reported =
      same?.reported ??
      rules
        .flatMap((rule) => runRule(rule, model, settings, today, this.#onDefect))
        .sort((one, other) => inOrder(one.finding, other.finding));
    const placed = reported.map((each) => placedAt(start, each));
    this.#parts.set(model, { settings, reported, start, placed });
    return placed;
  }
}

const silent = (file: SourceFile, settings: Settings): Analysis => ({
  file,
  language: undefined,
  model: undefined,
  settings,
  findings: [],
  suppressed: [],
  fixable: () => [],
  editsOf: () => undefined,
});

const inOrder = ({ range: one }: Finding, { range: other }: Finding): number =>
  one.start - other.start || one.end - other.end;

/** What a rule reported, with the finding at its place in the file. */
interface Placed extends Reported {
  readonly start: number;
}

/** What the rules said of a part, and the same where the part stood last. */
interface CheckedPart {
  readonly settings: Settings;
  readonly reported: readonly Reported[];
  readonly start: number;
  readonly placed: readonly Placed[];
}

const placedAt = (start: number, { finding, offers }: Reported): Placed => ({
  start,
  finding: start === 0 ? finding : moved(finding, start),
  offers,
});

/** Written out, as a spread would work the fixes out. */
function moved(finding: Finding, by: number): Finding {
  const { rule, variant, severity, range, message, values, aliases, related, tags } = finding;
  return {
    rule,
    variant,
    severity,
    range: shifted(range, by),
    message,
    values,
    aliases,
    related: related.length === 0 ? related : related.map((place) => ({ ...place, range: shifted(place.range, by) })),
    get fixes() {
      return finding.fixes.map((fix) => (fix.reach === undefined ? fix : { ...fix, reach: shifted(fix.reach, by) }));
    },
    tags,
  };
}
