import type { TextRange } from '../../engine/text';
import { isFile, type LogFile, logFilesOf, packagedLogsOf } from '../../knowledge/log-options';
import { type Argument, argumentsOf } from '../../shell/command-line';
import { baseName, commandName, lastForeground } from '../../shell/commands';
import type { Redirect } from '../../shell/syntax';
import { unwrap } from '../../shell/wrappers';
import { applicationOf } from './application';
import { startOf } from './background-processes';
import { copiedPaths } from './copied-paths';
import type { Cmd, Dockerfile, Entrypoint, Process, Stage } from './dockerfile';
import { runsOf, textIn } from './lookups';
import { type PackageOperation, packageOperations } from './packages';
import { chainOf } from './stage-relations';

/** A redirection, or a `tee`, by which the application's output goes to a file. */
export interface RedirectedLog {
  readonly instruction: Cmd | Entrypoint;
  readonly file: string;
  readonly range: TextRange;
  /** What can be taken away without anything else. */
  readonly redirect: Redirect | undefined;
}

/** Where the output of the last commands of a process goes, as far as that is a file. */
export function redirectedLogs(process: Process): readonly RedirectedLog[] {
  const { script } = process;
  if (script === undefined || !script.located || script.problems.length > 0) return [];
  return lastForeground(script).flatMap(({ command }): readonly RedirectedLog[] => {
    const instruction = startOf(process, command.range);
    if (instruction === undefined) return [];
    if (command.kind === 'simple' && commandName(command) === 'tee') {
      const file = argumentsOf(command).find(({ value }) => value?.startsWith('/') && isFile(value));
      return file?.range === undefined || file.value === undefined
        ? []
        : [{ instruction, file: file.value, range: file.range, redirect: undefined }];
    }
    if (command.kind === 'simple' && command.words.length === 0) return [];
    return command.redirects.flatMap((redirect): readonly RedirectedLog[] => {
      const file = redirect.target?.literal;
      const isOutput = /^&?>[>|]?$/.test(redirect.operator) && /^[12]?$/.test(redirect.descriptor);
      if (file === undefined || !isOutput || !file.startsWith('/') || !isFile(file)) return [];
      return [{ instruction, file, range: redirect.range, redirect }];
    });
  });
}

/** An option of the application that names a log file. */
export interface LogOptionUse {
  readonly log: LogFile;
  readonly option: Argument;
  readonly value: Argument;
}

export function logOptions(stage: Stage): readonly LogOptionUse[] {
  const words = programOf(stage);
  return logFilesOf(words.map(({ value }) => value)).flatMap((log) => {
    const option = words[log.option];
    const value = words[log.value];
    return option?.range === undefined || value?.range === undefined ? [] : [{ log, option, value }];
  });
}

/** The words of the application, be it the last command of a script. */
function programOf(stage: Stage): readonly Argument[] {
  const words = applicationOf(stage);
  const { script } = stage.process ?? {};
  if (words.length > 0 || script === undefined) return words;
  const [last, another] = lastForeground(script);
  if (last?.command.kind !== 'simple' || another !== undefined) return [];
  return unwrap(argumentsOf(last.command)).program;
}

/** The install of a server whose packaged configuration writes its log to files. */
export interface PackagedLog {
  readonly install: PackageOperation;
  readonly place: Argument;
  readonly program: string;
  readonly links: readonly (readonly [stream: string, file: string])[];
}

/** A server from a distribution's package that the stage runs; nothing where anything may have changed its configuration. */
export function packagedLog(dockerfile: Dockerfile, stage: Stage): PackagedLog | undefined {
  const program = baseName(programOf(stage)[0]?.value ?? '');
  const chain = chainOf(stage);
  for (const install of chain.flatMap(runsOf).flatMap(packageOperations)) {
    if (install.action !== 'install' || install.manager.kind !== 'system') continue;
    for (const place of install.packages) {
      const links = packagedLogsOf(place.value?.replace(/[=:].*$/, '') ?? '', program);
      if (links.length > 0)
        return chain.some((each) => changesLogs(dockerfile, each)) ? undefined : { install, place, program, links };
    }
  }
  return undefined;
}

/** Whether the stage mentions a stream or a log, or copies configuration of a web server. */
const changesLogs = (dockerfile: Dockerfile, stage: Stage): boolean =>
  /\/dev\/std|\/proc\/self\/fd|\/proc\/1\/fd|(?:access|error)[_.]?log|\/dev\/null|syslog:/i.test(
    textIn(dockerfile, stage.range),
  ) ||
  copiedPaths(stage).some(
    ({ path, folder }) => /^\/etc\/(?:nginx|apache2|httpd)(?:\/|$)/.test(path) || (folder && /^\/(?:etc)?$/.test(path)),
  );
