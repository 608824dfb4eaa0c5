import assert from 'node:assert/strict';
import {
  asMapping,
  booleanOf,
  entryOf,
  fieldOf,
  isNothing,
  isUnknown,
  lookup,
  lookupAt,
  nodePath,
  numberOf,
  stringOf,
  stringsOf,
  valueAt,
} from '../../../../server/src/manifest/model/lookup';
import type { Mapping } from '../../../../server/src/manifest/model/nodes';
import { documentOf, valueOfNode } from './reading';

const rootOf = (text: string, path?: string): Mapping => {
  const root = asMapping(documentOf(text, path).root);
  assert.ok(root);
  return root;
};

describe('manifest lookups', () => {
  const root = rootOf('a: {b: [x, {c: 1}]}\ns: "1"\nn: 1.5\nt: yes\ne:\nz: ~\nu: "{{x}}"\na2: 2\n');

  it('find entries, the last of equal ones', () => {
    assert.equal(entryOf(root, 's')?.name, 's');
    assert.equal(entryOf(root, 'none'), undefined);
    assert.equal(entryOf(undefined, 's'), undefined);
    assert.equal(numberOf(fieldOf(rootOf('a: 1\na: 2\n'), 'a')), 2);
  });

  it('prefer what is written to what is merged', () => {
    const merged = rootOf('x: &x {a: 1, b: 2}\n<<: *x\na: 3\n');
    assert.equal(numberOf(fieldOf(merged, 'a')), 3);
    assert.equal(numberOf(fieldOf(merged, 'b')), 2);
  });

  it('say whether something is there', () => {
    assert.equal(lookup(root, 'e').presence, 'yes');
    assert.equal(lookup(root, 'none').presence, 'no');
    const open = rootOf('a: 1\nhalf\n');
    assert.equal(lookup(open, 'none').presence, 'unknown');
    assert.equal(lookup(open, 'a').presence, 'yes');
  });

  it('say it down a path', () => {
    assert.equal(lookupAt(root, ['a', 'b']).presence, 'yes');
    assert.equal(lookupAt(root, ['a', 'c']).presence, 'no');
    assert.equal(lookupAt(root, ['none', 'c']).presence, 'no');
    assert.equal(lookupAt(root, ['u', 'c']).presence, 'unknown');
    assert.equal(lookupAt(root, ['s', 'c']).presence, 'no');
    const conditional = rootOf('a:\n  {{- if .x }}\n  b:\n    c: 1\n  {{- end }}\n', 'templates/x.yaml');
    assert.equal(lookupAt(conditional, ['a', 'b', 'c']).presence, 'unknown');
    assert.ok(lookupAt(conditional, ['a', 'b', 'c']).entry);
    assert.equal(lookupAt(conditional, ['a', 'd']).presence, 'no');
  });

  it('reach values by keys and indexes', () => {
    assert.equal(valueOfNode(valueAt(root, ['a', 'b', 1, 'c'])), 1);
    assert.equal(valueAt(root, ['a', 'b', 2]), undefined);
    assert.equal(valueAt(root, ['a', 'b', 'x']), undefined);
    assert.equal(valueAt(root, []), root);
  });

  it('give values of one type only', () => {
    assert.deepEqual(
      ['s', 'n', 't', 'e', 'u'].map((name) => stringOf(fieldOf(root, name))),
      ['1', undefined, undefined, undefined, undefined],
    );
    assert.deepEqual(
      ['s', 'n', 't', 'e', 'u'].map((name) => numberOf(fieldOf(root, name))),
      [undefined, 1.5, undefined, undefined, undefined],
    );
    assert.equal(booleanOf(fieldOf(root, 't')), true);
    assert.equal(booleanOf(fieldOf(root, 's')), undefined);
    assert.deepEqual(
      ['e', 'z', 's', 'u'].map((name) => isNothing(fieldOf(root, name))),
      [true, true, false, false],
    );
    assert.deepEqual(
      ['u', 's'].map((name) => isUnknown(fieldOf(root, name))),
      [true, false],
    );
  });

  it('tell the path of a place', () => {
    const text = 'a:\n  - x: 1\n  - y: [2, 3]\nb: 1\n';
    const at = (written: string): readonly (string | number)[] => {
      const start = text.indexOf(written);
      return nodePath(documentOf(text).root, { start, end: start + written.length });
    };
    assert.deepEqual(at('3'), ['a', 1, 'y', 1]);
    assert.deepEqual(at('y'), ['a', 1, 'y']);
    assert.deepEqual(at('- x: 1\n  - y'), ['a']);
    assert.deepEqual(at('b: 1'), ['b']);
  });

  it('give the strings of a mapping', () => {
    assert.deepEqual({ ...stringsOf(root) }, { s: '1' });
    assert.deepEqual({ ...stringsOf(undefined) }, {});
  });
});
