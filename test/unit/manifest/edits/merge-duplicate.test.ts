import assert from 'node:assert/strict';
import { mergeDuplicate } from '../../../../server/src/manifest/edits/merge-duplicate';
import { dataOf, madeIn, yaml } from './contract';
import { mappingAt, type Path, parsed } from './places';

const merge = (text: string, at: Path, key: string, file?: string) => {
  const document = parsed(text, file);
  const mapping = mappingAt(document, at);
  const [earlier, later] = mapping.entries.filter((entry) => entry.name === key);
  assert.ok(earlier && later);
  return { document, edits: mergeDuplicate(document, mapping, earlier, later) };
};

function merges(
  name: string,
  before: string,
  at: Path,
  key: string,
  after: string,
  data: unknown,
  file?: string,
): void {
  it(name, () => {
    const { document, edits } = merge(before, at, key, file);
    const result = madeIn(document, edits, { commentsMove: true });
    assert.equal(result, after);
    assert.deepEqual(dataOf(result), data);
  });
}

describe('merging two equal keys', () => {
  merges('keeps the later of two scalars', 'a: 1\nb: 2\na: 3 # c\n', [], 'a', 'b: 2\na: 3 # c\n', { b: 2, a: 3 });
  merges('leaves the comment of the earlier', 'a: 1 # c\na: 3\n', [], 'a', '# c\na: 3\n', { a: 3 });
  merges('keeps what is there before nothing', 'a:\n- 1\nb: 2\na:\n', [], 'a', 'a:\n- 1\nb: 2\n', { a: [1], b: 2 });
  merges(
    'puts the items of one list behind those of the other, but none twice',
    yaml`
      spec:
        env:
          - name: A
            value: a # a
        ports: []
        # more
        env:
          # about b
          - name: B
            value: |
              # text
              b
          - name: A
            value: a
    `,
    ['spec'],
    'env',
    yaml`
      spec:
        env:
          - name: A
            value: a # a
          # about b
          - name: B
            value: |
              # text
              b
        ports: []
        # more
    `,
    {
      spec: {
        env: [
          { name: 'A', value: 'a' },
          { name: 'B', value: '# text\nb\n' },
        ],
        ports: [],
      },
    },
  );
  merges(
    'makes one mapping of two',
    yaml`
      resources:
        limits:
          cpu: 1 # one
          memory: 1Gi
      tty: true
      resources:
        requests: # what it needs
          cpu: 1
        limits:
          memory: 2Gi
    `,
    [],
    'resources',
    yaml`
      resources:
        requests: # what it needs
          cpu: 1
        limits:
          cpu: 1 # one
          memory: 2Gi
      tty: true
    `,
    { resources: { limits: { cpu: 1, memory: '2Gi' }, requests: { cpu: 1 } }, tty: true },
  );
  merges('works where one follows the other', 'a:\n- 1\na:\n- 2', [], 'a', 'a:\n- 1\n- 2', { a: [1, 2] });
  merges('works across styles', 'a:\n- b: 1\na: [{b: 2}]\nc: 3\n', [], 'a', 'a:\n- b: 1\n- {b: 2}\nc: 3\n', {
    a: [{ b: 1 }, { b: 2 }],
    c: 3,
  });
  merges(
    'works in JSON',
    '{\n  "a": {\n    "b": 1\n  },\n  "a": {\n    "c": {\n      "d": 2\n    }\n  }\n}\n',
    [],
    'a',
    '{\n  "a": {\n    "b": 1,\n    "c": {\n      "d": 2\n    }\n  }\n}\n',
    { a: { b: 1, c: { d: 2 } } },
    'a.json',
  );
  merges('keeps the later of two that differ in kind', 'a:\n- 1\na: x\nb: 1\n', [], 'a', 'a: x\nb: 1\n', {
    a: 'x',
    b: 1,
  });

  it('refuses what contradicts itself, or would lose a comment', () => {
    for (const text of [
      'a:\n- name: x\n  value: 1\na:\n- name: x\n  value: 2\n',
      'a:\n- 1\na: # why\n- 2\n',
      'a:\n  b: 1 # one\na:\n  b: 2 # two\n',
      'a:\n  b: [1]\na:\n  b: {c: 1}\n',
      'x: &x {b: 1}\na: *x\na:\n  c: 1\n',
      'x: &x {b: 1}\na:\n  d: 1\na:\n  <<: *x\n',
    ])
      assert.equal(merge(text, [], 'a').edits, undefined, text);
  });
});
