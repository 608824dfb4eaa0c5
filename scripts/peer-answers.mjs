// What the scripts that record other tools' answers have in common: see record-hadolint.mjs and its like.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
const { keyOf, manifestExamples } = await import('../test/peers/examples.ts');

/** A folder for what the tools read, which goes when the script ends. */
export const folder = mkdtempSync(path.join(os.tmpdir(), 'peers-'));
process.on('exit', () => rmSync(folder, { recursive: true }));

/** The Kubernetes version that the tools are told, where they ask. */
export const { newestKubernetes } = await import('../server/src/engine/settings.ts');

/**
 * Runs a tool.
 * @param tool its executable
 * @param input what it reads from its standard input
 * @returns what it prints
 */
export function run(tool, words, input = '') {
  const { stdout, error } = spawnSync(tool, words, { input, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (error !== undefined) {
    console.error(`${tool} cannot be run: ${error.message}`);
    process.exit(2);
  }
  return stdout;
}

/** What stands for an object in the records: its kind, name and namespace. */
export function objectName(kind, name, namespace) {
  return `${kind}/${name}${namespace ? `@${namespace}` : ''}`;
}

/** What was recorded of a tool before. */
export function recorded(name) {
  const file = `test/peers/${name}.json`;
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { answers: {} };
}

/** The answers that still hold; none where another version of the tool gave them, or all are asked for again. */
export function answersBefore(name, { version }) {
  const before = recorded(name);
  return before.version === version && !process.argv.includes('--all') ? before.answers : {};
}

/**
 * Asks a tool about every manifest example and writes what it answers to test/peers/NAME.json: for each object that the
 * tool read, the checks that it fails, by their place in `checks`, with the containers that it names.
 * @param version of the tool; where it was built from source and does not know it, the one that was recorded before
 * @param checks ids of all its checks
 * @param answer from the path of a file to `{ object, check, container }` for each failed check; without `check` for an
 *   object that was read
 */
export function record(name, version, checks, answer) {
  const known = [...checks].sort();
  const fields = { version: version ?? recorded(name).version ?? 'unknown', checks: known };
  const before = answersBefore(name, fields);
  const answers = {};
  for (const { text } of manifestExamples()) {
    const key = keyOf(text);
    if (key in before) {
      answers[key] = before[key];
      continue;
    }
    const file = path.join(folder, 'manifest.yaml');
    writeFileSync(file, text);
    const objects = byObject(answer(file));
    if (objects.size === 0) continue;
    const entries = [...objects].sort(byName).map(([object, failed]) => [object, written(failed, known)]);
    answers[key] = Object.fromEntries(entries);
  }
  writeRecord(name, fields, answers);
}

/** Writes test/peers/NAME.json, with a line for each field and each example. */
export function writeRecord(name, fields, answers) {
  const lines = (values, indentation) =>
    Object.entries(values).map(([key, value]) => `${indentation}${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  const rows = lines(Object.fromEntries(Object.entries(answers).sort(byName)), '    ');
  const head = lines(fields, '  ').join(',\n');
  writeFileSync(`test/peers/${name}.json`, `{\n${head},\n  "answers": {\n${rows.join(',\n')}\n  }\n}\n`);
  console.log(`${name} ${fields.version}: ${rows.length} examples`);
}

function byObject(answers) {
  const objects = new Map();
  for (const { object, check, container } of answers) {
    const failed = objects.get(object) ?? new Map();
    objects.set(object, failed);
    if (check === undefined) continue;
    const containers = failed.get(check) ?? new Set();
    failed.set(check, containers);
    if (container !== undefined) containers.add(container);
  }
  return objects;
}

function written(failed, known) {
  return [...failed]
    .map(([check, containers]) => [known.indexOf(check), [...containers].sort().join()])
    .filter(([index]) => index >= 0)
    .sort(([one], [other]) => one - other)
    .map(([index, containers]) => (containers === '' ? String(index) : `${index}:${containers}`))
    .join(' ');
}

function byName([one], [other]) {
  return one < other ? -1 : 1;
}
