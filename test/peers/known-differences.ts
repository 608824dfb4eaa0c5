import { readFileSync, writeFileSync } from 'node:fs';
import { type Comparison, exampleOf, type Sides, sidesOf } from './comparison';

/** Who reports something that the other does not. */
export type Whose = keyof Sides;

/**
 * Of one check, the places where one side alone reports it, in words: `1f2e3d4c 5b6a7988.1`. Of what the tool reports,
 * which only a new record changes, the words may be `all` or `all but 1f2e3d4c`, too.
 */
export type KnownDifferences = Readonly<Partial<Record<Whose, string>>>;

/** By check. */
export type OfTool = Readonly<Record<string, KnownDifferences>>;

export interface Change {
  readonly whose: Whose;
  readonly place: string;
}

const file = 'test/peers/known-differences.json';

const whoever: readonly Whose[] = ['ours', 'theirs'];

/** What differs of a check and is not known to, and what is known to and does not. */
export function changesOf(
  known: KnownDifferences,
  sides: Sides,
  { texts }: Comparison,
): { readonly appeared: readonly Change[]; readonly vanished: readonly Change[] } {
  const changes = whoever.map((whose) => {
    const actual = new Set(differing(sides, whose));
    // Of an example that was changed since nothing is known.
    const expected = new Set(read(known[whose], sides).filter((place) => texts.has(exampleOf(place))));
    const only = (some: ReadonlySet<string>, others: ReadonlySet<string>): readonly Change[] =>
      [...some].filter((place) => !others.has(place)).map((place) => ({ whose, place }));
    return { appeared: only(actual, expected), vanished: only(expected, actual) };
  });
  return {
    appeared: changes.flatMap(({ appeared }) => appeared),
    vanished: changes.flatMap(({ vanished }) => vanished),
  };
}

/** Everything that differs of some checks. */
export function differencesOf(checks: readonly string[], comparison: Comparison): OfTool {
  const found = [...checks].sort().map((check): readonly [string, KnownDifferences] => {
    const sides = sidesOf(comparison, check);
    const known = whoever.map((whose) => [whose, written(differing(sides, whose), whose, sides)] as const);
    return [check, Object.fromEntries(known.filter(([, words]) => words !== ''))];
  });
  return Object.fromEntries(found.filter(([, known]) => Object.keys(known).length > 0));
}

/** How many places differ, and in how many checks. */
export function countsOf(
  checks: readonly string[],
  comparison: Comparison,
): { readonly checks: number; readonly places: number } {
  const counts = checks.map((check) => {
    const sides = sidesOf(comparison, check);
    return whoever.reduce((total, whose) => total + differing(sides, whose).length, 0);
  });
  return { checks: counts.filter((count) => count > 0).length, places: counts.reduce((sum, count) => sum + count, 0) };
}

/** The differences that were written, by tool. */
export function knownDifferences(): Readonly<Record<string, OfTool>> {
  known ??= JSON.parse(readFileSync(file, 'utf8'));
  return known ?? {};
}

let known: Readonly<Record<string, OfTool>> | undefined;

/** Writes the differences, with a line for each check. */
export function writeDifferences(differences: Readonly<Record<string, OfTool>>): void {
  const sections = Object.entries(differences).map(([tool, own]) => {
    const lines = Object.entries(own).map(
      ([check, places]) => `    ${JSON.stringify(check)}: ${JSON.stringify(places)}`,
    );
    return `  ${JSON.stringify(tool)}: {\n${lines.join(',\n')}\n  }`;
  });
  writeFileSync(file, `{\n${sections.join(',\n')}\n}\n`);
}

const differing = ({ ours, theirs }: Sides, whose: Whose): readonly string[] => {
  const [some, others] = whose === 'ours' ? [ours, theirs] : [theirs, ours];
  return [...some].filter((place) => !others.has(place)).sort();
};

function written(places: readonly string[], whose: Whose, { theirs }: Sides): string {
  if (whose === 'ours' || places.length * 2 <= theirs.size) return places.join(' ');
  const others = [...theirs].filter((place) => !places.includes(place)).sort();
  return ['all', ...(others.length === 0 ? [] : ['but', ...others])].join(' ');
}

function read(words: string | undefined, { theirs }: Sides): readonly string[] {
  if (words === undefined) return [];
  const [first, , ...others] = words.split(' ');
  return first === 'all' ? [...theirs].filter((place) => !others.includes(place)) : words.split(' ');
}
