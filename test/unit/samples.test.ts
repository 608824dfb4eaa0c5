import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { Analyser } from '../../server/src/engine/analyser';
import { defaultSettings } from '../../server/src/engine/settings';
import { languages } from '../../server/src/languages';

const analyser = new Analyser(languages);

function findingsIn(path: string): readonly string[] {
  const text = readFileSync(path, 'utf8');
  const { findings } = analyser.analyse({ path, languageId: undefined, text }, defaultSettings, '2026-11-24');
  return findings.map(({ rule, message }) => `${rule}: ${message}`);
}

const samples = readdirSync('samples', { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));

describe('samples', () => {
  it('show nothing where all is well', () => {
    for (const path of samples.filter((name) => /^good\/\w+/.test(name)))
      assert.deepEqual(findingsIn(`samples/${path}`), [], path);
  });

  it('say in their README what each file is for', () => {
    const readme = readFileSync('samples/README.md', 'utf8');
    const folders = samples.filter(
      (path) => !path.includes('/') && !/^(html|overlays|kubernetes|README\.md|site\.conf)$/.test(path),
    );
    for (const path of folders) assert.ok(readme.includes(`](${path}`), path);
    for (const [, link = ''] of readme.matchAll(/\]\(([^)]+?)\/?\)/g)) assert.ok(samples.includes(link), link);
  });
});
