import assert from 'node:assert/strict';
import { completedTo, completionIn, completionsIn, context, labelsIn, rulesAgainst } from './marked';
import { configMap, deployment } from './samples';

/** Rules with findings of weight that a completion brings into a text. */
function brought(text: string, label: string): readonly string[] {
  const before = new Set(rulesAgainst(text.replace(/[\w-]*¦/, '')));
  return rulesAgainst(completedTo(text, label)).filter((rule) => !before.has(rule));
}

/** The container of the sample with more at its end, and what stands there after a completion. */
function inContainer(typed: string, label: string, behind = ''): string {
  const text = `${deployment}          ${typed}\n${behind}`;
  return completedTo(text, label).slice(deployment.length, behind === '' ? undefined : -behind.length);
}

describe('completion in a manifest', () => {
  describe('of fields', () => {
    it('offers those of the place that are not there, what is needed first', () => {
      assert.deepEqual(
        labelsIn('apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers:\n    - ¦\n').slice(0, 2),
        ['image', 'name'],
      );
      const labels = labelsIn(`${deployment}          ¦\n`);
      for (const name of ['readinessProbe', 'resources', 'command']) assert.ok(labels.includes(name), name);
      for (const name of ['name', 'image', 'ports', 'containers']) assert.ok(!labels.includes(name), name);
    });

    it('looks at the keys below the line too', () => {
      assert.ok(!labelsIn(deployment.replace('  replicas: 2', '  ¦')).includes('selector'));
      assert.ok(!labelsIn(`${deployment}          res¦\n          resources: {}\n`).includes('resources'));
    });

    it('says what they hold, and has the rest to read later', () => {
      const { detail, topic } = completionIn(`${deployment}          ¦\n`, 'volumeMounts');
      assert.equal(detail, 'list of VolumeMount');
      assert.equal(topic, 'Container volumeMounts');
      assert.equal(
        completionIn('apiVersion: v1\nkind: Pod\nspec:\n  ¦', 'containers').detail,
        'list of Container, required',
      );
    });

    it('goes by the version of the cluster', () => {
      const text = 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - name: a\n      ¦';
      const old = { ...context, settings: { ...context.settings, kubernetesVersion: '1.30' } };
      assert.ok(labelsIn(text).includes('resizePolicy'));
      assert.ok(!completionsIn(text, old).some(({ label }) => label === 'resizePolicy'));
    });

    it('leaves out what excludes what is there, and what nobody is to write', () => {
      const probe = `${deployment}          livenessProbe:\n            exec: {}\n            ¦\n`;
      assert.ok(!labelsIn(probe).includes('httpGet'));
      assert.ok(!labelsIn('apiVersion: v1\nkind: Pod\nmetadata:\n  ¦').includes('managedFields'));
      assert.ok(!labelsIn('apiVersion: v1\nkind: Pod\n¦').includes('status'));
      assert.ok(
        !labelsIn('apiVersion: v1\nkind: Pod\nspec:\n  initContainers:\n    - name: a\n      ¦').includes(
          'livenessProbe',
        ),
      );
    });

    it('replaces the word, and keeps the value behind it', () => {
      assert.equal(
        completedTo('apiVersion: v1\nkind: Pod\nspec:\n  restart¦: Always\n', 'restartPolicy'),
        'apiVersion: v1\nkind: Pod\nspec:\n  restartPolicy: Always\n',
      );
      assert.equal(
        completedTo('apiVersion: v1\nkind: Pod\nspec:\n  rest¦\n', 'restartPolicy'),
        'apiVersion: v1\nkind: Pod\nspec:\n  restartPolicy: \n',
      );
    });

    it('writes what has to follow, indented as the file is', () => {
      assert.equal(inContainer('¦', 'lifecycle'), '          lifecycle:\n            \n');
      assert.equal(inContainer('¦', 'args'), '          args:\n            - \n');
      const wide = 'apiVersion: v1\nkind: Pod\nspec:\n    containers:\n    -   name: a\n        image: b\n        ¦\n';
      assert.match(completedTo(wide, 'lifecycle'), /\n {8}lifecycle:\n {12}\n/);
      assert.match(completedTo(wide, 'ports'), /\n {8}ports:\n {8}- {3}containerPort: 8080\n/);
      const windows = deployment.replaceAll('\n', '\r\n');
      assert.match(completedTo(`${windows}          ¦\r\n`, 'lifecycle'), /\r\n {10}lifecycle:\r\n {12}\r\n/);
    });

    it('writes what cannot be missing there', () => {
      const claim = 'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata:\n  name: a\n';
      assert.equal(
        completedTo(`${claim}¦`, 'spec'),
        `${claim}spec:\n  accessModes:\n    - ReadWriteOnce\n  resources:\n    requests:\n      storage: 1Gi`,
      );
      assert.match(inContainer('¦', 'volumeMounts'), /- name: tmp\n {14}mountPath: \/data\n/);
      const variable = `${deployment}          env:\n            - name: A\n              valueFrom:\n                ¦\n`;
      assert.match(
        completedTo(`${variable}${configMap}`, 'configMapKeyRef'),
        /name: web-config\n {18}key: LOG_LEVEL\n/,
      );
    });

    it('begins an item where the dash is not written yet', () => {
      const text = 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    ¦\n';
      assert.equal(completedTo(text, 'name'), text.replace('¦', '- name: '));
    });

    it('knows the fields of kinds that the file defines', () => {
      const definition = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: boats.example.com
spec:
  group: example.com
  names: {kind: Boat, plural: boats}
  scope: Namespaced
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              required: [hull]
              properties:
                hull: {type: string, enum: [wood, steel]}
                crew: {type: integer}
---
`;
      assert.deepEqual(labelsIn(`${definition}apiVersion: example.com/v1\nkind: Boat\nspec:\n  ¦`), ['hull', 'crew']);
      assert.deepEqual(labelsIn(`${definition}apiVersion: example.com/v1\nkind: Boat\nspec:\n  hull: ¦`), [
        'wood',
        'steel',
      ]);
      assert.equal(labelsIn(`${definition}¦`)[0], 'Boat');
    });
  });

  describe('of whole parts of a container', () => {
    it('writes a probe of the port that is there', () => {
      const probe = (key: string, rest: string): string =>
        `          ${key}:\n            httpGet:\n              path: /\n              port: http\n${rest}`;
      const timing = '            periodSeconds: 10\n            timeoutSeconds: 2\n';
      assert.equal(inContainer('¦', 'readinessProbe'), probe('readinessProbe', timing));
      assert.equal(
        inContainer('live¦', 'livenessProbe'),
        probe('livenessProbe', `${timing}            failureThreshold: 6\n`),
      );
      assert.deepEqual(completionIn(`${deployment}          ¦\n`, 'readinessProbe').edit.placeholders?.length, 1);
    });

    it('asks what a server is known to answer', () => {
      const redis = deployment.replace('registry.example.com/web:1.2.0', 'redis:8.2').replace('8080', '6379');
      assert.match(
        completedTo(`${redis}          ¦\n`, 'readinessProbe'),
        /exec:\n +command:\n +- redis-cli\n +- ping\n/,
      );
    });

    it('is right while the line is only half a key among others', () => {
      const text = `${deployment}          readi¦\n          imagePullPolicy: Always\n`;
      assert.match(completedTo(text, 'readinessProbe'), /port: http\n {12}periodSeconds: 10\n.*\n {10}imagePullPolicy/);
    });

    it('writes resources, the restricted profile, and variables of a ConfigMap that exists', () => {
      assert.equal(
        inContainer('¦', 'resources'),
        '          resources:\n            requests:\n              cpu: 100m\n              memory: 128Mi\n            limits:\n              memory: 128Mi\n',
      );
      const profile = inContainer('¦', 'securityContext');
      for (const line of ['runAsNonRoot: true', 'allowPrivilegeEscalation: false', '- ALL', 'type: RuntimeDefault'])
        assert.ok(profile.includes(line), line);
      assert.match(
        inContainer('¦', 'env', configMap),
        /name: LOG_LEVEL\n.*\n.*\n +name: web-config\n +key: LOG_LEVEL\n/,
      );
      assert.match(inContainer('¦', 'envFrom', configMap), /- configMapRef:\n +name: web-config\n/);
      assert.equal(inContainer('¦', 'envFrom'), '          envFrom:\n            - \n');
    });

    it('brings no findings of its own', () => {
      for (const label of [
        'readinessProbe',
        'livenessProbe',
        'startupProbe',
        'resources',
        'securityContext',
        'env',
        'envFrom',
      ])
        for (const image of ['registry.example.com/web:1.2.0', 'nginx:1.29.3', 'node:24.11.1', 'postgres:18.1'])
          assert.deepEqual(
            brought(`${deployment.replace('registry.example.com/web:1.2.0', image)}          ¦\n${configMap}`, label),
            [],
            `${label} of ${image}`,
          );
    });
  });

  describe('of values', () => {
    const at = (field: string): readonly string[] => labelsIn(`${deployment}          ${field}: ¦\n`);

    it('offers enumerated ones, booleans and quantities', () => {
      assert.deepEqual(at('imagePullPolicy'), ['Always', 'IfNotPresent', 'Never']);
      assert.deepEqual(at('tty'), ['true', 'false']);
      assert.deepEqual(
        labelsIn(`${deployment}          resources:\n            limits:\n              memory: ¦`).slice(0, 2),
        ['64Mi', '128Mi'],
      );
      assert.deepEqual(labelsIn(`${deployment}          resources:\n            limits:\n              ¦`), [
        'memory',
        'cpu',
        'ephemeral-storage',
      ]);
      assert.equal(
        labelsIn(
          `${deployment}          securityContext:\n            capabilities:\n              drop:\n                - ¦`,
        )[0],
        'ALL',
      );
    });

    it('replaces what is there, with its quotes', () => {
      const text = `${deployment}          imagePullPolicy: "Al¦w"  # always\n`;
      assert.equal(completedTo(text, 'Never'), `${deployment}          imagePullPolicy: "Never"  # always\n`);
      assert.equal(
        completedTo(`${deployment}          imagePullPolicy:¦\n`, 'Never'),
        `${deployment}          imagePullPolicy: Never\n`,
      );
    });

    it('offers kinds and their versions together', () => {
      assert.equal(completedTo('apiVersion: ¦', 'apps/v1 Deployment'), 'apiVersion: apps/v1\nkind: Deployment');
      assert.deepEqual(labelsIn('apiVersion: ¦\nkind: Ingress\n'), ['networking.k8s.io/v1']);
      assert.deepEqual(labelsIn('apiVersion: batch/v1\nkind: ¦'), ['CronJob', 'Job']);
      assert.equal(completedTo('kind: Ingress\napi¦', 'apiVersion'), 'kind: Ingress\napiVersion: networking.k8s.io/v1');
    });
  });

  describe('of references', () => {
    const container = (lines: string): readonly string[] => labelsIn(`${deployment}${lines}\n${configMap}`);

    it('offers what the file has', () => {
      assert.deepEqual(container('          envFrom:\n            - configMapRef:\n                name: ¦'), [
        'web-config',
      ]);
      assert.deepEqual(
        container(
          '          env:\n            - name: A\n              valueFrom:\n                configMapKeyRef:\n                  name: web-config\n                  key: ¦',
        ),
        ['LOG_LEVEL', 'app.yaml'],
      );
      assert.deepEqual(container('          volumeMounts:\n            - name: ¦'), ['tmp']);
      assert.deepEqual(container('          livenessProbe:\n            httpGet:\n              port: ¦'), [
        'http',
        '8080',
      ]);
      assert.deepEqual(
        container('      serviceAccountName: ¦\n---\napiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: runner'),
        ['runner'],
      );
    });

    it('keeps to the namespace', () => {
      const other = configMap.replace('name: web-config', 'name: web-config\n  namespace: other');
      const text = `${deployment.replace('name: web\n', 'name: web\n  namespace: shop\n')}          envFrom:\n            - configMapRef:\n                name: ¦\n${other}`;
      assert.deepEqual(labelsIn(text), []);
    });

    it('offers the labels of pods to selectors, and the ports of the pods that are selected', () => {
      const service = `${deployment}---\napiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  selector:\n    `;
      assert.equal(completedTo(`${service}¦`, 'app'), `${service}app: web`);
      assert.deepEqual(labelsIn(`${service}app: ¦`), ['web']);
      assert.deepEqual(labelsIn(`${service}app: web\n  ports:\n    - port: 80\n      targetPort: ¦`), ['http', '8080']);
    });

    it('offers Services and their ports to an Ingress', () => {
      const service =
        '---\napiVersion: v1\nkind: Service\nmetadata:\n  name: front\nspec:\n  ports:\n    - name: public\n      port: 80\n';
      const ingress = (lines: string): string =>
        `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: a\nspec:\n  defaultBackend:\n    service:\n${lines}\n${service}`;
      assert.deepEqual(labelsIn(ingress('      name: ¦')), ['front']);
      assert.deepEqual(labelsIn(ingress('      name: front\n      port:\n        name: ¦')), ['public']);
      assert.deepEqual(labelsIn(ingress('      name: front\n      port:\n        number: ¦')), ['80']);
    });
  });

  describe('at the start of a document', () => {
    const requested = `${deployment}          resources:\n            requests:\n              cpu: 100m\n              memory: 128Mi\n            limits:\n              memory: 128Mi\n`;

    it('offers what goes with the objects above', () => {
      assert.deepEqual(labelsIn(`${requested}---\n¦`).slice(0, 4), [
        'Service web',
        'PodDisruptionBudget web',
        'HorizontalPodAutoscaler web',
        'ConfigMap web-config',
      ]);
      const service = completedTo(`${deployment}---\n¦`, 'Service web').slice(deployment.length);
      assert.match(
        service,
        /spec:\n {2}selector:\n {4}app: web\n {2}ports:\n {4}- name: http\n {6}port: 80\n {6}targetPort: http$/,
      );
    });

    it('takes away the number of replicas that an autoscaler decides', () => {
      const after = completedTo(`${requested}---\n¦`, 'HorizontalPodAutoscaler web');
      assert.ok(!/^ {2}replicas:/m.test(after));
      assert.match(after, /minReplicas: 2\n {2}maxReplicas: 10\n/);
    });

    it('offers what is referred to and not there', () => {
      const text = `${deployment}          envFrom:\n            - configMapRef:\n                name: settings\n---\n¦`;
      assert.match(
        completedTo(text, 'ConfigMap settings'),
        /kind: ConfigMap\nmetadata:\n {2}name: settings\ndata:\n {2}KEY: value$/,
      );
    });

    it('brings no findings of its own', () => {
      for (const label of [
        'Service web',
        'PodDisruptionBudget web',
        'HorizontalPodAutoscaler web',
        'ConfigMap web-config',
      ])
        assert.deepEqual(brought(`${requested}---\n¦`, label), [], label);
      const secret = `${requested}          envFrom:\n            - secretRef:\n                name: login\n---\n¦`;
      assert.deepEqual(brought(secret, 'Secret login'), []);
    });

    it('offers the kinds there are', () => {
      assert.equal(labelsIn('¦')[0], 'Deployment');
      assert.equal(completedTo('api¦', 'apiVersion'), 'apiVersion: ');
      assert.equal(completedTo('¦', 'Service'), 'apiVersion: v1\nkind: Service\nmetadata:\n  name: service');
    });
  });

  it('is silent where nothing of a manifest can stand', () => {
    for (const text of [
      'services:\n  web:\n    im¦\n',
      'a: b\n¦',
      'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n¦',
      `${deployment}# comm¦ent`,
      deployment.replace('1.2.0', '{{ .Values.¦tag }}'),
      deployment.replace('emptyDir:', 'emptyDir: {si¦}\n          x:'),
      `${deployment}          command:\n            - >-\n              res¦\n`,
      `${deployment}          image: nginx\n            res¦\n`,
      `${configMap.replace('port: 8080', 'kin¦')}`,
    ])
      assert.deepEqual(labelsIn(text), [], text);
    assert.deepEqual(labelsIn('¦', 'docker-compose.yaml'), []);
    assert.deepEqual(labelsIn('¦', '.github/workflows/test.yaml'), []);
  });

  it('does not take indentation for a question', () => {
    const blank = { ...context, trigger: ' ' };
    assert.deepEqual(completionsIn(`${deployment}          ¦\n`, blank), []);
    assert.ok(completionsIn(`${deployment}          imagePullPolicy: ¦\n`, blank).length > 0);
    assert.ok(completionsIn(`${deployment}          env:\n            - ¦\n`, blank).length > 0);
  });

  it('completes beside the actions of a template', () => {
    const text = deployment.replace('name: web\n  labels', 'name: {{ .Release.Name }}\n  labels');
    assert.ok(labelsIn(`${text}          ¦\n`, 'chart/templates/web.yaml').includes('resources'));
  });
});
