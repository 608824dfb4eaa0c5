/** An annotation that a field has taken the place of, and that nothing reads any more. */
export interface DeadAnnotation {
  /** The whole name, or its beginning where the name of a container follows. */
  readonly name: string;
  readonly prefix: boolean;
  /** The minor version of Kubernetes since which it has no effect. */
  readonly since: number;
  /** What does now what it did, as a path: from the pod spec for annotations of pods, else from the object. */
  readonly field: readonly string[] | undefined;
  readonly of: 'pod' | 'Service';
}

const pod = (name: string, since: number, field?: string, prefix = false): DeadAnnotation => ({
  name,
  prefix,
  since,
  field: field?.split('.'),
  of: 'pod',
});

const deadAnnotations: readonly DeadAnnotation[] = [
  // kubernetes/kubernetes pkg/api/pod/warnings.go
  pod('seccomp.security.alpha.kubernetes.io/pod', 27, 'securityContext.seccompProfile'),
  pod('container.seccomp.security.alpha.kubernetes.io/', 27, 'securityContext.seccompProfile', true),
  pod('scheduler.alpha.kubernetes.io/critical-pod', 16, 'priorityClassName'),
  pod('security.alpha.kubernetes.io/sysctls', 11, 'securityContext.sysctls'),
  pod('security.alpha.kubernetes.io/unsafe-sysctls', 11, 'securityContext.sysctls'),
  // https://v1-8.docs.kubernetes.io/docs/concepts/workloads/pods/init-containers/
  pod('pod.alpha.kubernetes.io/init-containers', 8, 'initContainers'),
  pod('pod.beta.kubernetes.io/init-containers', 8, 'initContainers'),
  // kubernetes/kubernetes CHANGELOG/CHANGELOG-1.8.md
  pod('pod.alpha.kubernetes.io/initialized', 8),
  // kubernetes/kubernetes#38957
  pod('scheduler.alpha.kubernetes.io/affinity', 6, 'affinity'),
  pod('scheduler.alpha.kubernetes.io/tolerations', 6, 'tolerations'),
  // kubernetes/kubernetes#108020
  {
    name: 'service.alpha.kubernetes.io/tolerate-unready-endpoints',
    prefix: false,
    since: 24,
    field: ['spec', 'publishNotReadyAddresses'],
    of: 'Service',
  },
];

/** What is known of an annotation's name; `undefined` for those that something may read. */
export const deadAnnotation = (name: string): DeadAnnotation | undefined =>
  deadAnnotations.find((each) => (each.prefix ? name.startsWith(each.name) : name === each.name));

/** AppArmor profiles by annotation still work, but are deprecated since this minor. Source: pkg/api/pod/warnings.go */
export const appArmorFieldsSince = 30;

export const appArmorAnnotation = 'container.apparmor.security.beta.kubernetes.io/';

/**
 * What a profile of an annotation is as a field, for seccomp and AppArmor alike; `undefined` for what has no counterpart.
 * Sources: https://kubernetes.io/docs/tutorials/security/{seccomp,apparmor}/
 */
export function profileField(
  annotation: string,
): { readonly type: string; readonly localhostProfile?: string } | undefined {
  if (annotation === 'runtime/default' || annotation === 'docker/default') return { type: 'RuntimeDefault' };
  if (annotation === 'unconfined') return { type: 'Unconfined' };
  const local = /^localhost\/(.+)$/.exec(annotation)?.[1];
  return local === undefined ? undefined : { type: 'Localhost', localhostProfile: local };
}
