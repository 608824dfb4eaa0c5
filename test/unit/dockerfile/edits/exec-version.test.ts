import assert from 'node:assert/strict';
import { withoutShell, withShell } from '../../../../server/src/dockerfile/edits/exec-version';
import { scriptLine } from '../../../../server/src/dockerfile/edits/script-line';
import type { ShellForm } from '../../../../server/src/dockerfile/model/dockerfile';
import { endsInExec, insertedExecs } from '../../../../server/src/shell/give-way';
import { only } from '../model/reading';

function formOf(command: string, ...before: readonly string[]): ShellForm {
  const form = only(['FROM debian', ...before, `CMD ${command}`, ''].join('\n'), 'CMD').command;
  assert.ok(form.form === 'shell', command);
  return form;
}

const inPlace = (command: string): string | undefined => {
  const form = formOf(command);
  const execs = form.script && insertedExecs(form.script);
  return execs && scriptLine(form, execs);
};

describe('an exec form without a shell', () => {
  it('has the words of a plain command', () => {
    assert.deepEqual(withoutShell(formOf(`a 'b c' "d" e\\ f`)), ['a', 'b c', 'd', 'e f']);
    assert.deepEqual(withoutShell(formOf('exec a;')), ['a']);
    assert.deepEqual(withoutShell(formOf('a # b')), ['a']);
    assert.deepEqual(withoutShell(formOf("a '$b' '*'")), ['a', '$b', '*']);
  });

  it('is none where only a shell will do', () => {
    for (const command of [
      'a $b',
      'a *',
      'a ~/b',
      'a `b`',
      'a > b',
      'A=b c',
      'a && b',
      'a; b',
      'a | b',
      'a &',
      '! a',
      '(a)',
      'cd a',
      '. a',
      'exec',
      'exec -a b c',
      'a "b',
    ])
      assert.equal(withoutShell(formOf(command)), undefined, command);
    assert.equal(withoutShell(formOf('a', 'SHELL ["bash", "-lc"]')), undefined);
    assert.deepEqual(withoutShell(formOf('a', 'SHELL ["bash", "-o", "pipefail", "-c"]')), ['a']);
  });
});

describe('a shell that gives up its place', () => {
  it('does so to the last command, however the script ends', () => {
    assert.equal(inPlace('a && b $c'), 'a && exec b $c');
    assert.equal(inPlace('a; A=b c >d'), 'a; A=b exec c >d');
    assert.equal(inPlace('if a; then b; else exec c; fi'), 'if a; then exec b; else exec c; fi');
    assert.equal(inPlace('case $a in b) c;; *) d;; esac'), 'case $a in b) exec c;; *) exec d;; esac');
    assert.equal(inPlace('{ a; b; }'), '{ a; exec b; }');
    assert.equal(inPlace('a && exec b'), 'a && exec b');
    assert.equal(inPlace('$a b'), 'exec $a b');
  });

  it('stays where it has something to do', () => {
    for (const command of [
      'a | b',
      'a || b',
      'a & b',
      'a &',
      'trap x TERM; a',
      'f() { a; }; f',
      'while a; do b; done',
      '(a)',
      'a; cd b',
      'a; exit 1',
      'a; echo b',
      'A=b',
      'a; ! b',
      '-a',
    ])
      assert.equal(inPlace(command), undefined, command);
  });

  it('is the shell of the stage', () =>
    assert.deepEqual(withShell(formOf('a $b', 'SHELL ["bash", "-ec"]'), []), ['bash', '-ec', 'a $b']));

  it('may do so already', () => {
    assert.deepEqual(
      ['exec a', 'a; exec b', 'if a; then exec b; fi', 'exec a; b', 'exec', 'a'].map((command) => {
        const { script } = formOf(command);
        return script !== undefined && endsInExec(script);
      }),
      [true, true, true, false, false, false],
    );
  });
});

describe('the text of a shell form on one line', () => {
  it('has no continuations, and no comments and blank lines between', () => {
    assert.equal(scriptLine(formOf('a \\\n  # b\n\n    && c\\\n   d  # e')), 'a && c d');
    assert.equal(scriptLine(formOf('a   b')), 'a   b');
  });

  it('keeps what stands between quotes', () => {
    assert.equal(scriptLine(formOf('a "b  \\\n   c"')), 'a "b     c"');
    assert.equal(scriptLine(formOf("for x in 'a \\\n  b'; do c; done")), "for x in 'a   b'; do c; done");
  });

  it('is none for a text that no shell understands, or a comment that goes on', () => {
    assert.equal(scriptLine(formOf('a "b')), undefined);
    assert.equal(scriptLine(formOf('a # b \\\n  c')), undefined);
  });
});
