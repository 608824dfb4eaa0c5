// The table of contents, written by `npm run generate`: one line for each rule, in the order of the guidance.
import type { Rule } from '../../engine/rule';
import type { Dockerfile } from '../model/dockerfile';
import argumentsIgnored from './configuration/arguments-ignored';
import bakedConfiguration from './configuration/baked-configuration';
import bakedSecret from './configuration/baked-secret';
import copiedSecret from './configuration/copied-secret';
import changeDirectory from './correctness/change-directory';
import copyDestinationNotADirectory from './correctness/copy-destination-not-a-directory';
import definitionDescription from './correctness/definition-description';
import deprecatedMaintainer from './correctness/deprecated-maintainer';
import dockerfileSyntax from './correctness/dockerfile-syntax';
import emptyContinuation from './correctness/empty-continuation';
import inlineIgnore from './correctness/inline-ignore';
import instructionCasing from './correctness/instruction-casing';
import labelSchema from './correctness/label-schema';
import legacyKeyValue from './correctness/legacy-key-value';
import nestedOnbuild from './correctness/nested-onbuild';
import relativeCopyDestination from './correctness/relative-copy-destination';
import relativeWorkdir from './correctness/relative-workdir';
import spacesAroundEquals from './correctness/spaces-around-equals';
import systemWorkdir from './correctness/system-workdir';
import healthcheckUnused from './health/healthcheck-unused';
import invalidPort from './health/invalid-port';
import missingHealthcheck from './health/missing-healthcheck';
import unexposedPort from './health/unexposed-port';
import aptForPeople from './layers/apt-for-people';
import broadCopyBeforeInstall from './layers/broad-copy-before-install';
import cleanupInLaterLayer from './layers/cleanup-in-later-layer';
import distributionUpgrade from './layers/distribution-upgrade';
import downloadLeftInLayer from './layers/download-left-in-layer';
import handExtractedArchive from './layers/hand-extracted-archive';
import heredocIgnoresFailures from './layers/heredoc-ignores-failures';
import interactiveInstall from './layers/interactive-install';
import mergeableRuns from './layers/mergeable-runs';
import metadataChangeDoublesLayer from './layers/metadata-change-doubles-layer';
import noisyDownload from './layers/noisy-download';
import packageCacheLeftInLayer from './layers/package-cache-left-in-layer';
import recommendedPackages from './layers/recommended-packages';
import reproducibleInstall from './layers/reproducible-install';
import shellSymlink from './layers/shell-symlink';
import sparseUserLog from './layers/sparse-user-log';
import splitPackageUpdate from './layers/split-package-update';
import uncheckedPipe from './layers/unchecked-pipe';
import unpinnedPackage from './layers/unpinned-package';
import wgetAndCurl from './layers/wget-and-curl';
import logDaemon from './logging/log-daemon';
import logToFile from './logging/log-to-file';
import constantPlatform from './parent/constant-platform';
import digestLessParent from './parent/digest-less-parent';
import endOfLifeParent from './parent/end-of-life-parent';
import largeParent from './parent/large-parent';
import redundantPlatform from './parent/redundant-platform';
import unpinnedParent from './parent/unpinned-parent';
import untrustedRegistry from './parent/untrusted-registry';
import backgroundProcess from './process/background-process';
import daemonizedProcess from './process/daemonized-process';
import idleCommand from './process/idle-command';
import initSystem from './process/init-system';
import malformedExecForm from './process/malformed-exec-form';
import orphanedChildren from './process/orphaned-children';
import repeatedCommand from './process/repeated-command';
import shellFormCommand from './process/shell-form-command';
import stopSignal from './process/stop-signal';
import sudoCommand from './process/sudo-command';
import machineAdministration from './scope/machine-administration';
import severalServices from './scope/several-services';
import sshServer from './scope/ssh-server';
import addForLocalFile from './security/add-for-local-file';
import dockerSocket from './security/docker-socket';
import insecureBuildStep from './security/insecure-build-step';
import namedUser from './security/named-user';
import pipedInstaller from './security/piped-installer';
import rootUser from './security/root-user';
import unsignedPackages from './security/unsigned-packages';
import unverifiedDownload from './security/unverified-download';
import unverifiedTls from './security/unverified-tls';
import worldWritable from './security/world-writable';
import buildToolsShipped from './stages/build-tools-shipped';
import copiesWholeRoot from './stages/copies-whole-root';
import copyFromItself from './stages/copy-from-itself';
import developmentDependenciesShipped from './stages/development-dependencies-shipped';
import duplicateStage from './stages/duplicate-stage';
import dynamicBinaryOnEmptyParent from './stages/dynamic-binary-on-empty-parent';
import invalidDefaultParent from './stages/invalid-default-parent';
import noShellInParent from './stages/no-shell-in-parent';
import reservedStage from './stages/reserved-stage';
import stageCasing from './stages/stage-casing';
import undefinedVariable from './stages/undefined-variable';
import unknownStage from './stages/unknown-stage';
import unusedStage from './stages/unused-stage';
import declaredVolume from './state/declared-volume';

export const dockerfileRules: readonly Rule<Dockerfile>[] = [
  // parent
  constantPlatform,
  digestLessParent,
  endOfLifeParent,
  largeParent,
  redundantPlatform,
  unpinnedParent,
  untrustedRegistry,
  // layers
  aptForPeople,
  broadCopyBeforeInstall,
  cleanupInLaterLayer,
  distributionUpgrade,
  downloadLeftInLayer,
  handExtractedArchive,
  heredocIgnoresFailures,
  interactiveInstall,
  mergeableRuns,
  metadataChangeDoublesLayer,
  noisyDownload,
  packageCacheLeftInLayer,
  recommendedPackages,
  reproducibleInstall,
  shellSymlink,
  sparseUserLog,
  splitPackageUpdate,
  uncheckedPipe,
  unpinnedPackage,
  wgetAndCurl,
  // stages
  buildToolsShipped,
  copiesWholeRoot,
  copyFromItself,
  developmentDependenciesShipped,
  duplicateStage,
  dynamicBinaryOnEmptyParent,
  invalidDefaultParent,
  noShellInParent,
  reservedStage,
  stageCasing,
  undefinedVariable,
  unknownStage,
  unusedStage,
  // scope
  machineAdministration,
  severalServices,
  sshServer,
  // configuration
  argumentsIgnored,
  bakedConfiguration,
  bakedSecret,
  copiedSecret,
  // process
  backgroundProcess,
  daemonizedProcess,
  idleCommand,
  initSystem,
  malformedExecForm,
  orphanedChildren,
  repeatedCommand,
  shellFormCommand,
  stopSignal,
  sudoCommand,
  // health
  healthcheckUnused,
  invalidPort,
  missingHealthcheck,
  unexposedPort,
  // logging
  logDaemon,
  logToFile,
  // state
  declaredVolume,
  // security
  addForLocalFile,
  dockerSocket,
  insecureBuildStep,
  namedUser,
  pipedInstaller,
  rootUser,
  unsignedPackages,
  unverifiedDownload,
  unverifiedTls,
  worldWritable,
  // correctness
  changeDirectory,
  copyDestinationNotADirectory,
  definitionDescription,
  deprecatedMaintainer,
  dockerfileSyntax,
  emptyContinuation,
  inlineIgnore,
  instructionCasing,
  labelSchema,
  legacyKeyValue,
  nestedOnbuild,
  relativeCopyDestination,
  relativeWorkdir,
  spacesAroundEquals,
  systemWorkdir,
];
