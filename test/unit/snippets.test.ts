import assert from 'node:assert/strict';
import { Analyser } from '../../server/src/engine/analyser';
import type { Finding } from '../../server/src/engine/finding';
import { defaultSettings } from '../../server/src/engine/settings';
import { knownImage } from '../../server/src/knowledge/images';
import { languages } from '../../server/src/languages';
import { expanded, type Snippet, snippetsIn, tabStopsOf } from './snippets';

const today = '2026-11-24';
const analyser = new Analyser(languages);

function findingsIn(path: string, text: string): readonly Finding[] {
  const analysis = analyser.analyse({ path, languageId: undefined, text }, defaultSettings, today);
  assert.notEqual(analysis.language, undefined, `${path} is read`);
  return analysis.findings;
}

const described = ({ rule, message }: Finding): string => `${rule}: ${message}`;

/** A container as people write it, with each kind of port, and a gap for probes. */
const deployment = (probes: string): string => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders
spec:
  replicas: 3
  selector:
    matchLabels:
      app.kubernetes.io/name: orders
  template:
    metadata:
      labels:
        app.kubernetes.io/name: orders
    spec:
      containers:
        - name: orders
          image: registry.example.com/orders:1.4.2
          ports:
            - name: http
              containerPort: 8080
            - name: tcp
              containerPort: 7000
            - containerPort: 9090
${indented(probes, 10)}          resources:
            requests:
              cpu: 100m
              memory: 128Mi
            limits:
              memory: 128Mi
`;

const indented = (text: string, columns: number): string =>
  text === '' ? '' : `${text.replace(/^(?=.)/gm, ' '.repeat(columns))}\n`;

/** How many different texts a snippet's choices make. */
const choicesOf = ({ body }: Snippet): number => Math.max(1, ...tabStopsOf(body).map(({ values }) => values.length));

const expansionsOf = (snippet: Snippet, indentation: string): readonly string[] =>
  Array.from({ length: choicesOf(snippet) }, (_, choice) => expanded(snippet.body, indentation, choice));

describe('snippets', () => {
  const dockerfile = snippetsIn('dockerfile.json');
  const kubernetes = snippetsIn('kubernetes.json');

  it('expand as VS Code expands them', () => {
    const body = `FROM \${1|a,b|}:$2 # \\$1 \${2:x\\}y} \\\\
\tEND$0`;
    assert.equal(expanded(body, '  '), 'FROM a:x}y # $1 x}y \\\n  END');
    assert.equal(expanded(`\${1|a,b|} $1`, '  ', 1), 'b b');
  });

  it('have prefixes of their own', () => {
    const prefixes = [...dockerfile, ...kubernetes].map(({ prefix }) => prefix);
    assert.deepEqual(
      prefixes.filter((prefix, index) => prefixes.indexOf(prefix) !== index),
      [],
    );
  });

  it('are visited stop by stop, and left at the end', () => {
    for (const { prefix, body } of [...dockerfile, ...kubernetes]) {
      const numbers = tabStopsOf(body).map(({ number }) => number);
      const visited = [...new Set(numbers)].filter((number) => number !== 0).sort((a, b) => a - b);
      assert.deepEqual(
        visited,
        Array.from(visited, (_, index) => index + 1),
        `${prefix} leaves out a number`,
      );
      assert.equal(numbers.at(-1), 0, `${prefix} does not end at its end`);
    }
  });

  describe('for Dockerfiles', () => {
    for (const snippet of dockerfile)
      it(`${snippet.prefix} has no findings`, () => {
        for (const text of expansionsOf(snippet, '    ')) {
          assert.deepEqual(findingsIn('Dockerfile', text).map(described), []);
          assert.ok(text.endsWith('\n'), 'ends its last line');
        }
      });

    it('build on images that are known to exist', () => {
      const parents = dockerfile.flatMap((snippet) =>
        [expanded(snippet.body, '    ')].flatMap((text) =>
          [...text.matchAll(/^FROM (\S+)/gm)].map((match) => match[1] ?? ''),
        ),
      );
      const official = parents.filter((parent) => !parent.includes('/'));
      assert.ok(official.length > 0);
      for (const parent of official) {
        const [repository = '', tag = ''] = parent.split(':');
        assert.notEqual(knownImage(repository, tag), undefined, parent);
      }
    });
  });

  describe('for manifests', () => {
    const before = new Set(findingsIn('deployment.yaml', deployment('')).map(described));

    for (const snippet of kubernetes)
      it(`${snippet.prefix} adds no findings to a container`, () => {
        for (const text of expansionsOf(snippet, '  ')) {
          const after = findingsIn('deployment.yaml', deployment(text)).map(described);
          assert.deepEqual(
            after.filter((finding) => !before.has(finding)),
            [],
          );
        }
      });

    it('probes answers what a container without probes is told', () => {
      const probes = kubernetes.find(({ prefix }) => prefix === 'probes');
      assert.ok(probes);
      const after = findingsIn('deployment.yaml', deployment(expanded(probes.body, '  ')));
      assert.deepEqual(
        after.map(described).filter((finding) => finding.includes('probe')),
        [],
      );
    });
  });
});
