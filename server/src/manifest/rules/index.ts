// The table of contents, written by `npm run generate`: one line for each rule, in the order of the guidance.
import type { Rule } from '../../engine/rule';
import type { Manifest, ManifestDocument } from '../model/manifest';
import clusterAdminBinding from './access/cluster-admin-binding';
import excessivePermission from './access/excessive-permission';
import execBinding from './access/exec-binding';
import duplicateVariable from './configuration/duplicate-variable';
import literalConfiguration from './configuration/literal-configuration';
import literalSecret from './configuration/literal-secret';
import missingReference from './configuration/missing-reference';
import secretAsEnvironment from './configuration/secret-as-environment';
import secretInConfigMap from './configuration/secret-in-config-map';
import subPathNeverUpdates from './configuration/sub-path-never-updates';
import unexpandedVariable from './configuration/unexpanded-variable';
import betterProbe from './health/better-probe';
import identicalProbes from './health/identical-probes';
import missingLivenessProbe from './health/missing-liveness-probe';
import missingReadinessProbe from './health/missing-readiness-probe';
import probeByCommand from './health/probe-by-command';
import probeHost from './health/probe-host';
import probeOfDependency from './health/probe-of-dependency';
import probePort from './health/probe-port';
import probeTiming from './health/probe-timing';
import probeWithoutEffect from './health/probe-without-effect';
import slowStart from './health/slow-start';
import vacuousProbe from './health/vacuous-probe';
import danglingAutoscaler from './objects/dangling-autoscaler';
import danglingIngress from './objects/dangling-ingress';
import danglingNetworkPolicy from './objects/dangling-network-policy';
import danglingService from './objects/dangling-service';
import danglingServiceMonitor from './objects/dangling-service-monitor';
import duplicateObject from './objects/duplicate-object';
import exposedService from './objects/exposed-service';
import headlessService from './objects/headless-service';
import ingressWithoutTls from './objects/ingress-without-tls';
import jobHygiene from './objects/job-hygiene';
import missingNetworkPolicy from './objects/missing-network-policy';
import overlappingSelectors from './objects/overlapping-selectors';
import recommendedLabels from './objects/recommended-labels';
import selectorMismatch from './objects/selector-mismatch';
import sortedKeys from './objects/sorted-keys';
import targetPort from './objects/target-port';
import defaultContainer from './pods/default-container';
import helperBlocksJob from './pods/helper-blocks-job';
import helperNotNativeSidecar from './pods/helper-not-native-sidecar';
import logShipperWithoutLogs from './pods/log-shipper-without-logs';
import nakedPod from './pods/naked-pod';
import podAsMachine from './pods/pod-as-machine';
import severalProcesses from './pods/several-processes';
import sidecarNotAwaited from './pods/sidecar-not-awaited';
import unrelatedContainers from './pods/unrelated-containers';
import daemonizedCommand from './process/daemonized-command';
import gracePeriod from './process/grace-period';
import initSystemCommand from './process/init-system-command';
import logsToFile from './process/logs-to-file';
import missingPreStop from './process/missing-pre-stop';
import preStopHook from './process/pre-stop-hook';
import replacedEntrypoint from './process/replaced-entrypoint';
import shellWithoutExec from './process/shell-without-exec';
import sudoInCommand from './process/sudo-in-command';
import autoscalerRange from './resources/autoscaler-range';
import blockingDisruptionBudget from './resources/blocking-disruption-budget';
import digestLessImage from './resources/digest-less-image';
import dnsOptions from './resources/dns-options';
import missingCpuLimit from './resources/missing-cpu-limit';
import missingDisruptionBudget from './resources/missing-disruption-budget';
import missingEphemeralStorage from './resources/missing-ephemeral-storage';
import missingMemoryLimit from './resources/missing-memory-limit';
import missingNodeAffinity from './resources/missing-node-affinity';
import missingPriorityClass from './resources/missing-priority-class';
import missingResourceRequests from './resources/missing-resource-requests';
import missingSpread from './resources/missing-spread';
import mutableTag from './resources/mutable-tag';
import pullPolicy from './resources/pull-policy';
import recreateStrategy from './resources/recreate-strategy';
import replicasFightAutoscaler from './resources/replicas-fight-autoscaler';
import resourceRange from './resources/resource-range';
import singleReplica from './resources/single-replica';
import unboundedEmptyDir from './resources/unbounded-empty-dir';
import unequalRequestsAndLimits from './resources/unequal-requests-and-limits';
import capabilities from './security/capabilities';
import defaultNamespace from './security/default-namespace';
import defaultServiceAccount from './security/default-service-account';
import deprecatedServiceAccountField from './security/deprecated-service-account-field';
import dockerSocketMount from './security/docker-socket-mount';
import hardCodedNamespace from './security/hard-coded-namespace';
import hostNamespaces from './security/host-namespaces';
import hostPath from './security/host-path';
import hostPort from './security/host-port';
import hostProcess from './security/host-process';
import lowUserId from './security/low-user-id';
import privilegeEscalation from './security/privilege-escalation';
import privilegedContainer from './security/privileged-container';
import privilegedPort from './security/privileged-port';
import procMount from './security/proc-mount';
import runAsRoot from './security/run-as-root';
import seccompProfile from './security/seccomp-profile';
import serviceAccountToken from './security/service-account-token';
import unsafeSysctl from './security/unsafe-sysctl';
import writableRootFilesystem from './security/writable-root-filesystem';
import hostPathState from './state/host-path-state';
import sharedSingleWriterVolume from './state/shared-single-writer-volume';
import stateInContainer from './state/state-in-container';
import statelessStatefulSet from './state/stateless-stateful-set';
import conflictingFields from './validity/conflicting-fields';
import duplicateEntry from './validity/duplicate-entry';
import duplicateKey from './validity/duplicate-key';
import ignoredSetting from './validity/ignored-setting';
import invalidValue from './validity/invalid-value';
import missingDocumentSeparator from './validity/missing-document-separator';
import missingField from './validity/missing-field';
import notAllowedHere from './validity/not-allowed-here';
import removedApi from './validity/removed-api';
import secretNewline from './validity/secret-newline';
import suspiciousCommand from './validity/suspicious-command';
import unknownField from './validity/unknown-field';
import unmountedOrUndeclaredVolume from './validity/unmounted-or-undeclared-volume';
import wrongType from './validity/wrong-type';
import yamlSyntax from './validity/yaml-syntax';

export const manifestRules: readonly Rule<ManifestDocument>[] = [
  // pods
  defaultContainer,
  helperBlocksJob,
  helperNotNativeSidecar,
  logShipperWithoutLogs,
  nakedPod,
  podAsMachine,
  severalProcesses,
  sidecarNotAwaited,
  unrelatedContainers,
  // configuration
  duplicateVariable,
  secretAsEnvironment,
  secretInConfigMap,
  subPathNeverUpdates,
  unexpandedVariable,
  // process
  daemonizedCommand,
  gracePeriod,
  initSystemCommand,
  logsToFile,
  missingPreStop,
  preStopHook,
  replacedEntrypoint,
  shellWithoutExec,
  sudoInCommand,
  // health
  betterProbe,
  identicalProbes,
  missingLivenessProbe,
  missingReadinessProbe,
  probeByCommand,
  probeHost,
  probeOfDependency,
  probePort,
  probeTiming,
  probeWithoutEffect,
  slowStart,
  vacuousProbe,
  // state
  hostPathState,
  stateInContainer,
  statelessStatefulSet,
  // resources
  autoscalerRange,
  digestLessImage,
  dnsOptions,
  missingCpuLimit,
  missingEphemeralStorage,
  missingMemoryLimit,
  missingNodeAffinity,
  missingPriorityClass,
  missingResourceRequests,
  mutableTag,
  pullPolicy,
  recreateStrategy,
  resourceRange,
  unboundedEmptyDir,
  unequalRequestsAndLimits,
  // security
  capabilities,
  defaultNamespace,
  defaultServiceAccount,
  deprecatedServiceAccountField,
  dockerSocketMount,
  hardCodedNamespace,
  hostNamespaces,
  hostPath,
  hostPort,
  hostProcess,
  lowUserId,
  privilegeEscalation,
  privilegedContainer,
  privilegedPort,
  procMount,
  runAsRoot,
  seccompProfile,
  serviceAccountToken,
  unsafeSysctl,
  writableRootFilesystem,
  // access
  excessivePermission,
  // objects
  exposedService,
  ingressWithoutTls,
  jobHygiene,
  recommendedLabels,
  selectorMismatch,
  sortedKeys,
  // validity
  conflictingFields,
  duplicateEntry,
  duplicateKey,
  ignoredSetting,
  invalidValue,
  missingDocumentSeparator,
  notAllowedHere,
  removedApi,
  secretNewline,
  suspiciousCommand,
  unmountedOrUndeclaredVolume,
  yamlSyntax,
];

/** Those that read all documents of a file together. */
export const manifestFileRules: readonly Rule<Manifest>[] = [
  // configuration
  literalConfiguration,
  literalSecret,
  missingReference,
  // state
  sharedSingleWriterVolume,
  // resources
  blockingDisruptionBudget,
  missingDisruptionBudget,
  missingSpread,
  replicasFightAutoscaler,
  singleReplica,
  // access
  clusterAdminBinding,
  execBinding,
  // objects
  danglingAutoscaler,
  danglingIngress,
  danglingNetworkPolicy,
  danglingService,
  danglingServiceMonitor,
  duplicateObject,
  headlessService,
  missingNetworkPolicy,
  overlappingSelectors,
  targetPort,
  // validity
  missingField,
  unknownField,
  wrongType,
];
