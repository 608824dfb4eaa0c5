/** How long the pods of a kind live, which decides what is asked of them. */
export type Lifetime = 'service' | 'stateful' | 'node' | 'job' | 'bare';

/**
 * Where pods are described inside an object. `*` stands for every item of a list or every value of a mapping, a trailing `*` in a step
 * for any key with that beginning, a leading one for any key with that end.
 */
export interface PodLocation {
  readonly path: readonly string[];
  /** `podSpec`: a PodSpec; `containers`: a list of containers; `container`: one container; `script`: one whose command is a text. */
  readonly holds: 'podSpec' | 'containers' | 'container' | 'script';
  /** Containers that are no application: steps in front of it. */
  readonly init?: boolean;
}

export interface WorkloadKind {
  /** API groups, with the empty one for the core; every version of them. */
  readonly groups: readonly string[];
  readonly kinds: readonly string[];
  readonly lifetime: Lifetime;
  readonly locations: readonly PodLocation[];
  /**
   * `full`: what is missing is missing; `subset`: a container type of its own, without probes or hooks; `overlay`: only what differs
   * from something that a controller writes.
   */
  readonly completeness: 'full' | 'subset' | 'overlay';
  /** Values that the API accepts for `restartPolicy`; the first is the default unless `restartPolicyRequired`. */
  readonly restartPolicies?: readonly string[];
  /** The default (`Always`) is not allowed, so it has to be written. */
  readonly restartPolicyRequired?: boolean;
  /** Has `spec.replicas`. */
  readonly scales?: boolean;
  /** Must have `spec.selector`, which cannot be changed afterwards. */
  readonly needsSelector?: boolean;
  /** Name of the field for the update strategy. */
  readonly strategyField?: 'strategy' | 'updateStrategy';
  readonly source: string;
}

const podSpec = (...path: string[]): PodLocation => ({ path, holds: 'podSpec' });
const containers = (...path: string[]): PodLocation => ({ path, holds: 'containers' });
const template: readonly PodLocation[] = [podSpec('spec', 'template', 'spec')];
const kubernetes = 'kubernetes/api: core/v1, apps/v1, batch/v1 types.go';

const workflowTemplates = (...root: string[]): readonly PodLocation[] => [
  { path: [...root, 'templates', '*', 'container'], holds: 'container' },
  { path: [...root, 'templates', '*', 'script'], holds: 'script' },
  { path: [...root, 'templates', '*', 'initContainers'], holds: 'containers', init: true },
  containers(...root, 'templates', '*', 'sidecars'),
  containers(...root, 'templates', '*', 'containerSet', 'containers'),
];
const taskSteps = (...root: string[]): readonly PodLocation[] => [
  containers(...root, 'steps'),
  containers(...root, 'sidecars'),
  { path: [...root, 'stepTemplate'], holds: 'container' },
];

/** Every kind that describes pods, as far as Plimsoll knows; others are found by the walk that looks for `containers`. */
export const workloadKinds: readonly WorkloadKind[] = [
  {
    groups: [''],
    kinds: ['Pod'],
    lifetime: 'bare',
    locations: [podSpec('spec')],
    completeness: 'full',
    restartPolicies: ['Always', 'OnFailure', 'Never'],
    source: kubernetes,
  },
  {
    groups: [''],
    kinds: ['PodTemplate'],
    lifetime: 'service',
    locations: [podSpec('template', 'spec')],
    completeness: 'full',
    source: kubernetes,
  },
  {
    groups: [''],
    kinds: ['ReplicationController'],
    lifetime: 'service',
    locations: template,
    completeness: 'full',
    restartPolicies: ['Always'],
    scales: true,
    source: kubernetes,
  },
  {
    groups: ['apps', 'extensions'],
    kinds: ['Deployment'],
    lifetime: 'service',
    locations: template,
    completeness: 'full',
    restartPolicies: ['Always'],
    scales: true,
    needsSelector: true,
    strategyField: 'strategy',
    source: kubernetes,
  },
  {
    groups: ['apps', 'extensions'],
    kinds: ['ReplicaSet'],
    lifetime: 'service',
    locations: template,
    completeness: 'full',
    restartPolicies: ['Always'],
    scales: true,
    needsSelector: true,
    source: kubernetes,
  },
  {
    groups: ['apps'],
    kinds: ['StatefulSet'],
    lifetime: 'stateful',
    locations: template,
    completeness: 'full',
    restartPolicies: ['Always'],
    scales: true,
    needsSelector: true,
    strategyField: 'updateStrategy',
    source: kubernetes,
  },
  {
    groups: ['apps', 'extensions'],
    kinds: ['DaemonSet'],
    lifetime: 'node',
    locations: template,
    completeness: 'full',
    restartPolicies: ['Always'],
    needsSelector: true,
    strategyField: 'updateStrategy',
    source: kubernetes,
  },
  {
    groups: ['batch'],
    kinds: ['Job'],
    lifetime: 'job',
    locations: template,
    completeness: 'full',
    restartPolicies: ['OnFailure', 'Never'],
    restartPolicyRequired: true,
    source: kubernetes,
  },
  {
    groups: ['batch'],
    kinds: ['CronJob'],
    lifetime: 'job',
    locations: [podSpec('spec', 'jobTemplate', 'spec', 'template', 'spec')],
    completeness: 'full',
    restartPolicies: ['OnFailure', 'Never'],
    restartPolicyRequired: true,
    source: kubernetes,
  },
  {
    groups: ['apps.openshift.io'],
    kinds: ['DeploymentConfig'],
    lifetime: 'service',
    locations: template,
    completeness: 'full',
    scales: true,
    source: 'openshift/api: apps/v1',
  },
  // Without a template when it refers to a Deployment (`workloadRef`).
  {
    groups: ['argoproj.io'],
    kinds: ['Rollout'],
    lifetime: 'service',
    locations: template,
    completeness: 'full',
    scales: true,
    source: 'argoproj/argo-rollouts: pkg/apis',
  },
  {
    groups: ['argoproj.io'],
    kinds: ['Workflow', 'WorkflowTemplate', 'ClusterWorkflowTemplate'],
    lifetime: 'job',
    locations: workflowTemplates('spec'),
    completeness: 'subset',
    source: 'argoproj/argo-workflows: pkg/apis/workflow/v1alpha1',
  },
  {
    groups: ['argoproj.io'],
    kinds: ['CronWorkflow'],
    lifetime: 'job',
    locations: workflowTemplates('spec', 'workflowSpec'),
    completeness: 'subset',
    source: 'argoproj/argo-workflows: pkg/apis/workflow/v1alpha1',
  },
  {
    groups: ['argoproj.io'],
    kinds: ['AnalysisTemplate', 'ClusterAnalysisTemplate', 'AnalysisRun'],
    lifetime: 'job',
    locations: [podSpec('spec', 'metrics', '*', 'provider', 'job', 'spec', 'template', 'spec')],
    completeness: 'full',
    source: 'argoproj/argo-rollouts: pkg/apis',
  },
  {
    groups: ['serving.knative.dev'],
    kinds: ['Service', 'Configuration'],
    lifetime: 'service',
    locations: template,
    completeness: 'subset',
    source: 'knative/serving: pkg/apis/serving/v1',
  },
  {
    groups: ['serving.knative.dev'],
    kinds: ['Revision'],
    lifetime: 'service',
    locations: [podSpec('spec')],
    completeness: 'subset',
    source: 'knative/serving: pkg/apis/serving/v1',
  },
  {
    groups: ['tekton.dev'],
    kinds: ['Task', 'ClusterTask'],
    lifetime: 'job',
    locations: taskSteps('spec'),
    completeness: 'subset',
    source: 'tektoncd/pipeline: pkg/apis/pipeline/v1',
  },
  {
    groups: ['tekton.dev'],
    kinds: ['TaskRun'],
    lifetime: 'job',
    locations: taskSteps('spec', 'taskSpec'),
    completeness: 'subset',
    source: 'tektoncd/pipeline: pkg/apis/pipeline/v1',
  },
  {
    groups: ['tekton.dev'],
    kinds: ['Pipeline'],
    lifetime: 'job',
    locations: [...taskSteps('spec', 'tasks', '*', 'taskSpec'), ...taskSteps('spec', 'finally', '*', 'taskSpec')],
    completeness: 'subset',
    source: 'tektoncd/pipeline: pkg/apis/pipeline/v1',
  },
  {
    groups: ['tekton.dev'],
    kinds: ['PipelineRun'],
    lifetime: 'job',
    locations: taskSteps('spec', 'pipelineSpec', 'tasks', '*', 'taskSpec'),
    completeness: 'subset',
    source: 'tektoncd/pipeline: pkg/apis/pipeline/v1',
  },
  {
    groups: ['keda.sh'],
    kinds: ['ScaledJob'],
    lifetime: 'job',
    locations: [podSpec('spec', 'jobTargetRef', 'template', 'spec')],
    completeness: 'full',
    restartPolicies: ['OnFailure', 'Never'],
    source: 'kedacore/keda: apis/keda/v1alpha1',
  },
  {
    groups: ['jobset.x-k8s.io'],
    kinds: ['JobSet'],
    lifetime: 'job',
    locations: [podSpec('spec', 'replicatedJobs', '*', 'template', 'spec', 'template', 'spec')],
    completeness: 'full',
    source: 'kubernetes-sigs/jobset: api',
  },
  {
    groups: ['leaderworkerset.x-k8s.io'],
    kinds: ['LeaderWorkerSet'],
    lifetime: 'stateful',
    locations: [
      podSpec('spec', 'leaderWorkerTemplate', 'leaderTemplate', 'spec'),
      podSpec('spec', 'leaderWorkerTemplate', 'workerTemplate', 'spec'),
    ],
    completeness: 'full',
    source: 'kubernetes-sigs/lws: api',
  },
  {
    groups: ['kubeflow.org'],
    kinds: ['TFJob', 'PyTorchJob', 'MPIJob', 'XGBoostJob', 'PaddleJob', 'JAXJob', 'MXJob'],
    lifetime: 'job',
    locations: [podSpec('spec', '*ReplicaSpecs', '*', 'template', 'spec')],
    completeness: 'full',
    source: 'kubeflow/trainer: pkg/apis/kubeflow.org/v1',
  },
  {
    groups: ['kubeflow.org'],
    kinds: ['Notebook'],
    lifetime: 'stateful',
    locations: template,
    completeness: 'full',
    source: 'kubeflow/kubeflow: components/notebook-controller',
  },
  {
    groups: ['ray.io'],
    kinds: ['RayCluster'],
    lifetime: 'service',
    locations: [
      podSpec('spec', 'headGroupSpec', 'template', 'spec'),
      podSpec('spec', 'workerGroupSpecs', '*', 'template', 'spec'),
    ],
    completeness: 'full',
    source: 'ray-project/kuberay: ray-operator/apis/ray/v1',
  },
  {
    groups: ['ray.io'],
    kinds: ['RayJob'],
    lifetime: 'job',
    locations: [
      podSpec('spec', 'rayClusterSpec', 'headGroupSpec', 'template', 'spec'),
      podSpec('spec', 'rayClusterSpec', 'workerGroupSpecs', '*', 'template', 'spec'),
    ],
    completeness: 'full',
    source: 'ray-project/kuberay: ray-operator/apis/ray/v1',
  },
  {
    groups: ['ray.io'],
    kinds: ['RayService'],
    lifetime: 'service',
    locations: [
      podSpec('spec', 'rayClusterConfig', 'headGroupSpec', 'template', 'spec'),
      podSpec('spec', 'rayClusterConfig', 'workerGroupSpecs', '*', 'template', 'spec'),
    ],
    completeness: 'full',
    source: 'ray-project/kuberay: ray-operator/apis/ray/v1',
  },
  {
    groups: ['batch.volcano.sh'],
    kinds: ['Job'],
    lifetime: 'job',
    locations: [podSpec('spec', 'tasks', '*', 'template', 'spec')],
    completeness: 'full',
    source: 'volcano-sh/apis: pkg/apis/batch/v1alpha1',
  },
  {
    groups: ['sparkoperator.k8s.io'],
    kinds: ['SparkApplication'],
    lifetime: 'job',
    locations: [podSpec('spec', 'driver', 'template', 'spec'), podSpec('spec', 'executor', 'template', 'spec')],
    completeness: 'overlay',
    source: 'kubeflow/spark-operator: api/v1beta2',
  },
  {
    groups: ['sparkoperator.k8s.io'],
    kinds: ['ScheduledSparkApplication'],
    lifetime: 'job',
    locations: [
      podSpec('spec', 'template', 'driver', 'template', 'spec'),
      podSpec('spec', 'template', 'executor', 'template', 'spec'),
    ],
    completeness: 'overlay',
    source: 'kubeflow/spark-operator: api/v1beta2',
  },
  {
    groups: ['apps.kruise.io'],
    kinds: ['CloneSet', 'StatefulSet'],
    lifetime: 'service',
    locations: template,
    completeness: 'full',
    scales: true,
    source: 'openkruise/kruise: apis/apps',
  },
  {
    groups: ['apps.kruise.io'],
    kinds: ['DaemonSet'],
    lifetime: 'node',
    locations: template,
    completeness: 'full',
    source: 'openkruise/kruise: apis/apps',
  },
  {
    groups: ['apps.kruise.io'],
    kinds: ['BroadcastJob'],
    lifetime: 'job',
    locations: template,
    completeness: 'full',
    source: 'openkruise/kruise: apis/apps',
  },
  {
    groups: ['apps.kruise.io'],
    kinds: ['AdvancedCronJob'],
    lifetime: 'job',
    locations: [
      podSpec('spec', 'template', 'jobTemplate', 'spec', 'template', 'spec'),
      podSpec('spec', 'template', 'broadcastJobTemplate', 'spec', 'template', 'spec'),
    ],
    completeness: 'full',
    source: 'openkruise/kruise: apis/apps',
  },
  {
    groups: ['apps.kruise.io'],
    kinds: ['SidecarSet'],
    lifetime: 'service',
    locations: [
      containers('spec', 'containers'),
      { path: ['spec', 'initContainers'], holds: 'containers', init: true },
    ],
    completeness: 'overlay',
    source: 'openkruise/kruise: apis/apps',
  },
  {
    groups: ['actions.github.com'],
    kinds: ['AutoscalingRunnerSet', 'EphemeralRunnerSet', 'EphemeralRunner'],
    lifetime: 'job',
    locations: template,
    completeness: 'full',
    source: 'actions/actions-runner-controller: apis/actions.github.com/v1alpha1',
  },
  {
    groups: ['agents.x-k8s.io'],
    kinds: ['Sandbox'],
    lifetime: 'stateful',
    locations: [podSpec('spec', 'podTemplate', 'spec')],
    completeness: 'full',
    source: 'kubernetes-sigs/agent-sandbox: api',
  },
  {
    groups: ['operators.coreos.com'],
    kinds: ['ClusterServiceVersion'],
    lifetime: 'service',
    locations: [podSpec('spec', 'install', 'spec', 'deployments', '*', 'spec', 'template', 'spec')],
    completeness: 'full',
    source: 'operator-framework/api: pkg/operators/v1alpha1',
  },
  {
    groups: ['monitoring.coreos.com'],
    kinds: ['Prometheus', 'PrometheusAgent', 'Alertmanager', 'ThanosRuler'],
    lifetime: 'stateful',
    locations: [
      containers('spec', 'containers'),
      { path: ['spec', 'initContainers'], holds: 'containers', init: true },
    ],
    completeness: 'overlay',
    scales: true,
    source: 'prometheus-operator/prometheus-operator: pkg/apis/monitoring/v1 (strategic merge patch)',
  },
];

/** The group of an `apiVersion`: empty for the core. */
export function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}

/** The row for an object; `undefined` for kinds that describe no pods or are not known. */
export function workloadKind(apiVersion: string, kind: string): WorkloadKind | undefined {
  const group = groupOf(apiVersion);
  return workloadKinds.find((row) => row.kinds.includes(kind) && row.groups.includes(group));
}
