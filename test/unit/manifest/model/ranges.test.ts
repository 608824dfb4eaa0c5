import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ManifestDocument } from '../../../../server/src/manifest/model/manifest';
import type { Node } from '../../../../server/src/manifest/model/nodes';
import { parseManifest } from '../../../../server/src/manifest/model/parse';
import { documentOf, nodesOf, scalarsOf, valueOfNode } from './reading';

const folder = join(__dirname, 'fixtures');
const fixtures = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(?:ya?ml|json)$/.test(name))
  .map((name) => ({ name: name.replaceAll('\\', '/'), text: readFileSync(join(folder, name), 'utf8') }));

const pathOf = (name: string): string => (name.startsWith('helm/') ? `chart/templates/${name}` : name);

/** A node's text by itself, its first line indented as the others are. */
function alone({ text }: ManifestDocument, { range }: Node): string {
  const line = text.lastIndexOf('\n', range.start - 1) + 1;
  const column = range.start - line;
  const written = text.slice(range.start, range.end);
  return written.includes('\n') ? `${' '.repeat(column)}${written}\n` : written;
}

/** Blocks lose the line ends that chomping looks at. */
const shown = (node: Node | undefined): string => JSON.stringify(valueOfNode(node)).replace(/(?:\\n)+"/g, '"');

/** Every range lies inside the one around it, and none overlaps the one before. */
function assertNested(node: Node | undefined, start: number, end: number): void {
  if (node === undefined || node.alias !== undefined) return;
  const { range } = node;
  assert.ok(start <= range.start && range.start <= range.end && range.end <= end, 'inside what is around');
  if (node.kind === 'mapping')
    for (const entry of [...node.entries, ...node.merges]) {
      if (entry.merged || entry.key.alias !== undefined) continue;
      assert.ok(range.start <= entry.range.start && entry.range.end <= range.end, `entry ${entry.name}`);
      assertNested(entry.key, entry.range.start, entry.range.end);
      assertNested(entry.value, entry.range.start, entry.range.end);
    }
  else if (node.kind === 'sequence')
    for (const item of node.items) {
      assert.ok(range.start <= item.range.start && item.range.end <= range.end, 'item');
      assertNested(item.value, item.range.start, item.range.end);
    }
}

function assertSound(text: string, path: string): void {
  for (const { start, document } of parseManifest(text, path).documents) {
    assert.equal(text.slice(start, start + document.text.length), document.text);
    assertNested(document.root, 0, document.text.length);
    for (const { range } of [...document.problems, ...document.comments])
      assert.ok(0 <= range.start && range.start <= range.end && range.end <= document.text.length);
    for (const scalar of scalarsOf(document.root)) {
      const offsets = scalar.offsets?.();
      if (offsets === undefined) continue;
      for (const offset of offsets) assert.ok(scalar.range.start <= offset && offset <= document.text.length);
    }
  }
}

describe('manifest ranges', () => {
  it('have fixtures to be tried on', () => {
    assert.ok(fixtures.length >= 12);
  });

  for (const { name, text } of fixtures) {
    it(`of every node of ${name} are read again as the same value`, () => {
      const path = pathOf(name);
      for (const { document } of parseManifest(text, path).documents) {
        if (document.mode === 'template') continue;
        for (const node of nodesOf(document.root)) {
          if (/[&*]|<</.test(document.text.slice(node.range.start, node.range.end))) continue;
          const written = alone(document, node);
          const again = documentOf(written, `again${/\.json$/.test(name) ? '.json' : '.yaml'}`).root;
          assert.equal(shown(again), shown(node), written);
        }
      }
    });

    it(`of ${name} are as sound with Windows line ends`, () => {
      const windows = text.replaceAll('\n', '\r\n');
      assertSound(windows, pathOf(name));
      const rootsOf = (written: string): readonly string[] =>
        parseManifest(written, pathOf(name)).documents.map(({ document }) =>
          shown(document.root).replaceAll('\\r', ''),
        );
      assert.deepEqual(rootsOf(windows), rootsOf(text));
    });

    it(`stay inside when ${name} is cut off at any place`, () => {
      for (let end = 0; end <= text.length; end++) assertSound(text.slice(0, end), pathOf(name));
    });

    it(`stay inside when a character of ${name} is lost or added`, () => {
      const added = ['\n', ':', '- ', '"', "'", '[', '{', '|', '\t', '&a ', '*a', '#', '{{', '}}'];
      for (let at = 0; at < text.length; at += 7) {
        assertSound(text.slice(0, at) + text.slice(at + 1), pathOf(name));
        const extra = added[(at / 7) % added.length] ?? '';
        assertSound(text.slice(0, at) + extra + text.slice(at), pathOf(name));
      }
    });
  }
});
