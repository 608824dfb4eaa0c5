import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendCommand } from '../../../../server/src/dockerfile/edits/append-command';
import { joinRuns } from '../../../../server/src/dockerfile/edits/join-runs';
import { prependCommand } from '../../../../server/src/dockerfile/edits/prepend-command';
import { removeCommand } from '../../../../server/src/dockerfile/edits/remove-command';
import type { Dockerfile, RunCommand } from '../../../../server/src/dockerfile/model/dockerfile';
import { runsOf } from '../../../../server/src/dockerfile/model/lookups';
import { parseDockerfile } from '../../../../server/src/dockerfile/model/parse';
import { applied } from '../../../../server/src/engine/edits';
import type { TextEdit } from '../../../../server/src/engine/text';

/** Scripts of commands that do nothing but say their names; a real shell runs them with every set of failing commands. */
const scripts: readonly string[] = [
  'run A',
  'run A && run B && run C',
  'run A; run B; run C',
  'run A; run B && run C; run D',
  'run A || run B && run C',
  'run A && run B || run C; run D',
  'set -e; run A; run B; run C',
  'set -e; run A && run B; run C',
  'set -e && run A && run B',
  'set -e; run A; run B && run C',
  'set -e && { run A; run B && run C; }',
  'set -e; (run A || run B) || run C; run D',
  'set -e; { run A; } || run B; run C',
  'set -e; (run A && run B); run C',
  'set -e; if run A; then run B && run C; fi; run D',
  'if run A; then run B; else run C; run D; fi && run E',
  '{ run A; run B; } && run C',
  'set -e; run A; set +e; run B; run C',
  'set -e; run A || { run B; run C; }',
  '! run A && run B; run C',
];

const names = 'ABCDE';
const definitions = `run() { printf '%s ' "$1"; eval "return \\\${F_$1:-0}"; }`;
const known = new Map<string, readonly string[]>();

/** For every set of commands that fail, the trace of what runs, and `ok` when the build goes on. */
function tracesOf(text: string, failing: readonly string[]): readonly string[] {
  const key = [text, ...failing].join('\0');
  const before = known.get(key);
  if (before !== undefined) return before;
  const bodies = runsOf(parseDockerfile(text)).map(({ argumentsRange, heredocs: [heredoc] }) => {
    const { start, end } = heredoc?.body ?? argumentsRange;
    return text.slice(start, end);
  });
  const script = [definitions];
  for (let set = 0; set < 1 << failing.length; set++) {
    const variables = failing.filter((_, index) => set & (1 << index)).map((name) => `F_${name}=1; `);
    script.push('status=0');
    for (const index of bodies.keys())
      script.push(`if [ $status = 0 ]; then ( ${variables.join('')}eval "$BODY_${index}" ); status=$?; fi`);
    script.push('if [ $status = 0 ]; then echo ok; else echo; fi');
  }
  const environment = Object.fromEntries(bodies.map((body, index) => [`BODY_${index}`, body]));
  const { stdout } = spawnSync('sh', ['-c', script.join('\n')], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, ...environment },
  });
  const traces = stdout
    .replace(/\n$/, '')
    .split('\n')
    .map((trace) => trace.trim());
  assert.equal(traces.length, 1 << failing.length);
  known.set(key, traces);
  return traces;
}

const without = (name: string, traces: readonly string[]): readonly string[] =>
  traces.map((trace) => trace.replace(`${name} `, '').replace(new RegExp(` ?\\b${name}$`), ''));

const isOk = (trace: string): boolean => trace.endsWith('ok');

/** Calls `check` for each command of each script, as a line and as a here-document. */
function forEachCommand(
  check: (text: string, dockerfile: Dockerfile, command: RunCommand, name: string, used: readonly string[]) => void,
): void {
  for (const script of scripts)
    for (const text of [`FROM a\nRUN ${script}\n`, `FROM a\nRUN <<EOF\n${script.replaceAll('; ', '\n')}\nEOF\n`]) {
      if (text.includes('{\n') || text.includes('EOF\nif')) continue;
      const dockerfile = parseDockerfile(text);
      const used = [...names].filter((name) => script.includes(`run ${name}`));
      for (const command of runsOf(dockerfile).flatMap(({ commands }) => commands)) {
        const name = command.words[1]?.value;
        if (command.name === 'run' && name !== undefined) check(text, dockerfile, command, name, used);
      }
    }
}

const textAfter = (text: string, edits: readonly TextEdit[] | undefined): string | undefined =>
  edits === undefined ? undefined : applied(text, edits);

describe('what a shell does after an edit', () => {
  before(function () {
    if (spawnSync('sh', ['-c', 'exit 0']).status !== 0) this.skip();
  });

  it('is told by the traces', () =>
    assert.deepEqual(tracesOf('FROM a\nRUN run A && run B\n', ['A', 'B']), ['A B ok', 'A', 'A B', 'A']));

  it('is the same but for the command that is appended', function () {
    this.timeout(60_000);
    let made = 0;
    forEachCommand((text, dockerfile, command, _, used) => {
      const changed = textAfter(text, appendCommand(dockerfile, command, 'run Z'));
      if (changed === undefined) return;
      made += 1;
      assert.deepEqual(without('Z', tracesOf(changed, used)), tracesOf(text, used), changed);
    });
    assert.ok(made > 80);
  });

  it('is the same but for the command that is prepended', function () {
    this.timeout(60_000);
    let made = 0;
    forEachCommand((text, dockerfile, command, name, used) => {
      const changed = textAfter(text, prependCommand(dockerfile, command, 'run Z'));
      if (changed === undefined) return;
      made += 1;
      const traces = tracesOf(changed, used);
      assert.deepEqual(without('Z', traces), tracesOf(text, used), changed);
      for (const trace of traces)
        if (trace.includes(name)) assert.ok(trace.includes('Z') && trace.indexOf('Z') < trace.indexOf(name), changed);
    });
    assert.ok(made > 80);
  });

  it('is the same as if the command that is removed had succeeded, or stricter', function () {
    this.timeout(60_000);
    let made = 0;
    forEachCommand((text, dockerfile, command, name, used) => {
      const changed = textAfter(text, removeCommand(dockerfile, command));
      if (changed === undefined || runsOf(parseDockerfile(changed)).length === 0) return;
      made += 1;
      const others = used.filter((other) => other !== name);
      const wanted = without(name, tracesOf(text, others));
      for (const [index, trace] of tracesOf(changed, others).entries())
        if (isOk(trace)) assert.equal(trace, wanted[index], changed);
        else assert.ok(wanted[index]?.startsWith(trace), changed);
    });
    assert.ok(made > 50);
  });

  it('is the same when two RUNs are one', function () {
    this.timeout(60_000);
    let made = 0;
    const seconds = ['run D', 'run D && run E', 'set -e; run D; run E', 'run D; run E'];
    for (const first of scripts)
      for (const second of seconds) {
        if (/run [DE]/.test(first)) continue;
        const text = `FROM a\nRUN ${first}\nRUN ${second}\n`;
        const dockerfile = parseDockerfile(text);
        const [one, other] = runsOf(dockerfile);
        assert.ok(one !== undefined && other !== undefined);
        const changed = textAfter(text, joinRuns(dockerfile, one, other));
        if (changed === undefined) continue;
        made += 1;
        const used = [...names].filter((name) => text.includes(`run ${name}`));
        assert.deepEqual(tracesOf(changed, used), tracesOf(text, used), changed);
      }
    assert.ok(made > 15);
  });
});
