/** Since when the API server knows a field, and since when it heeds it without being told to. */
export interface FieldVersion {
  /** The minor of the first release that has the field. */
  readonly added: number;
  /** The minor since which it is on by default; before, what is written is dropped. `undefined` where that is not known. */
  readonly on: number | undefined;
  /** The feature gate that decides. */
  readonly gate: string | undefined;
}

/**
 * `Type.field`, the minor that added it, the minor that switched it on (`-` where none is known to), and the feature gate. Types
 * as the table of fields calls them. Sources: kubernetes/website:content/en/docs/reference/command-line-tools-reference/feature-gates, a page for each
 * gate (before 1.37, `maxUnavailable` was on in 1.35.0 to 1.35.3 only; `image` is off in the source of 1.34.1, whatever its page says);
 * kubernetes/kubernetes:api/openapi-spec/swagger.json of the releases for those without one.
 */
const rows = `
  Container.resizePolicy 27 33 InPlacePodVerticalScaling
  Container.restartPolicy 28 29 SidecarContainers
  Container.restartPolicyRules 34 35 ContainerRestartRules
  Container.startupProbe 16 18 StartupProbe
  ConfigMap.immutable 18 19 ImmutableEphemeralVolumes
  Secret.immutable 18 19 ImmutableEphemeralVolumes
  CronJobSpec.timeZone 24 25 CronJobTimeZone
  EnvVarSource.fileKeyRef 34 35 EnvFiles
  EphemeralVolumeSource.volumeClaimTemplate 19 21 GenericEphemeralVolume
  V2HPAScalingRules.tolerance 33 37 HPAConfigurableTolerance
  V2MetricSpec.containerResource 20 27 HPAContainerMetrics
  IngressSpec.ingressClassName 18 18
  JobSpec.backoffLimitPerIndex 28 29 JobBackoffLimitPerIndex
  JobSpec.completionMode 21 22 IndexedJob
  JobSpec.managedBy 30 32 JobManagedBy
  JobSpec.maxFailedIndexes 28 29 JobBackoffLimitPerIndex
  JobSpec.podFailurePolicy 25 26 JobPodFailurePolicy
  JobSpec.podReplacementPolicy 28 29 JobPodReplacementPolicy
  JobSpec.successPolicy 30 31 JobSuccessPolicy
  JobSpec.suspend 21 22 SuspendJob
  JobSpec.ttlSecondsAfterFinished 12 21 TTLAfterFinished
  Lifecycle.stopSignal 33 - ContainerStopSignals
  LifecycleHandler.sleep 29 30 PodLifecycleSleepAction
  NetworkPolicyPort.endPort 21 22 NetworkPolicyEndPort
  PersistentVolumeClaimSpec.dataSourceRef 22 24 AnyVolumeDataSource
  PersistentVolumeClaimSpec.volumeAttributesClassName 29 34 VolumeAttributesClass
  PodAffinityTerm.matchLabelKeys 29 31 MatchLabelKeysInPodAffinity
  PodAffinityTerm.mismatchLabelKeys 29 31 MatchLabelKeysInPodAffinity
  PodAffinityTerm.namespaceSelector 21 22 PodAffinityNamespaceSelector
  PodDisruptionBudgetSpec.unhealthyPodEvictionPolicy 26 27 PDBUnhealthyPodEvictionPolicy
  PodSecurityContext.appArmorProfile 30 30
  PodSecurityContext.seLinuxChangePolicy 32 33 SELinuxChangePolicy
  PodSecurityContext.seccompProfile 19 19
  PodSecurityContext.supplementalGroupsPolicy 31 33 SupplementalGroupsPolicy
  PodSpec.ephemeralContainers 16 23 EphemeralContainers
  PodSpec.hostUsers 25 33 UserNamespacesSupport
  PodSpec.hostnameOverride 34 35 HostnameOverride
  PodSpec.os 23 24 IdentifyPodOS
  PodSpec.resourceClaims 26 34 DynamicResourceAllocation
  PodSpec.resources 32 34 PodLevelResources
  PodSpec.schedulingGates 26 27 PodSchedulingReadiness
  PodSpec.setHostnameAsFQDN 19 20 SetHostnameAsFQDN
  PodSpec.topologySpreadConstraints 16 18 EvenPodsSpread
  Probe.grpc 23 24 GRPCContainerProbe
  Probe.terminationGracePeriodSeconds 21 25 ProbeTerminationGracePeriod
  ResourceRequirements.claims 26 34 DynamicResourceAllocation
  RollingUpdateStatefulSetStrategy.maxUnavailable 24 37 MaxUnavailableStatefulSet
  SecurityContext.appArmorProfile 30 30
  SecurityContext.seccompProfile 19 19
  ServiceSpec.internalTrafficPolicy 21 22 ServiceInternalTrafficPolicy
  ServiceSpec.loadBalancerClass 21 22 ServiceLoadBalancerClass
  ServiceSpec.trafficDistribution 30 31 ServiceTrafficDistribution
  StatefulSetSpec.minReadySeconds 22 23 StatefulSetMinReadySeconds
  StatefulSetSpec.ordinals 26 27 StatefulSetStartOrdinal
  StatefulSetSpec.persistentVolumeClaimRetentionPolicy 23 27 StatefulSetAutoDeletePVC
  TopologySpreadConstraint.matchLabelKeys 25 27 MatchLabelKeysInPodTopologySpread
  TopologySpreadConstraint.minDomains 24 27 MinDomainsInPodTopologySpread
  TopologySpreadConstraint.nodeAffinityPolicy 25 26 NodeInclusionPolicyInPodTopologySpread
  TopologySpreadConstraint.nodeTaintsPolicy 25 26 NodeInclusionPolicyInPodTopologySpread
  Volume.image 31 35 ImageVolume
  VolumeMount.recursiveReadOnly 30 31 RecursiveReadOnlyMounts
  VolumeProjection.clusterTrustBundle 29 37 ClusterTrustBundleProjection
  VolumeProjection.podCertificate 34 - PodCertificateRequest
  WindowsSecurityContextOptions.hostProcess 22 23 WindowsHostProcessContainers
`;

const versions: ReadonlyMap<string, FieldVersion> = new Map(
  rows
    .trim()
    .split('\n')
    .map((line): [string, FieldVersion] => {
      const [field = '', added, on, gate] = line.trim().split(' ');
      return [field, { added: Number(added), on: on === '-' ? undefined : Number(on), gate }];
    }),
);

/** Since when a field of a type is there; `undefined` for those that are as old as what anybody runs. */
export const fieldVersion = (type: string, field: string): FieldVersion | undefined => versions.get(`${type}.${field}`);

/** Every field whose age matters, as `Type.field`. */
export const datedFields = (): Iterable<string> => versions.keys();

/** Fields that some releases had, with the minors of the first and the last of them. Source: as above. */
const former: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['PodResourceClaim.source', [26, 30]],
  ['PodSpec.workloadRef', [35, 35]],
]);

/** Whether a field that the newest release does not know is known to an older one. */
export function wasField(type: string, field: string, minor: number): boolean {
  const [first, last] = former.get(`${type}.${field}`) ?? [];
  return first !== undefined && last !== undefined && first <= minor && minor <= last;
}
