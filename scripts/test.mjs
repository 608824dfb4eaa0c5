// Runs every suite in turn, whatever fails on the way, and sums them up. The last line says `N passed, N failed`.
// Usage: node scripts/test.mjs [SUITE]...
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { root } from './on-demand.mjs';

const mocha = (folder) => ['node_modules/mocha/bin/mocha.js', `test/${folder}/**/*.test.ts`];

const sum = (output, pattern) => [...output.matchAll(pattern)].reduce((total, [, count]) => total + Number(count), 0);

/** How the output of each kind of suite says what passed and what failed. */
const countsOf = {
  mocha: (output) => ({ passed: sum(output, /^\s*(\d+) passing\b/gm), failed: sum(output, /^\s*(\d+) failing\b/gm) }),
  grammar: (output) => ({ passed: output.match(/^✓ /gm)?.length ?? 0, failed: output.match(/^✖ /gm)?.length ?? 0 }),
  editor: (output) => {
    const [, passed = 0, all = 0] = /^(\d+) of (\d+) tests passed$/m.exec(output) ?? [];
    return { passed: Number(passed), failed: all - passed };
  },
  /** The suite is one test. */
  whole: (_output, status) => ({ passed: status === 0 ? 1 : 0, failed: 0 }),
};

/** Each step is a command for Node, with paths from the root; a step runs only when the one before it succeeded. */
const suites = [
  { name: 'types', count: countsOf.whole, steps: [['node_modules/typescript/bin/tsc', '-b']] },
  {
    name: 'lint',
    count: countsOf.whole,
    steps: [['node_modules/@biomejs/biome/bin/biome', 'ci', '--colors=off', '--max-diagnostics=20', '.']],
  },
  { name: 'unit', count: countsOf.mocha, steps: [mocha('unit')] },
  { name: 'rules', count: countsOf.mocha, steps: [mocha('rules')] },
  { name: 'peers', count: countsOf.mocha, steps: [mocha('peers')] },
  {
    name: 'protocol',
    count: countsOf.mocha,
    steps: [['scripts/bundle.mjs', '--minify', '--tests'], mocha('protocol')],
  },
  { name: 'fuzz', count: countsOf.mocha, steps: [mocha('fuzz')] },
  { name: 'grammar', count: countsOf.grammar, steps: [['test/grammar/run.mjs']] },
  { name: 'packaging', count: countsOf.whole, steps: [['scripts/package.mjs']] },
  { name: 'editor-web', count: countsOf.editor, steps: [['test/e2e/run.mjs', 'web', '--packed']] },
  // The README's pictures, each of which is a test; those in images/ are taken by `npm run pictures`.
  { name: 'pictures', count: countsOf.whole, steps: [['test/e2e/pictures.mjs', 'dist/pictures']] },
  { name: 'editor-node', count: countsOf.editor, steps: [['test/e2e/run.mjs', 'node', '--packed']] },
  { name: 'editor-chinese', count: countsOf.whole, steps: [['test/e2e/language.mjs']] },
];

/** Runs Node on a script, shows what it prints and keeps it too. */
async function run(command) {
  const child = spawn(process.execPath, command, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
      process.stdout.write(text);
    });
  }
  const [status] = await once(child, 'close');
  return { output, status };
}

async function runSuite({ name, count, steps }) {
  console.log(`\n── ${name}`);
  const started = Date.now();
  let result;
  for (const step of steps) {
    result = await run(step);
    if (result.status !== 0) break;
  }
  const { passed, failed } = count(result.output, result.status);
  // A suite that broke off without naming a failure, and one without any test, are failures themselves.
  const broken = failed === 0 && (result.status !== 0 || passed === 0);
  return { name, passed, failed: broken ? 1 : failed, seconds: (Date.now() - started) / 1000 };
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !suites.some((suite) => suite.name === name));
if (unknown.length > 0) {
  console.error(`no such suite: ${unknown.join(', ')}; there are ${suites.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}

const results = [];
for (const suite of suites) {
  if (asked.length === 0 || asked.includes(suite.name)) results.push(await runSuite(suite));
}

console.log(`\n${'suite'.padEnd(12)}  passed  failed  seconds`);
for (const { name, passed, failed, seconds } of results) {
  const cells = [String(passed).padStart(6), String(failed).padStart(6), seconds.toFixed(1).padStart(7)];
  console.log(`${name.padEnd(12)}  ${cells.join('  ')}${failed > 0 ? '  FAILED' : ''}`);
}
const total = (key) => results.reduce((all, result) => all + result[key], 0);
console.log(`\n${total('passed')} passed, ${total('failed')} failed`);
process.exitCode = total('failed') > 0 ? 1 : 0;
