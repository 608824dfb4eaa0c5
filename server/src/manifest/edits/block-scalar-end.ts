import { lineEnd, nextLineStart } from '../../engine/text';
import type { Node, Scalar } from '../model/nodes';
import { leadingBlanks, trimmedEnd } from './line';
import { writtenMembers } from './members';

/** Where the block scalar ends that a value ends with; `undefined` for a value that ends otherwise. */
export function trailingBlockScalarEnd(text: string, value: Node | undefined): number | undefined {
  const scalar = trailingBlockScalar(value);
  return scalar && blockScalarEnd(text, scalar);
}

/** Whether a value ends with a block scalar that keeps the blank lines below it. */
export function keepsBlankLines(text: string, value: Node | undefined): boolean {
  const scalar = trailingBlockScalar(value);
  return scalar !== undefined && isKept(text, scalar);
}

/** Whether a value's last line is a text's last, without a line end, in a block scalar that a line end would be added to. */
export function endsInOpenScalar(text: string, value: Node | undefined): boolean {
  const scalar = trailingBlockScalar(value);
  if (scalar === undefined || text.endsWith('\n')) return false;
  return !headerOf(text, scalar).includes('-') && blockScalarEnd(text, scalar) === text.length;
}

/** The block scalar that a node ends with, if it does; what is behind an alias stands elsewhere. */
function trailingBlockScalar(node: Node | undefined): Scalar | undefined {
  let leaf = node;
  while (leaf !== undefined && leaf.alias === undefined) {
    if (leaf.kind === 'scalar') return leaf.style === 'literal' || leaf.style === 'folded' ? leaf : undefined;
    if (leaf.flow) return undefined;
    leaf = writtenMembers(leaf).at(-1)?.value;
  }
  return undefined;
}

/**
 * The end of a block scalar's last line. Blank lines below are part of it when its header keeps them (`+`), as are
 * lines of more blanks than its indentation.
 */
function blockScalarEnd(text: string, scalar: Scalar): number {
  const keeps = isKept(text, scalar);
  let end = lineEnd(text, trimmedEnd(text, scalar.range));
  const indentation = contentIndentation(text, scalar.range.start, end);
  for (let at = nextLineStart(text, end); at > end; at = nextLineStart(text, at)) {
    const stop = lineEnd(text, at);
    const blanks = leadingBlanks(text, at, stop);
    if (at + blanks !== stop) break;
    if (keeps || blanks > indentation) end = stop;
    if (stop === text.length) break;
  }
  return end;
}

const isKept = (text: string, scalar: Scalar): boolean => headerOf(text, scalar).includes('+');

/** `|` or `>` with the indicators for its indentation and its end. */
const headerOf = (text: string, { range }: Scalar): string =>
  /^[|>][-+0-9]{0,2}/.exec(text.slice(range.start, range.start + 3))?.[0] ?? '';

/** The smallest indentation of a block scalar's lines that are not blank. */
function contentIndentation(text: string, start: number, end: number): number {
  let smallest = Number.POSITIVE_INFINITY;
  for (let at = nextLineStart(text, start); at < end; at = nextLineStart(text, at)) {
    const stop = lineEnd(text, at);
    const blanks = leadingBlanks(text, at, stop);
    if (at + blanks < stop) smallest = Math.min(smallest, blanks);
  }
  return smallest;
}
