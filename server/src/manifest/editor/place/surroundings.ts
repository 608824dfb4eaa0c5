import type { PathStep } from '../../model/lookup';
import { type BlockLine, hasValue, isAside, type Opening, readLine } from './block-line';

/** What an offset of a document stands in, by the indentation of the lines around it. */
export interface Surroundings {
  /** From the outermost to the nearest: keys and dashes. */
  readonly openings: readonly Opening[];
  /** The keys and indexes on the way, from the document's root; which item of a list it is, is not known. */
  readonly path: readonly PathStep[];
  /** The keys of the mapping that an entry at the column would be in, its own aside. */
  readonly siblings: ReadonlySet<string>;
}

/** In lines: whoever writes more into one mapping does without. */
const farthest = 5000;

/**
 * Finds out what an entry or item at a column of a line would stand in.
 * @param line of which the openings in front of `column` count
 * @returns `undefined` where none can stand: in the lines of a scalar, or beside what is indented otherwise
 */
export function surroundingsOf(text: string, line: BlockLine, column: number): Surroundings | undefined {
  const openings: Opening[] = line.openings.filter((opening) => opening.column < column);
  const siblings = new Set<string>();
  const beginsItem = openings.length > 0;
  // Read inside out.
  openings.reverse();
  let limit = openings.at(-1)?.column ?? column;
  let seeksHolder = beginsItem;
  let deeper = false;
  let holdsItems = false;
  const isDone = (): boolean => limit === 0 && !seeksHolder && openings.length > 0;
  for (let above = lineAbove(text, line.start), count = 0; above !== -1 && !isDone() && count < farthest; count++) {
    const other = readLine(text, above);
    above = lineAbove(text, other.start);
    if (isAside(text, other)) continue;
    const [first] = other.openings;
    // The further lines of a scalar, or a word without a colon: they say nothing.
    if (first === undefined) continue;
    const inside: Opening[] = other.openings.filter(
      (opening) => opening.column < limit || (seeksHolder && opening.kind === 'key' && opening.column === limit),
    );
    if (inside.length === 0) {
      const last = other.openings.at(-1);
      if (!beginsItem && openings.length === 0) {
        if (last?.kind === 'key' && last.column === column && other.openings.length === 1) siblings.add(last.name);
        else if (first.kind === 'item' && first.column === column) holdsItems = true;
        else if (first.column > column) deeper = true;
      }
      continue;
    }
    if (openings.length === 0) {
      const sibling = other.openings.find((opening) => opening.column === column);
      if (sibling?.kind === 'key') siblings.add(sibling.name);
      else if (sibling === undefined && other.openings.some((opening) => opening.column > column)) return undefined;
    }
    const nearest = inside.at(-1);
    // What has its value on its own line holds nothing more.
    if (nearest === other.openings.at(-1) && hasValue(text, other)) return undefined;
    for (const opening of inside.reverse()) openings.push(opening);
    const outermost = openings.at(-1);
    limit = outermost?.column ?? 0;
    seeksHolder = outermost?.kind === 'item';
  }
  if (deeper && siblings.size === 0 && !holdsItems && !beginsItem) return undefined;
  openings.reverse();
  addBelow(text, line, column, siblings);
  return { openings, path: openings.map((opening) => (opening.kind === 'item' ? 0 : opening.name)), siblings };
}

/** An offset in the line above the one that starts at an offset; -1 where there is none. */
const lineAbove = (text: string, start: number): number => (text[start - 1] === '\n' ? start - 1 : -1);

function addBelow(text: string, line: BlockLine, column: number, siblings: Set<string>): void {
  let feed = text.indexOf('\n', line.end);
  for (let count = 0; feed !== -1 && feed + 1 < text.length && count < farthest; count++) {
    const other = readLine(text, feed + 1);
    feed = text.indexOf('\n', other.end);
    if (isAside(text, other)) continue;
    const [first] = other.openings;
    const at = first?.column ?? other.rest - other.start;
    if (at < column) return;
    if (at > column || first === undefined) continue;
    if (first.kind === 'item') return;
    siblings.add(first.name);
  }
}
