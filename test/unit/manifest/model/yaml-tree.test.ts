import assert from 'node:assert/strict';
import { entryOf, valueAt } from '../../../../server/src/manifest/model/lookup';
import type { Mapping, Node } from '../../../../server/src/manifest/model/nodes';
import { documentOf, problemsIn, valueOfText } from './reading';

const nodeAt = (text: string, ...path: (string | number)[]): Node => {
  const node = valueAt(documentOf(text).root, path);
  assert.ok(node, `something at ${path.join('.')}`);
  return node;
};

const mappingAt = (text: string, ...path: (string | number)[]): Mapping => {
  const node = nodeAt(text, ...path);
  assert.ok(node.kind === 'mapping');
  return node;
};

const slice = (text: string, { range }: { readonly range: { readonly start: number; readonly end: number } }): string =>
  text.slice(range.start, range.end);

describe('manifest YAML trees', () => {
  describe('ranges', () => {
    const text = [
      '# top',
      'metadata: {name: x,   labels: {a: b}} # flow',
      'spec:',
      '    containers:',
      '    -   name: c   # trail',
      '        image: "nginx"    # keep me',
      '',
      '        ports: [ {containerPort: 80} ]',
      '        empty:',
      '    - d',
      '    -',
      '    # after',
      '',
      '# tail',
      '',
    ].join('\n');

    it('of values leave out comments, blanks and line ends', () => {
      assert.equal(slice(text, nodeAt(text, 'metadata')), '{name: x,   labels: {a: b}}');
      assert.equal(slice(text, nodeAt(text, 'spec', 'containers', 0, 'image')), '"nginx"');
      assert.equal(slice(text, nodeAt(text, 'spec', 'containers', 0, 'ports')), '[ {containerPort: 80} ]');
      assert.ok(slice(text, nodeAt(text, 'spec', 'containers')).endsWith('- d\n    -'));
      assert.ok(slice(text, nodeAt(text, 'spec', 'containers', 0)).endsWith('empty:'));
    });

    it('of entries and items run from key or dash to the last content', () => {
      const container = mappingAt(text, 'spec', 'containers', 0);
      assert.deepEqual(
        container.entries.map((entry) => slice(text, entry)),
        ['name: c', 'image: "nginx"', 'ports: [ {containerPort: 80} ]', 'empty:'],
      );
      const list = nodeAt(text, 'spec', 'containers');
      assert.ok(list.kind === 'sequence');
      assert.ok(slice(text, list.items[0] ?? { range: { start: 0, end: 0 } }).startsWith('-   name: c'));
      assert.deepEqual(
        list.items.slice(1).map((item) => slice(text, item)),
        ['- d', '-'],
      );
    });

    it('of what has anchors, tags and explicit keys', () => {
      const written = 'a: &x !!str v\n? b\n: c\n&k d: *x\ne: &y\nf: !!str\n';
      const root = mappingAt(written);
      assert.deepEqual(
        root.entries.map((entry) => slice(written, entry)),
        ['a: &x !!str v', '? b\n: c', '&k d: *x', 'e: &y', 'f: !!str'],
      );
      assert.equal(slice(written, nodeAt(written, 'a')), 'v');
      assert.equal(nodeAt(written, 'a').anchor, 'x');
    });

    it('of block scalars end with their last line of content', () => {
      for (const [written, block] of [
        ['a: |\n  x\n\n\nb: 1\n', '|\n  x'],
        ['a: |+\n  x\n\nb: 1\n', '|+\n  x'],
        ['a: >- # c\n  x\n  y\n', '>- # c\n  x\n  y'],
        ['a: | # c\nb: 1\n', '|'],
        ['a: |\r\n  x\r\nb: 1\r\n', '|\r\n  x'],
      ] as const)
        assert.equal(slice(written, nodeAt(written, 'a')), block);
    });
  });

  it('keep what is written beside what it means', () => {
    const text = "a: 0755\nb: \"x\\n\"\nc: 'it''s'\nd: |\n  x\ne:\nf: ~\n";
    assert.deepEqual(
      mappingAt(text).entries.map(({ value }) =>
        value?.kind === 'scalar' ? [value.style, value.type, value.source, value.value] : value,
      ),
      [
        ['plain', 'integer', '0755', 493],
        ['double', 'string', 'x\\n', 'x\n'],
        ['single', 'string', "it''s", "it's"],
        ['literal', 'string', 'x\n', 'x\n'],
        undefined,
        ['plain', 'null', '~', null],
      ],
    );
  });

  it('name keys as they are written, and quoted ones by what is in the quotes', () => {
    const text = 'y: 1\n0x10: 2\n"a b": 3\n\'no\': 4\nx y: 5\n';
    assert.deepEqual(
      mappingAt(text).entries.map((entry) => [entry.name, entry.key.type]),
      [
        ['y', 'boolean'],
        ['0x10', 'integer'],
        ['a b', 'string'],
        ['no', 'string'],
        ['x y', 'string'],
      ],
    );
  });

  it('take a whole substitution for a value of any type', () => {
    assert.deepEqual(
      valueOfText(`a: \${PORT}\nb: $PORT\nc: \${PORT:-80}\nd: "\${PORT}"\ne: x-\${PORT}\nf: $(PORT)\ng: "{{x}}"\n`),
      {
        a: `unknown:\${PORT}`,
        b: 'unknown:$PORT',
        c: `unknown:\${PORT:-80}`,
        d: `\${PORT}`,
        e: `x-\${PORT}`,
        f: '$(PORT)',
        g: 'unknown:{{x}}',
      },
    );
  });

  describe('aliases', () => {
    const text = 'a: &x\n  b: [1, 2]\nc: *x\n';

    it('are read as what they name, and know where they stand', () => {
      assert.deepEqual(valueOfText(text), { a: { b: [1, 2] }, c: { b: [1, 2] } });
      const own = nodeAt(text, 'a', 'b');
      const reached = nodeAt(text, 'c', 'b');
      assert.deepEqual(own.range, reached.range);
      assert.equal(own.alias, undefined);
      assert.ok(reached.alias);
      assert.equal(slice(text, { range: reached.alias }), '*x');
      assert.equal(slice(text, entryOf(mappingAt(text), 'c') ?? own), 'c: *x');
    });

    it('name the last anchor above them', () => {
      assert.deepEqual(valueOfText('- &x 1\n- *x\n- &x 2\n- *x\n'), [1, 1, 2, 2]);
      assert.deepEqual(valueOfText('- &a [&x 1, *x]\n- &x 2\n- *a\n'), [[1, 1], 2, [1, 1]]);
    });

    it('that lead nowhere are reported', () => {
      assert.deepEqual(problemsIn('a: *x\nb: &x 1\n'), [['UNKNOWN_ALIAS', '*x']]);
      assert.deepEqual(problemsIn('a: &x [*x]\n'), [['RECURSIVE_ALIAS', '*x']]);
    });

    it('can be keys', () => {
      assert.deepEqual(valueOfText('a: &x k\n*x : 1\n'), { a: 'k', k: 1 });
    });
  });

  describe('merge keys', () => {
    it('bring what is not written, the first mapping first', () => {
      assert.deepEqual(valueOfText('a: &x {p: 1, q: 2}\nb: &y {q: 3, r: 4}\nc:\n  <<: [*x, *y]\n  p: 5\n'), {
        a: { p: 1, q: 2 },
        b: { q: 3, r: 4 },
        c: { p: 5, q: 2, r: 4 },
      });
    });

    it('are no entries themselves, and mark what they bring', () => {
      const text = 'a: &x {p: 1}\nc:\n  <<: *x\n  q: 2\n';
      const mapping = mappingAt(text, 'c');
      assert.deepEqual(
        mapping.entries.map(({ name, merged }) => [name, merged]),
        [
          ['q', false],
          ['p', true],
        ],
      );
      assert.deepEqual(
        mapping.merges.map((entry) => slice(text, entry)),
        ['<<: *x'],
      );
      assert.equal(slice(text, mapping), '<<: *x\n  q: 2');
      assert.ok(entryOf(mapping, 'p')?.value?.alias);
    });

    it('of an unknown mapping leave the mapping open', () => {
      assert.equal(mappingAt('c:\n  <<: *x\n  q: 2\n', 'c').open, true);
      assert.deepEqual(problemsIn('c:\n  <<: 1\n'), [['BAD_MERGE', '<<: 1']]);
      assert.deepEqual(valueOfText('c:\n  "<<": 1\n'), { c: { '<<': 1 } });
    });
  });

  describe('problems', () => {
    const cases: readonly (readonly [string, string, readonly (readonly [string, string])[]])[] = [
      ['a repeated key, at the earlier place', 'a: 1\nb: 2\na: 3\n', [['DUPLICATE_KEY', 'a']]],
      [
        'tabs in front of keys',
        'a:\n\tb: 1\n\tc: 2\n',
        [
          ['TAB_INDENT', '\t'],
          ['TAB_INDENT', '\t'],
        ],
      ],
      ['a tab on a blank line, which go-yaml refuses', 'a: 1\n\t\nb: 2\n', [['TAB_INDENT', '\t']]],
      ['a tab behind a dash', '-\ta\n', [['TAB_INDENT', '\t']]],
      ['a no-break space in front of a key', 'a: 1\n\u00a0b: 2\n', [['NBSP', '\u00a0']]],
      ['a no-break space around a value', 'a: \u00a0x\n', [['NBSP', '\u00a0']]],
      [
        'typographic quotes',
        'a: \u201cx\u201d\n',
        [
          ['SMART_QUOTE', '\u201c'],
          ['SMART_QUOTE', '\u201d'],
        ],
      ],
      ['a half-typed key in front of another', 'a: 1\nima\nb: 2\n', [['MULTILINE_IMPLICIT_KEY', 'ima']]],
      ['a half-typed key at the end', 'a: 1\nima\n', [['MISSING_CHAR', 'ima']]],
      ['a colon in a plain value', 'image: nginx: latest\n', [['BLOCK_AS_IMPLICIT_KEY', 'n']]],
      ['a missing key', ': x\n', [['MISSING_KEY', ':']]],
      ['a key that is no word', '[a]: 1\n', [['COMPLEX_KEY', '[a]']]],
      ['an escape of JSON that go-yaml does not know', 'a: "x\\/y\\\\/"\n', [['BAD_DQ_ESCAPE', '\\/']]],
    ];
    for (const [name, text, expected] of cases)
      it(`find ${name}`, () => {
        assert.deepEqual(problemsIn(text), expected);
      });

    it('do not find fault with what is meant', () => {
      for (const text of [
        'a: "\u00a0x\u201d"\n',
        'a: don\u2019t\n',
        'a:\t1\n',
        'a: [1,\n\t2]\n',
        'a: |\n  x\ty\n',
        'a: 1\t# c\n',
        'a: "x\n\ty"\n',
      ])
        assert.deepEqual(problemsIn(text), []);
    });

    it('do not find fault with lines in quotes and brackets that kubectl takes', () => {
      assert.deepEqual(problemsIn('a: [\n1, # c\n\n2\n]\nb: {x: 1,\ny: 2\n}\n'), []);
      assert.deepEqual(valueOfText('a: [\n1, # c\n\n2\n]\nb: {x: 1,\ny: 2\n}\n'), { a: [1, 2], b: { x: 1, y: 2 } });
      assert.deepEqual(valueOfText("s:\n  a: ['\n  x\n  y\n  ']\n"), { s: { a: [' x y '] } });
      assert.deepEqual(valueOfText('s:\n  a: "x\ny"\n  b: 1\n'), { s: { a: 'x y', b: 1 } });
    });
  });

  describe('a broken line', () => {
    it('opens the mappings around it, and no others', () => {
      const text = 'a:\n  - b: 1\n    ima\n    c: 2\n  - b: 3\n';
      assert.equal(mappingAt(text).open, true);
      assert.equal(mappingAt(text, 'a', 0).open, true);
      assert.equal(mappingAt(text, 'a', 1).open, false);
    });

    it('keeps the key that it runs into', () => {
      const text = 'a: 1\nima\nports:\n  - 80\n';
      assert.deepEqual(valueOfText(text), { a: 1, ports: [80] });
      assert.equal(slice(text, entryOf(mappingAt(text), 'ports')?.key ?? mappingAt(text)), 'ports');
    });

    it('does not keep a key that stands elsewhere', () => {
      assert.deepEqual(valueOfText('a: 1\nlivenes\n  httpGet:\n    port: 80\nb: 2\n'), { a: 1, b: 2 });
    });

    it('is no key itself', () => {
      assert.deepEqual(valueOfText('a: 1\nb:\n  c: 1\n  ima\n'), { a: 1, b: { c: 1 } });
    });
  });

  describe('limits', () => {
    it('hold for aliases that stand for billions', () => {
      const levels = Array.from({ length: 12 }, (_, level) => {
        const name = `*l${level - 1}`;
        return `l${level}: &l${level} [${level === 0 ? 'x' : Array(10).fill(name).join(', ')}]\n`;
      });
      const started = performance.now();
      const problems = problemsIn(levels.join(''));
      assert.deepEqual(
        problems.map(([code]) => code),
        ['ALIAS_LIMIT'],
      );
      assert.ok(performance.now() - started < 2_000);
    });

    it('hold for collections in collections', () => {
      for (const text of [
        '['.repeat(50_000),
        '{a: '.repeat(20_000),
        '- '.repeat(20_000),
        'a: '.repeat(20_000),
        '? '.repeat(20_000),
        `${'[`.repeat(3_000)}${`]'.repeat(3_000)}`,
        Array.from({ length: 2_000 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join(''),
      ]) {
        const started = performance.now();
        const document = documentOf(text);
        assert.ok(document.problems.length > 0);
        assert.ok(performance.now() - started < 3_000, text.slice(0, 20));
      }
      assert.equal(documentOf('['.repeat(100) + ']'.repeat(100)).problems.length, 0);
    });

    it('hold for chains of aliases', () => {
      const chain = Array.from({ length: 3_000 }, (_, link) => `- &a${link} [${link === 0 ? 1 : `*a${link - 1}`}]\n`);
      assert.ok(problemsIn(chain.join('')).some(([code]) => code === 'ALIAS_LIMIT'));
    });

    it('hold for what is no text', () => {
      assert.deepEqual(problemsIn('a: \0\nb: 1\n'), [['NOT_TEXT', 'a: \0']]);
      assert.deepEqual(
        problemsIn(`a: ${'x'.repeat(2_000_001)}`).map(([code]) => code),
        ['TOO_LARGE'],
      );
    });

    it('hold for problems', () => {
      assert.equal(problemsIn('\ta: 1\n'.repeat(1_000)).length, 100);
    });
  });
});
