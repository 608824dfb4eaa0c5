// Runs real editors, without a screen, on the packaged server with the settings that docs/other-editors.md gives: each shows what
// `plimsoll check` finds, and applies a fix. An editor that is not installed is skipped, and said to be.
// Usage: node test/editors/run.mjs [neovim|emacs|vim]...
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter } from 'node:path';
import { fileURLToPath } from 'node:url';
import { editors } from './editors.mjs';

// A server elsewhere may be named, to try an installed one.
const plimsoll = process.env.PLIMSOLL ?? fileURLToPath(new URL('../../server/bin/plimsoll.js', import.meta.url));

/** Files with findings of several severities, one of which has a safe fix: what it makes of the file is what `--fix` does. */
const files = [
  {
    name: 'Dockerfile',
    rule: 'split-package-update',
    text: `FROM debian:13-slim
# The é and the 🐳 count differently in bytes, in characters and in UTF-16.
RUN apt-get update
RUN apt-get install -y curl
USER 10001:10001
CMD curl https://example.com/é/🐳
`,
  },
  {
    name: 'deployment.yaml',
    rule: 'wrong-type',
    text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 2
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: wbe
    spec:
      containers:
        - name: web # é 🐳
          image: registry.example.com/web:1.4.2
          resources:
            limits:
              memory: 128M
          ports:
            - name: http
              containerPort: "8080"
`,
  },
];

const check = (...words) =>
  spawnSync(process.execPath, [plimsoll, 'check', '--fail-on', 'none', ...words], { encoding: 'utf8' }).stdout;

const byPlace = (one, other) => one.line - other.line || one.rule.localeCompare(other.rule);

/** An editor of its own home and folder, so that nobody's settings are read or changed. */
function tryFile(editor, { name, rule, text }) {
  const home = mkdtempSync(`${tmpdir()}/plimsoll-editor-`);
  try {
    const file = `${home}/project/${name}`;
    for (const folder of ['bin', 'project', 'config', 'data', 'state', 'cache']) mkdirSync(`${home}/${folder}`);
    symlinkSync(plimsoll, `${home}/bin/plimsoll`);
    writeFileSync(file, text);
    const { findings } = JSON.parse(check('--format', 'json', file));
    const { title } = findings.find((finding) => finding.rule === rule).fix;
    check('--fix', ...(editor.saves ? [] : ['--select', rule]), file);
    const fixed = readFileSync(file, 'utf8');
    assert.notEqual(fixed, text);
    writeFileSync(file, text);

    const report = `${home}/report.json`;
    const test = { file, rule, title, count: findings.length, save: editor.saves === true, report };
    const [program, ...words] = editor.command(home, file);
    const { status, signal, stderr } = spawnSync(program, words, {
      cwd: `${home}/project`,
      encoding: 'utf8',
      timeout: 60_000,
      env: {
        ...process.env,
        HOME: home,
        XDG_CONFIG_HOME: `${home}/config`,
        XDG_DATA_HOME: `${home}/data`,
        XDG_STATE_HOME: `${home}/state`,
        XDG_CACHE_HOME: `${home}/cache`,
        PATH: `${home}/bin${delimiter}${process.env.PATH}`,
        PLIMSOLL_TEST: JSON.stringify(test),
      },
    });
    assert.equal(status, 0, `${program} ended with ${signal ?? status}: ${stderr}`);

    const { found, titles } = JSON.parse(readFileSync(report, 'utf8'));
    const expected = findings.map(({ rule: id, severity, message, range }) => ({
      rule: id,
      severity: editor.hasTwoSeverities && severity !== 'error' ? 'warning' : severity,
      line: range.start.line,
      message,
    }));
    assert.deepEqual(found.toSorted(byPlace), expected.toSorted(byPlace));
    if (!test.save) assert.ok(titles.includes(title), `${title} is offered: ${titles.join(', ')}`);
    assert.equal(readFileSync(file, 'utf8'), fixed);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(editors, name));
if (unknown.length > 0) {
  console.error(`no such editor: ${unknown.join(', ')}; there are ${Object.keys(editors).join(', ')}`);
  process.exit(2);
}

let passed = 0;
let failed = 0;
for (const name of asked.length > 0 ? asked : Object.keys(editors)) {
  const { missing, runs = [] } = editors[name]();
  if (missing !== undefined) console.log(`- ${name} skipped: ${missing}`);
  for (const run of runs)
    for (const file of files)
      try {
        tryFile(run, file);
        passed++;
        console.log(`✓ ${run.name}: ${file.name}`);
      } catch (error) {
        failed++;
        console.log(`✖ ${run.name}: ${file.name}\n${error.message}`);
      }
}
if (passed + failed === 0) console.log('nothing was tested: none of the editors is installed');
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
