import type { CommandPlace, Statement } from '../../shell/syntax';
import type { Dockerfile, Run, RunCommand, Stage } from '../model/dockerfile';
import { stopsOnFailure } from '../model/errexit';
import { instructionsOf } from '../model/lookups';
import { remembered } from '../model/remembered';
import { shellSetBy } from '../model/shell-in-force';

/**
 * Whether text can be put next to a command: it is written in the document, and not in backticks, `$( )` or a
 * here-document of its own.
 */
export function isEditable({ place, script }: RunCommand): boolean {
  return script.located && place.command.located && !place.substituted && script.problems.length === 0;
}

/** Whether a new text stays what it is inside the string of a `sh -c`, however that is quoted. */
export const fitsNested = (dockerfile: Dockerfile, { nested, script }: RunCommand, text: string): boolean =>
  !nested || (/["']/.test(dockerfile.text.charAt(script.range.start - 1)) && /^[^"'\\$`\r\n]*$/.test(text));

/** Whether the shell stops at once when the command fails, at the place where the command is. */
export const stopsAt = (dockerfile: Dockerfile, { run, script, place, nested }: RunCommand): boolean =>
  stopsOnFailure(script, place, nested ? [] : shellWordsOf(dockerfile, run));

/** The words of the shell that runs a `RUN`: those that `SHELL` sets above it. */
export function shellWordsOf(dockerfile: Dockerfile, { stage: index, range }: Run): readonly string[] {
  const stage = index === undefined ? undefined : dockerfile.stages[index];
  if (stage === undefined) return [];
  const set = shellsOf(stage).findLast((shell) => shell.range.start < range.start);
  return set === undefined ? stage.initialShell.words : (shellSetBy(set) ?? stage.initialShell).words;
}

const shellsOf = remembered((stage: Stage) => instructionsOf(stage, 'SHELL'));

/** Whether the command's statement is the last of the whole script: what it returns is what the script returns. */
export const endsScript = ({ enclosing, siblings, statement }: CommandPlace): boolean =>
  enclosing.length === 1 && siblings.at(-1) === statement;

/** The statement's here-documents push what follows below their bodies. */
export const hasHeredoc = (statement: Statement): boolean =>
  statement.pipelines.some(({ commands }) =>
    commands.some(({ redirects }) => redirects.some(({ body }) => body !== undefined)),
  );

export const indexOfPipeline = ({ statement, pipeline }: CommandPlace): number => statement.pipelines.indexOf(pipeline);
