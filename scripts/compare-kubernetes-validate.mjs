// Compares what we say of the fields of objects with what kubernetes-validate says (PyPI, `pip install kubernetes-validate`).
//
//   node --import tsx scripts/compare-kubernetes-validate.mjs PYTHON FOLDER…    prints every difference in real manifests
//   node --import tsx scripts/compare-kubernetes-validate.mjs PYTHON            records its answers on the pages' examples
//
// PYTHON is the interpreter that has the package.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [python = 'python3', ...folders] = process.argv.slice(2);
const files = folders.flatMap(manifestsIn);
process.chdir(root);
const { corpus } = await import('../test/fuzz/corpus.ts');
const { comparedObjects } = await import('../test/peers/objects.ts');
const { unexplained } = await import('../test/peers/explained.ts');

function manifestsIn(folder) {
  const here = path.resolve(folder);
  return readdirSync(here, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ya?ml|json)$/.test(name) && !name.includes('node_modules'))
    .map((name) => path.join(here, name));
}

function textOf(file) {
  try {
    const text = readFileSync(file, 'utf8');
    return text.length > 2_000_000 ? '' : text;
  } catch {
    return '';
  }
}

const seeds =
  files.length > 0
    ? files.map((file) => ({ path: file, text: textOf(file) }))
    : corpus().filter(({ language }) => language === 'manifest');
const objects = new Map();
for (const { text, path: file } of seeds)
  for (const object of comparedObjects(text, file))
    if (!objects.has(object.key)) objects.set(object.key, { ...object, file });

const validator = spawn(python, [path.join(root, 'scripts/kubernetes-validate.py')], {
  stdio: ['pipe', 'pipe', 'inherit'],
});
for (const { key, json } of objects.values()) validator.stdin.write(`[${JSON.stringify(key)},${json}]\n`);
validator.stdin.end();
const lines = createInterface({ input: validator.stdout })[Symbol.asyncIterator]();
const { value: first } = await lines.next();
if (first === undefined) process.exit(2);
const version = JSON.parse(first);
const answers = {};
for await (const line of lines) {
  const [key, complaints] = JSON.parse(line);
  if (complaints !== null) answers[key] = complaints;
}

if (files.length > 0) {
  let differing = 0;
  for (const [key, theirs] of Object.entries(answers)) {
    const { ours, file } = objects.get(key);
    const differences = unexplained(ours, theirs);
    if (differences.length === 0) continue;
    differing++;
    console.log(`${file}\n${differences.map((each) => `  ${each}`).join('\n')}`);
  }
  console.log(`kubernetes-validate ${version}: ${Object.keys(answers).length} objects, ${differing} differ`);
} else {
  const sorted = Object.entries(answers).sort(([one], [other]) => (one < other ? -1 : 1));
  const rows = sorted.map(([key, complaints]) => `    ${JSON.stringify(key)}: ${JSON.stringify(complaints)}`);
  writeFileSync(
    'test/peers/kubernetes-validate.json',
    `{\n  "version": ${JSON.stringify(version)},\n  "answers": {\n${rows.join(',\n')}\n  }\n}\n`,
  );
  console.log(`kubernetes-validate ${version}: ${rows.length} objects`);
}
