import type { Finding } from '../engine/finding';
import { equalToDockerfileUtils } from '../knowledge/dockerfile-utils-codes';
import { type RuleNames, ruleName } from '../settings/rule-names';
import { sharesFindings } from './editor-settings';
import type { ReportElsewhere } from './protocol';
import type { AnalysedDocument } from './session';

/** What other extensions report in the open documents. A finding of an equal check at the same place is left to them. */
export class Elsewhere {
  readonly #names: RuleNames;
  readonly #reports = new Map<string, ReadonlySet<string>>();

  constructor(names: RuleNames) {
    this.#names = names;
  }

  /**
   * Takes all that others report in a document.
   * @returns whether it changes what is left to them
   */
  report(uri: string, reports: readonly ReportElsewhere[]): boolean {
    const placedReports = reports.flatMap(({ id, line }) => {
      const name = ruleName(this.#names, known(id));
      return name === undefined ? [] : [placed(name, line)];
    });
    const before = this.#reports.get(uri) ?? new Set();
    const now = new Set(placedReports);
    if (now.size === 0) this.#reports.delete(uri);
    else this.#reports.set(uri, now);
    return before.size !== now.size || placedReports.some((report) => !before.has(report));
  }

  forget(uri: string): void {
    this.#reports.delete(uri);
  }

  /** The findings that nobody else shows. Their fixes are not asked for here: those are ours in any case. */
  unshared({ document, analysis, settings }: AnalysedDocument): readonly Finding[] {
    const reports = this.#reports.get(document.uri);
    if (reports === undefined || sharesFindings(settings.editor)) return analysis.findings;
    return analysis.findings.filter(({ rule, aliases, range }) => {
      const { line } = document.positionAt(range.start);
      return ![rule, ...aliases].some((id) => reports.has(placed(id, line)));
    });
  }
}

const placed = (id: string, line: number): string => `${id} ${line}`;

/** The id of a check that has a name of its own. */
const known = (id: string): string => {
  const code = /^dockerfile-utils\/(\d+)$/.exec(id)?.[1];
  return code === undefined ? id : equalToDockerfileUtils(code);
};
