import assert from 'node:assert/strict';
import type { Finding } from '../../../../server/src/engine/finding';
import { suppress } from '../../../../server/src/engine/suppression';
import { parseManifest } from '../../../../server/src/manifest/model/parse';
import { suppressionsOf } from '../../../../server/src/manifest/suppressions';

const pod = [
  'apiVersion: apps/v1',
  'kind: Deployment',
  'metadata:',
  '  name: web',
  '  annotations:',
  '    OBJECT: x',
  'spec:',
  '  template:',
  '    metadata:',
  '      annotations:',
  '        TEMPLATE: x',
  '    spec:',
  '      containers:',
  '        - name: a',
  '          image: first',
  '        - name: b',
  '          image: second',
  '          command:',
  '            - |',
  '              script',
  '',
].join('\n');

/** Each suppression as owner, ids, what it reaches first and last, and what it is. */
function shown(text: string, path = 'a.yaml'): readonly (readonly unknown[])[] {
  return suppressionsOf(parseManifest(text, path)).map(({ owner, ids, reach, range }) => {
    if (ids !== 'all') for (const id of ids) assert.ok(range.start <= id.range.start && id.range.end <= range.end);
    const lines = text.slice(reach.start, reach.end).trim().split(/\r?\n/);
    return [owner, ids === 'all' ? ids : ids.map((id) => id.id), lines[0]?.trim(), lines.at(-1)?.trim()];
  });
}

const annotated = (where: 'OBJECT' | 'TEMPLATE', annotation: string): string => pod.replace(`${where}: x`, annotation);

describe('manifest suppressions', () => {
  describe('by comments', () => {
    it('reach the whole file above the first key', () => {
      const text = `# plimsoll-disable mutable-tag -- why\n${pod}---\n${pod}`;
      assert.deepEqual(shown(text), [['plimsoll', ['mutable-tag'], '# plimsoll-disable mutable-tag -- why', 'script']]);
      const [suppression] = suppressionsOf(parseManifest(text, 'a.yaml'));
      assert.deepEqual(suppression?.reach, { start: 0, end: text.length });
    });

    it('reach their document above its first key', () => {
      const text = `${pod}---\n# plimsoll-disable a, b\n${pod}---\nkind: X\n`;
      const [suppression] = suppressionsOf(parseManifest(text, 'a.yaml'));
      assert.deepEqual(suppression?.reach, { start: pod.length, end: text.length - '---\nkind: X\n'.length });
    });

    it('reach the entry or item below', () => {
      const at = (line: string): unknown =>
        shown(pod.replace(line, `# plimsoll-disable x\n${line}`)).map(([, , first, last]) => [first, last]);
      assert.deepEqual(at('        - name: a'), [['- name: a', 'image: first']]);
      assert.deepEqual(at('          image: first'), [['image: first', 'image: first']]);
      assert.deepEqual(at('      containers:'), [['containers:', 'script']]);
    });

    it('reach their own line behind a value', () => {
      const text = pod.replace('image: first', 'image: first # plimsoll-disable mutable-tag');
      assert.deepEqual(shown(text), [['plimsoll', ['mutable-tag'], 'image: first', 'image: first']]);
    });

    it('reach the next line, and a script that starts there', () => {
      const at = (line: string, comment = '# plimsoll-disable-next-line x'): unknown =>
        shown(pod.replace(line, `${comment}\n${line}`)).map(([, , first, last]) => [first, last]);
      assert.deepEqual(at('        - name: a'), [['- name: a', '- name: a']]);
      assert.deepEqual(at('            - |'), [['- |', 'script']]);
      assert.deepEqual(at('            - |', '# plimsoll-disable-next-line x\n# why'), [['# why', 'script']]);
    });

    it('silence everything without ids', () => {
      assert.deepEqual(shown(`# plimsoll-disable-next-line\nkind: X\n`), [['plimsoll', 'all', 'kind: X', 'kind: X']]);
      assert.deepEqual(shown(`# plimsoll-disable -- generated\nkind: X\n`)[0]?.[1], 'all');
    });

    it('are read in JSON too', () => {
      const text =
        '{\n  // plimsoll-disable-next-line a -- why\n  "kind": "X",\n  /* plimsoll-disable b */\n  "x": {\n    "y": 1\n  }\n}\n';
      assert.deepEqual(shown(text, 'a.json'), [
        ['plimsoll', ['a'], '"kind": "X",', '"kind": "X",'],
        ['plimsoll', ['b'], '"x": {', '}'],
      ]);
    });

    it('are not read elsewhere', () => {
      for (const text of [
        'a: "# plimsoll-disable x"\n',
        'a: |\n  # plimsoll-disable x\n',
        '# plimsoll-disabled x\na: 1\n',
        '# see plimsoll-disable\na: 1\n',
      ])
        assert.deepEqual(shown(text), [], text);
    });

    it('of Trivy reach the key or item below, by any spelling of an id', () => {
      const comment = '# trivy:ignore:AVD-KSV-0018 trivy:ignore:KSV014\n# tfsec:ignore:KSV-0109';
      assert.deepEqual(shown(pod.replace('        - name: b', `${comment}\n        - name: b`)), [
        ['trivy', ['trivy/KSV-0018', 'trivy/KSV-0014'], '- name: b', 'script'],
        ['trivy', ['trivy/KSV-0109'], '- name: b', 'script'],
      ]);
    });
  });

  describe('by our annotation', () => {
    it('reach the object or the pod template that bears it', () => {
      assert.deepEqual(shown(annotated('OBJECT', 'plimsoll/ignore: "a, b"')), [
        ['plimsoll', ['a', 'b'], 'apiVersion: apps/v1', 'script'],
      ]);
      assert.deepEqual(shown(annotated('TEMPLATE', 'plimsoll/ignore: a')), [
        ['plimsoll', ['a'], 'annotations:', 'script'],
      ]);
    });

    it('reach single containers', () => {
      assert.deepEqual(shown(annotated('OBJECT', 'plimsoll/ignore: "a, b[a], c[ b ], d[none]"')), [
        ['plimsoll', ['a'], 'apiVersion: apps/v1', 'script'],
        ['plimsoll', ['b'], '- name: a', 'image: first'],
        ['plimsoll', ['c'], '- name: b', 'script'],
        [
          'plimsoll',
          ['d'],
          'plimsoll/ignore: "a, b[a], c[ b ], d[none]"',
          'plimsoll/ignore: "a, b[a], c[ b ], d[none]"',
        ],
      ]);
    });

    it('know where each id stands', () => {
      const text = annotated('OBJECT', 'plimsoll/ignore: |\n      one,\n      two[a]');
      const ids = suppressionsOf(parseManifest(text, 'a.yaml')).flatMap(({ ids: each }) =>
        each === 'all' ? [] : each,
      );
      assert.deepEqual(
        ids.map(({ range }) => text.slice(range.start, range.end)),
        ['one', 'two[a]'],
      );
    });

    it('reach only their object of several', () => {
      const text = `${pod}---\n${annotated('OBJECT', 'plimsoll/ignore: a')}`;
      const [suppression] = suppressionsOf(parseManifest(text, 'a.yaml'));
      assert.equal(suppression?.reach.start, pod.length + 4);
      const list =
        'kind: List\napiVersion: v1\nitems:\n- kind: Pod\n  apiVersion: v1\n  metadata: {annotations: {plimsoll/ignore: a}}\n- kind: Pod\n  apiVersion: v1\n';
      assert.deepEqual(shown(list), [
        ['plimsoll', ['a'], 'kind: Pod', 'metadata: {annotations: {plimsoll/ignore: a}}'],
      ]);
    });
  });

  describe('by annotations of peers', () => {
    const ids = (annotation: string, where: 'OBJECT' | 'TEMPLATE' = 'OBJECT'): unknown =>
      shown(annotated(where, annotation)).map(([owner, list]) => [owner, list]);

    for (const [annotation, owner, expected] of [
      ['ignore-check.kube-linter.io/latest-tag: "x"', 'kube-linter', ['kube-linter/latest-tag']],
      [
        'kube-score/ignore: pod-probes, container-resources',
        'kube-score',
        [
          'kube-score/pod-probes',
          'kube-score/container-resources',
          'kube-score/container-ephemeral-storage-request-and-limit',
        ],
      ],
      ['polaris.fairwinds.com/livenessProbeMissing-exempt: "true"', 'polaris', ['polaris/livenessProbeMissing']],
      ['checkov.io/skip1: CKV_K8S_20=I know, better', 'checkov', ['checkov/CKV_K8S_20']],
      ['bridgecrew.io/skip2: CKV_K8S_8', 'checkov', ['checkov/CKV_K8S_8']],
      ['kubescape.io/skip-controls: "C-0016, c-0017"', 'kubescape', ['kubescape/C-0016', 'kubescape/C-0017']],
      ['monokle.io/suppress.KBP107: reason', 'monokle', ['monokle/KBP107']],
      ['monokle.io/suppress.kbp.no-latest-image: "true"', 'monokle', ['monokle/no-latest-image']],
    ] as const)
      it(`obey ${annotation}`, () => {
        assert.deepEqual(ids(annotation), [[owner, expected]]);
        assert.deepEqual(ids(annotation, 'TEMPLATE'), [[owner, expected]]);
      });

    it('that switch a tool off silence what is equal to its checks', () => {
      for (const [annotation, id] of [
        ['kube-linter.io/ignore-all: "x"', 'kube-linter/no-liveness-probe'],
        ['polaris.fairwinds.com/exempt: "true"', 'polaris/tagNotSpecified'],
      ] as const) {
        const [suppression] = suppressionsOf(parseManifest(annotated('OBJECT', annotation), 'a.yaml'));
        assert.ok(suppression && suppression.ids !== 'all');
        assert.ok(suppression.ids.some((each) => each.id === id));
      }
    });

    it('are not obeyed when they say no', () => {
      assert.deepEqual(ids('polaris.fairwinds.com/exempt: "false"'), []);
      assert.deepEqual(ids('monokle.io/suppress.KBP107: "false"'), []);
      assert.deepEqual(ids('example.com/skip: a'), []);
    });
  });

  it('silence what starts in their reach, and tell what silences nothing', () => {
    const text = annotated('OBJECT', 'plimsoll/ignore: "mutable-tag[b], other"');
    const finding = (written: string): Finding => {
      const start = text.indexOf(written);
      return {
        rule: 'mutable-tag',
        variant: 'x',
        severity: 'warning',
        range: { start, end: start + written.length },
        message: '',
        values: {},
        aliases: [],
        related: [],
        fixes: [],
        tags: [],
      };
    };
    const { kept, dropped, unused } = suppress(
      [finding('first'), finding('second')],
      suppressionsOf(parseManifest(text, 'a.yaml')),
      () => [],
    );
    assert.deepEqual([kept.length, dropped.length], [1, 1]);
    assert.deepEqual(
      unused.map(({ entry }) => entry?.id),
      ['other'],
    );
  });

  it('move with their document', () => {
    const before = parseManifest(`${pod}---\n${annotated('OBJECT', 'plimsoll/ignore: a')}`, 'a.yaml');
    const text = `# longer\n${pod}---\n${annotated('OBJECT', 'plimsoll/ignore: a')}`;
    const after = parseManifest(text, 'a.yaml', before);
    assert.equal(after.documents[1]?.document, before.documents[1]?.document);
    suppressionsOf(before);
    const [suppression] = suppressionsOf(after);
    assert.ok(suppression && suppression.ids !== 'all');
    assert.equal(text.slice(suppression.range.start, suppression.range.end), 'plimsoll/ignore: a');
    assert.deepEqual(
      suppression.ids.map(({ range }) => text.slice(range.start, range.end)),
      ['a'],
    );
  });
});
