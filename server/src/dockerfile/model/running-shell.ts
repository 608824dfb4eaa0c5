import { contains, sameRange, textOf } from '../../engine/text';
import { argumentsOf } from '../../shell/command-line';
import { baseName, commandPlaces } from '../../shell/commands';
import type { Script } from '../../shell/syntax';
import { unwrap } from '../../shell/wrappers';
import type { Dockerfile, Run, RunCommand } from './dockerfile';
import { interpreterLine } from './scripts';
import { isPosixShell } from './shell-in-force';

/**
 * The words of the shell that reads one of a `RUN`'s scripts, its name first: those of `SHELL`, of a here-document's `#!`
 * line, or of the command that a here-document is fed to.
 */
export function shellOfScript({ text }: Dockerfile, run: Run, script: Script): readonly string[] {
  const [first] = run.scripts;
  if (script !== first) return fedShell(first, script) ?? [];
  const heredoc = run.heredocs.find(({ body }) => contains(body, script.range));
  const line = heredoc && interpreterLine(heredoc, textOf(text, heredoc.body));
  if (line !== undefined) return fromShellOn(line);
  return run.command.form === 'shell' ? run.command.shell.words : [];
}

/** The words of the shell that a command of a `RUN` runs in; of one inside the string of a `sh -c`, that shell's. */
export function shellOfCommand(
  dockerfile: Dockerfile,
  { run, script, nested, wrappers }: RunCommand,
): readonly string[] {
  if (!nested) return shellOfScript(dockerfile, run, script);
  const shell = wrappers.findLast(({ kind }) => kind === 'shell');
  return shell?.words.map(({ value }) => value ?? '') ?? [];
}

function fedShell(outer: Script | undefined, script: Script): readonly string[] | undefined {
  if (outer === undefined) return undefined;
  const feeder = commandPlaces(outer).find(({ command }) =>
    command.redirects.some(({ body }) => body !== undefined && sameRange(body, script.range)),
  );
  if (feeder === undefined) return undefined;
  return unwrap(argumentsOf(feeder.command)).program.map(({ value }) => value ?? '');
}

/** `bash -e` of `/usr/bin/env -S bash -e`. */
function fromShellOn(words: readonly string[]): readonly string[] {
  const index = words.findIndex((word) => isPosixShell(baseName(word)));
  return index === -1 ? [] : words.slice(index);
}
