import assert from 'node:assert/strict';
import { applied } from '../../../../server/src/engine/edits';
import {
  quoteScalar,
  renameKey,
  replaceScalar,
  type ScalarValue,
  setPath,
  unquoteScalar,
} from '../../../../server/src/manifest/edits/replace-scalar';
import { octal, placeholder } from '../../../../server/src/manifest/edits/value';
import { changed, dataOf, madeIn, partOf, plain } from './contract';
import { entryAt, mappingAt, parsed, scalarAt } from './places';

describe('replacing a scalar', () => {
  const replaces = (before: string, value: ScalarValue, after: string, file?: string): void => {
    it(`${before.trim()} by ${JSON.stringify(plain(value))}`, () => {
      const document = parsed(before, file);
      const result = madeIn(document, replaceScalar(document, scalarAt(document, ['a']), value));
      assert.equal(result, after);
      assert.deepEqual(dataOf(result), changed(dataOf(before), ['a'], plain(value)));
    });
  };

  replaces('a: b # c\n', 'd', 'a: d # c\n');
  replaces('a: b\n', 'yes', 'a: "yes"\n');
  replaces("a: b\nc: 'd'\n", 'yes', "a: 'yes'\nc: 'd'\n");
  replaces('a: "b"\n', 'c', 'a: "c"\n');
  replaces("a: 'b'\n", "it's", 'a: "it\'s"\n');
  replaces("a: 'b'\n", 'tab\t', 'a: "tab\\t"\n');
  replaces('a: "3"\n', 3, 'a: 3\n');
  replaces('a: false\n', true, 'a: true\n');
  replaces('a: 30', 60, 'a: 60');
  replaces('a: one two\r\n', 'one three', 'a: one three\r\n');
  replaces('{a: b, c: d}\n', 'x, y', '{a: "x, y", c: d}\n');
  replaces('{"a": 1}', 'b', '{"a": "b"}', 'a.json');
  replaces('{"a": "b"}', 2, '{"a": 2}', 'a.json');
  replaces('a: one\n  two\n', 'three', 'a: three\n');

  it('writes the modes of files as octal numbers, but not in JSON', () => {
    const document = parsed('a: 644\n');
    assert.equal(madeIn(document, replaceScalar(document, scalarAt(document, ['a']), octal(0o644))), 'a: 0644\n');
    const json = parsed('{"a": 644}', 'a.json');
    assert.equal(madeIn(json, replaceScalar(json, scalarAt(json, ['a']), octal(0o644))), '{"a": 420}');
  });

  it('changes nothing but the words that differ', () => {
    const document = parsed('a: "registry.example.com/team/web:latest"\n');
    assert.deepEqual(replaceScalar(document, scalarAt(document, ['a']), 'registry.example.com/team/web:1.27'), [
      { range: { start: 34, end: 40 }, newText: '1.27' },
    ]);
  });

  it('changes nothing where it says so already', () => {
    const document = parsed('a: "b"\n');
    assert.deepEqual(replaceScalar(document, scalarAt(document, ['a']), 'b'), []);
  });

  it('marks what a person should look at', () => {
    const document = parsed("a: 'nginx'\n");
    assert.deepEqual(
      replaceScalar(document, scalarAt(document, ['a']), placeholder('nginx:1.27', ['nginx:1.27', 'b'])),
      [
        {
          range: { start: 3, end: 10 },
          newText: "'nginx:1.27'",
          placeholders: [{ start: 1, end: 11, choices: ['nginx:1.27', 'b'] }],
        },
      ],
    );
  });

  it('is not done to block scalars, through aliases and to what a template prints', () => {
    for (const [text, file] of [
      ['a: |\n  b\n'],
      ['x: &x b\na: *x\n'],
      ['a: {{ .Values.a }}\n', 'c/templates/a.yaml'],
      ['a: "b\n'],
      ['a: !!str b\n'],
      ['a: !!str &a b\n'],
    ] as const) {
      const document = parsed(text, file);
      assert.equal(replaceScalar(document, scalarAt(document, ['a']), 'c'), undefined, text);
    }
  });
});

describe('setting a scalar under a path', () => {
  const sets = (name: string, before: string, path: readonly string[], value: ScalarValue, after: string): void => {
    it(name, () => {
      const document = parsed(before);
      const result = madeIn(document, setPath(document, mappingAt(document, []), path, value));
      assert.equal(result, after);
      assert.deepEqual(dataOf(result), changed(dataOf(before), path, plain(value)));
    });
  };

  sets('replaces what is there', 'a:\n  b: false # c\n', ['a', 'b'], true, 'a:\n  b: true # c\n');
  sets('fills an empty key', 'a:\n  b: # c\n', ['a', 'b'], true, 'a:\n  b: true # c\n');
  sets('fills null', 'a:\n  b: null # c\n', ['a', 'b'], true, 'a:\n  b: true # c\n');
  sets('inserts what lacks', 'a:\n  b: 1\n', ['a', 'c', 'd'], 'e', 'a:\n  b: 1\n  c:\n    d: e\n');

  it('leaves collections alone', () => {
    const document = parsed('a:\n  b: [1]\n');
    assert.equal(setPath(document, mappingAt(document, []), ['a', 'b'], 1), undefined);
    assert.equal(setPath(document, mappingAt(document, []), ['a'], 1), undefined);
  });
});

describe('quoting a scalar', () => {
  const quotes = (before: string, after: string, file?: string): void => {
    it(before.trim(), () => {
      const document = parsed(before, file);
      const scalar = scalarAt(document, ['a']);
      const result = madeIn(document, quoteScalar(document, scalar));
      assert.equal(result, after);
      assert.deepEqual(dataOf(result), changed(dataOf(before), ['a'], scalar.source));
    });
  };

  quotes('a: 8080 # c\n', 'a: "8080" # c\n');
  quotes('a: 0755\n', 'a: "0755"\n');
  quotes('a: 1.10\n', 'a: "1.10"\n');
  quotes("a: yes\nb: 'c'\n", "a: 'yes'\nb: 'c'\n");
  quotes('a: it is "so"\n', 'a: \'it is "so"\'\n');
  quotes('{a: 1, b: 2}\n', '{a: "1", b: 2}\n');
  quotes('{"a": 1.50}', '{"a": "1.50"}', 'a.json');

  it('is not done twice, nor where no quotes can hold the text', () => {
    for (const text of ['a: "b"\n', 'a: |\n  b\n', 'a: x\'s "y"\n']) {
      const document = parsed(text);
      assert.equal(quoteScalar(document, scalarAt(document, ['a'])), undefined, text);
    }
  });
});

describe('taking the quotes off a scalar', () => {
  const unquotes = (before: string, after: string, value: unknown, file?: string): void => {
    it(before.trim(), () => {
      const document = parsed(before, file);
      const result = madeIn(document, unquoteScalar(document, scalarAt(document, ['a'])));
      assert.equal(result, after);
      assert.deepEqual(partOf(dataOf(result), ['a']), value);
    });
  };

  unquotes('a: "8080" # c\n', 'a: 8080 # c\n', 8080);
  unquotes("a: 'true'\n", 'a: true\n', true);
  unquotes('{a: "1"}\n', '{a: 1}\n', 1);
  unquotes('{"a": "8080"}', '{"a": 8080}', 8080, 'a.json');

  it('is not done where the text could not stand', () => {
    for (const [text, file] of [
      ['a: "x: y"\n'],
      ['{a: "x, y"}\n'],
      ['a: "x\\ty"\n'],
      ["a: 'x''y'\n"],
      ['a: b\n'],
      ['a: ""\n'],
      ['{"a": "0755"}', 'a.json'],
      ['{"a": "x"}', 'a.json'],
    ] as const) {
      const document = parsed(text, file);
      assert.equal(unquoteScalar(document, scalarAt(document, ['a'])), undefined, text);
    }
  });
});

describe('renaming a key', () => {
  const renames = (before: string, name: string, after: string, file?: string): void => {
    it(`${before.trim()} to ${name}`, () => {
      const document = parsed(before, file);
      const { mapping, entry } = entryAt(document, ['old']);
      const edits = renameKey(document, mapping, entry, name);
      assert.equal(madeIn(document, edits), after);
      assert.deepEqual(dataOf(after), { [name]: partOf(dataOf(before), ['old']) });
    });
  };

  renames('old: 1 # c\n', 'new', 'new: 1 # c\n');
  renames('"old" : 1\n', 'new', '"new" : 1\n');
  renames("'old':\n  a: b\n", "it's", "'it''s':\n  a: b\n");
  renames('old: 1\n', 'on', '"on": 1\n');
  renames('{old: 1}\n', 'new', '{new: 1}\n');
  renames('{"old": 1}', 'new', '{"new": 1}', 'a.json');

  it('does not make a key that is there, nor rename what an alias brings', () => {
    const document = parsed('x: &x\n  old: 1\na:\n  <<: *x\nold: 2\nnew: 3\n');
    const top = entryAt(document, ['old']);
    assert.equal(renameKey(document, top.mapping, top.entry, 'new'), undefined);
    const merged = entryAt(document, ['a', 'old']);
    assert.equal(renameKey(document, merged.mapping, merged.entry, 'other'), undefined);
    const own = entryAt(document, ['x', 'old']);
    assert.equal(
      applied(document.text, renameKey(document, own.mapping, own.entry, 'other') ?? []),
      'x: &x\n  other: 1\na:\n  <<: *x\nold: 2\nnew: 3\n',
    );
  });
});
