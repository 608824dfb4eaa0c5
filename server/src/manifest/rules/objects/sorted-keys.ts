import { soleFix } from '../../../engine/sole-fix';
import { sortEntries } from '../../edits/sort-entries';
import type { Mapping, Node } from '../../model/manifest';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'sorted-keys',
  chapter: 'objects',
  enabled: false,
  variants: {
    unsorted: {
      severity: 'hint',
      equals: ['kube-linter/sorted-keys'],
      message: '`{key}` stands behind `{before}`: in alphabetical order every key is where one looks for it',
    },
  },
  fixes: {
    sort: { title: 'Put these keys into alphabetical order', safety: 'safe' },
  },
  check(document, report) {
    if (!document.recognised || document.root === undefined) return;
    for (const mapping of mappingsIn(document.root)) {
      const written = mapping.entries.filter(({ merged }) => !merged);
      if (new Set(written.map(({ name }) => name)).size < written.length) continue;
      const index = written.findIndex(({ name }, at) => name < (written[at - 1]?.name ?? ''));
      const [before, entry] = [written[index - 1], written[index]];
      if (before === undefined || entry === undefined) continue;
      report({
        variant: 'unsorted',
        at: entry.key.range,
        values: { key: entry.name, before: before.name },
        fixes: soleFix('sort', () => sortEntries(document, mapping)),
      });
    }
  },
});

/** Every mapping that is written in a document, each before those inside it. */
function mappingsIn(root: Node): readonly Mapping[] {
  const found: Mapping[] = [];
  const open: Node[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.kind === 'scalar' || node.alias !== undefined) continue;
    if (node.kind === 'mapping') found.push(node);
    const values =
      node.kind === 'mapping'
        ? node.entries.filter(({ merged }) => !merged).map(({ value }) => value)
        : node.items.map(({ value }) => value);
    for (const value of values) if (value !== undefined) open.push(value);
  }
  return found;
}
