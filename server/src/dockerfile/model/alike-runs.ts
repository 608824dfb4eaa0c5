import { layoutPrograms } from '../../knowledge/layout-commands';
import type { Dockerfile, Run, Stage } from './dockerfile';
import { lateCleanups } from './late-cleanups';
import { packageOperations } from './packages';

/** A `RUN` with more commands has its own reason to be one. Source: hadolint/hadolint:src/Hadolint/Rule/DL3059.hs */
const mostCommands = 2;

/**
 * `RUN`s that follow each other, are there for the same purpose and short: to put files and accounts in their places, or to
 * install packages of the distribution from the same index. What takes long, or changes often, stays a layer of its own for
 * the sake of the cache; what `ONBUILD` triggers, and cleanups that come too late, are not among them.
 */
export function alikeRuns(dockerfile: Dockerfile, stage: Stage): readonly (readonly Run[])[] {
  const late = new Set(lateCleanups(dockerfile, stage).map(({ command }) => command.run));
  const groups: Run[][] = [];
  let purpose: string | undefined;
  for (const instruction of stage.instructions) {
    const own = instruction.keyword === 'RUN' && !late.has(instruction) ? purposeOf(instruction) : undefined;
    const last = groups.at(-1);
    if (instruction.keyword !== 'RUN' || own === undefined) purpose = undefined;
    else if (own === purpose && last !== undefined && !refreshes(instruction)) last.push(instruction);
    else {
      groups.push([instruction]);
      purpose = own;
    }
  }
  return groups.filter((group) => group.length > 1);
}

function purposeOf(run: Run): string | undefined {
  const { commands } = run;
  if (commands.length === 0 || commands.length > mostCommands) return undefined;
  if (commands.some(({ place }) => place.substituted || place.enclosing.length > 1)) return undefined;
  if (commands.every(({ name }) => layoutPrograms.has(name ?? ''))) return 'layout';
  const operations = packageOperations(run);
  const [first] = operations;
  if (first === undefined || operations.length < commands.length || first.manager.kind !== 'system') return undefined;
  const isOne = operations.every(({ manager }) => manager === first.manager);
  // An update without an install has to go to the install that needs it.
  return isOne && operations.some(({ action }) => action === 'install') ? first.manager.id : undefined;
}

/** Whether packages are installed from an index of their own. */
const refreshes = (run: Run): boolean => packageOperations(run).some(({ action }) => action === 'update');
