import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { entryOf, lookup, lookupAt, valueAt } from '../../../../server/src/manifest/model/lookup';
import type { Mapping } from '../../../../server/src/manifest/model/nodes';
import { parseManifest } from '../../../../server/src/manifest/model/parse';
import { readTemplate } from '../../../../server/src/manifest/model/template';
import { documentOf, objectOf, valueOfText } from './reading';

const path = 'chart/templates/x.yaml';
const folder = join(__dirname, 'fixtures/helm');
const fixture = (name: string): string => readFileSync(join(folder, `${name}.yaml`), 'utf8');

const mappingAt = (text: string, ...steps: (string | number)[]): Mapping => {
  const node = valueAt(documentOf(text, path).root, steps);
  assert.ok(node?.kind === 'mapping', steps.join('.'));
  return node;
};

const containerOf = (name: string, index = 0): Mapping =>
  mappingAt(fixture(name), 'spec', 'template', 'spec', 'containers', index);

describe('manifest templates', () => {
  describe('masks', () => {
    const masked = (text: string): string | undefined => readTemplate(text)?.masked;

    it('keep the length and the lines of a text', () => {
      for (const name of readdirSync(folder)) {
        const text = readFileSync(join(folder, name), 'utf8');
        const mask = masked(text);
        assert.equal(mask?.length, text.length);
        assert.equal(mask?.includes('{{'), false);
      }
    });

    it('put a word for an action among text, blanks for one that stands alone', () => {
      assert.equal(masked('a: x-{{ .b }}\n'), 'a: x-xxxxxxxx\n');
      assert.equal(masked('a: "{{ .b }}"\n'), 'a: "xxxxxxxx"\n');
      assert.equal(masked('{{ if .b }}\n'), '           \n');
      assert.equal(masked('a: {{ .b }} # c\n'), 'a:          # c\n');
      assert.equal(masked('- {{ .b }}\n'), '-         \n');
      assert.equal(masked('a: {{ b\n  c }} d\n'), 'a: xxxx\n       d\n');
    });

    it('know where an action ends', () => {
      assert.equal(masked('a: {{ "}}" }}!\n'), 'a: xxxxxxxxxx!\n');
      assert.equal(masked('a: {{ `}}` }}!\n'), 'a: xxxxxxxxxx!\n');
      assert.equal(masked('{{/* a "b }} c */}}\nx: 1\n'), '                   \nx: 1\n');
      assert.equal(masked('{{- /* }} */ -}}\nx: 1\n'), '                \nx: 1\n');
      assert.equal(masked('a: {{ b\n'), undefined);
      assert.equal(masked('a: 1\n'), undefined);
    });

    it('leave out definitions', () => {
      assert.equal(masked('{{ define "x" }}\na: {\n{{ end }}b: 1\n'), '                \n    \n         b: 1\n');
    });

    it('read Jinja as well', () => {
      assert.equal(
        masked('{% if a %}\nb: {{ c }}\n{% endif %}{# d #}\n'),
        '          \nb:        \n                  \n',
      );
    });
  });

  it('are read without any false problem', () => {
    for (const name of readdirSync(folder))
      for (const { document } of parseManifest(readFileSync(join(folder, name), 'utf8'), path).documents) {
        assert.deepEqual(document.problems, [], name);
        assert.equal(document.mode, 'template');
        assert.equal(document.recognised, document.root !== undefined, name);
      }
  });

  it('hold what is written, and say what is not', () => {
    const container = containerOf('deployment', 1);
    assert.equal(objectOf(fixture('deployment'), path).workloads[0]?.pod.containers[1]?.image?.tag, 'latest');
    assert.equal(lookup(container, 'image').presence, 'yes');
    assert.equal(lookup(container, 'livenessProbe').presence, 'no');
    assert.equal(container.open, false);
  });

  it('leave what a condition decides unknown', () => {
    const container = containerOf('deployment');
    assert.equal(lookup(container, 'livenessProbe').presence, 'unknown');
    assert.ok(lookup(container, 'livenessProbe').entry);
    assert.equal(lookup(container, 'readinessProbe').presence, 'no');
    const spec = mappingAt(fixture('deployment'), 'spec');
    assert.equal(lookup(spec, 'replicas').presence, 'unknown');
    assert.equal(lookup(spec, 'selector').presence, 'yes');
  });

  it('leave what an action prints unknown', () => {
    const container = containerOf('deployment');
    assert.equal(lookup(container, 'resources').presence, 'yes');
    assert.equal(lookupAt(container, ['resources', 'limits', 'memory']).presence, 'unknown');
    assert.equal(lookupAt(container, ['ports', 'x']).presence, 'no');
    for (const labels of [
      'a: 1\n    {{- include "x" . | nindent 4 }}',
      '{{- include "x" . | nindent 4 }}\n    a: 1',
      'a: 1\n{{ include "x" . | indent 4 }}',
      'a: 1\n    {{ include "x" . }}',
      'a: 1\n    {{ $k }}: x',
      'a: 1\n    {{- range .x }}\n    {{ . }}: y\n    {{- end }}',
    ]) {
      const text = `kind: Pod\nmetadata:\n  labels:\n    ${labels}\n  name: x\n`;
      assert.equal(mappingAt(text, 'metadata', 'labels').open, true, labels);
      assert.equal(mappingAt(text, 'metadata').open, false, labels);
      assert.equal(mappingAt(text).open, false, labels);
    }
  });

  it('open the collection at the column that an action prints to', () => {
    const text = 'kind: Pod\nspec:\n  containers:\n    - name: a\n  {{- toYaml .x | nindent 2 }}\n';
    assert.equal(mappingAt(text, 'spec').open, true);
    assert.equal(mappingAt(text, 'spec', 'containers', 0).open, false);
    const deeper = text.replace('nindent 2', 'nindent 6');
    assert.equal(mappingAt(deeper, 'spec').open, false);
    assert.equal(mappingAt(deeper, 'spec', 'containers', 0).open, true);
    const items = valueAt(documentOf(text.replace('nindent 2', 'nindent 4'), path).root, ['spec', 'containers']);
    assert.ok(items?.kind === 'sequence' && items.open);
  });

  it('open a value that begins with an action', () => {
    const text = 'metadata:\n  labels: {{- include "x" . | nindent 4 }}\n    a: b\n  name: x\n';
    assert.equal(mappingAt(text, 'metadata', 'labels').open, true);
    assert.equal(mappingAt(text, 'metadata').open, false);
    const items = valueAt(documentOf(fixture('items'), path).root, [
      'spec',
      'template',
      'spec',
      'topologySpreadConstraints',
      0,
    ]);
    assert.ok(items?.kind === 'mapping' && items.open);
  });

  it('open lists that a loop or an action fills', () => {
    const pod = mappingAt(fixture('items'), 'spec', 'template', 'spec');
    assert.equal(pod.open, false);
    const container = mappingAt(fixture('items'), 'spec', 'template', 'spec', 'containers', 0);
    for (const [name, open] of [
      ['args', true],
      ['command', true],
      ['env', false],
    ] as const) {
      const list = entryOf(container, name)?.value;
      assert.ok(list?.kind === 'sequence');
      assert.equal(list.open, open, name);
    }
  });

  it('keep both branches of a condition, and find no repeated key in them', () => {
    const root = mappingAt(fixture('branches'));
    assert.deepEqual(
      root.entries.map(({ name, conditional }) => [name, conditional]),
      [
        ['apiVersion', true],
        ['apiVersion', true],
        ['kind', false],
        ['metadata', false],
        ['spec', false],
      ],
    );
    const rule = mappingAt(fixture('branches'), 'spec', 'rules', 0, 'http', 'paths', 0);
    assert.deepEqual(
      rule.entries.map(({ name, conditional }) => [name, conditional]),
      [
        ['path', false],
        ['backend', true],
        ['backend', true],
      ],
    );
  });

  it('keep the first of two branches that are no YAML together', () => {
    const volume = mappingAt(fixture('exclusive-branches'), 'spec', 'volumes', 0, 'emptyDir');
    assert.equal(volume.open, true);
    assert.equal(lookup(volume, 'sizeLimit').presence, 'unknown');
  });

  it('do not take a condition around everything for a doubt about its parts', () => {
    const { root } = documentOf('{{ if .x }}\nkind: Pod\nmetadata:\n  name: a\n{{ end }}\n', path);
    assert.ok(root?.kind === 'mapping');
    assert.deepEqual(
      root.entries.map((entry) => entry.conditional),
      [false, false],
    );
  });

  it('know loops that reach over several documents', () => {
    const { documents } = parseManifest(fixture('several'), path);
    assert.deepEqual(
      documents.flatMap(({ document }) =>
        document.objects.map(({ kind, node }) => [kind, node.entries.some((e) => e.conditional)]),
      ),
      [
        ['CronJob', false],
        ['Service', false],
      ],
    );
  });

  it('read texts as texts', () => {
    const data = mappingAt(fixture('config'), 'data');
    assert.equal(data.open, true);
    assert.equal(entryOf(data, 'nginx.conf')?.value?.kind, 'scalar');
    assert.deepEqual(valueOfText('a: |\n  x\n  {{- if .y }}\n  z\n  {{- end }}\nb: 1\n', path), {
      a: 'unknown:|\n  x\n  {{- if .y }}\n  z\n  {{- end }}',
      b: 1,
    });
  });

  it('are silent when they are no YAML without their actions, or hold no object', () => {
    for (const [text, file] of [
      ['kind: Pod\n{{ if .a }} metadata: {{ else }} spec: {{ end }}\n  x: 1\n   y: 2\n', path],
      ['kind: Pod\nx: {{ .y\n', path],
      ['kind: Pod\napiVersion: v1\nmetadata: {{ x }}\n', 'chart/templates/_helpers.tpl'],
      ['kind: Pod\napiVersion: v1\n', 'chart/templates/NOTES.txt'],
      ['{{- include "common.deployment" . }}\n', path],
    ] as const) {
      const document = documentOf(text, file);
      assert.deepEqual(document.problems, [], text);
      assert.equal(document.recognised, false, text);
    }
  });

  it('are known by their actions where the path does not tell', () => {
    assert.equal(documentOf('kind: Pod\nx: {{ .y }}\n').mode, 'template');
    assert.equal(documentOf('{{ if .x }}\nkind: Pod\n{{ end }}\n').mode, 'template');
    assert.equal(documentOf('{% if x %}\nkind: Pod\n{% endif %}\n').mode, 'template');
    assert.equal(documentOf('kind: Pod\nx: {{ .y }}\n', 'x.yaml.gotmpl').mode, 'template');
  });

  it('are not seen in braces of other kinds', () => {
    for (const text of [
      'kind: PrometheusRule\na: "{{ $labels.x }}"\nb: |\n  {{ range .Alerts }}\n  x\n  {{ end }}\n',
      'kind: Workflow\nargs: ["{{inputs.parameters.x}}"]\n',
      `kind: Template\nreplicas: \${{REPLICAS}}\n`,
      "kind: Pod\ncommand: [sh, -c, 'docker ps --format {{.Names}}']\n",
    ]) {
      const document = documentOf(text);
      assert.equal(document.mode, 'plain', text);
      assert.deepEqual(document.problems, []);
    }
    assert.deepEqual(documentOf("kind: Pod\na: 'x\nb: {{.c}}\n").mode, 'plain');
  });

  it('read images with what is written of them', () => {
    const image = (text: string): unknown => {
      const found = objectOf(`apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - image: ${text}\n`, path).workloads[0]
        ?.pod.containers[0]?.image;
      return found && [found.text, found.tag, found.variable];
    };
    assert.deepEqual(image('"{{ .r }}:latest"'), ['{{ .r }}:latest', 'latest', true]);
    assert.deepEqual(image('nginx:1'), ['nginx:1', '1', false]);
    assert.deepEqual(image('nginx:{{ .tag }}')?.toString().split(',')[0], 'nginx:{{ .tag }}');
  });
});
