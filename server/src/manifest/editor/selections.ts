import { contains, rangeOf, sameRange, shifted, type TextRange } from '../../engine/text';
import { trimmedEnd } from '../edits/line';
import type { Manifest } from '../model/manifest';
import type { Node } from '../model/nodes';
import { documentAt } from './tree-place';

/** The stretches around an offset: word, value, entry or item, mapping or list, document. */
export function selectionsAt(manifest: Manifest, offset: number): readonly TextRange[] {
  const found = documentAt(manifest, offset);
  if (found === undefined) return [];
  const { document, start } = found;
  const at = rangeOf(offset - start, offset - start);
  const comment = document.comments.find(({ range }) => range.start < at.start && contains(range, at));
  const candidates = [
    wordAround(document.text, at.start),
    ...(comment === undefined ? [] : [comment.range]),
    ...stretches(document.root, at).map((range) => rangeOf(range.start, trimmedEnd(document.text, range))),
    rangeOf(0, document.text.length),
  ];
  return candidates
    .filter((range) => contains(range, at) && range.end > range.start)
    .sort((one, other) => one.end - one.start - (other.end - other.start))
    .filter((range, index, all) => all.findIndex((other) => sameRange(range, other)) === index)
    .map((range) => shifted(range, start));
}

function wordAround(text: string, offset: number): TextRange {
  const before = /[\w-]*$/.exec(text.slice(Math.max(0, offset - 200), offset))?.[0].length ?? 0;
  const after = /^[\w-]*/.exec(text.slice(offset, offset + 200))?.[0].length ?? 0;
  return rangeOf(offset - before, offset + after);
}

function stretches(root: Node | undefined, at: TextRange): readonly TextRange[] {
  const found: TextRange[] = [];
  let node = root;
  while (node !== undefined && node.alias === undefined && contains(node.range, at)) {
    found.push(node.range);
    if (node.kind === 'scalar') {
      if (node.style === 'single' || node.style === 'double' || node.style === 'json')
        found.push(rangeOf(node.range.start + 1, node.range.end - 1));
      return found;
    }
    const members: readonly { readonly range: TextRange; readonly value: Node | undefined }[] =
      node.kind === 'mapping' ? node.entries.filter(({ merged }) => !merged) : node.items;
    const member = members.find(({ range }) => contains(range, at));
    if (member === undefined) return found;
    found.push(member.range);
    const key = node.kind === 'mapping' ? node.entries.find((entry) => entry === member)?.key : undefined;
    if (key !== undefined) found.push(key.range);
    node = member.value;
  }
  return found;
}
