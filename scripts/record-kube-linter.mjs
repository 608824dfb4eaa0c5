// Records what kube-linter says of every manifest example, so that the tests can compare without having it.
// Usage: see record-peers.mjs, which runs this.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { folder, objectName, record, run } from './peer-answers.mjs';

const tool = 'kube-linter';
const checks = JSON.parse(run(tool, ['checks', 'list', '--format', 'json'])).map(({ name }) => name);

/** Checks that every object fails that it knows, and every container: what fails none could not be read. */
const reading = ['was-read', 'has-containers'];
/** Its pkg/objectkinds, but for `Any`, of which it knows no more than their metadata, and `DeploymentLike`. */
const objectKinds = [
  'ClusterRole',
  'ClusterRoleBinding',
  'HorizontalPodAutoscaler',
  'Ingress',
  'NetworkPolicy',
  'PersistentVolumeClaim',
  'PodDisruptionBudget',
  'Role',
  'RoleBinding',
  'ScaledObject',
  'Service',
  'ServiceAccount',
  'ServiceMonitor',
];
const configuration = path.join(folder, '.kube-linter.yaml');
writeFileSync(
  configuration,
  JSON.stringify({
    // The schemas are fetched from the network.
    checks: { addAllBuiltIn: true, exclude: ['schema-validation'] },
    customChecks: [
      {
        name: reading[0],
        template: 'required-annotation',
        params: { key: 'no-object-has-this' },
        scope: { objectKinds },
      },
      {
        name: reading[1],
        template: 'cpu-requirements',
        params: { requirementsType: 'limit', lowerBoundMillis: 0, upperBoundMillis: 1e9 },
        scope: { objectKinds: ['DeploymentLike'] },
      },
    ],
  }),
);

record(tool, run(tool, ['version']).trim(), checks, (file) => {
  const { Reports } = JSON.parse(run(tool, ['lint', '--config', configuration, '--format', 'json', file]) || '{}');
  const found = (Reports ?? []).map(({ Check, Diagnostic, Object: { K8sObject } }) => ({
    object: objectName(K8sObject.GroupVersionKind.Kind, K8sObject.Name, K8sObject.Namespace),
    check: reading.includes(Check) ? undefined : Check,
    container: /\bcontainer "([^"]+)"/.exec(Diagnostic.Message)?.[1],
  }));
  // Checks of names and labels report what else it could make no sense of, too.
  const read = new Set(found.filter(({ check }) => check === undefined).map(({ object }) => object));
  return found.filter(({ object }) => read.has(object));
});
