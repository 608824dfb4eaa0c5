import assert from 'node:assert/strict';
import type { Container } from '../../../../server/src/manifest/model/manifest';
import { objectOf } from './reading';

/** The containers of a pod whose spec is the text, in JSON-like YAML. */
const containersOf = (
  spec: string,
  head = 'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\n',
): readonly Container[] => objectOf(`${head}spec: ${spec}\n`).workloads[0]?.pod.containers ?? [];

const containerOf = (fields: string): Container => {
  const [container] = containersOf(`{containers: [{name: a, ${fields}}]}`);
  assert.ok(container);
  return container;
};

const valuesOf = (words: Container['command']): readonly (string | undefined)[] | undefined =>
  words?.map((word) => word.value);

describe('manifest containers', () => {
  it('have their placement, in the order in which they start', () => {
    const containers = containersOf(
      '{containers: [{name: a}], ephemeralContainers: [{name: e}], initContainers: [{name: i}, {name: s, restartPolicy: Always}]}',
    );
    assert.deepEqual(
      containers.map(({ name, placement }) => [name, placement]),
      [
        ['i', 'init'],
        ['s', 'nativeSidecar'],
        ['a', 'app'],
        ['e', 'ephemeral'],
      ],
    );
  });

  it('have their fields', () => {
    const container = containerOf(
      'image: "quay.io/x/y:1@sha256:z", ports: [{name: http, containerPort: 80}, {containerPort: "81", protocol: UDP}], env: [{name: A, value: b}, {name: B, valueFrom: {secretKeyRef: {}}}, {name: C, value: 1}], envFrom: [{configMapRef: {name: c}}], volumeMounts: [{name: v, mountPath: /v}], resources: {limits: {}}, securityContext: {}',
    );
    assert.deepEqual(
      [container.image?.registry, container.image?.repository, container.image?.tag],
      ['quay.io', 'x/y', '1'],
    );
    assert.deepEqual(
      container.ports.map(({ name, number, protocol }) => [name, number, protocol]),
      [
        ['http', 80, 'TCP'],
        [undefined, undefined, 'UDP'],
      ],
    );
    assert.deepEqual(
      container.environment.map(({ name, value, valueFrom }) => [name, value, valueFrom !== undefined]),
      [
        ['A', 'b', false],
        ['B', undefined, true],
        ['C', undefined, false],
      ],
    );
    assert.equal(container.environmentFrom.length, 1);
    assert.deepEqual(
      container.mounts.map(({ name, path }) => [name, path]),
      [['v', '/v']],
    );
    assert.ok(container.resources && container.securityContext);
  });

  it('have an image with exact ranges', () => {
    const text = 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - image: "nginx:latest"\n';
    const image = objectOf(text).workloads[0]?.pod.containers[0]?.image;
    assert.ok(image?.tagRange);
    assert.equal(text.slice(image.tagRange.start, image.tagRange.end), 'latest');
    assert.equal(containerOf('image: 1').image, undefined);
    assert.equal(containerOf('image: ""').image, undefined);
  });

  describe('commands', () => {
    it('are words with their places', () => {
      const container = containerOf('command: [server, "-x"], args: ["a b", 8080]');
      assert.deepEqual(valuesOf(container.command), ['server', '-x']);
      assert.deepEqual(valuesOf(container.args), ['a b', '8080']);
      assert.deepEqual(valuesOf(container.process?.argv), ['server', '-x', 'a b', '8080']);
      assert.deepEqual(valuesOf(container.process?.program), ['server', '-x', 'a b', '8080']);
    });

    it('without a command are for the image to decide', () => {
      assert.equal(containerOf('args: [a]').process, undefined);
      assert.equal(containerOf('image: x').process, undefined);
      assert.equal(containerOf('command: [], args: [a]').process, undefined);
      assert.equal(containerOf('command: server').process, undefined);
    });

    it('lose their wrappers', () => {
      const { process } = containerOf('command: [tini, --, server], args: [-x]');
      assert.deepEqual(
        process?.wrappers.map((wrapper) => wrapper.kind),
        ['init'],
      );
      assert.deepEqual(valuesOf(process?.program), ['server', '-x']);
    });

    it('in a shell are scripts, whose ranges are those of the document', () => {
      const text = [
        'apiVersion: v1',
        'kind: Pod',
        'spec:',
        '  containers:',
        '  - command:',
        '    - sh',
        '    - -c',
        '    - |',
        '      set -e',
        '      echo "hello  there"',
        '      exec server \\',
        '        --flag',
        '',
      ].join('\n');
      const process = objectOf(text).workloads[0]?.pod.containers[0]?.process;
      assert.deepEqual(valuesOf(process?.program), []);
      const commands = process?.script?.statements.map((statement) => statement.pipelines[0]?.commands[0]);
      assert.deepEqual(
        commands?.map((command) => command && text.slice(command.range.start, command.range.end)),
        ['set -e', 'echo "hello  there"', 'exec server \\\n        --flag'],
      );
      assert.equal(process?.scriptArgument?.value?.startsWith('set -e'), true);
    });

    it('keep exact places in quotes and in JSON', () => {
      for (const [text, path] of [
        ['apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - command: [sh, -c, "a \\"b\\" && exec c"]\n', 'a.yaml'],
        [
          '{"apiVersion":"v1","kind":"Pod","spec":{"containers":[{"command":["sh","-c","a \\"b\\" && exec c"]}]}}',
          'a.json',
        ],
      ] as const) {
        const script = objectOf(text, path).workloads[0]?.pod.containers[0]?.process?.script;
        const last = script?.statements[0]?.pipelines[1]?.commands[0];
        assert.ok(last);
        assert.equal(text.slice(last.range.start, last.range.end), 'exec c');
      }
    });

    it('know which variables Kubernetes puts in', () => {
      const { command, args } = containerOf(
        'env: [{name: A}], command: ["$(A)", "x$(A)", "$(B)"], args: ["echo $(A)"]',
      );
      assert.deepEqual(valuesOf(command), [undefined, undefined, '$(B)']);
      assert.deepEqual(
        command?.map((word) => word.prefix),
        ['', 'x', '$(B)'],
      );
      assert.deepEqual(valuesOf(args), ['echo $(A)']);
      assert.deepEqual(valuesOf(containerOf('envFrom: [{}], command: ["$(B)", "$(date)"]').command), [
        undefined,
        '$(date)',
      ]);
    });

    it('that a template decides are unknown', () => {
      const text =
        'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - command:\n    - server\n    - --x={{ .y }}\n    args:\n    {{- range .z }}\n    - {{ . }}\n    {{- end }}\n';
      const container = objectOf(text, 'templates/a.yaml').workloads[0]?.pod.containers[0];
      assert.deepEqual(valuesOf(container?.command), ['server', undefined]);
      assert.equal(container?.command?.[1]?.prefix, '--x=');
      assert.equal(container?.args, undefined);
      assert.equal(container?.process, undefined);
    });
  });

  describe('probes', () => {
    const probe = (fields: string) => containerOf(`readinessProbe: {${fields}}`).readinessProbe;

    it('have a handler', () => {
      const http = probe('httpGet: {path: /x, port: http, scheme: HTTPS, host: h}')?.handler;
      assert.ok(http?.kind === 'httpGet');
      assert.deepEqual([http.path, http.port?.value, http.scheme, http.host], ['/x', 'http', 'HTTPS', 'h']);
      const plain = probe('httpGet: {port: 80}')?.handler;
      assert.ok(plain?.kind === 'httpGet');
      assert.deepEqual([plain.path, plain.port?.value, plain.scheme, plain.host], ['/', 80, 'HTTP', undefined]);
      assert.equal(probe('tcpSocket: {port: 80}')?.handler?.kind, 'tcpSocket');
      const grpc = probe('grpc: {port: 80, service: s}')?.handler;
      assert.ok(grpc?.kind === 'grpc');
      assert.equal(grpc.service, 's');
      const exec = probe('exec: {command: [cat, /x]}')?.handler;
      assert.ok(exec?.kind === 'exec');
      assert.deepEqual(valuesOf(exec.command), ['cat', '/x']);
    });

    it('with none or several have none', () => {
      assert.equal(probe('periodSeconds: 5')?.handler, undefined);
      assert.equal(probe('exec: {command: [a]}, tcpSocket: {port: 1}')?.handler, undefined);
      assert.equal(probe('exec:')?.handler, undefined);
    });

    it('have the timing that is written, or the default', () => {
      const timing = (fields: string): unknown => {
        const found = probe(fields);
        return [
          found?.initialDelaySeconds,
          found?.periodSeconds,
          found?.timeoutSeconds,
          found?.failureThreshold,
          found?.successThreshold,
        ];
      };
      assert.deepEqual(timing('exec: {}'), [0, 10, 1, 3, 1]);
      assert.deepEqual(
        timing(
          'initialDelaySeconds: 5, periodSeconds: 0, timeoutSeconds: "2", failureThreshold: 4, successThreshold: 2',
        ),
        [5, 10, undefined, 4, 2],
      );
    });

    it('are those of their container', () => {
      const container = containerOf('livenessProbe: {exec: {}}, startupProbe: {exec: {}}');
      assert.equal(container.livenessProbe?.container, container);
      assert.equal(container.startupProbe?.kind, 'startupProbe');
      assert.equal(container.readinessProbe, undefined);
      assert.equal(containerOf('readinessProbe:').readinessProbe, undefined);
    });

    it('that a template decides are unknown', () => {
      const text =
        'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - livenessProbe:\n      {{- toYaml .p | nindent 6 }}\n      periodSeconds: 5\n    readinessProbe:\n      {{- if .x }}\n      exec: {}\n      {{- end }}\n';
      const container = objectOf(text, 'templates/a.yaml').workloads[0]?.pod.containers[0];
      assert.equal(container?.livenessProbe?.periodSeconds, 5);
      assert.equal(container?.livenessProbe?.timeoutSeconds, undefined);
      assert.equal(container?.readinessProbe?.handler, undefined);
    });
  });

  describe('functions', () => {
    const functions = (spec: string, head?: string): readonly (readonly [string | undefined, string])[] =>
      containersOf(spec, head).map((container) => [container.name, container.function]);

    it('of a single container is the main one, whatever it is', () => {
      assert.deepEqual(functions('{containers: [{name: fluentd, image: fluentd}]}'), [['fluentd', 'main']]);
      assert.deepEqual(functions('{initContainers: [{name: i}], containers: [{name: a}]}'), [
        ['i', 'unknown'],
        ['a', 'main'],
      ]);
    });

    it('of known helpers are told by image or name', () => {
      assert.deepEqual(
        functions(
          '{containers: [{name: logs, image: "fluent/fluent-bit:3"}, {name: app, image: x}, {name: exporter, image: y}, {name: db, image: gcr.io/cloud-sql-connectors/cloud-sql-proxy}, {name: other, image: z}]}',
        ),
        [
          ['logs', 'sidecar'],
          ['app', 'main'],
          ['exporter', 'adapter'],
          ['db', 'ambassador'],
          ['other', 'unknown'],
        ],
      );
    });

    it('of servers are those of helpers only beside another', () => {
      assert.deepEqual(functions('{containers: [{name: front, image: nginx}, {name: app, image: x}]}'), [
        ['front', 'ambassador'],
        ['app', 'main'],
      ]);
      assert.deepEqual(functions('{containers: [{name: front, image: nginx}, {name: logs, image: fluentd}]}'), [
        ['front', 'main'],
        ['logs', 'sidecar'],
      ]);
    });

    it('follow the annotation and the name of the object', () => {
      const annotated =
        'apiVersion: v1\nkind: Pod\nmetadata: {name: web, annotations: {kubectl.kubernetes.io/default-container: b}}\n';
      assert.deepEqual(functions('{containers: [{name: a}, {name: b}]}', annotated), [
        ['a', 'unknown'],
        ['b', 'main'],
      ]);
      assert.deepEqual(functions('{containers: [{name: a}, {name: web}]}'), [
        ['a', 'unknown'],
        ['web', 'main'],
      ]);
    });

    it('follow the ports at which containers reach each other', () => {
      const [app, gate, metrics] = containersOf(
        '{containers: [{name: app, env: [{name: DB, value: "localhost:5000"}], ports: [{containerPort: 8080}]}, {name: gate, ports: [{containerPort: 5000}]}, {name: m, args: ["--url=http://127.0.0.1:8080/x"], ports: [{containerPort: 9113}]}]}',
      );
      assert.equal(app?.function, 'main');
      assert.equal(gate?.function, 'ambassador');
      assert.equal(gate?.functionReason, '`app` calls it at localhost:5000');
      assert.equal(metrics?.function, 'adapter');
    });

    it('follow a host and a port in two variables', () => {
      const [, gate] = containersOf(
        '{containers: [{name: app, env: [{name: DB_HOST, value: 127.0.0.1}, {name: DB_PORT, value: "5432"}]}, {name: gate, ports: [{containerPort: 5432}]}]}',
      );
      assert.equal(gate?.function, 'ambassador');
    });

    it('are unknown where a template names all that could be the main one', () => {
      const text =
        'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - name: {{ .a }}\n    image: {{ .b }}\n  - name: {{ .c }}\n    image: {{ .d }}\n';
      const containers = objectOf(text, 'templates/a.yaml').workloads[0]?.pod.containers ?? [];
      assert.deepEqual(
        containers.map((container) => container.function),
        ['unknown', 'unknown'],
      );
    });

    it('of native sidecars is at least that', () => {
      const [sidecar] = containersOf('{initContainers: [{name: s, restartPolicy: Always}], containers: [{name: a}]}');
      assert.equal(sidecar?.function, 'sidecar');
    });
  });
});
