import type { Script, Statement } from '../../shell/syntax';
import type { Run } from '../model/dockerfile';

/** A `RUN` that consists of one script, on its lines or in a here-document. */
export interface RunContent {
  readonly run: Run;
  readonly script: Script;
  /** The here-document that the instruction consists of. */
  readonly heredoc: Run['heredocs'][number] | undefined;
}

/** What a `RUN` runs; `undefined` when that is more than one script, or none that can be read. */
export function contentOf(run: Run): RunContent | undefined {
  const [script, more] = run.scripts;
  const { command, heredocs, interpreter } = run;
  if (interpreter !== 'posix' || command.form !== 'shell' || command.script !== script) return undefined;
  if (script === undefined || more !== undefined || script.problems.length > 0 || script.statements.length === 0)
    return undefined;
  const [heredoc, another] = heredocs;
  if (another !== undefined) return undefined;
  if (heredoc === undefined) return { run, script, heredoc };
  return script.range.start >= heredoc.body.start && heredoc.terminator !== undefined
    ? { run, script, heredoc }
    : undefined;
}

/** Whether a comment stands behind the last command: what follows on the line would be part of it. */
export const hasCommentAtEnd = ({ script, run }: RunContent): boolean =>
  script.comments.some(({ end }) => end >= run.argumentsRange.end);

/** Whether a list is made of simple commands. */
export const isPlain = ({ pipelines }: Statement): boolean =>
  pipelines.every(({ commands }) => commands.every(({ kind }) => kind === 'simple'));
