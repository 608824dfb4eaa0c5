import assert from 'node:assert/strict';
import { manifestEditor } from '../../../server/src/manifest/editor';
import type { Manifest } from '../../../server/src/manifest/model/manifest';
import { parseManifest } from '../../../server/src/manifest/model/parse';
import { context } from './marked';
import { configMap, deployment, shop } from './samples';

/** Asks everything of a text, at each of the offsets. */
function ask(text: string, offsets: Iterable<number>, path = 'app.yaml', previous?: Manifest): Manifest {
  const manifest = parseManifest(text, path, previous);
  const { completions, documentation, hover, outline, selections, symbolAt, links, hints } = manifestEditor;
  for (const { range } of links?.(manifest, context) ?? []) assert.ok(range.start < range.end, 'link');
  for (const { range, nameRange } of outline?.(manifest, context) ?? [])
    assert.ok(range.start <= nameRange.start && nameRange.end <= range.end, 'outline');
  for (const { at } of hints?.(manifest, { start: 0, end: text.length }, context) ?? []) assert.ok(at <= text.length);
  for (const offset of offsets) {
    for (const { edit, label, topic } of completions?.(manifest, offset, context) ?? []) {
      assert.ok(edit.range.start <= offset && offset <= edit.range.end, `${label} at ${offset}`);
      assert.ok(!text.slice(edit.range.start, edit.range.end).includes('\n'), `${label} at ${offset}`);
      if (topic !== undefined) documentation?.(topic, context);
    }
    const hovered = hover?.(manifest, offset, context);
    if (hovered !== undefined)
      assert.ok(hovered.range.start <= offset && offset <= hovered.range.end, `hover at ${offset}`);
    let inner = { start: offset, end: offset };
    for (const range of selections?.(manifest, offset, context) ?? []) {
      assert.ok(range.start <= inner.start && inner.end <= range.end, `selection at ${offset}`);
      inner = range;
    }
    const symbol = symbolAt?.(manifest, offset, context);
    for (const { range } of symbol?.rename?.edits('other') ?? [])
      assert.ok(range.end > range.start, `rename at ${offset}`);
  }
  return manifest;
}

const everywhere = (text: string, step = 1): number[] =>
  Array.from({ length: Math.ceil((text.length + 1) / step) }, (_, index) => index * step);

describe('the editor in a manifest', function () {
  this.timeout(60_000);

  it('answers everywhere in whole files', () => {
    ask(shop, everywhere(shop, 3));
    const windows = `\uFEFF${(deployment + configMap).replaceAll('\n', '\r\n')}`;
    ask(windows, everywhere(windows, 3));
  });

  it('answers where the text ends in the middle', () => {
    for (let end = 0; end < shop.length; end += 13) ask(shop.slice(0, end), [end]);
  });

  it('answers in what is broken, hostile or none of its business', () => {
    const texts = [
      '',
      '\u0000',
      '---\n---\n...\n',
      '- - - a: b\n- -\n-\n',
      'a: &a [*a]\nb: {c: *a, <<: *b}\n&x : *y\n',
      `apiVersion: v1\nkind: Pod\nspec:\n${'  '.repeat(200)}a:\n`,
      'apiVersion: v1\nkind: Pod\nspec:\n\tcontainers:\n\t- name: x\n',
      'apiVersion: v1\nkind: Pod\nspec: {containers: [{name: a, image: "b',
      'apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Pod\n  spec:\n    co\n- x\n',
      'apiVersion: v1\nkind: Pod\nspec:\n  containers: *none\n  volumes: &v\n  - name: *n\n',
      'apiVersion: v1\nkind: Pod\nmetadata: {{ include "x" . }}\nspec:\n  {{- if .a }}\n  containers:\n  {{- end }}\n  - a',
      '? a\n: b\n? [c]\n: - d\n',
    ];
    for (const text of texts)
      for (const path of ['app.yaml', 'chart/templates/app.yaml']) ask(text, everywhere(text), path);
    const json =
      '{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a"}, "spec": {"containers": [{"name": "a", "image": "nginx"}]}}';
    ask(json, everywhere(json), 'pod.json');
  });

  it('takes its time for no text', () => {
    const values = Array.from({ length: 20_000 }, (_, index) => `  k${index}: ${index}`).join('\n');
    const long = `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n${values}\n  x\n  ${'a'.repeat(100_000)}`;
    const started = performance.now();
    ask(long, [long.length, long.length - 100_003, long.length >> 1]);
    assert.ok(performance.now() - started < 20_000);
  });
});
