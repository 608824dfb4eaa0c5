import type { Finding } from './finding';
import type { TextRange } from './text';

/** A comment, an annotation or a setting that silences findings. */
export interface Suppression {
  /** Whose way of silencing it is: `plimsoll`, or the tool's name. */
  readonly owner: string;
  /** Rule ids or aliases; `all` silences everything in reach. */
  readonly ids: readonly SuppressedId[] | 'all';
  /** Findings that start in here are silenced. */
  readonly reach: TextRange;
  /** The comment or annotation itself. */
  readonly range: TextRange;
}

export interface SuppressedId {
  readonly id: string;
  readonly range: TextRange;
}

export interface Suppressed {
  readonly kept: readonly Finding[];
  readonly dropped: readonly Finding[];
  /** What of Plimsoll's own suppressions silences nothing. */
  readonly unused: readonly UnusedSuppression[];
}

export interface UnusedSuppression {
  readonly suppression: Suppression;
  /** The id that silences nothing; `undefined` for a suppression that names none. */
  readonly entry: SuppressedId | undefined;
  /** No other id of the suppression silences anything either. */
  readonly isWhole: boolean;
}

/**
 * Separates the findings that suppressions silence from those that stay.
 * @param coversOf the ids whose silencing silences a rule although their checks differ
 */
export function suppress(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
  coversOf: (rule: string) => readonly string[],
): Suppressed {
  if (suppressions.length === 0) return { kept: findings, dropped: [], unused: [] };
  const used = new Set<SuppressedId | Suppression>();
  const kept: Finding[] = [];
  const dropped: Finding[] = [];
  for (const finding of findings) {
    let silenced = false;
    for (const suppression of suppressions) {
      if (finding.range.start < suppression.reach.start || finding.range.start > suppression.reach.end) continue;
      if (suppression.ids === 'all') {
        used.add(suppression);
        silenced = true;
        continue;
      }
      for (const entry of suppression.ids)
        if (names(entry.id, finding, coversOf)) {
          used.add(entry);
          silenced = true;
        }
    }
    (silenced ? dropped : kept).push(finding);
  }
  const own = suppressions.filter((suppression) => suppression.owner === 'plimsoll');
  const unused = own.flatMap((suppression): readonly UnusedSuppression[] => {
    const { ids } = suppression;
    if (ids === 'all') return used.has(suppression) ? [] : [{ suppression, entry: undefined, isWhole: true }];
    const idle = ids.filter((entry) => !used.has(entry));
    return idle.map((entry) => ({ suppression, entry, isWhole: idle.length === ids.length }));
  });
  return { kept, dropped, unused };
}

const names = (id: string, finding: Finding, coversOf: (rule: string) => readonly string[]): boolean =>
  id === finding.rule || finding.aliases.includes(id) || coversOf(finding.rule).includes(id);
