import { rangeOf, type TextRange } from '../../engine/text';
import type { ManifestDocument } from '../model/manifest';
import type { Entry, Item, Node } from '../model/nodes';
import { partitionPoint } from '../model/partition-point';

/** Where a document's first key or value stands. */
export const firstContent = ({ root, text }: ManifestDocument): number => root?.range.start ?? text.length;

type Part = Entry | Item;

/** The outermost entry or item that starts at or after an offset, and nearest to it. */
export function partBelow(root: Node | undefined, offset: number): TextRange | undefined {
  let node = root;
  let found: TextRange | undefined;
  while (node !== undefined && node.kind !== 'scalar') {
    const parts = partsOf(node);
    const next = firstFrom(parts, offset);
    found = partAt(parts, next)?.range ?? found;
    // What comes next may stand inside the part that began before.
    const around: Part | undefined = partAt(parts, next - 1);
    node = around !== undefined && offset < around.range.end ? around.value : undefined;
    if (node !== undefined && node.range.end <= offset) break;
  }
  return found;
}

const partsOf = (node: Node): readonly Part[] => {
  if (node.kind === 'mapping') return node.entries;
  return node.kind === 'sequence' ? node.items : [];
};

/** A part at its own place: what merges bring comes after those, and stands elsewhere. */
function partAt(parts: readonly Part[], index: number): Part | undefined {
  const part = parts[index];
  return part === undefined || isMerged(part) ? undefined : part;
}

const isMerged = (part: Part): boolean => 'merged' in part && part.merged;

/** Index of the first part that starts at or after an offset. */
const firstFrom = (parts: readonly Part[], offset: number): number =>
  partitionPoint(parts, (part) => !isMerged(part) && part.range.start < offset);

/** The scalar of several lines that starts between two offsets, such as a script. */
export function scalarStarting(root: Node | undefined, start: number, end: number): TextRange | undefined {
  let node = root;
  while (node !== undefined) {
    if (node.kind === 'scalar') {
      const { range } = node;
      return range.start >= start && range.start <= end ? range : undefined;
    }
    // The last part that starts on the line, or before it and goes on.
    const parts: readonly Part[] = partsOf(node);
    const last: Part | undefined = partAt(parts, firstFrom(parts, end + 1) - 1);
    node = last !== undefined && last.range.end >= start ? last.value : undefined;
  }
  return undefined;
}

export const wholeOf = (parts: readonly TextRange[]): TextRange | undefined => {
  const [first, ...others] = parts;
  return (
    first &&
    others.reduce((one, other) => rangeOf(Math.min(one.start, other.start), Math.max(one.end, other.end)), first)
  );
};
