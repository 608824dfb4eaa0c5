import assert from 'node:assert/strict';
import { nestEntries } from '../../../../server/src/manifest/edits/nest-entries';
import { entryOf } from '../../../../server/src/manifest/model/lookup';
import { madeIn } from './contract';
import { entryAt, parsed } from './places';

/** Nests entries of the mapping under `m`. */
function nested(text: string, paths: Readonly<Record<string, readonly string[]>>, file?: string): string | undefined {
  const document = parsed(text, file);
  const mapping = entryAt(document, ['m']).entry.value;
  assert.equal(mapping?.kind, 'mapping');
  const nestings = Object.entries(paths).flatMap(([name, path]) => {
    const entry = mapping?.kind === 'mapping' ? entryOf(mapping, name) : undefined;
    return entry === undefined
      ? []
      : [{ entry, path, ...(path.includes('t') && { beside: [['type', 'T'] as const] }) }];
  });
  const edits = mapping?.kind === 'mapping' ? nestEntries(document, mapping, nestings) : undefined;
  return edits && madeIn(document, edits);
}

describe('nesting entries under new keys', () => {
  it('keeps their words, lines and comments', () => {
    assert.equal(
      nested('m:\n  # one\n  a: 1 # first\n  # two\n  b: 2\n  c: 3\n', { a: ['s', 'x'], b: ['s', 't', 'w'] }),
      'm:\n  # one\n  s:\n    x: 1 # first\n    # two\n    t:\n      type: T\n      w: 2\n  c: 3\n',
    );
  });
  it('moves what stands below a key with it', () => {
    assert.equal(
      nested('m:\n    a:\n        b: |\n            text\n\n            more\n    c: 1\n', { a: ['s', 'a'] }),
      'm:\n    s:\n        a:\n            b: |\n                text\n\n                more\n    c: 1\n',
    );
  });
  it('only renames where nothing is new', () => {
    assert.equal(nested('m:\n  a: {b: 1}\n', { a: ['c'] }), 'm:\n  c: {b: 1}\n');
    assert.equal(
      nested('m:\n  target: 1\n  a: 2\n', { target: ['o'], a: ['target', 'v'] }),
      'm:\n  o: 1\n  target:\n    v: 2\n',
    );
  });
  it('writes flow style as it stands there', () => {
    assert.equal(
      nested('m: {a: 1, b: 2, c: 3}\n', { a: ['s', 'x'], b: ['s', 't', 'w'] }),
      'm: {s: {x: 1, t: {type: T, w: 2}}, c: 3}\n',
    );
    assert.equal(
      nested(
        '{\n  "m": {\n    "a": {\n      "z": 1\n    },\n    "b": 2\n  }\n}\n',
        { a: ['s', 'x'], b: ['s', 'u', 'w'] },
        'x.json',
      ),
      '{\n  "m": {\n    "s": {\n      "x": {\n        "z": 1\n      },\n      "u": {\n        "w": 2\n      }\n    }\n  }\n}\n',
    );
  });
  it('leaves a name as it is that goes deeper with the one before it', () => {
    assert.equal(nested('m: {a: 1, b: 2}\n', { a: ['s', 'a'], b: ['s', 'b'] }), 'm: {s: {a: 1, b: 2}}\n');
  });
  it('keeps the line endings', () => {
    assert.equal(nested('m:\r\n  a: 1\r\n', { a: ['s', 'x'] }), 'm:\r\n  s:\r\n    x: 1\r\n');
  });
  it('leaves entries that stand apart, and keys that are taken', () => {
    assert.equal(nested('m:\n  a: 1\n  c: 3\n  b: 2\n', { a: ['s', 'x'], b: ['s', 'w'] }), undefined);
    assert.equal(nested('m:\n  a: 1\n  s: 3\n', { a: ['s', 'x'] }), undefined);
    assert.equal(nested('m:\n  a: 1\n  a: 2\n', { a: ['s', 'x'] }), undefined);
    assert.equal(nested('m: {a: 1\n', { a: ['s', 'x'] }), undefined);
  });
});
