import { remembered } from '../../../engine/remembered';
import { rangeOf, shifted } from '../../../engine/text';
import type { Manifest, ManifestDocument } from '../../model/manifest';
import type { Node } from '../../model/nodes';
import type { Mention } from './mention';

export const anchorKind = 'anchor';

/** The anchors of a file and the aliases that stand for what they mark. */
export const anchorMentions = (manifest: Manifest): readonly Mention[] =>
  manifest.documents.flatMap(({ document, start }) =>
    mentionsIn(document).map((mention) => ({
      ...mention,
      scope: `${start} ${mention.scope}`,
      range: shifted(mention.range, start),
      written: shifted(mention.written, start),
      whole: shifted(mention.whole, start),
    })),
  );

/** `&name` and `*name`, as far as they stand where a value begins; the tree tells which of them are. */
const mentionsIn = remembered((document: ManifestDocument): readonly Mention[] => {
  const { text, root } = document;
  if (!text.includes('&') || root === undefined) return [];
  const anchors = new Map<number, Node>();
  const aliases = new Set<number>();
  collect(root, anchors, aliases, text);
  const found: Mention[] = [];
  // A name may be given again: what follows means the last one.
  const current = new Map<string, string>();
  for (const match of text.matchAll(/[&*]([^\s,[\]{}]+)/g)) {
    const name = match[1] ?? '';
    const marked = match[0].startsWith('&') ? anchors.get(match.index) : undefined;
    if (marked === undefined && !aliases.has(match.index)) continue;
    if (marked !== undefined) current.set(name, String(match.index));
    const range = rangeOf(match.index + 1, match.index + match[0].length);
    found.push({
      kind: anchorKind,
      scope: current.get(name) ?? '',
      name,
      namespace: undefined,
      role: marked === undefined ? 'read' : 'definition',
      range,
      written: range,
      isPlain: false,
      whole: marked === undefined ? range : rangeOf(match.index, Math.max(marked.range.end, range.end)),
    });
  }
  return found;
});

function collect(root: Node, anchors: Map<number, Node>, aliases: Set<number>, text: string): void {
  const pending: Node[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.alias !== undefined) {
      aliases.add(node.alias.start);
      continue;
    }
    if (node.anchor !== undefined) {
      const at = text.lastIndexOf(`&${node.anchor}`, node.range.start);
      if (at !== -1) anchors.set(at, node);
    }
    if (node.kind === 'scalar') continue;
    const members = node.kind === 'mapping' ? [...node.entries, ...node.merges] : node.items;
    for (const { value } of members) if (value !== undefined) pending.push(value);
  }
}
