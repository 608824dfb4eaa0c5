import assert from 'node:assert/strict';
import type { Workload } from '../../../../server/src/manifest/model/manifest';
import { documentOf, objectOf } from './reading';

const containers = '{containers: [{name: a, image: x}]}';

/** Nests a value under a path of keys, in which `-` is an item of a list. */
const nested = (path: string, value: string): string =>
  path
    .split('.')
    .reverse()
    .reduce((inner, key) => (key === '-' ? `[${inner}]` : `{${key}: ${inner}}`), value);

const workloadsIn = (apiVersion: string, kind: string, path: string, value: string): readonly Workload[] =>
  objectOf(`{apiVersion: ${apiVersion}, kind: ${kind}, ${nested(path, value).slice(1)}`).workloads;

const namesIn = (workload: Workload | undefined): readonly (string | undefined)[] =>
  workload?.pod.containers.map((container) => container.name) ?? [];

describe('manifest workloads', () => {
  for (const [apiVersion, kind, path, lifetime] of [
    ['v1', 'Pod', 'spec', 'pod'],
    ['v1', 'ReplicationController', 'spec.template.spec', 'service'],
    ['v1', 'PodTemplate', 'template.spec', 'service'],
    ['apps/v1', 'Deployment', 'spec.template.spec', 'service'],
    ['apps/v1', 'ReplicaSet', 'spec.template.spec', 'service'],
    ['apps/v1', 'StatefulSet', 'spec.template.spec', 'service'],
    ['apps/v1', 'DaemonSet', 'spec.template.spec', 'daemon'],
    ['extensions/v1beta1', 'Deployment', 'spec.template.spec', 'service'],
    ['extensions/v1beta1', 'DaemonSet', 'spec.template.spec', 'daemon'],
    ['batch/v1', 'Job', 'spec.template.spec', 'job'],
    ['batch/v1', 'CronJob', 'spec.jobTemplate.spec.template.spec', 'job'],
    ['apps.openshift.io/v1', 'DeploymentConfig', 'spec.template.spec', 'service'],
    ['argoproj.io/v1alpha1', 'Rollout', 'spec.template.spec', 'service'],
    ['argoproj.io/v1alpha1', 'AnalysisTemplate', 'spec.metrics.-.provider.job.spec.template.spec', 'job'],
    ['serving.knative.dev/v1', 'Service', 'spec.template.spec', 'service'],
    ['serving.knative.dev/v1', 'Revision', 'spec', 'service'],
    ['keda.sh/v1alpha1', 'ScaledJob', 'spec.jobTargetRef.template.spec', 'job'],
    ['jobset.x-k8s.io/v1alpha2', 'JobSet', 'spec.replicatedJobs.-.template.spec.template.spec', 'job'],
    ['leaderworkerset.x-k8s.io/v1', 'LeaderWorkerSet', 'spec.leaderWorkerTemplate.workerTemplate.spec', 'service'],
    ['kubeflow.org/v1', 'PyTorchJob', 'spec.pytorchReplicaSpecs.Worker.template.spec', 'job'],
    ['kubeflow.org/v1', 'TFJob', 'spec.tfReplicaSpecs.PS.template.spec', 'job'],
    ['ray.io/v1', 'RayCluster', 'spec.headGroupSpec.template.spec', 'service'],
    ['ray.io/v1', 'RayCluster', 'spec.workerGroupSpecs.-.template.spec', 'service'],
    ['ray.io/v1', 'RayService', 'spec.rayClusterConfig.headGroupSpec.template.spec', 'service'],
    ['ray.io/v1', 'RayJob', 'spec.rayClusterSpec.workerGroupSpecs.-.template.spec', 'job'],
    ['batch.volcano.sh/v1alpha1', 'Job', 'spec.tasks.-.template.spec', 'job'],
    ['sparkoperator.k8s.io/v1beta2', 'SparkApplication', 'spec.driver.template.spec', 'overlay'],
    ['apps.kruise.io/v1alpha1', 'CloneSet', 'spec.template.spec', 'service'],
    ['apps.kruise.io/v1alpha1', 'BroadcastJob', 'spec.template.spec', 'job'],
    ['apps.kruise.io/v1alpha1', 'AdvancedCronJob', 'spec.template.jobTemplate.spec.template.spec', 'job'],
    ['apps.kruise.io/v1alpha1', 'SidecarSet', 'spec', 'overlay'],
    ['actions.github.com/v1alpha1', 'AutoscalingRunnerSet', 'spec.template.spec', 'job'],
    ['agents.x-k8s.io/v1alpha1', 'Sandbox', 'spec.podTemplate.spec', 'service'],
    [
      'operators.coreos.com/v1alpha1',
      'ClusterServiceVersion',
      'spec.install.spec.deployments.-.spec.template.spec',
      'service',
    ],
    ['monitoring.coreos.com/v1', 'Prometheus', 'spec', 'overlay'],
    ['monitoring.coreos.com/v1', 'Alertmanager', 'spec', 'overlay'],
  ] as const)
    it(`finds the pods of ${apiVersion} ${kind} at ${path}`, () => {
      const workloads = workloadsIn(apiVersion, kind, path, containers);
      assert.deepEqual(workloads.map(namesIn), [['a']]);
      assert.deepEqual(
        workloads.map((workload) => [workload.lifetime, workload.guessed, workload.kind?.kinds.includes(kind)]),
        [[lifetime, false, true]],
      );
    });

  it('finds the steps and sidecars of Tekton tasks in one pod', () => {
    const steps = '{steps: [{name: a}, {name: b}], sidecars: [{name: c}], stepTemplate: {image: x}}';
    for (const [kind, path] of [
      ['Task', 'spec'],
      ['TaskRun', 'spec.taskSpec'],
      ['Pipeline', 'spec.tasks.-.taskSpec'],
      ['Pipeline', 'spec.finally.-.taskSpec'],
      ['PipelineRun', 'spec.pipelineSpec.tasks.-.taskSpec'],
    ] as const) {
      const workloads = workloadsIn('tekton.dev/v1', kind, path, steps);
      assert.deepEqual(workloads.map(namesIn), [['a', 'b', 'c']], kind);
      assert.equal(workloads[0]?.lifetime, 'job');
    }
  });

  it('finds the containers of Argo templates, a pod for each', () => {
    const templates =
      '[{name: t, container: {name: a}, initContainers: [{name: i}], sidecars: [{name: s}]}, {name: u, script: {name: b, source: x}}, {name: d, dag: {}}, {name: v, containerSet: {containers: [{name: c}, {name: e}]}, sidecars: [{name: f}]}]';
    for (const [kind, path] of [
      ['Workflow', 'spec.templates'],
      ['WorkflowTemplate', 'spec.templates'],
      ['ClusterWorkflowTemplate', 'spec.templates'],
      ['CronWorkflow', 'spec.workflowSpec.templates'],
    ] as const) {
      const workloads = workloadsIn('argoproj.io/v1alpha1', kind, path, templates);
      assert.deepEqual(workloads.map((workload) => [...namesIn(workload)].sort()).sort(), [
        ['a', 'i', 's'],
        ['b'],
        ['c', 'e', 'f'],
      ]);
      assert.deepEqual(namesIn(workloads[0]), ['i', 'a', 's']);
    }
  });

  it('guesses pods of other kinds where a template lists containers', () => {
    for (const path of ['spec.template.spec', 'spec.parts.-.podTemplate.spec', 'spec.workerTemplate.spec']) {
      const workloads = workloadsIn('example.com/v1', 'Widget', path, containers);
      assert.deepEqual(
        workloads.map((workload) => [namesIn(workload), workload.guessed]),
        [[['a'], true]],
      );
    }
    for (const [path, value] of [
      ['spec.template.spec', '{containers: []}'],
      ['spec.template.spec', '{containers: [{x: 1}]}'],
      ['spec.template.spec', '{containers: [a]}'],
      ['spec.template', containers],
      ['spec.pod.spec', containers],
    ] as const)
      assert.deepEqual(workloadsIn('example.com/v1', 'Widget', path, value), [], path);
    assert.deepEqual(workloadsIn('v1', 'ConfigMap', 'data.template.spec', containers), []);
    assert.deepEqual(
      workloadsIn('apiextensions.k8s.io/v1', 'CustomResourceDefinition', 'spec.template.spec', containers),
      [],
    );
  });

  it('knows the kinds of Kubernetes also with a wrong version', () => {
    for (const apiVersion of ['v1', 'app/v1', 'apps/v2'])
      assert.equal(workloadsIn(apiVersion, 'Deployment', 'spec.template.spec', containers)[0]?.guessed, false);
    assert.deepEqual(workloadsIn('example.com/v1', 'Deployment', 'spec', containers), []);
  });

  it('reads an overlay as part of something else', () => {
    const [workload] = workloadsIn('monitoring.coreos.com/v1', 'Prometheus', 'spec', containers);
    assert.equal(workload?.pod.node.open, true);
    assert.equal(workload?.pod.containers[0]?.node.open, true);
    assert.deepEqual(workloadsIn('monitoring.coreos.com/v1', 'Prometheus', 'spec', '{replicas: 2}'), []);
  });

  it('finds objects in lists, also in lists of lists', () => {
    const pod = (name: string): string => `{apiVersion: v1, kind: Pod, metadata: {name: ${name}}}`;
    const list = `{apiVersion: v1, kind: List, items: [${pod('b')}, ${pod('c')}]}`;
    const { objects } = documentOf(`{apiVersion: v1, kind: PodList, items: [${pod('a')}, ${list}]}`);
    assert.deepEqual(
      objects.map((object) => object.name),
      ['a', 'b', 'c'],
    );
    const template = documentOf(`{apiVersion: template.openshift.io/v1, kind: Template, objects: [${pod('a')}]}`);
    assert.deepEqual(
      template.objects.map((object) => object.name),
      ['a'],
    );
    assert.deepEqual(documentOf('{apiVersion: v1, kind: List, items: []}').objects, []);
  });

  it('reads metadata of objects and of pods', () => {
    const object = objectOf(
      [
        'apiVersion: apps/v1',
        'kind: Deployment',
        'metadata:',
        '  name: web',
        '  namespace: shop',
        '  labels: {a: b, n: 1}',
        '  annotations: {c: d}',
        'spec:',
        '  template:',
        '    metadata:',
        '      labels: {e: f, __proto__: g}',
        '      annotations: {h: i}',
        '    spec:',
        '      os: {name: windows}',
        '      securityContext: {}',
        '      volumes:',
        '      - name: v',
        '        emptyDir: {}',
        '      - configMap: {name: x}',
        '      - name: w',
      ].join('\n'),
    );
    assert.deepEqual([object.name, object.namespace], ['web', 'shop']);
    assert.deepEqual({ ...object.labels }, { a: 'b' });
    assert.deepEqual({ ...object.annotations }, { c: 'd' });
    const [workload] = object.workloads;
    assert.ok(workload);
    assert.deepEqual(Object.entries(workload.labels), [
      ['e', 'f'],
      ['__proto__', 'g'],
    ]);
    assert.deepEqual({ ...workload.annotations }, { h: 'i' });
    assert.equal(workload.pod.workload, workload);
    assert.equal(workload.pod.windows, true);
    assert.ok(workload.pod.securityContext);
    assert.deepEqual(
      workload.pod.volumes.map(({ name, source }) => [name, source]),
      [
        ['v', 'emptyDir'],
        [undefined, 'configMap'],
        ['w', undefined],
      ],
    );
  });
});
