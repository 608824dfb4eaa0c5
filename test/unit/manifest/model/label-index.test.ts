import assert from 'node:assert/strict';
import { mayShareNamespace } from '../../../../server/src/manifest/model/file-objects';
import { filePods } from '../../../../server/src/manifest/model/file-pods';
import { fileServices } from '../../../../server/src/manifest/model/file-services';
import { selectionOf } from '../../../../server/src/manifest/model/label-index';
import { parseManifest } from '../../../../server/src/manifest/model/parse';
import { labelsMeet } from '../../../../server/src/manifest/model/pod-labels';
import { pick, randomFrom } from '../edits/generated';

const namespaces = ['', '', 'shop', 'tools'];
const labels = [
  'app: web',
  'app: api',
  'app: db',
  'tier: front',
  'tier: back',
  'app: {{ .x }}',
  '{{ include "labels" . }}',
];

function documentFrom(random: () => number, index: number, kind: 'Pod' | 'Service'): string {
  const namespace = pick(random, namespaces);
  const [one, other] = [pick(random, labels), pick(random, labels.slice(0, 5))];
  const written = one.split(':')[0] === other.split(':')[0] ? [one] : [one, other];
  const lines = written.map((line) => `    ${line}\n`).join('');
  const head = `---\napiVersion: v1\nkind: ${kind}\nmetadata:\n  name: n${index}\n${namespace && `  namespace: ${namespace}\n`}`;
  return kind === 'Pod'
    ? `${head}  labels:\n${lines}spec:\n  containers:\n    - name: a\n`
    : `${head}spec:\n  selector:\n${lines}`;
}

describe('what selectors find in a file', () => {
  it('is what asking about each pod gives', () => {
    let selected = 0;
    let unsure = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const random = randomFrom(seed);
      const text = Array.from({ length: 14 }, (_, index) =>
        documentFrom(random, index, random() < 0.5 ? 'Pod' : 'Service'),
      ).join('');
      const manifest = parseManifest(text, 'chart/templates/all.yaml');
      const { items } = filePods(manifest);
      for (const { object, requirements, selection } of fileServices(manifest)) {
        const near = items.filter((item) => mayShareNamespace(item.object.namespace, object.namespace));
        const answers = near.map((item) => {
          const answer = labelsMeet(item.labels, requirements);
          return answer === 'yes' && item.object.namespace !== object.namespace ? 'unknown' : answer;
        });
        assert.deepEqual(
          selection.selected,
          near.filter((_, index) => answers[index] === 'yes'),
          text,
        );
        assert.equal(selection.unsure, answers.includes('unknown'), text);
        selected += selection.selected.length;
        if (selection.unsure) unsure++;
      }
    }
    assert.ok(selected > 20 && unsure > 20, `${selected} selected, ${unsure} unsure`);
  });
  it('is the same for selectors that ask the same', () => {
    const head = '---\napiVersion: v1\nkind: ';
    const manifest = parseManifest(
      `${head}Pod\nmetadata: {name: a, labels: {a: b, c: d}}\nspec: {containers: [{name: a}]}\n` +
        `${head}Service\nmetadata: {name: a}\nspec: {selector: {a: b, c: d}}\n` +
        `${head}Service\nmetadata: {name: b}\nspec: {selector: {c: d, a: b}}\n`,
      'a.yaml',
    );
    const [one, other] = fileServices(manifest);
    assert.ok(one !== undefined && other !== undefined);
    assert.equal(one.selection, other.selection);
    assert.equal(one.selection.selected.length, 1);
  });
  it('cannot be said of one that asks for no value', () => {
    const index = filePods(parseManifest('apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n', 'a.yaml'));
    assert.deepEqual(selectionOf(index, [], undefined), { selected: [], unsure: true });
  });
});
