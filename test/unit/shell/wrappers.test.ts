import assert from 'node:assert/strict';
import { type Argument, argumentsOf, literalArgument } from '../../../server/src/shell/command-line';
import { commandPlaces } from '../../../server/src/shell/commands';
import { mappedSource } from '../../../server/src/shell/source';
import { effectiveProgram, unwrap } from '../../../server/src/shell/wrappers';
import { firstSimple, written } from './reading';

const argv = (text: string): readonly Argument[] => argumentsOf(firstSimple(text));
const texts = (words: readonly Argument[]): string => words.map(({ text }) => text).join(' ');

describe('wrappers', () => {
  const shown = (text: string): readonly string[] => {
    const { wrappers, program } = unwrap(argv(text));
    return [...wrappers.map(({ kind, range }) => `${kind}: ${written(text, range)}`), texts(program)];
  };

  it('are taken off in whatever order they nest', () => {
    assert.deepEqual(shown('tini -g -- gosu app:app env -i A=b C=$d nice -n 5 server -x'), [
      'init: tini -g --',
      'user: gosu app:app',
      'environment: env -i A=b C=$d',
      'priority: nice -n 5',
      'server -x',
    ]);
    assert.deepEqual(shown('env A=b tini server'), ['environment: env A=b', 'init: tini', 'server']);
    assert.deepEqual(shown('server -- tini'), ['server -- tini']);
  });

  it('are known with their options', () => {
    assert.deepEqual(shown('/sbin/tini -p SIGTERM -vv server'), ['init: /sbin/tini -p SIGTERM -vv', 'server']);
    assert.deepEqual(shown('dumb-init --rewrite 15:3 -c a'), ['init: dumb-init --rewrite 15:3 -c', 'a']);
    assert.deepEqual(shown('docker-init -- a'), ['init: docker-init --', 'a']);
    assert.deepEqual(shown('catatonit -- a'), ['init: catatonit --', 'a']);
    assert.deepEqual(shown('exec -a name a b'), ['exec: exec -a name', 'a b']);
    assert.deepEqual(shown('command -p a'), ['exec: command -p', 'a']);
    assert.deepEqual(shown('env -u A --unset=B -C /c D=e a'), ['environment: env -u A --unset=B -C /c D=e', 'a']);
    assert.deepEqual(shown('env - a'), ['environment: env -', 'a']);
    assert.deepEqual(shown('su-exec 1000:1000 a'), ['user: su-exec 1000:1000', 'a']);
    assert.deepEqual(shown('setuidgid app a'), ['user: setuidgid app', 'a']);
    assert.deepEqual(shown('setpriv --reuid=1 --regid 2 --clear-groups a'), [
      'user: setpriv --reuid=1 --regid 2 --clear-groups',
      'a',
    ]);
    assert.deepEqual(shown('chpst -u app -o 64 -P a'), ['user: chpst -u app -o 64 -P', 'a']);
    assert.deepEqual(shown('nice -10 a'), ['priority: nice -10', 'a']);
    assert.deepEqual(shown('ionice -c2 -n 3 a'), ['priority: ionice -c2 -n 3', 'a']);
    assert.deepEqual(shown('stdbuf -oL -e 0 a'), ['priority: stdbuf -oL -e 0', 'a']);
    assert.deepEqual(shown('timeout -s KILL --foreground 5m a'), ['timeout: timeout -s KILL --foreground 5m', 'a']);
    assert.deepEqual(shown('nohup a'), ['nohup: nohup', 'a']);
    assert.deepEqual(shown('sudo -E -u app A=b a'), ['sudo: sudo -E -u app A=b', 'a']);
    assert.deepEqual(shown('sudo -Eu app a'), ['sudo: sudo -Eu app', 'a']);
    assert.deepEqual(shown('sudo -u$USER a'), ['sudo: sudo -u$USER', 'a']);
    assert.deepEqual(shown('gosu "$USER" a'), ['user: gosu "$USER"', 'a']);
    assert.deepEqual(shown('tini -- "$@"'), ['init: tini --', '"$@"']);
  });

  it('are programs themselves when they run none', () => {
    for (const text of [
      'tini',
      'tini --version',
      'command -v a',
      'env',
      'env -S "a b"',
      'gosu app',
      'sudo -l',
      'sh',
      'exec',
    ]) {
      assert.deepEqual(shown(text), [text]);
    }
    assert.deepEqual(shown('sh script.sh -c a'), ['sh script.sh -c a']);
    assert.deepEqual(shown('bash -x $a'), ['bash -x $a']);
    assert.deepEqual(unwrap([]).program, []);
  });

  it('may be shells with a script, which is read where it stands', () => {
    const text = `exec /bin/bash -euxo pipefail -c 'a && "b c" '"d\\" e" name one`;
    const { wrappers, program, script, scriptArgument, scriptOperands } = unwrap(argv(text));
    assert.deepEqual(
      wrappers.map(({ name, kind }) => `${kind} ${name}`),
      ['exec exec', 'shell bash'],
    );
    assert.deepEqual(program, []);
    assert.equal(scriptArgument?.value, 'a && "b c" d" e');
    assert.equal(texts(scriptOperands), 'name one');
    assert.equal(script?.located, true);
    const commands = commandPlaces(script).map(({ command }) => command.words.map(({ range }) => written(text, range)));
    assert.deepEqual(commands, [['a'], ['"b c"', 'd\\" e']]);
  });

  it('may be shells in many ways', () => {
    for (const text of [
      'sh -c a',
      '/bin/ash -ec a',
      'dash -e -c -- a',
      'zsh -l -c a',
      'bash --login -c a',
      'bash -o pipefail -c a',
      'bash --rcfile b -c a',
      'sh +e -c a',
      'bash -c -x a',
    ]) {
      assert.equal(unwrap(argv(text)).scriptArgument?.value, 'a', text);
    }
    assert.equal(unwrap(argv('sh -c "$a"')).script, undefined);
    assert.equal(unwrap(argv('sh -c "$a"')).scriptArgument?.text, '"$a"');
    assert.deepEqual(unwrap(argv('sh -c "$a"')).program, []);
  });

  it('have no range outside the document, and their scripts are not located', () => {
    const { wrappers, script } = unwrap(['sh', '-c', 'a b'].map((value) => literalArgument(value)));
    assert.equal(wrappers[0]?.range, undefined);
    assert.equal(script?.located, false);
  });

  it('are seen through the escapes of JSON', () => {
    const document = String.raw`["sh", "-c", "echo \"a b\" && exec c"]`;
    const start = document.indexOf('echo');
    const value = 'echo "a b" && exec c';
    const offsets: number[] = [];
    for (let offset = start; offsets.length <= value.length; offset++) {
      offsets.push(offset);
      if (document[offset] === '\\') offset++;
    }
    const source = mappedSource(value, offsets);
    const words = [literalArgument('sh'), literalArgument('-c'), literalArgument(value, undefined, source)];
    const { script } = unwrap(words);
    assert.ok(script !== undefined);
    assert.deepEqual(
      commandPlaces(script).map(({ command: { range } }) => document.slice(range.start, range.end)),
      [String.raw`echo \"a b\"`, 'exec c'],
    );
  });
});

describe('the effective program', () => {
  const shown = (text: string): unknown => {
    const { program, wrappers, viaShell, viaExec } = effectiveProgram(argv(text));
    const how = [viaShell && 'shell', viaExec && 'exec'].filter((word) => word !== false);
    return [texts(program), wrappers.map(({ name }) => name).join(' '), ...how];
  };

  it('is behind wrappers and shells', () => {
    assert.deepEqual(shown('server -x'), ['server -x', '']);
    assert.deepEqual(shown('tini -- server'), ['server', 'tini']);
    assert.deepEqual(shown('exec server'), ['server', 'exec']);
    assert.deepEqual(shown('sh -c "server -x"'), ['server -x', 'sh', 'shell']);
    assert.deepEqual(shown('sh -c "exec server -x"'), ['server -x', 'sh exec', 'shell', 'exec']);
    assert.deepEqual(shown('sh -c "A=b server >log"'), ['server', 'sh', 'shell']);
    assert.deepEqual(shown(`tini sh -c 'exec gosu app bash -c "exec server"'`), [
      'server',
      'tini sh exec gosu bash exec',
      'shell',
      'exec',
    ]);
    assert.deepEqual(shown(`sh -c 'bash -c "exec server"'`), ['server', 'sh bash exec', 'shell', 'exec']);
  });

  it('is what a script ends in by exec', () => {
    assert.deepEqual(shown('sh -c "a && b; exec server"'), ['server', 'sh exec', 'shell', 'exec']);
    assert.deepEqual(shown('sh -c "a; { b; exec server; }"'), ['server', 'sh exec', 'shell', 'exec']);
  });

  it('is not known when a shell goes on running several commands', () => {
    for (const script of [
      'a; b',
      'a && b',
      'a | b',
      'a &',
      '! a',
      'while a; do b; done',
      'if a; then exec b; else c; fi',
      '',
    ]) {
      const { program, viaShell, viaExec, script: found } = effectiveProgram(argv(`sh -c '${script}'`));
      assert.deepEqual([program, viaShell, viaExec], [[], true, false], script);
      assert.ok(found !== undefined);
    }
    assert.deepEqual(shown('sh -c "$a"'), ['', 'sh', 'shell']);
  });

  it('may be the operands of a script', () => {
    assert.deepEqual(shown(`sh -c 'a; exec "$@"' -- server -x`), ['server -x', 'sh exec', 'shell', 'exec']);
    assert.deepEqual(shown(`sh -c 'exec "$@"'`), ['exec', 'sh', 'shell']);
  });

  it('keeps its ranges in the document', () => {
    const text = `sh -c "exec 'ser'ver \\"a b\\""`;
    const { program } = effectiveProgram(argv(text));
    assert.deepEqual(
      program.map(({ value, range }) => [value, written(text, range)]),
      [
        ['server', "'ser'ver"],
        ['a b', '\\"a b\\"'],
      ],
    );
  });
});
