/**
 * The field that somebody means who writes a word, or a list of words, where an object belongs: `configMapRef: settings`. By the type of
 * that object. Source: kubernetes/api types.go of each group: what a type is there to name, or the one field that it cannot do without.
 */
export const fieldOfBareWord: Readonly<Record<string, string>> = {
  AppArmorProfile: 'type',
  ConfigMapEnvSource: 'name',
  ConfigMapProjection: 'name',
  ConfigMapVolumeSource: 'name',
  ContainerPort: 'containerPort',
  DaemonSetUpdateStrategy: 'type',
  DeploymentStrategy: 'type',
  ExecAction: 'command',
  HTTPGetAction: 'path',
  HostPathVolumeSource: 'path',
  IngressServiceBackend: 'name',
  LocalObjectReference: 'name',
  NodeSelector: 'nodeSelectorTerms',
  ObjectReference: 'name',
  PersistentVolumeClaimVolumeSource: 'claimName',
  PodOS: 'name',
  PodSchedulingGate: 'name',
  SeccompProfile: 'type',
  SecretEnvSource: 'name',
  SecretProjection: 'name',
  SecretVolumeSource: 'secretName',
  StatefulSetUpdateStrategy: 'type',
};
