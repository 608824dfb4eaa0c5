// The table of contents, written by `npm run generate`: one line for each rule, in the order of the guidance.
import type { Rule } from '../../engine/rule';
import type { Manifest, ManifestDocument } from '../model/manifest';
import clusterAdminBinding from './access/cluster-admin-binding';
import excessivePermission from './access/excessive-permission';
import duplicateVariable from './configuration/duplicate-variable';
import literalSecret from './configuration/literal-secret';
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
import danglingService from './objects/dangling-service';
import duplicateObject from './objects/duplicate-object';
import headlessService from './objects/headless-service';
import jobHygiene from './objects/job-hygiene';
import selectorMismatch from './objects/selector-mismatch';
import targetPort from './objects/target-port';
import defaultContainer from './pods/default-container';
import helperBlocksJob from './pods/helper-blocks-job';
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
import digestLessImage from './resources/digest-less-image';
import missingCpuLimit from './resources/missing-cpu-limit';
import missingEphemeralStorage from './resources/missing-ephemeral-storage';
import missingMemoryLimit from './resources/missing-memory-limit';
import missingResourceRequests from './resources/missing-resource-requests';
import mutableTag from './resources/mutable-tag';
import pullPolicy from './resources/pull-policy';
import recreateStrategy from './resources/recreate-strategy';
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
import duplicateKey from './validity/duplicate-key';
import yamlSyntax from './validity/yaml-syntax';

export const manifestRules: readonly Rule<ManifestDocument>[] = [
  // pods
  defaultContainer,
  helperBlocksJob,
  unrelatedContainers,
  // configuration
  duplicateVariable,
  literalSecret,
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
  digestLessImage,
  missingCpuLimit,
  missingEphemeralStorage,
  missingMemoryLimit,
  missingResourceRequests,
  mutableTag,
  pullPolicy,
  recreateStrategy,
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
  jobHygiene,
  selectorMismatch,
  // validity
  duplicateKey,
  yamlSyntax,
];

/** Those that read all documents of a file together. */
export const manifestFileRules: readonly Rule<Manifest>[] = [
  // state
  sharedSingleWriterVolume,
  // resources
  singleReplica,
  // access
  clusterAdminBinding,
  // objects
  danglingService,
  duplicateObject,
  headlessService,
  targetPort,
];
