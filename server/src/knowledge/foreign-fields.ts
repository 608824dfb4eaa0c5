/** A field by a word that another format, another kind or an older version has for it. */
export interface ForeignField {
  /** Types of the API, by the names of the table of fields. */
  readonly types: readonly string[];
  readonly words: readonly string[];
  /** The field that is meant, from the mapping on; `undefined` where there is none, and the word can only go. */
  readonly path: readonly string[] | undefined;
  /** A field with its value that has to stand beside it there. */
  readonly beside: readonly [string, string] | undefined;
}

const row = (
  types: string,
  words: string,
  path: string | undefined,
  beside?: readonly [string, string],
): ForeignField => ({ types: types.split(' '), words: words.split(' '), path: path?.split('.'), beside });

/**
 * Sources: compose-spec/compose-spec:05-services.md for the words of Compose files; kubernetes/api types.go of each group for what a
 * field is called in one type and in its neighbour; kubernetes/website deprecation guide for what older versions called it.
 */
const foreignFields: readonly ForeignField[] = [
  row('Container', 'environment environments envs envVars environmentVariables', 'env'),
  row('Container', 'envFroms environmentFrom', 'envFrom'),
  row('Container', 'entrypoint', 'command'),
  row('Container', 'cmd arguments', 'args'),
  row('Container', 'container_name', 'name'),
  row('Container', 'mounts volumes', 'volumeMounts'),
  row('Container', 'pull_policy', 'imagePullPolicy'),
  row('Container', 'stdin_open', 'stdin'),
  row('Container', 'restart depends_on links networks network_mode build expose healthcheck deploy logging', undefined),
  row('PodSpec', 'restart', 'restartPolicy'),
  row('PodSpec', 'services', 'containers'),
  row('PodSpec', 'depends_on links networks network_mode', undefined),
  row('PodSpec', 'container', 'containers'),
  row('StatefulSetSpec DaemonSetSpec', 'strategy', 'updateStrategy'),
  row('DeploymentSpec', 'updateStrategy', 'strategy'),
  row('ConfigMapVolumeSource ConfigMapProjection ConfigMapKeySelector ConfigMapEnvSource', 'configMapName', 'name'),
  row('ConfigMapVolumeSource', 'configMap secretName', 'name'),
  row('SecretVolumeSource', 'name secret configMapName', 'secretName'),
  row('SecretProjection SecretKeySelector SecretEnvSource', 'secretName', 'name'),
  row('PersistentVolumeClaimVolumeSource', 'name claim persistentVolumeClaimName', 'claimName'),
  row('VolumeMount', 'path', 'mountPath'),
  row('HTTPGetAction', 'url uri', 'path'),
  row('ServicePort', 'containerPort', 'targetPort'),
  row('ContainerPort', 'port targetPort', 'containerPort'),
  row('IngressSpec', 'backend', 'defaultBackend'),
  row('IngressBackend', 'serviceName', 'service.name'),
  // `number` or `name`, by its value.
  row('IngressBackend', 'servicePort', 'service.port'),
  row('IngressServiceBackend', 'portNumber', 'port.number'),
  row('RoleBinding ClusterRoleBinding', 'role', 'roleRef'),
  row('JobSpec', 'ttl', 'ttlSecondsAfterFinished'),
  row('DaemonSetSpec JobSpec', 'replicas', undefined),
  row('V2ResourceMetricSource', 'targetAverageUtilization', 'target.averageUtilization', ['type', 'Utilization']),
  row('V2ResourceMetricSource V2PodsMetricSource', 'targetAverageValue', 'target.averageValue', [
    'type',
    'AverageValue',
  ]),
];

/**
 * What a word stands for in a type, also when it is mistyped; `undefined` for words of no other format that is known.
 * @param closest of the words that a type has, the one that is meant
 */
export function foreignField(
  type: string,
  word: string,
  closest: (word: string, words: readonly string[]) => string | undefined,
): ForeignField | undefined {
  const rows = foreignFields.filter(({ types }) => types.includes(type));
  const exact = rows.find(({ words }) => words.includes(word));
  if (exact !== undefined || rows.length === 0) return exact;
  // Short words are near to everything.
  const long = rows.flatMap(({ words }) => words.filter((each) => each.length > 6));
  const meant = closest(word, long);
  return meant === undefined ? undefined : rows.find(({ words }) => words.includes(meant));
}
