// What the models leave out, each with where it is said. Every name here is checked against the models when the table is made.

/**
 * Quantities are plain strings in the models. Source: kubernetes/kubernetes:api/openapi-spec/swagger.json of release 1.36, the fields
 * that refer to io.k8s.apimachinery.pkg.api.resource.Quantity.
 */
export const quantities = `
  EmptyDirVolumeSource.sizeLimit LimitRangeItem.default LimitRangeItem.defaultRequest LimitRangeItem.max
  LimitRangeItem.maxLimitRequestRatio LimitRangeItem.min PersistentVolumeSpec.capacity PodSpec.overhead
  ResourceFieldSelector.divisor ResourceQuotaSpec.hard ResourceRequirements.limits ResourceRequirements.requests
  VolumeResourceRequirements.limits VolumeResourceRequirements.requests Overhead.podFixed
  V2HPAScalingRules.tolerance V2MetricTarget.averageValue V2MetricTarget.value
  CSIStorageCapacity.capacity CSIStorageCapacity.maximumVolumeSize
  CapacityRequestPolicy.default CapacityRequestPolicy.validValues CapacityRequestPolicyRange.max CapacityRequestPolicyRange.min
  CapacityRequestPolicyRange.step CapacityRequirements.requests Counter.value DeviceCapacity.value
  V1beta1CapacityRequestPolicy.default V1beta1CapacityRequestPolicy.validValues V1beta1CapacityRequestPolicyRange.max
  V1beta1CapacityRequestPolicyRange.min V1beta1CapacityRequestPolicyRange.step V1beta1CapacityRequirements.requests
  V1beta1Counter.value V1beta1DeviceCapacity.value
  V1beta2CapacityRequestPolicy.default V1beta2CapacityRequestPolicy.validValues V1beta2CapacityRequestPolicyRange.max
  V1beta2CapacityRequestPolicyRange.min V1beta2CapacityRequestPolicyRange.step V1beta2CapacityRequirements.requests
  V1beta2Counter.value V1beta2DeviceCapacity.value
`;

/**
 * The values of strings that the API server takes no others for. Source: kubernetes/api, the constants of the types marked `+enum`
 * in types.go of each group, and the validation of those that are not marked.
 */
export const enums = {
  'Container.imagePullPolicy': 'Always IfNotPresent Never',
  'Container.terminationMessagePolicy': 'File FallbackToLogsOnError',
  'EphemeralContainer.imagePullPolicy': 'Always IfNotPresent Never',
  'EphemeralContainer.terminationMessagePolicy': 'File FallbackToLogsOnError',
  'Container.restartPolicy': 'Always OnFailure Never',
  'ContainerPort.protocol': 'TCP UDP SCTP',
  'ContainerResizePolicy.restartPolicy': 'NotRequired RestartContainer',
  'ContainerRestartRule.action': 'Restart RestartAllContainers',
  'ContainerRestartRuleOnExitCodes.operator': 'In NotIn',
  'PodSpec.restartPolicy': 'Always OnFailure Never',
  'PodSpec.dnsPolicy': 'ClusterFirst ClusterFirstWithHostNet Default None',
  'PodSpec.preemptionPolicy': 'PreemptLowerPriority Never',
  'PriorityClass.preemptionPolicy': 'PreemptLowerPriority Never',
  'PodOS.name': 'linux windows',
  'HTTPGetAction.scheme': 'HTTP HTTPS',
  'ServiceSpec.type': 'ClusterIP NodePort LoadBalancer ExternalName',
  'ServiceSpec.sessionAffinity': 'ClientIP None',
  'ServiceSpec.externalTrafficPolicy': 'Cluster Local',
  'ServiceSpec.internalTrafficPolicy': 'Cluster Local',
  'ServiceSpec.ipFamilyPolicy': 'SingleStack PreferDualStack RequireDualStack',
  'ServiceSpec.ipFamilies': 'IPv4 IPv6',
  'ServicePort.protocol': 'TCP UDP SCTP',
  'DeploymentStrategy.type': 'RollingUpdate Recreate',
  'StatefulSetUpdateStrategy.type': 'RollingUpdate OnDelete',
  'DaemonSetUpdateStrategy.type': 'RollingUpdate OnDelete',
  'StatefulSetSpec.podManagementPolicy': 'OrderedReady Parallel',
  'StatefulSetPersistentVolumeClaimRetentionPolicy.whenDeleted': 'Retain Delete',
  'StatefulSetPersistentVolumeClaimRetentionPolicy.whenScaled': 'Retain Delete',
  'CronJobSpec.concurrencyPolicy': 'Allow Forbid Replace',
  'JobSpec.completionMode': 'NonIndexed Indexed',
  'JobSpec.podReplacementPolicy': 'TerminatingOrFailed Failed',
  'PodFailurePolicyRule.action': 'FailJob FailIndex Ignore Count',
  'PodFailurePolicyOnExitCodesRequirement.operator': 'In NotIn',
  'Toleration.effect': 'NoSchedule PreferNoSchedule NoExecute',
  'Toleration.operator': 'Exists Equal Lt Gt',
  'Taint.effect': 'NoSchedule PreferNoSchedule NoExecute',
  'LabelSelectorRequirement.operator': 'In NotIn Exists DoesNotExist',
  'NodeSelectorRequirement.operator': 'In NotIn Exists DoesNotExist Gt Lt',
  'ScopedResourceSelectorRequirement.operator': 'In NotIn Exists DoesNotExist',
  'TopologySpreadConstraint.whenUnsatisfiable': 'DoNotSchedule ScheduleAnyway',
  'TopologySpreadConstraint.nodeAffinityPolicy': 'Honor Ignore',
  'TopologySpreadConstraint.nodeTaintsPolicy': 'Honor Ignore',
  'SeccompProfile.type': 'RuntimeDefault Localhost Unconfined',
  'AppArmorProfile.type': 'RuntimeDefault Localhost Unconfined',
  'SecurityContext.procMount': 'Default Unmasked',
  'PodSecurityContext.fsGroupChangePolicy': 'OnRootMismatch Always',
  'PodSecurityContext.supplementalGroupsPolicy': 'Merge Strict',
  'PodSecurityContext.seLinuxChangePolicy': 'MountOption Recursive',
  'VolumeMount.mountPropagation': 'None HostToContainer Bidirectional',
  'VolumeMount.recursiveReadOnly': 'Disabled IfPossible Enabled',
  'HostPathVolumeSource.type': 'DirectoryOrCreate Directory FileOrCreate File Socket CharDevice BlockDevice',
  'ImageVolumeSource.pullPolicy': 'Always IfNotPresent Never',
  'PersistentVolumeClaimSpec.accessModes': 'ReadWriteOnce ReadOnlyMany ReadWriteMany ReadWriteOncePod',
  'PersistentVolumeClaimSpec.volumeMode': 'Filesystem Block',
  'PersistentVolumeSpec.accessModes': 'ReadWriteOnce ReadOnlyMany ReadWriteMany ReadWriteOncePod',
  'PersistentVolumeSpec.volumeMode': 'Filesystem Block',
  'PersistentVolumeSpec.persistentVolumeReclaimPolicy': 'Retain Delete Recycle',
  'StorageClass.reclaimPolicy': 'Retain Delete Recycle',
  'StorageClass.volumeBindingMode': 'Immediate WaitForFirstConsumer',
  'HTTPIngressPath.pathType': 'Exact Prefix ImplementationSpecific',
  'NetworkPolicySpec.policyTypes': 'Ingress Egress',
  'NetworkPolicyPort.protocol': 'TCP UDP SCTP',
  'V2MetricSpec.type': 'Object Pods Resource ContainerResource External',
  'V2MetricTarget.type': 'Utilization Value AverageValue',
  'V2HPAScalingRules.selectPolicy': 'Max Min Disabled',
  'V2HPAScalingPolicy.type': 'Pods Percent',
  'PodDisruptionBudgetSpec.unhealthyPodEvictionPolicy': 'IfHealthyBudget AlwaysAllow',
  'RbacV1Subject.kind': 'User Group ServiceAccount',
  'RoleRef.kind': 'Role ClusterRole',
  'CustomResourceDefinitionSpec.scope': 'Namespaced Cluster',
  'MutatingWebhook.failurePolicy': 'Ignore Fail',
  'MutatingWebhook.matchPolicy': 'Exact Equivalent',
  'MutatingWebhook.sideEffects': 'None NoneOnDryRun',
  'MutatingWebhook.reinvocationPolicy': 'Never IfNeeded',
  'ValidatingWebhook.failurePolicy': 'Ignore Fail',
  'ValidatingWebhook.matchPolicy': 'Exact Equivalent',
  'ValidatingWebhook.sideEffects': 'None NoneOnDryRun',
  'EndpointSlice.addressType': 'IPv4 IPv6 FQDN',
};

/**
 * Required in the description of the API, but the API server takes objects without: it fills in a default, or what a missing field
 * stands for (nothing, 0, false) is right. Source: kubernetes/kubernetes:pkg/apis, defaults.go and validation.go of each group.
 */
export const optional = `
  RoleRef.apiGroup HTTPHeader.value Sysctl.value PriorityClass.value LimitRangeSpec.limits EndpointSlice.endpoints
  CustomResourceDefinitionVersion.served CustomResourceDefinitionVersion.storage NetworkPolicySpec.podSelector
  PreferredSchedulingTerm.preference PodFailurePolicyOnPodConditionsPattern.status ControllerRevision.revision
`;

/** Kinds that nobody writes by hand: programs do. Their fields are checked, but not explained. */
export const writtenByPrograms = new Set(
  `Binding Event Endpoints EndpointSlice Lease LeaseCandidate Node ControllerRevision ComponentStatus TokenReview SelfSubjectReview
   SubjectAccessReview LocalSubjectAccessReview SelfSubjectAccessReview SelfSubjectRulesReview CertificateSigningRequest
   ClusterTrustBundle PodCertificateRequest CSINode CSIStorageCapacity VolumeAttachment ResourceSlice ResourceClaim
   ResourceClaimTemplate DeviceClass DeviceTaintRule FlowSchema PriorityLevelConfiguration APIService IPAddress ServiceCIDR
   StorageVersionMigration`.split(/\s+/),
);

/**
 * What the models say nothing of, because the type of the field has a text of its own: in our words. Source: kubernetes/api, the
 * comments in types.go of each group.
 */
export const texts = {
  'HTTPGetAction.port': 'The port to ask, by its number or by the name that it has among the ports of the container.',
  'TCPSocketAction.port':
    'The port to connect to, by its number or by the name that it has among the ports of the container.',
  'ServicePort.targetPort':
    'The port of the pods, by its number or by the name that it has among the ports of a container. The same as `port` when nothing is written.',
  'NetworkPolicyPort.port':
    'The port, by its number or by the name that it has among the ports of a container. Every port when nothing is written.',
  'PodDisruptionBudgetSpec.minAvailable':
    'So many pods stay when some are evicted: a number, or a share of them as `50%`. Not beside `maxUnavailable`.',
  'PodDisruptionBudgetSpec.maxUnavailable':
    'So many pods may be evicted at a time: a number, or a share of them as `50%`. Not beside `minAvailable`.',
  'RollingUpdateDeployment.maxSurge':
    'So many pods may be there beyond those that are wanted: a number, or a share of them, rounded up. 25% when nothing is written.',
  'RollingUpdateDeployment.maxUnavailable':
    'So many of the wanted pods may be missing: a number, or a share of them, rounded down. 25% when nothing is written.',
  'RollingUpdateDaemonSet.maxSurge':
    'On so many nodes a new pod may run beside the old one: a number, or a share of the nodes. 0 when nothing is written.',
  'RollingUpdateDaemonSet.maxUnavailable':
    'On so many nodes the pod may be missing: a number, or a share of the nodes. 1 when nothing is written.',
  'RollingUpdateStatefulSetStrategy.maxUnavailable':
    'So many pods may be missing: a number, or a share of them. 1 when nothing is written.',
  'DeploymentSpec.selector':
    'The pods that belong to the Deployment, by their labels. The template has to have these labels; they cannot be changed afterwards.',
  'StatefulSetSpec.selector':
    'The pods that belong to the StatefulSet, by their labels. The template has to have these labels; they cannot be changed afterwards.',
  'DaemonSetSpec.selector':
    'The pods that belong to the DaemonSet, by their labels. The template has to have these labels; they cannot be changed afterwards.',
  'Container.livenessProbe': 'Asked again and again; when it fails, the container is restarted.',
  'Container.readinessProbe': 'Asked again and again; while it fails, Services send no traffic to the pod.',
  'Container.startupProbe':
    'Asked until it has succeeded once; until then no other probe is asked, and when it fails too often, the container is restarted.',
  'Container.resources':
    'What the container asks for and may use. What is asked for decides on which node the pod finds room.',
  'Container.securityContext': 'What the container may do. Wins over what is written for the pod.',
  'Container.lifecycle': 'What is done right after the container has started, and before it is stopped.',
  'PodSpec.securityContext': 'What all containers of the pod may do; each can have its own.',
  'PodSpec.affinity': 'On which nodes the pod may or should run, and next to which other pods.',
};
