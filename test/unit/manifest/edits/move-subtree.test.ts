import assert from 'node:assert/strict';
import { insertKey } from '../../../../server/src/manifest/edits/insert-key';
import { moveEntry, moveItem } from '../../../../server/src/manifest/edits/move-subtree';
import { changed, crlf, dataOf, madeIn, partOf, yaml } from './contract';
import { entryAt, itemAt, mappingAt, type Path, parsed } from './places';

interface Case {
  readonly from: Path;
  /** The path of what goes, when that is more than what moves. */
  readonly gone?: Path;
  readonly to: Path;
  readonly path: readonly string[];
  readonly before: string;
  readonly after: string;
  readonly file?: string;
}

function moves(name: string, { from, gone = from, to, path, before, after, file }: Case): void {
  it(name, () => {
    const document = parsed(before, file);
    const edits = moveEntry(document, entryAt(document, from), { mapping: mappingAt(document, to), path });
    const result = madeIn(document, edits, { commentsMove: true });
    assert.equal(result, after);
    const data = dataOf(before);
    assert.deepEqual(dataOf(result), changed(changed(data, gone, undefined), [...to, ...path], partOf(data, from)));
  });
}

describe('moving a key', () => {
  moves('takes its lines, comments and block scalars to another depth', {
    from: ['spec', 'readinessProbe'],
    to: ['spec', 'containers', 0],
    path: ['readinessProbe'],
    before: yaml`
      spec:
        # asks the app
        readinessProbe: # probe
          exec:
            # how
            command:
              - sh
              - -c
              - |
                # no comment
                if true; then

                  echo yes
                fi
              - >-
                one
                 two
            # below
        containers:
          - name: web
            image: nginx # image
    `,
    after: yaml`
      spec:
        containers:
          - name: web
            image: nginx # image
            # asks the app
            readinessProbe: # probe
              exec:
                # how
                command:
                  - sh
                  - -c
                  - |
                    # no comment
                    if true; then

                      echo yes
                    fi
                  - >-
                    one
                     two
                # below
    `,
  });
  moves('moves outwards, the first key of a list item', {
    from: ['spec', 'containers', 0, 'nodeSelector'],
    to: ['spec'],
    path: ['nodeSelector'],
    before: 'spec:\n  containers:\n  - nodeSelector:\n      disk: ssd # fast\n    name: web\n  volumes: []\n',
    after: 'spec:\n  containers:\n  - name: web\n  volumes: []\n  nodeSelector:\n    disk: ssd # fast\n',
  });
  moves('goes behind the mapping whose last lines it was', {
    from: ['spec', 'containers', 0, 'nodeSelector'],
    to: ['spec'],
    path: ['nodeSelector'],
    before: crlf(
      'kind: Pod\nspec:\n  containers:\n  - name: web\n    # fast\n    nodeSelector:\n      disk: ssd\n\n# end\n',
    ),
    after: crlf('kind: Pod\nspec:\n  containers:\n  - name: web\n  # fast\n  nodeSelector:\n    disk: ssd\n\n# end\n'),
  });
  moves('goes behind the mapping whose last lines it was, without a line end', {
    from: ['spec', 'containers', 0, 'nodeSelector'],
    to: ['spec'],
    path: ['nodeSelector'],
    before: 'kind: Pod\nspec:\n  containers:\n  - name: web\n    nodeSelector:\n      disk: ssd',
    after: 'kind: Pod\nspec:\n  containers:\n  - name: web\n  nodeSelector:\n    disk: ssd',
  });
  moves('makes the mapping that it goes to, beside itself', {
    from: ['spec', 'containers', 0, 'runAsUser'],
    to: ['spec', 'containers', 0],
    path: ['securityContext', 'runAsUser'],
    before: 'spec:\n  containers:\n  - name: web\n    runAsUser: 1000 # app\n    image: nginx\n',
    after: 'spec:\n  containers:\n  - name: web\n    image: nginx\n    securityContext:\n      runAsUser: 1000 # app\n',
  });
  moves('gives it another name', {
    from: ['spec', 'args'],
    to: ['spec'],
    path: ['command'],
    before: crlf('spec:\n  args:\n  - a\n  name: x\n'),
    after: crlf('spec:\n  name: x\n  command:\n  - a\n'),
  });
  moves('takes the mapping with it that would be empty', {
    from: ['spec', 'securityContext', 'privileged'],
    gone: ['spec', 'securityContext'],
    to: ['spec', 'containers', 0],
    path: ['securityContext', 'privileged'],
    before: 'spec:\n  securityContext:\n    privileged: true\n  containers:\n  - name: web\n',
    after: 'spec:\n  containers:\n  - name: web\n    securityContext:\n      privileged: true\n',
  });
  moves('leaves a last line without a line end', {
    from: ['spec', 'b'],
    to: ['metadata'],
    path: ['b'],
    before: 'metadata:\n  name: x\nspec:\n  a: 1\n  b: 2',
    after: 'metadata:\n  name: x\n  b: 2\nspec:\n  a: 1',
  });
  moves('moves to the last line', {
    from: ['metadata', 'b'],
    to: ['spec'],
    path: ['b'],
    before: 'metadata:\n  b: 2\n  name: x\nspec:\n  a: 1',
    after: 'metadata:\n  name: x\nspec:\n  a: 1\n  b: 2',
  });
  moves('moves within flow style', {
    from: ['spec', 'runAsUser'],
    to: ['spec'],
    path: ['securityContext', 'runAsUser'],
    before: 'spec: {hostname: x, runAsUser: 1}\n',
    after: 'spec: {hostname: x, securityContext: {runAsUser: 1}}\n',
  });
  moves('moves from flow style into a block', {
    from: ['a', 'b'],
    to: [],
    path: ['b'],
    before: 'a: {b: [x, "y"], c: 1}\n',
    after: 'a: {c: 1}\nb: [x, "y"]\n',
  });
  moves('moves from a block into flow style', {
    from: ['b'],
    to: ['a'],
    path: ['b'],
    before: 'a: {c: 1}\nb: "x, y"\n',
    after: 'a: {c: 1, b: "x, y"}\n',
  });
  moves('moves in JSON', {
    from: ['spec', 'resources'],
    to: ['spec', 'containers', 0],
    path: ['resources'],
    file: 'pod.json',
    before: yaml`
      {
        "spec": {
          "resources": {
            "limits": { "cpu": 1 }
          },
          "containers": [
            {
              "name": "web"
            }
          ]
        }
      }
    `,
    after: yaml`
      {
        "spec": {
          "containers": [
            {
              "name": "web",
              "resources": {
                "limits": { "cpu": 1 }
              }
            }
          ]
        }
      }
    `,
  });

  const refuses = (
    name: string,
    before: string,
    from: Path,
    to: Path,
    path: readonly string[],
    file?: string,
  ): void => {
    it(name, () => {
      const document = parsed(before, file);
      const target = { mapping: mappingAt(document, to), path };
      assert.equal(moveEntry(document, entryAt(document, from), target), undefined);
    });
  };
  refuses('does not replace what is there', 'a:\n  b: 1\n  c: 1\nb: 2\n', ['a', 'b'], [], ['b']);
  refuses('does not move a mapping into itself', 'a:\n  b:\n    c: 1\n', ['a'], ['a', 'b'], ['a']);
  refuses('does not part an alias from its anchor', 'a:\n  b: &b 1\n  c: *b\nd:\n  e: 1\n', ['a', 'b'], ['d'], ['b']);
  refuses('does not lose the comment of a mapping that goes', 'a: # a\n  b: 1\nd:\n  e: 1\n', ['a', 'b'], ['d'], ['b']);
  refuses('does not cut a comma that is needed', 'a: {\n  b: 1,\n  c: 2\n}\n', ['a', 'c'], ['a'], ['d', 'c']);
  refuses(
    'does not move a block scalar whose end depends on its place',
    'a: |+\n  x\n\nb: {c: 1}\n',
    ['a'],
    ['b'],
    ['a'],
  );
  refuses(
    'does not move lines that cannot be moved out',
    'a:\n  b:\n   c: [\n  1]\n  d: 1\n',
    ['a', 'b', 'c'],
    [],
    ['c'],
  );
  refuses('does not put plain text where it means something else', 'a: {c: 1}\nb: x, y\n', ['b'], ['a'], ['b']);
  refuses('does not put a comment into flow style', 'a: {c: 1}\nb: x # c\n', ['b'], ['a'], ['b']);
  refuses(
    'does not move what a template writes into',
    'a:\n  b: {{ .Values.b }}\n  c: 1\n',
    ['a', 'b'],
    [],
    ['b'],
    'c/templates/a.yaml',
  );
});

describe('moving an item', () => {
  const before = yaml`
    spec:
      containers:
        - name: web
          image: nginx

        # ships the logs
        - name: log # helper
          image: fluent-bit
          args: [a]
      volumes: []
  `;

  it('makes the list that it goes to, and edits it on the way', () => {
    const document = parsed(before);
    const from = itemAt(document, ['spec', 'containers', 1]);
    const container = mappingAt(document, ['spec', 'containers', 1]);
    const inside = insertKey(document, container, 'restartPolicy', 'Always');
    assert.ok(inside);
    const to = { mapping: mappingAt(document, ['spec']), key: 'initContainers' };
    const result = madeIn(document, moveItem(document, from, to, { inside }), { commentsMove: true });
    assert.equal(
      result,
      yaml`
        spec:
          initContainers:
            # ships the logs
            - name: log # helper
              image: fluent-bit
              restartPolicy: Always
              args: [a]
          containers:
            - name: web
              image: nginx

          volumes: []
      `,
    );
  });

  it('goes behind the items of another list, in its style', () => {
    const text = 'a:\n  - x: 1\n    y:\n      - 2\n  - z\nb:\n-   c: 1\n';
    const document = parsed(text);
    const result = madeIn(
      document,
      moveItem(document, itemAt(document, ['a', 0]), { mapping: mappingAt(document, []), key: 'b' }),
    );
    assert.equal(result, 'a:\n  - z\nb:\n-   c: 1\n-   x: 1\n    y:\n      - 2\n');
    assert.deepEqual(dataOf(result), { a: ['z'], b: [{ c: 1 }, { x: 1, y: [2] }] });
  });

  it('takes the list with it that would be empty', () => {
    const document = parsed('a:\n- x\nb:\n- c\n');
    const result = madeIn(
      document,
      moveItem(document, itemAt(document, ['a', 0]), { mapping: mappingAt(document, []), key: 'b' }),
    );
    assert.equal(result, 'b:\n- c\n- x\n');
  });

  it('moves in flow style', () => {
    const document = parsed('a: [x, "y"]\nb: []\n');
    const to = { mapping: mappingAt(document, []), key: 'b' };
    const result = madeIn(document, moveItem(document, itemAt(document, ['a', 1]), to));
    assert.equal(result, 'a: [x]\nb:\n  - "y"\n');
  });

  it('is not moved into itself', () => {
    const document = parsed('a:\n- b: 1\n- c: 1\n');
    const to = { mapping: mappingAt(document, ['a', 0]), key: 'd' };
    assert.equal(moveItem(document, itemAt(document, ['a', 0]), to), undefined);
  });
});
