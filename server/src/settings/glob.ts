/** Paths are relative to where the globs count from, with `/`. */
export type PathMatcher = (path: string) => boolean;

/** One part of a glob between slashes: `**`, or what a name must look like. */
type Segment = 'folders' | readonly Character[];

type Character =
  | { readonly kind: 'any' }
  | { readonly kind: 'one' }
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'set'; readonly negated: boolean; readonly ranges: readonly (readonly [string, string])[] };

const longestGlob = 1_000;
const mostAlternatives = 100;

/** Whether a glob can be used: it is not empty, its brackets are closed, and it stays in its folder. */
export const isGlob = (glob: string): boolean => alternatives(glob.replace(/^!/, '')) !== undefined;

/**
 * Matches a path, or a folder above it, against globs: `*`, `**`, `?`, `[a-z]`, `[!a-z]`, `{a,b}`, `\` before a
 * character that stands for itself. A glob without a slash matches at any depth, as in a `.gitignore`; one after `!`
 * takes back what an earlier one matched. Globs that cannot be used match nothing.
 *
 * A settings file can come from anybody, so the time is bound by the product of the lengths. Matchers that turn globs
 * into regular expressions, picomatch and minimatch among them, are exponential in the number of stars.
 */
export function pathMatcher(globs: readonly string[]): PathMatcher {
  const tests = globs.map((glob) => {
    const taken = glob.startsWith('!');
    return { taken, patterns: alternatives(taken ? glob.slice(1) : glob) ?? [] };
  });
  return (path) => {
    const names = path.split('/').map((name) => Array.from(name));
    const last = tests.findLast(({ patterns }) => patterns.some((pattern) => matchesPath(pattern, names)));
    return last?.taken === false;
  };
}

/** The patterns that a glob stands for, one for each choice of its braces. */
function alternatives(glob: string): readonly (readonly Segment[])[] | undefined {
  if (glob.length > longestGlob) return undefined;
  const expanded = bracesExpanded(glob);
  if (expanded === undefined) return undefined;
  const patterns = expanded.map(patternOf);
  return patterns.every((pattern) => pattern !== undefined) ? patterns : undefined;
}

function patternOf(glob: string): readonly Segment[] | undefined {
  const plain = glob.replace(/^(?:\.?\/)+/, '').replace(/\/+$/, '');
  if (plain === '' || /^\.\.?(?:\/|$)/.test(plain)) return undefined;
  const anywhere = !plain.includes('/') && !/^\.?\//.test(glob);
  const segments: Segment[] = anywhere ? ['folders'] : [];
  for (const part of plain.split(/\/+/)) {
    const segment = part === '**' ? 'folders' : charactersOf(part);
    if (segment === undefined) return undefined;
    segments.push(segment);
  }
  // What is below a folder that matches, matches too.
  return [...segments, 'folders'];
}

function charactersOf(part: string): readonly Character[] | undefined {
  const characters: Character[] = [];
  const text = Array.from(part);
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character === '*') characters.push({ kind: 'any' });
    else if (character === '?') characters.push({ kind: 'one' });
    else if (character === '\\') characters.push({ kind: 'literal', text: text[++at] ?? '\\' });
    else if (character === '[') {
      // A bracket directly after the opening one stands for itself.
      const end = text.indexOf(']', at + (/[!^]/.test(text[at + 1] ?? '') ? 3 : 2));
      if (end === -1) return undefined;
      characters.push(setOf(text.slice(at + 1, end)));
      at = end;
    } else characters.push({ kind: 'literal', text: character });
  }
  return characters;
}

function setOf(inner: readonly string[]): Character {
  const negated = inner[0] === '!' || inner[0] === '^';
  const members = negated ? inner.slice(1) : inner;
  const ranges: [string, string][] = [];
  for (let at = 0; at < members.length; at++) {
    const from = members[at] ?? '';
    const to = members[at + 1] === '-' ? members[at + 2] : undefined;
    ranges.push([from, to ?? from]);
    if (to !== undefined) at += 2;
  }
  return { kind: 'set', negated, ranges };
}

/** `a{b,c}` is `ab` and `ac`. Braces without a comma stand for themselves. */
function bracesExpanded(glob: string): readonly string[] | undefined {
  const waiting = [glob];
  const expanded: string[] = [];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const braces = firstBraces(next);
    if (braces === 'open' || waiting.length + expanded.length > mostAlternatives) return undefined;
    if (braces === undefined) {
      expanded.push(next);
      continue;
    }
    const [before, after] = [next.slice(0, braces.start), next.slice(braces.end)];
    waiting.push(...braces.choices.map((choice) => before + choice + after));
  }
  return expanded;
}

interface Braces {
  readonly start: number;
  readonly end: number;
  readonly choices: readonly string[];
}

function firstBraces(glob: string): Braces | 'open' | undefined {
  let depth = 0;
  let start = 0;
  let commas: number[] = [];
  for (let at = 0; at < glob.length; at++) {
    const character = glob[at];
    if (character === '\\') at++;
    else if (character === '{' && depth++ === 0) [start, commas] = [at, []];
    else if (character === ',' && depth === 1) commas.push(at);
    else if (character === '}' && depth > 0 && --depth === 0 && commas.length > 0) {
      const bounds = [start, ...commas, at];
      const choices = bounds.slice(1).map((bound, index) => glob.slice((bounds[index] ?? 0) + 1, bound));
      return { start, end: at + 1, choices };
    }
  }
  return depth > 0 ? 'open' : undefined;
}

const matchesPath = (pattern: readonly Segment[], names: readonly (readonly string[])[]): boolean =>
  matches(
    pattern,
    names,
    (segment) => segment === 'folders',
    (segment, name) => segment !== 'folders' && matchesName(segment, name),
  );

const matchesName = (pattern: readonly Character[], name: readonly string[]): boolean =>
  matches(pattern, name, (character) => character.kind === 'any', isCharacter);

function isCharacter(wanted: Character, character: string): boolean {
  switch (wanted.kind) {
    case 'any':
    case 'one':
      return true;
    case 'literal':
      return wanted.text === character;
    case 'set':
      return wanted.ranges.some(([from, to]) => from <= character && character <= to) !== wanted.negated;
  }
}

/** Whether the parts fit the pattern, whose stars take any number of parts. Only the last star is ever tried again. */
function matches<Wanted, Part>(
  pattern: readonly Wanted[],
  parts: readonly Part[],
  isStar: (wanted: Wanted) => boolean,
  fits: (wanted: Wanted, part: Part) => boolean,
): boolean {
  let star = -1;
  let taken = 0;
  let at = 0;
  for (let part = 0; part < parts.length; ) {
    const [wanted, found] = [pattern[at], parts[part]];
    if (wanted !== undefined && isStar(wanted)) [star, taken] = [at++, part];
    else if (wanted !== undefined && found !== undefined && fits(wanted, found)) [at, part] = [at + 1, part + 1];
    else if (star !== -1) [at, part] = [star + 1, ++taken];
    else return false;
  }
  return pattern.slice(at).every(isStar);
}
