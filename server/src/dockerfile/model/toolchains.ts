import { fullName } from '../../image/full-name';
import type { ImageReference } from '../../image/reference';
import { type BuildLanguage, builderImage, isToolchainPackage } from '../../knowledge/build-tools';
import { installsProject } from '../../knowledge/package-commands';
import type { Argument } from '../../shell/command-line';
import type { Dockerfile, Run, Stage } from './dockerfile';
import { runsOf } from './lookups';
import { isChosen, type PackageOperation, packageOperations, sharesIndex } from './packages';
import { rootOf } from './stage-relations';

/** The image at the bottom of a chain of stages, when that is one to build in; and what it builds. */
export function builderParent(
  stage: Stage,
): { readonly reference: ImageReference; readonly language: BuildLanguage } | undefined {
  const { parent } = rootOf(stage);
  if (parent.kind !== 'image') return undefined;
  const { reference } = parent;
  const builder = builderImage(fullName(reference), reference.tag);
  return builder && { reference, language: builder.language };
}

/** Packages to compile with that an install leaves in the layer. */
export interface LeftToolchain {
  readonly install: PackageOperation;
  readonly kind: 'toolchain' | 'headers';
  readonly packages: readonly Argument[];
}

/** What each install leaves of compilers, build systems and headers: not what the same `RUN` goes on to remove. */
export function leftToolchains(stages: readonly Stage[]): readonly LeftToolchain[] {
  return stages
    .flatMap(runsOf)
    .flatMap(packageOperations)
    .flatMap((install) => leftBy(install) ?? []);
}

function leftBy(install: PackageOperation): LeftToolchain | undefined {
  if (install.action !== 'install' || install.manager.kind !== 'system' || isTakenBack(install)) return undefined;
  const kindOf = ({ value }: Argument): 'toolchain' | 'headers' | undefined =>
    value === undefined ? undefined : isToolchainPackage(value);
  const toolchain = install.packages.filter((name) => kindOf(name) === 'toolchain');
  if (toolchain.length > 0) return { install, kind: 'toolchain', packages: toolchain };
  const headers = install.packages.filter((name) => kindOf(name) === 'headers');
  return headers.length > 0 ? { install, kind: 'headers', packages: headers } : undefined;
}

/** Whether the same `RUN` removes packages further down: those, as far as anybody can tell. */
const isTakenBack = ({ manager, command }: PackageOperation): boolean =>
  packageOperations(command.run).some(
    (other) =>
      other.action === 'remove' &&
      sharesIndex(other.manager, manager) &&
      other.command.place.command.range.start > command.place.command.range.start,
  );

const javascript: ReadonlySet<string> = new Set(['npm', 'yarn', 'pnpm', 'bun']);

/** The install that brings the dependencies that only development needs, and leaves them. */
export function developmentInstall(dockerfile: Dockerfile, stages: readonly Stage[]): PackageOperation | undefined {
  return stages
    .flatMap(runsOf)
    .flatMap(packageOperations)
    .find(
      (operation) =>
        javascript.has(operation.manager.id) &&
        installsProject(operation.words) &&
        !prunes(operation.command.run) &&
        !(operation.manager.productionOnly && isChosen(dockerfile, operation, operation.manager.productionOnly)),
    );
}

const prunes = (run: Run): boolean =>
  run.commands.some(({ words }) => words.slice(1).some(({ value }) => value === 'prune'));
