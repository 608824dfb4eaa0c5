import assert from 'node:assert/strict';
import { keyOf } from './examples';

/**
 * The places where a check fails, there and here: `KEY` for the only object of an example, `KEY.1` for the second of
 * several, `KEY:web` for a container, `KEY:7` for a line of a Dockerfile.
 */
export interface Sides {
  readonly theirs: ReadonlySet<string>;
  readonly ours: ReadonlySet<string>;
}

/** What a tool and we say of the examples that it was asked about. */
export interface Comparison {
  /** How many examples there are, also of those that were not recorded. */
  readonly examples: number;
  /** The texts of these examples, by the names that places begin with. */
  readonly texts: ReadonlyMap<string, string>;
  /** By check. */
  readonly sides: ReadonlyMap<string, Sides>;
}

/** What both say of one example, by check. */
export type ComparedExample = ReadonlyMap<string, Sides>;

/**
 * Compares every example that was recorded.
 * @param texts of all examples
 * @param compare what both say of an example, by the name that its places begin with; `undefined` when it was not recorded
 */
export function comparisonOf(
  texts: readonly string[],
  compare: (text: string, name: string) => ComparedExample | undefined,
): Comparison {
  const compared = new Map<string, string>();
  const sides = new Map<string, { readonly theirs: Set<string>; readonly ours: Set<string> }>();
  for (const text of texts) {
    const name = exampleName(text);
    const found = compare(text, name);
    if (found === undefined) continue;
    compared.set(name, text);
    for (const [check, { theirs, ours }] of found) {
      const known = sides.get(check) ?? { theirs: new Set(), ours: new Set() };
      sides.set(check, known);
      for (const place of theirs) known.theirs.add(place);
      for (const place of ours) known.ours.add(place);
    }
  }
  return { examples: texts.length, texts: compared, sides };
}

const exampleName = (text: string): string => keyOf(text).slice(0, 8);

/** The name of the example that a place is in. */
export const exampleOf = (place: string): string => place.slice(0, 8);

/** The sides of a check; nobody says anything of one that never fails. */
export const sidesOf = ({ sides }: Comparison, check: string): Sides =>
  sides.get(check) ?? { theirs: new Set(), ours: new Set() };

/** The text of an example, and what of it is spoken of. */
export function tell({ texts }: Comparison, place: string): string {
  const text = texts.get(exampleOf(place));
  assert.ok(text !== undefined);
  return `${text}\n  at ${place}\n`;
}
