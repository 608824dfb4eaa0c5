import { isFile, type LogFile, logFilesOf } from '../../knowledge/log-options';
import { type Argument, argumentsOf } from '../../shell/command-line';
import { lastForeground } from '../../shell/commands';
import type { Redirect } from '../../shell/syntax';
import { unwrap } from '../../shell/wrappers';
import type { Container, EnvironmentVariable, Scalar } from './manifest';
import { groundOf, isSharedVolume } from './mounted-at';
import { startedProcess } from './started-process';

/** Where a container's output goes to a file that is lost with the container. */
export type LostLog =
  | { readonly kind: 'redirected'; readonly file: string; readonly redirect: Redirect }
  | { readonly kind: 'option'; readonly file: string; readonly log: LogFile; readonly argv: readonly Argument[] }
  | {
      readonly kind: 'variable';
      readonly file: string;
      readonly variable: EnvironmentVariable;
      readonly value: Scalar;
    };

/** The files that the process of a container logs to, by its command and its variables; not those that somebody else may read. */
export const lostLogs = (container: Container): readonly LostLog[] =>
  container.pod.windows || container.placement === 'ephemeral' || container.placement === 'init'
    ? []
    : [...commandLogs(container), ...variableLogs(container)].filter(({ file }) => isLost(container, file));

function commandLogs(container: Container): readonly LostLog[] {
  const process = startedProcess(container);
  if (process === undefined) return [];
  if (process.script === undefined) return optionLogs(process.program);
  if (process.script.problems.length > 0) return [];
  return lastForeground(process.script).flatMap(({ command }): readonly LostLog[] => {
    const redirected = command.redirects.flatMap((redirect, index): readonly LostLog[] => {
      const file = closesPlaceholder(redirect, command.redirects[index - 1]) ? undefined : fileOf(redirect);
      return file === undefined ? [] : [{ kind: 'redirected', file, redirect }];
    });
    return command.kind === 'simple'
      ? [...redirected, ...optionLogs(unwrap(argumentsOf(command)).program)]
      : redirected;
  });
}

const optionLogs = (argv: readonly Argument[]): readonly LostLog[] =>
  logFilesOf(argv.map(({ value }) => value)).map((log) => ({ kind: 'option', file: log.file, log, argv }));

/** `<NAME>`, which stands for something that a person has yet to write. */
const closesPlaceholder = ({ range }: Redirect, before: Redirect | undefined): boolean =>
  before?.operator === '<' && before.range.end === range.start;

/** The file that the output or the errors of a command go to. */
function fileOf({ descriptor, operator, target }: Redirect): string | undefined {
  const output = operator === '>' || operator === '>>' || operator === '>|' || operator === '&>' || operator === '&>>';
  const file = target?.literal;
  if (!output || file === undefined || !isFile(file)) return undefined;
  return descriptor === '' || descriptor === '1' || descriptor === '2' ? file : undefined;
}

const variableLogs = ({ environment }: Container): readonly LostLog[] =>
  environment.flatMap((variable): readonly LostLog[] => {
    const { name = '', value, valueNode } = variable;
    if (value === undefined || valueNode === undefined || !value.startsWith('/') || !isFile(value)) return [];
    const says = /(?:^|_)LOG_?FILE$/.test(name) || (/(?:^|_)LOG_PATH$/.test(name) && /\.log$/.test(value));
    return says ? [{ kind: 'variable', file: value, variable, value: valueNode }] : [];
  });

/** On the container's own disk, or in an empty directory that no other container mounts. */
function isLost(container: Container, file: string): boolean {
  if (!file.startsWith('/')) return true;
  const ground = groundOf(container, file);
  if (ground.kind === 'container') return true;
  if (ground.kind !== 'volume' || ground.volume.source !== 'emptyDir') return false;
  const { name } = ground.volume;
  return name !== undefined && !isSharedVolume(container.pod, name);
}
