import assert from 'node:assert/strict';
import type { OutlineEntry } from '../../../server/src/engine/editor';
import { manifestEditor } from '../../../server/src/manifest/editor';
import { parseManifest } from '../../../server/src/manifest/model/parse';
import { context, marked } from './marked';
import { shop } from './samples';

const manifest = parseManifest(shop, 'shop.yaml');

/** An outline as indented lines. */
const lines = (entries: readonly OutlineEntry[], depth = 0): readonly string[] =>
  entries.flatMap(({ name, detail, children }) => [
    `${'  '.repeat(depth)}${name}${detail === undefined ? '' : ` (${detail})`}`,
    ...lines(children, depth + 1),
  ]);

describe('the structure of a manifest', () => {
  it('is shown as objects with their containers, probes, volumes, keys and ports', () => {
    assert.deepEqual(lines(manifestEditor.outline?.(manifest, context) ?? []), [
      'Deployment web (shop)',
      '  migrate (node:24 (init))',
      '  proxy (envoyproxy/envoy:v1.31 (native sidecar, ambassador))',
      '  server (node:24)',
      '    livenessProbe (httpGet, dead after 30 s)',
      '  volume tmp (emptyDir)',
      '  volume config (configMap)',
      '  volume data (persistentVolumeClaim)',
      'ConfigMap web-config (shop)',
      '  LEVEL',
      '  app.yaml',
      'Service front (shop)',
      '  port public',
      'Ingress web (shop)',
      'CronJob night',
    ]);
    const json = parseManifest(
      '{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "a"}, "data": {"b": ""}}',
      'a.json',
    );
    assert.deepEqual(lines(manifestEditor.outline?.(json, context) ?? []), ['ConfigMap a', '  b']);
    assert.deepEqual(manifestEditor.outline?.(parseManifest('services: {}\n', 'a.yaml'), context), undefined);
  });

  it('is selected from the value to the document', () => {
    const { offset } = marked(shop.replace('memory: 512Mi', 'memory: 51¦2Mi'));
    const found = (manifestEditor.selections?.(manifest, offset, context) ?? []).map(({ start, end }) =>
      shop.slice(start, end),
    );
    assert.deepEqual(found.slice(0, 3), ['512Mi', 'memory: 512Mi', 'memory: 512Mi\n              cpu: 250m']);
    assert.ok(found.some((text) => text.startsWith('- name: server') && text.endsWith('failureThreshold: 3')));
    assert.equal(found.at(-1), shop.slice(0, shop.indexOf('---\n')));
  });

  it('has hints about probes, images and helpers', () => {
    const hints = manifestEditor.hints?.(manifest, { start: 0, end: shop.length }, context) ?? [];
    assert.deepEqual(
      hints.map(({ id, at, text }) => [
        id,
        shop.slice(shop.lastIndexOf('\n', at - 1) + 1, at).trim(),
        text.replace(/\d+ MB/, '9 MB'),
      ]),
      [
        ['imageSize', 'image: node:24', '9 MB'],
        ['containerRole', '- name: proxy', 'native sidecar, ambassador'],
        ['imageSize', 'image: node:24', '9 MB'],
        ['probeTiming', 'livenessProbe:', 'dead after 30 s'],
      ],
    );
    const first = shop.indexOf('containers:\n        - name: server');
    assert.equal(manifestEditor.hints?.(manifest, { start: first, end: first + 80 }, context)?.length, 1);
  });

  it('has links from images to their pages', () => {
    const links = manifestEditor.links?.(manifest, context) ?? [];
    assert.deepEqual(
      links.map(({ range, target }) => [shop.slice(range.start, range.end), target]),
      [
        ['node:24', 'https://hub.docker.com/_/node'],
        ['envoyproxy/envoy:v1.31', 'https://hub.docker.com/r/envoyproxy/envoy'],
        ['node:24', 'https://hub.docker.com/_/node'],
      ],
    );
  });
});
