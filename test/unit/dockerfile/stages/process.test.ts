import assert from 'node:assert/strict';
import type { Process } from '../../../../server/src/dockerfile/model/dockerfile';
import { parseDockerfile } from '../../../../server/src/dockerfile/model/parse';
import type { Argument } from '../../../../server/src/shell/command-line';

const textOf = (...lines: readonly string[]): string => `${lines.join('\n')}\n`;

function processOf(...lines: readonly string[]): Process {
  const process = parseDockerfile(textOf(...lines)).stages.at(-1)?.process;
  assert.ok(process !== undefined, 'something runs');
  return process;
}

const words = (argv: readonly Argument[]): readonly (string | undefined)[] => argv.map(({ value }) => value);
const argvOf = (...lines: readonly string[]): readonly (string | undefined)[] => words(processOf(...lines).argv);
const programOf = (...lines: readonly string[]): readonly (string | undefined)[] => words(processOf(...lines).program);
const wrappersOf = (...lines: readonly string[]): readonly string[] =>
  processOf(...lines).wrappers.map(({ name }) => name);

describe('the process of an image', () => {
  it('is CMD', () => {
    const process = processOf('FROM debian', 'CMD ["a", "b c"]');
    assert.deepEqual(words(process.argv), ['a', 'b c']);
    assert.equal(process.form, 'exec');
    assert.deepEqual(process.program, process.argv);
    assert.equal(process.script, undefined);
    assert.equal(process.cmd?.keyword, 'CMD');
    assert.equal(process.entrypoint, undefined);
  });

  it('is ENTRYPOINT with CMD as its arguments', () =>
    assert.deepEqual(argvOf('FROM debian', 'CMD ["c"]', 'ENTRYPOINT ["a", "b"]'), ['a', 'b', 'c']));

  it('is the last of each', () =>
    assert.deepEqual(argvOf('FROM debian', 'CMD ["x"]', 'CMD ["y"]', 'ENTRYPOINT ["a"]', 'ENTRYPOINT ["b"]'), [
      'b',
      'y',
    ]));

  it('knows where its words stand', () => {
    const text = textOf('FROM debian', 'ENTRYPOINT ["a"]', 'CMD ["b\\u0063"]');
    const argv = parseDockerfile(text).stages.at(-1)?.process?.argv ?? [];
    assert.deepEqual(
      argv.map(({ range }) => range && text.slice(range.start, range.end)),
      ['"a"', '"b\\u0063"'],
    );
  });

  it('is nothing where nothing tells', () => {
    const none = (...lines: readonly string[]): void =>
      assert.equal(parseDockerfile(textOf(...lines)).stages.at(-1)?.process, undefined);
    none('FROM example.com/x');
    none('FROM scratch');
    none('FROM debian', 'ENTRYPOINT []', 'CMD []');
    none('FROM debian', 'CMD');
  });
});

describe('a shell form', () => {
  it('is a script of the shell', () => {
    const text = textOf('FROM debian', 'CMD nginx \\', '  # stay', "  -g 'daemon off;'", 'USER x');
    const { stages, instructions } = parseDockerfile(text);
    const process = stages.at(-1)?.process;
    assert.deepEqual(words(process?.argv ?? []), ['/bin/sh', '-c', "nginx   -g 'daemon off;'"]);
    assert.equal(process?.form, 'shell');
    assert.deepEqual(words(process?.program ?? []), ['nginx', '-g', 'daemon off;']);
    const cmd = instructions[1];
    assert.ok(cmd?.keyword === 'CMD' && cmd.command.form === 'shell');
    assert.equal(process?.script, cmd.command.script);
    const range = process?.program[2]?.range;
    assert.equal(range && text.slice(range.start, range.end), "'daemon off;'");
  });

  it('of several commands has no program, but a script', () => {
    const process = processOf('FROM debian', 'CMD nginx; tail -f /dev/null');
    assert.deepEqual(process.program, []);
    assert.equal(process.script?.statements.length, 2);
  });

  it('that ends in exec has the program that takes its place', () => {
    assert.deepEqual(programOf('FROM debian', 'CMD . /env && exec apache2 -D FOREGROUND'), [
      'apache2',
      '-D',
      'FOREGROUND',
    ]);
    assert.ok(wrappersOf('FROM debian', 'CMD exec nginx').includes('exec'));
  });

  it('of ENTRYPOINT swallows CMD', () => {
    const process = processOf('FROM debian', 'ENTRYPOINT a', 'CMD ["b"]');
    assert.deepEqual(words(process.argv), ['/bin/sh', '-c', 'a']);
    assert.equal(process.commandIgnored, true);
    assert.equal(processOf('FROM debian', 'ENTRYPOINT ["a"]', 'CMD b').commandIgnored, false);
    assert.equal(processOf('FROM debian', 'ENTRYPOINT a').commandIgnored, false);
  });

  it('is run by the shell that SHELL sets at its place', () => {
    const shell = 'SHELL ["/bin/bash", "-eo", "pipefail", "-c"]';
    assert.deepEqual(argvOf('FROM debian', shell, 'CMD a'), ['/bin/bash', '-eo', 'pipefail', '-c', 'a']);
    assert.deepEqual(argvOf('FROM debian', 'CMD a', shell), ['/bin/sh', '-c', 'a']);
    assert.deepEqual(programOf('FROM debian', shell, 'CMD a b'), ['a', 'b']);
  });

  it('of another shell is not looked into', () => {
    const process = processOf('FROM debian', 'SHELL ["pwsh", "-c"]', 'CMD nginx');
    assert.deepEqual(words(process.argv), ['pwsh', '-c', 'nginx']);
    assert.deepEqual(process.program, []);
    assert.equal(process.script, undefined);
  });

  it('that was meant to be an exec form is not looked into', () =>
    assert.deepEqual(programOf('FROM debian', "CMD ['nginx']"), []));
});

describe('wrappers', () => {
  it('are taken off', () => {
    assert.deepEqual(programOf('FROM debian', 'ENTRYPOINT ["tini", "-g", "--"]', 'CMD ["nginx", "-t"]'), [
      'nginx',
      '-t',
    ]);
    assert.deepEqual(wrappersOf('FROM debian', 'CMD ["tini", "--", "gosu", "app", "env", "X=1", "a"]'), [
      'tini',
      'gosu',
      'env',
    ]);
    assert.deepEqual(programOf('FROM debian', 'CMD ["/bin/sh", "-c", "exec nginx -t"]'), ['nginx', '-t']);
  });

  it('leave the script of a shell in a JSON array', () => {
    const text = textOf('FROM debian', 'CMD ["sh", "-c", "a && b"]');
    const script = parseDockerfile(text).stages.at(-1)?.process?.script;
    assert.equal(script && text.slice(script.range.start, script.range.end), 'a && b');
  });
});

describe('what a parent brings', () => {
  it('is the process of a stage', () =>
    assert.deepEqual(argvOf('FROM a AS base', 'ENTRYPOINT ["a"]', 'CMD ["b"]', 'FROM base'), ['a', 'b']));

  it('keeps its entrypoint for a new CMD', () =>
    assert.deepEqual(argvOf('FROM a AS base', 'ENTRYPOINT ["a"]', 'CMD ["b"]', 'FROM base', 'CMD ["c"]'), ['a', 'c']));

  it('loses its CMD to a new ENTRYPOINT', () => {
    const base = ['FROM a AS base', 'CMD ["b"]', 'FROM base'];
    assert.deepEqual(argvOf(...base, 'ENTRYPOINT ["a"]'), ['a']);
    assert.deepEqual(argvOf(...base, 'CMD ["c"]', 'ENTRYPOINT ["a"]'), ['a', 'c']);
    assert.deepEqual(argvOf('FROM nginx', 'ENTRYPOINT ["a"]'), ['a']);
  });

  it('is the process of a known image', () => {
    const process = processOf('FROM nginx');
    assert.deepEqual(words(process.argv), ['/docker-entrypoint.sh', 'nginx', '-g', 'daemon off;']);
    assert.ok(process.argv.every(({ range }) => range === undefined));
    assert.equal(process.entrypoint, undefined);
    assert.equal(process.complete, true);
  });

  it('gives way to what its entrypoint script is given', () => {
    const process = processOf('FROM nginx', 'CMD ["nginx"]');
    assert.deepEqual(words(process.program), ['nginx']);
    assert.deepEqual(
      process.wrappers.map(({ name }) => name),
      ['docker-entrypoint.sh'],
    );
    assert.deepEqual(programOf('FROM redis', 'CMD ["--port", "1"]'), ['docker-entrypoint.sh', '--port', '1']);
    assert.deepEqual(programOf('FROM nginx', 'CMD nginx'), ['nginx']);
  });

  it('may be something of its own when the image is not known', () => {
    assert.equal(processOf('FROM example.com/x', 'CMD ["a"]').complete, false);
    assert.equal(processOf('FROM example.com/x', 'ENTRYPOINT ["a"]').complete, true);
    assert.equal(processOf('FROM debian', 'CMD ["a"]').complete, true);
  });
});
