import assert from 'node:assert/strict';
import type { ArgvEdit } from '../../../../server/src/knowledge/argv-edits';
import { editArgv, editCommand } from '../../../../server/src/manifest/edits/argv';
import { everyContainer } from '../../../../server/src/manifest/model/every-container';
import { argumentsOf } from '../../../../server/src/shell/command-line';
import { commandPlaces } from '../../../../server/src/shell/commands';
import { madeIn } from './contract';
import { parsed } from './places';

const pod = (container: string, indentation = '    '): string =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n  - name: web\n${container
    .split('\n')
    .map((line) => indentation + line)
    .join('\n')}\n`;

/** The container after edits of its command's words. */
function edited(container: string, edits: readonly ArgvEdit[]): string | undefined {
  const document = parsed(pod(container));
  const argv = everyContainer(document)[0]?.process?.argv ?? [];
  const made = editArgv(document, argv, edits);
  return made && madeIn(document, made);
}

/** The same for the words of the first command of its script. */
function scriptEdited(container: string, edits: readonly ArgvEdit[]): string | undefined {
  const document = parsed(pod(container));
  const script = everyContainer(document)[0]?.process?.script;
  const [place] = script === undefined ? [] : commandPlaces(script);
  assert.ok(place);
  const made = editCommand(document, argumentsOf(place.command), edits);
  return made && madeIn(document, made);
}

const append: ArgvEdit = { kind: 'append', words: ['-g', 'daemon off;'] };
const remove = (index: number, count = 1): ArgvEdit => ({ kind: 'remove', index, count });
const replace = (index: number, count: number, ...words: string[]): ArgvEdit => ({
  kind: 'replace',
  index,
  count,
  words,
});

describe('editing the words of a command', () => {
  it('appends in the style of the list', () => {
    assert.equal(edited('command: ["nginx"]', [append]), pod('command: ["nginx", "-g", "daemon off;"]'));
    assert.equal(edited("command: ['nginx']", [append]), pod("command: ['nginx', '-g', 'daemon off;']"));
    assert.equal(
      edited('command:\n- nginx # server', [append]),
      pod('command:\n- nginx # server\n- -g\n- daemon off;'),
    );
    assert.equal(
      edited('command: [nginx]\nargs: [-q]', [append]),
      pod('command: [nginx]\nargs: [-q, -g, daemon off;]'),
    );
  });
  it('removes words, and a list that is left with nothing', () => {
    assert.equal(edited('command: [a, b, c, d]', [remove(1, 2)]), pod('command: [a, d]'));
    assert.equal(edited('command: [a, b, c]', [remove(1, 2)]), pod('command: [a]'));
    assert.equal(edited('command: [a, b, c]', [remove(0, 2)]), pod('command: [c]'));
    assert.equal(edited('command: [a, b, c, d]', [remove(0), remove(2)]), pod('command: [b, d]'));
    assert.equal(edited('command: [a]\nargs: [b, c]', [remove(1, 2)]), pod('command: [a]'));
    assert.equal(edited('command:\n- a\n- b # why\n- c', [remove(1, 2)]), pod('command:\n- a\n# why'));
  });
  it('puts words in the place of others, one for one as far as it goes', () => {
    assert.equal(edited('command: [sh, -c, "a b"]', [replace(0, 3, 'a', 'b')]), pod('command: [a, b]'));
    assert.equal(
      edited('command: [sh]\nargs: ["-c", "a b"]', [replace(0, 3, 'a', 'b c')]),
      pod('command: [a]\nargs: ["b c"]'),
    );
    assert.equal(edited('command: [a, b]', [replace(1, 1, 'c', 'd', 'e')]), pod('command: [a, c, d, e]'));
    assert.equal(edited('command: [a, b]', [replace(0, 0, 'exec')]), pod('command: [exec, a, b]'));
  });
  it('edits a script in the style of the scalar that holds it', () => {
    assert.equal(
      scriptEdited("command: [sh, -c, 'nginx']", [append]),
      pod("command: [sh, -c, 'nginx -g ''daemon off;''']"),
    );
    assert.equal(scriptEdited('command: [sh, -c, "nginx -x"]', [remove(1)]), pod('command: [sh, -c, "nginx"]'));
    assert.equal(scriptEdited('command: [sh, -c, nginx]', [append]), pod("command: [sh, -c, nginx -g 'daemon off;']"));
    assert.equal(
      scriptEdited('command:\n- sh\n- -c\n- |\n  nginx \\\n    -x\n  echo', [replace(1, 1, 'a "b"')]),
      pod('command:\n- sh\n- -c\n- |\n  nginx \\\n    \'a "b"\'\n  echo'),
    );
    assert.equal(
      scriptEdited('command: [sh, -c, "a \\"b\\""]', [replace(1, 1, '"')]),
      pod('command: [sh, -c, "a \'\\"\'"]'),
    );
  });
  it('leaves what it cannot be sure of', () => {
    assert.equal(scriptEdited('command: [sh, -c, nginx]', [{ kind: 'append', words: ['a,b'] }]), undefined);
    assert.equal(scriptEdited('command:\n- sh\n- -c\n- nginx', [{ kind: 'append', words: ['a: b'] }]), undefined);
    assert.equal(edited('command: &c [a, b]\nargs: *c', [remove(3)]), undefined);
    assert.equal(edited('command: [a]', [remove(0)]), pod('{}').replace(/\n {4}\{\}\n$/, '\n'));
  });
});
