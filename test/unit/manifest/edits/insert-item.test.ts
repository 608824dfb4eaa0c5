import assert from 'node:assert/strict';
import { insertItem, insertItems, insertItemsUnder } from '../../../../server/src/manifest/edits/insert-item';
import { type BlockValue, placeholder } from '../../../../server/src/manifest/edits/value';
import { changed, crlf, dataOf, madeIn, partOf, plain, yaml } from './contract';
import { itemAt, mappingAt, type Path, parsed, sequenceAt } from './places';

interface Case {
  readonly at: Path;
  readonly values: readonly BlockValue[];
  readonly before: string;
  readonly after: string;
  readonly file?: string;
}

const listIn = (text: string, at: Path): readonly unknown[] => {
  const list = partOf(dataOf(text), at);
  return Array.isArray(list) ? list : [];
};

/** Adds items at the end of the list at a path. */
function appends(name: string, { at, values, before, after, file }: Case): void {
  it(name, () => {
    const document = parsed(before, file);
    const edits = insertItemsUnder(document, mappingAt(document, at.slice(0, -1)), String(at.at(-1)), values);
    const result = madeIn(document, edits);
    assert.equal(result, after);
    assert.deepEqual(dataOf(result), changed(dataOf(before), at, [...listIn(before, at), ...values.map(plain)]));
  });
}

const env = ['spec', 'containers', 0, 'env'];

describe('inserting items in block style', () => {
  appends('into an indented list', {
    at: env,
    values: [{ name: 'B', value: '8080' }],
    before: yaml`
      spec:
        containers:
          - name: web
            env:
              - name: A # one
                value: "yes"
                # what A is for
            ports: []
    `,
    after: yaml`
      spec:
        containers:
          - name: web
            env:
              - name: A # one
                value: "yes"
                # what A is for
              - name: B
                value: "8080"
            ports: []
    `,
  });
  appends('into a flush list, before the comment of the next key', {
    at: env,
    values: [{ name: 'B', value: 'on' }, { name: 'C' }],
    before: yaml`
      spec:
        containers:
        - name: web
          env:
          - name: A
            value: 'no'
          # the ports
          ports: []
    `,
    after: yaml`
      spec:
        containers:
        - name: web
          env:
          - name: A
            value: 'no'
          - name: B
            value: 'on'
          - name: C
          # the ports
          ports: []
    `,
  });
  appends('with the wide dashes of the others', {
    at: ['spec', 'containers'],
    values: [{ name: 'log', ports: [{ name: 'a', containerPort: 1 }] }],
    before: yaml`
      spec:
          containers:
          -   name: web
              ports:
              -   name: b
    `,
    after: yaml`
      spec:
          containers:
          -   name: web
              ports:
              -   name: b
          -   name: log
              ports:
              -   name: a
                  containerPort: 1
    `,
  });
  appends('behind the last line, which has no line end', {
    at: ['args'],
    values: ['b'],
    before: 'args:\r\n- a',
    after: 'args:\r\n- a\r\n- b',
  });
  appends('with the quotes of the others', {
    at: ['args'],
    values: ['plain', 1, true],
    before: "args:\n  - 'a'\n  - 'b'\n",
    after: "args:\n  - 'a'\n  - 'b'\n  - 'plain'\n  - 1\n  - true\n",
  });
  appends('lists and texts among them', {
    at: ['args'],
    values: [['x', ['z']], 'one\ntwo\n', {}, []],
    before: 'args:\n  - a\n',
    after: 'args:\n  - a\n  - - x\n    - - z\n  - |\n    one\n    two\n  - {}\n  - []\n',
  });
  appends('into a list in a list', {
    at: ['rules', 0, 'paths'],
    values: ['c'],
    before: 'rules:\n- paths:\n  - a\n  - b\n',
    after: 'rules:\n- paths:\n  - a\n  - b\n  - c\n',
  });
  appends('where the list is missing', {
    at: env,
    values: [{ name: 'A', value: 'b' }],
    before: crlf('spec:\n  containers:\n  - name: web\n    resources: {}\n'),
    after: crlf('spec:\n  containers:\n  - name: web\n    env:\n    - name: A\n      value: b\n    resources: {}\n'),
  });
  appends('where the list is empty', {
    at: env,
    values: [{ name: 'A', value: 'b' }],
    before: 'spec:\n  containers:\n  - name: web\n    env: [] # none yet\n    tty: true\n',
    after: 'spec:\n  containers:\n  - name: web\n    env: # none yet\n    - name: A\n      value: b\n    tty: true\n',
  });
  appends('where only the key is there', {
    at: env,
    values: [{ name: 'A', value: 'b' }],
    before: 'spec:\n  containers:\n  - name: web\n    env:\n    tty: true\n',
    after: 'spec:\n  containers:\n  - name: web\n    env:\n    - name: A\n      value: b\n    tty: true\n',
  });
});

describe('inserting items in flow style', () => {
  appends('on the line', {
    at: ['args'],
    values: ['c', 'x, y'],
    before: 'args: [a, b] # both\n',
    after: 'args: [a, b, c, "x, y"] # both\n',
  });
  appends('with quotes and without blanks', {
    at: ['args'],
    values: ['c'],
    before: 'args: ["a","b"]\n',
    after: 'args: ["a","b","c"]\n',
  });
  appends('on lines of their own, comments left behind', {
    at: ['ports'],
    values: [{ containerPort: 82, name: 'admin' }],
    before: yaml`
      ports: [
        { containerPort: 80 }, # http
        { containerPort: 81 } # metrics
      ]
    `,
    after: yaml`
      ports: [
        { containerPort: 80 }, # http
        { containerPort: 81 }, # metrics
        { containerPort: 82, name: admin }
      ]
    `,
  });
  appends('into JSON', {
    file: 'pod.json',
    at: ['env'],
    values: [{ name: 'B', value: 'yes' }],
    before: '{\n  "env": [\n    {\n      "name": "A"\n    }\n  ]\n}\n',
    after:
      '{\n  "env": [\n    {\n      "name": "A"\n    },\n    {\n      "name": "B",\n      "value": "yes"\n    }\n  ]\n}\n',
  });
  appends('into empty JSON', {
    file: 'pod.json',
    at: ['env'],
    values: ['a', 'b'],
    before: '{\n  "env": []\n}\n',
    after: '{\n  "env": [\n    "a",\n    "b"\n  ]\n}\n',
  });
  appends('into an empty list in flow style', {
    at: ['c', 'drop'],
    values: ['ALL'],
    before: 'c: {add: [], drop: []}\n',
    after: 'c: {add: [], drop: [ALL]}\n',
  });
});

describe('inserting an item beside another', () => {
  const before = yaml`
    volumes:
      # shared
      - name: a
        emptyDir: {}
      # own
      - name: b
  `;

  it('goes before it and before its comment', () => {
    const document = parsed(before);
    const { sequence, item } = itemAt(document, ['volumes', 1]);
    const result = madeIn(document, insertItem(document, sequence, { name: 'c' }, { before: item }));
    assert.equal(result, before.replace('  # own', '  - name: c\n  # own'));
  });

  it('goes behind it', () => {
    const document = parsed(before);
    const { sequence, item } = itemAt(document, ['volumes', 0]);
    const result = madeIn(document, insertItem(document, sequence, { name: 'c' }, { after: item }));
    assert.equal(result, before.replace('{}\n', '{}\n  - name: c\n'));
  });

  it('goes before the first of a list behind a dash', () => {
    const document = parsed('- - a\n  - b\n');
    const { sequence, item } = itemAt(document, [0, 0]);
    const result = madeIn(document, insertItem(document, sequence, 'x', { before: item }));
    assert.equal(result, '- - x\n  - a\n  - b\n');
  });

  it('goes between two in flow style', () => {
    const document = parsed('a: [x, y]\n');
    const { sequence, item } = itemAt(document, ['a', 1]);
    assert.equal(madeIn(document, insertItem(document, sequence, 'z', { before: item })), 'a: [x, z, y]\n');
    const first = itemAt(document, ['a', 0]).item;
    assert.equal(madeIn(document, insertItem(document, sequence, 'z', { after: first })), 'a: [x, z, y]\n');
  });

  it('marks what a person should look at, behind its indentation', () => {
    const document = parsed('a:\n  - name: x\n');
    const edits = insertItems(document, sequenceAt(document, ['a']), [
      { name: placeholder('p', ['p', 'q']), value: placeholder('yes') },
    ]);
    assert.equal(madeIn(document, edits), 'a:\n  - name: x\n  - name: p\n    value: "yes"\n');
    const [edit] = edits ?? [];
    assert.deepEqual(
      edit?.placeholders?.map((place) => edit.newText.slice(place.start, place.end)),
      ['p', 'yes'],
    );
  });
});

describe('an item is not inserted', () => {
  const refuses = (name: string, before: string, at: Path, file?: string): void => {
    it(name, () => {
      const document = parsed(before, file);
      const mapping = mappingAt(document, at.slice(0, -1));
      assert.equal(insertItemsUnder(document, mapping, String(at.at(-1)), ['x']), undefined);
    });
  };

  refuses('where something else is', 'a: b\n', ['a']);
  refuses('through an alias', 'a: &a\n- b\nc: *a\n', ['c']);
  refuses(
    'into a list that a template prints items into',
    'a:\n- b\n{{- range .x }}\n- {{ . }}\n{{- end }}\n',
    ['a'],
    'c/templates/a.yaml',
  );
  refuses('into a list with a broken line', 'a:\n- b\n- "c\n', ['a']);
});
