import assert from 'node:assert/strict';
import { parseManifest } from '../../../../server/src/manifest/model/parse';
import { suppressionsOf } from '../../../../server/src/manifest/suppressions';

const head = 'apiVersion: v1\nkind: Pod\n';
const many = 20_000;
const each = (line: (index: number) => string): string =>
  Array.from({ length: many }, (_, index) => line(index)).join('');

const shapes: readonly (readonly [string, string])[] = [
  ['keys', head + each((index) => `k${index}: v\n`)],
  ['equal keys', head + each(() => 'k: v\n')],
  ['half-typed keys', head + each((index) => `k${index}: v\nhalf\n`)],
  ['open quotes', head + each(() => 'a: "b\n')],
  ['open brackets', head + each(() => 'a: [b\n')],
  ['one open bracket', `${head}a: [\n${each(() => 'b: c\n')}`],
  ['quotes in quotes', `${head}a: '${each(() => "''")}`],
  ['aliases', `${head}a: &x 1\nb: [${each(() => '*x, ')}]\n`],
  ['merges', `${head}a: &x {p: 1}\n${each((index) => `k${index}: {<<: *x}\n`)}`],
  ['anchors', head + each((index) => `k${index}: &x v\n`)],
  ['tabs', head + each(() => '\t\n')],
  ['suppressions above lines', head + each((index) => `# plimsoll-disable x\nk${index}: v\n`)],
  ['suppressions behind lines', head + each((index) => `k${index}: v # plimsoll-disable x\n`)],
  ['suppressions of nothing', `${head}${each(() => '# plimsoll-disable-next-line x\n')}`],
  ['ignored ids', `${head}metadata:\n  annotations:\n    plimsoll/ignore: "${each((index) => `a[c${index}], `)}"\n`],
  ['documents', each(() => '---\nkind: Pod\n')],
  ['nested conditions', `${head}${each(() => '{{ if x }}\n')}a: 1\n${each(() => '{{ end }}\n')}`],
  ['ends without a start', head + each(() => 'a: 1\n{{ end }}\n')],
  ['printing actions', `${head}m:\n  a: 1\n${each(() => '  {{ x }}\n')}`],
  ['open actions', `${head}a: ${each(() => '{{ ')}\n`],
  ['open comments', `${head}${each(() => '{#')}\n`],
];

describe('manifest parsing of hostile texts', () => {
  for (const [name, text] of shapes)
    it(`takes no square of the time for ${name}`, () => {
      const started = process.cpuUsage();
      suppressionsOf(parseManifest(text, 'a.yaml'));
      const { user, system } = process.cpuUsage(started);
      // Half a second is usual; what grows with the square takes minutes.
      assert.ok((user + system) / 1e6 < 20, `${(user + system) / 1e6} s`);
    });
});
