import { lineStart } from '../engine/text';
import type { DocumentPlace, Manifest } from './model/manifest';
import type { Node, Scalar } from './model/nodes';
import { firstContent } from './suppressions/node-below';

/**
 * The line above which a comment silences what is found at an offset. Inside a block of text no comment can stand: there
 * it is the line of its key.
 */
export function lineAnchor({ format, documents, text }: Manifest, offset: number): number | undefined {
  if (format === 'json') return undefined;
  const place = documents.findLast(({ start }) => start <= offset);
  if (place === undefined) return lineStart(text, offset);
  const scalar = scalarAround(place.document.root, offset - place.start);
  return lineStart(text, scalar === undefined ? offset : scalar.range.start + place.start);
}

/** The line above which a comment silences the whole file: that of the first key. */
export function fileAnchor({ format, documents, text }: Manifest): number | undefined {
  const [first] = documents;
  return format === 'json' || first === undefined ? undefined : headOf(first, text);
}

const headOf = ({ start, document }: DocumentPlace, text: string): number =>
  lineStart(text, start + firstContent(document));

/** The scalar that an offset is in, through the mappings and lists around it. */
function scalarAround(node: Node | undefined, offset: number): Scalar | undefined {
  if (node === undefined || offset < node.range.start || offset > node.range.end) return undefined;
  if (node.kind === 'scalar') return node;
  const inside =
    node.kind === 'mapping' ? node.entries.map(({ value }) => value) : node.items.map(({ value }) => value);
  for (const value of inside) {
    const found = value?.alias === undefined ? scalarAround(value, offset) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}
