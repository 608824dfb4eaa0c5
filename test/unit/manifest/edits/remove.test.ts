import assert from 'node:assert/strict';
import { type RemoveOptions, removeEntry, removeItem, removePath } from '../../../../server/src/manifest/edits/remove';
import { changed, crlf, dataOf, madeIn, yaml } from './contract';
import { entryAt, itemAt, mappingAt, type Path, parsed } from './places';

interface Case {
  readonly at: Path;
  /** What goes besides: the path of the mapping or list that would be empty. */
  readonly gone?: Path;
  readonly before: string;
  readonly after: string;
  readonly file?: string;
}

const edits = (text: string, at: Path, options: RemoveOptions, file?: string) => {
  const document = parsed(text, file);
  if (typeof at.at(-1) === 'number') {
    const { sequence, item } = itemAt(document, at);
    return { document, edits: removeItem(document, sequence, item, options) };
  }
  const { mapping, entry } = entryAt(document, at);
  return { document, edits: removeEntry(document, mapping, entry, options) };
};

function removes(name: string, { at, gone = at, before, after, file }: Case): void {
  it(name, () => {
    const made = edits(before, at, {}, file);
    const result = madeIn(made.document, made.edits);
    assert.equal(result, after);
    assert.deepEqual(dataOf(result), changed(dataOf(before), gone, undefined));
  });
}

describe('removing in block style', () => {
  removes('takes whole lines', {
    at: ['a', 'c'],
    before: 'a:\n  b: 1\n  c:\n    d:\n    - e\n  f: 2\n',
    after: 'a:\n  b: 1\n  f: 2\n',
  });
  removes('leaves every comment, at the column of what went', {
    at: ['spec', 'securityContext'],
    before: yaml`
      spec:
        # before
        securityContext: # key
          # inside
          capabilities: # deep
            drop:
              - ALL # item

              # below
        # behind
        hostname: web # host
    `,
    after: yaml`
      spec:
        # before
        # key
        # inside
        # deep
        # item

        # below
        # behind
        hostname: web # host
    `,
  });
  removes('keeps the dash before the first key of an item', {
    at: ['ports', 0, 'hostPort'],
    before: 'ports:\n-   hostPort: 80\n    name: a\n-   name: b\n',
    after: 'ports:\n-   name: a\n-   name: b\n',
  });
  removes('keeps the comment behind the first key of an item', {
    at: ['ports', 0, 'hostPort'],
    before: 'ports:\n- hostPort: 80 # why\n  name: a\n',
    after: 'ports:\n- # why\n  name: a\n',
  });
  removes('keeps the comment below the first key of an item', {
    at: ['ports', 0, 'hostPort'],
    before: 'ports:\n- hostPort: 80\n  # the name\n  name: a\n',
    after: 'ports:\n- # the name\n  name: a\n',
  });
  removes('keeps comments inside the first key of an item', {
    at: ['c', 0, 'env'],
    before: 'c:\n- env:\n  - name: A # a\n    # b\n    value: c\n  name: x\n',
    after: 'c:\n- # a\n  # b\n  name: x\n',
  });
  removes('takes the last key of an item', {
    at: ['ports', 0, 'hostPort'],
    before: 'ports:\n- name: a\n  hostPort: 80\n- name: b\n',
    after: 'ports:\n- name: a\n- name: b\n',
  });
  removes('takes an item', {
    at: ['ports', 1],
    before: 'ports:\n  - name: a\n  - name: b\n    protocol: TCP\n  - c\n',
    after: 'ports:\n  - name: a\n  - c\n',
  });
  removes('takes the first item of a list behind a dash', {
    at: [0, 0],
    before: '- - a\n  - b\n',
    after: '- - b\n',
  });
  removes('takes an item that is nothing', { at: ['a', 1], before: 'a:\n- b\n-\n- c\n', after: 'a:\n- b\n- c\n' });
  removes('takes a block scalar with the blank lines that it keeps', {
    at: ['b'],
    before: 'a: 1\nb: |+\n  x\n\n\n# c\nc: 2\n',
    after: 'a: 1\n# c\nc: 2\n',
  });
  removes('leaves no line end at the end where none was', { at: ['b'], before: 'a: 1\nb: 2', after: 'a: 1' });
  removes('leaves no line end at the end where none was, in any file', {
    at: ['b'],
    before: 'a: 1\r\nb:\r\n  c: 2',
    after: 'a: 1',
  });
  removes('works with the line ends of the file', {
    at: ['a', 0, 'b'],
    before: crlf('a:\n- b: 1\n  c: 2 # c\n'),
    after: crlf('a:\n- c: 2 # c\n'),
  });
  removes('takes the first key of a document', {
    at: ['a'],
    before: '\uFEFF# head\n---\na: 1 # a\nb: 2\n',
    after: '\uFEFF# head\n---\n# a\nb: 2\n',
  });
  removes('takes a flow collection on several lines', {
    at: ['a'],
    before: 'a: [\n  b, # b\n  c\n]\nd: 1\n',
    after: '# b\nd: 1\n',
  });
  removes('takes what was in an anchored mapping', {
    at: ['a', 'b'],
    before: 'a: &a\n  b: 1\n  c: 2\n',
    after: 'a: &a\n  c: 2\n',
  });
  removes('knows what the last lines of a mapping are', {
    at: ['d'],
    before: 'a: &a\n  x: 1\nd:\n  b: |\n    y\n  <<: *a\ne: 1\n',
    after: 'a: &a\n  x: 1\ne: 1\n',
  });
  removes('lets no comment become text', {
    at: ['b'],
    before: 'a: |\n  x\nb:\n  # c\n  d: 1\n    # e\nf: 2\n',
    after: 'a: |\n  x\n# c\n# e\nf: 2\n',
  });
});

describe('removing in flow style', () => {
  removes('the first', { at: ['a', 'b'], before: 'a: {b: 1, c: 2} # d\n', after: 'a: {c: 2} # d\n' });
  removes('one between', { at: ['a', 1], before: 'a: [b,  c,  d]\n', after: 'a: [b,  d]\n' });
  removes('the last', { at: ['a', 1], before: 'a: [ b, c ]\n', after: 'a: [ b ]\n' });
  removes('the last before a comma', { at: ['a', 1], before: 'a: [b, c,]\n', after: 'a: [b,]\n' });
  removes('a line', {
    at: ['a', 1],
    before: 'a: [\n  b, # b\n  c, # c\n  d # d\n]\n',
    after: 'a: [\n  b, # b\n  # c\n  d # d\n]\n',
  });
  removes('the last line', {
    at: ['a', 2],
    before: 'a: [\n  b, # b\n  c, # c\n  d\n]\n',
    after: 'a: [\n  b, # b\n  c # c\n]\n',
  });
  removes('the last line with its comment left', {
    at: ['a', 1],
    before: 'a: [\n  b, # b\n  c # c\n]\n',
    after: 'a: [\n  b # b\n  # c\n]\n',
  });
  removes('a line of JSON', {
    at: ['a', 'c'],
    file: 'a.json',
    before: '{\n  "a": {\n    "b": 1,\n    "c": {\n      "d": 1\n    }\n  }\n}\n',
    after: '{\n  "a": {\n    "b": 1\n  }\n}\n',
  });
  removes('the first line of JSON', {
    at: ['a', 'b'],
    file: 'a.json',
    before: '{\n  "a": {\n    "b": 1,\n    "c": 2\n  }\n}\n',
    after: '{\n  "a": {\n    "c": 2\n  }\n}\n',
  });
});

describe('removing the last thing of a collection', () => {
  removes('removes the collection too', {
    at: ['a', 'b', 'c'],
    gone: ['a', 'b'],
    before: 'a:\n  b: # b\n    c: 1\n  d: 2\n',
    after: 'a:\n  # b\n  d: 2\n',
  });
  removes('removes everything up to something that holds more', {
    at: ['x', 0, 'a', 'b', 0],
    gone: ['x', 0],
    before: 'x:\n  - a:\n      b:\n        - c\n  - d\n',
    after: 'x:\n  - d\n',
  });
  removes('does so in flow style', {
    at: ['a', 'b', 'c'],
    gone: ['a', 'b'],
    before: 'a: {b: {c: 1}, d: 2}\n',
    after: 'a: {d: 2}\n',
  });

  const empties = (name: string, before: string, at: Path, after: string, file?: string): void => {
    it(name, () => {
      const made = edits(before, at, { emptied: 'stays' }, file);
      assert.equal(madeIn(made.document, made.edits), after);
      assert.deepEqual(dataOf(after), changed(dataOf(before), at, undefined));
    });
  };
  empties('leaves braces where asked', 'a:\n  b: 1\nc: 2\n', ['a', 'b'], 'a: {}\nc: 2\n');
  empties('leaves brackets where asked', 'a: # a\n- b # b\nc: 2\n', ['a', 0], 'a: [] # a\n# b\nc: 2\n');
  empties('leaves braces behind an anchor', 'a: &a\n  b: 1', ['a', 'b'], 'a: &a {}');
  empties('leaves braces behind a dash', 'a:\n- b: 1 # b\n- c\n', ['a', 0, 'b'], 'a:\n- {} # b\n- c\n');
  empties('leaves braces below a dash', 'a:\n-\n  b: 1\n- c\n', ['a', 0, 'b'], 'a:\n- {}\n- c\n');
  empties('leaves braces in flow style', 'a: { b: 1 }\n', ['a', 'b'], 'a: {}\n');
  empties('leaves braces in JSON', '{\n  "a": {\n    "b": 1\n  }\n}\n', ['a', 'b'], '{\n  "a": {}\n}\n', 'a.json');
  empties('empties a document in JSON', '{ "b": 1 }\n', ['b'], '{}\n', 'a.json');
});

describe('a path', () => {
  it('leads to what is removed', () => {
    const document = parsed('a:\n  b:\n    c: 1\n    d: 2\n');
    const root = mappingAt(document, []);
    assert.equal(madeIn(document, removePath(document, root, ['a', 'b', 'c'])), 'a:\n  b:\n    d: 2\n');
    assert.equal(removePath(document, root, ['a', 'x', 'c']), undefined);
    assert.equal(removePath(document, root, []), undefined);
  });
});

describe('nothing is removed', () => {
  const refuses = (name: string, before: string, at: Path, file?: string): void => {
    it(name, () => {
      assert.equal(edits(before, at, {}, file).edits, undefined);
      assert.equal(edits(before, at, { emptied: 'stays' }, file).edits, undefined);
    });
  };

  refuses('where nothing would be left', 'a:\n  - b\n', ['a']);
  refuses('when an alias elsewhere needs it', 'a: &a 1\nb: *a\n', ['a']);
  refuses('through an alias', 'a: &a\n  b: 1\n  c: 2\nd: *a\n', ['d', 'b']);
  refuses('that a merge brings', 'a: &a\n  b: 1\nd:\n  <<: *a\n  c: 2\n', ['d', 'b']);
  refuses('with a template action inside', 'a: {{ .Values.a }}\nb: 1\n', ['a'], 'c/templates/a.yaml');
  refuses('beside an explicit key', '? a\n: 1\nb: 2\n', ['b']);
  refuses('beside a broken line', 'a: 1\nb: 2\nfoo\nc: 3\n', ['b']);
});
