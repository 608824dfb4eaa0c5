import { layoutPrograms } from '../../knowledge/layout-commands';
import { packageManagerFor } from '../../knowledge/package-managers';
import type { Dockerfile, RunCommand, Stage } from './dockerfile';
import { runsOf } from './lookups';
import { builtFrom } from './stage-relations';

/** What a shell does itself, and programs that only look or print. */
const lookers: ReadonlySet<string> = new Set([
  ...['cd', 'set', 'export', 'unset', 'umask', 'test', '[', 'exit', 'shift', 'read', 'trap', 'wait', 'sleep', 'false'],
  ...['cat', 'ls', 'grep', 'head', 'tail', 'cut', 'sort', 'tr', 'wc', 'id', 'date', 'pwd', 'which', 'command', 'find'],
]);

/**
 * Whether something in a stage, from a command on, or in a stage that is built from it, might install packages without
 * saying so: a script, a variable, a program that is none of the plain ones. Who fetched an index may have done it for that.
 */
export const mayInstallUnseen = (dockerfile: Dockerfile, stage: Stage, from: RunCommand): boolean =>
  builtFrom(dockerfile, stage)
    .flatMap(runsOf)
    .filter((run) => run.range.end > from.place.command.range.start)
    .some(
      ({ interpreter, command, commands }) =>
        interpreter !== 'posix' || command.form === 'exec' || commands.some((each) => mayInstall(each)),
    );

const mayInstall = ({ name, place }: RunCommand): boolean =>
  name === undefined
    ? place.command.words.length > 0
    : !lookers.has(name) && !layoutPrograms.has(name) && packageManagerFor(name) === undefined;
