import { fullName } from '../../image/full-name';
import type { SmallerImage } from '../../image/smaller-images';
import {
  developmentKitPrograms,
  foreignInterpreters,
  fullImagePrograms,
  glibcPrograms,
  packagesOfPrograms,
  sourceInstallers,
} from '../../knowledge/full-image-programs';
import { imageBase } from '../../knowledge/image-families';
import { serverRole } from '../../knowledge/image-roles';
import { statefulImage } from '../../knowledge/stateful-images';
import type { Dockerfile, Stage } from './dockerfile';
import { instructionsOrTriggersOf } from './lookups';
import { programsOf, type StagePrograms } from './stage-programs';
import { builtFrom, rootOf, stageNamed } from './stage-relations';

/** Says of each smaller image whether the stage, and those that are built from it, would find there what they call. */
export function fitsStage(dockerfile: Dockerfile, stage: Stage): (smaller: SmallerImage) => boolean {
  const lineage = builtFrom(dockerfile, stage);
  const programs = programsOf(dockerfile, lineage);
  const runsOnMusl = onMusl(dockerfile, stage, lineage, programs);
  return ({ libc, runtime }) => {
    if (!hasItsPrograms(stage, programs)) return false;
    if (runtime && [...programs.names].some((name) => developmentKitPrograms.has(name))) return false;
    return libc !== 'musl' || runsOnMusl;
  };
}

/** Whether nothing is called that only the full image brings, but for what the stage installs itself. */
function hasItsPrograms({ parent }: Stage, { names, packages }: StagePrograms): boolean {
  if (parent.kind !== 'image') return false;
  const own = parent.reference.repository.replace(/^.*\//, '');
  return [...names].every((name) => !isBrought(name, own) || isInstalled(name, packages));
}

/** Whether a program, or the compiler behind it, is in the full image and in no smaller one. */
function isBrought(name: string, image: string): boolean {
  if (foreignInterpreters.has(name)) return !name.startsWith(image);
  // Images of PHP keep the compiler that `pecl` needs.
  return fullImagePrograms.has(name) || (sourceInstallers.has(name) && image !== 'php');
}

/** @param packages what is installed; `undefined` when that is not written out and may be anything */
function isInstalled(name: string, packages: ReadonlySet<string> | undefined): boolean {
  const bringing = packagesOfPrograms.get(sourceInstallers.has(name) ? 'gcc' : name) ?? [];
  return packages === undefined || [name, ...bringing].some((each) => packages.has(each));
}

/** Whether everything that runs, and everything that is copied from elsewhere, may run without glibc. */
function onMusl(
  dockerfile: Dockerfile,
  { parent }: Stage,
  lineage: readonly Stage[],
  { names, unknown }: StagePrograms,
): boolean {
  if (parent.kind !== 'image' || unknown) return false;
  const { reference } = parent;
  if (statefulImage(reference.resolved ?? reference.text) !== undefined) return false;
  const differs = (name: string): boolean =>
    glibcPrograms.has(name) || fullImagePrograms.has(name) || sourceInstallers.has(name) || name.endsWith('.sh');
  if ([...names].some(differs)) return false;
  // What is copied into a web server is what it serves.
  if (serverRole(fullName(reference)) === 'web') return true;
  return lineage.every((stage) =>
    instructionsOrTriggersOf(stage, 'COPY').every(
      ({ from }) => from === undefined || libcOf(dockerfile, from.value ?? '', stage.index) === 'musl',
    ),
  );
}

function libcOf(dockerfile: Dockerfile, from: string, before: number): 'glibc' | 'musl' | undefined {
  const stage = stageNamed(dockerfile, from, before);
  const parent = stage === undefined ? undefined : rootOf(stage).parent;
  return parent?.kind === 'image' ? imageBase(fullName(parent.reference), parent.reference.tag).libc : undefined;
}
