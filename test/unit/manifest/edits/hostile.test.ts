import assert from 'node:assert/strict';
import { applied } from '../../../../server/src/engine/edits';
import type { TextEdit } from '../../../../server/src/engine/text';
import { appendDocument } from '../../../../server/src/manifest/edits/append-document';
import { insertItemsUnder } from '../../../../server/src/manifest/edits/insert-item';
import { insertKey, insertMissing } from '../../../../server/src/manifest/edits/insert-key';
import { mergeDuplicate } from '../../../../server/src/manifest/edits/merge-duplicate';
import { moveEntry, moveItem } from '../../../../server/src/manifest/edits/move-subtree';
import { removeEntry, removeItem } from '../../../../server/src/manifest/edits/remove';
import {
  quoteScalar,
  renameKey,
  replaceScalar,
  unquoteScalar,
} from '../../../../server/src/manifest/edits/replace-scalar';
import type { ManifestDocument } from '../../../../server/src/manifest/model/manifest';
import type { Mapping, Node, Sequence } from '../../../../server/src/manifest/model/nodes';
import { parseManifest } from '../../../../server/src/manifest/model/parse';
import { documentFrom, pick, randomFrom } from './generated';

type Edits = readonly TextEdit[] | undefined;

/** Every edit of one node that there is. */
function editsOf(document: ManifestDocument, root: Mapping, node: Node): readonly Edits[] {
  switch (node.kind) {
    case 'scalar':
      return [
        replaceScalar(document, node, 'other: text'),
        replaceScalar(document, node, 1),
        quoteScalar(document, node),
        unquoteScalar(document, node),
      ];
    case 'mapping':
      return editsOfMapping(document, root, node);
    case 'sequence':
      return editsOfSequence(document, root, node);
  }
}

const editsOfMapping = (document: ManifestDocument, root: Mapping, mapping: Mapping): readonly Edits[] => [
  insertKey(document, mapping, 'added', { list: ['a', { b: 1 }] }),
  insertMissing(document, mapping, { name: { inner: 1 }, image: 'x', env: [1], added: 'a\nb\n' }),
  insertItemsUnder(document, mapping, 'env', ['a']),
  ...mapping.entries.flatMap((entry, index) => [
    removeEntry(document, mapping, entry),
    removeEntry(document, mapping, entry, { emptied: 'stays' }),
    renameKey(document, mapping, entry, 'renamed'),
    moveEntry(document, { mapping, entry }, { mapping: root, path: ['moved', 'here'] }),
    ...mapping.entries
      .slice(index + 1)
      .filter((other) => other.name === entry.name)
      .map((other) => mergeDuplicate(document, mapping, entry, other)),
  ]),
];

const editsOfSequence = (document: ManifestDocument, root: Mapping, sequence: Sequence): readonly Edits[] =>
  sequence.items.flatMap((item) => [
    removeItem(document, sequence, item),
    removeItem(document, sequence, item, { emptied: 'stays' }),
    moveItem(document, { sequence, item }, { mapping: root, key: 'moved' }),
  ]);

function nodesOf(root: Node): readonly Node[] {
  const nodes: Node[] = [root];
  for (const node of nodes)
    if (node.kind === 'mapping') nodes.push(...node.entries.flatMap((entry) => entry.value ?? []));
    else if (node.kind === 'sequence') nodes.push(...node.items.flatMap((item) => item.value ?? []));
  return nodes;
}

/** Damages a text as typing, merging and pasting do. */
function damaged(text: string, random: () => number): string {
  const at = Math.floor(random() * text.length);
  const length = Math.floor(random() * 12);
  const junk = [
    '',
    ':',
    '"',
    "'",
    '[',
    '}',
    '- ',
    '\t',
    '\n',
    '&x ',
    '*x',
    '? ',
    '|',
    '{{ .x }}',
    '{{- end }}',
    '<<: *x',
    '\u00a0',
    '#',
    ' #',
    '---\n',
    '\0',
    ',',
  ];
  return text.slice(0, at) + pick(random, junk) + text.slice(random() < 0.5 ? at : at + length);
}

const problemCodes = (document: ManifestDocument): readonly string[] =>
  document.problems.map((problem) => problem.code).filter((code) => code !== 'DUPLICATE_KEY');

describe('edits of damaged documents', () => {
  for (const file of ['deploy.yaml', 'chart/templates/deploy.yaml', 'deploy.json'])
    it(`never throw, never overlap and never damage more: ${file}`, function () {
      this.timeout(60_000);
      let offered = 0;
      for (let seed = 1; seed <= 60; seed++) {
        const random = randomFrom(seed);
        let text = documentFrom(random).slice(0, 600);
        for (let count = 0; count < 3; count++) text = damaged(text, random);
        const manifest = parseManifest(text, file);
        assert.ok(appendDocument(manifest, { kind: 'Service' }) === undefined || manifest.format === 'yaml');
        for (const { document } of manifest.documents) {
          const { root } = document;
          // A template that is no YAML even without its actions hides its problems.
          if (root?.kind !== 'mapping' || (document.mode === 'template' && !document.recognised)) continue;
          const known = new Set(problemCodes(document));
          for (const edits of nodesOf(root).flatMap((node) => editsOf(document, root, node))) {
            if (edits === undefined) continue;
            offered++;
            const sorted = [...edits].sort((one, other) => one.range.start - other.range.start);
            for (const [index, edit] of sorted.entries())
              assert.ok(
                (sorted[index - 1]?.range.end ?? -1) < edit.range.start && edit.range.end <= document.text.length,
              );
            const after = parseManifest(applied(document.text, edits), file).documents;
            const added = after.flatMap((place) => problemCodes(place.document)).filter((code) => !known.has(code));
            assert.deepEqual(
              added,
              [],
              `seed ${seed}: ${JSON.stringify(edits)}\n${document.text}\n=====\n${applied(document.text, edits)}`,
            );
          }
        }
      }
      assert.ok(file.endsWith('.json') || offered > 500, `only ${offered}`);
    });
});
