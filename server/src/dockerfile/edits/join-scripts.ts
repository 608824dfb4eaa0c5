import { insertion, type TextEdit } from '../../engine/text';
import type { Dockerfile, RunCommand } from '../model/dockerfile';
import { setOptions } from '../model/errexit';
import { appendCommand } from './append-command';
import { oneLine } from './command-text';
import { deleteInstruction } from './delete-instruction';
import { indentationAt } from './lines';
import type { Joint } from './list-style';
import { hasCommentAtEnd, isPlain, type RunContent } from './run-content';

/** Puts the first, which is one command, behind the `set -e` that the second starts with. */
export function intoSecond(
  dockerfile: Dockerfile,
  one: RunContent,
  other: RunContent,
): readonly TextEdit[] | undefined {
  const [statement, more] = one.script.statements;
  if (statement === undefined || more !== undefined || statement.pipelines.length > 1 || !isPlain(statement))
    return undefined;
  if (one.heredoc !== undefined || statement.terminator?.text === '&' || hasCommentAtEnd(one)) return undefined;
  const set = startingSet(other);
  const text = oneLine(dockerfile, one.run, statement.range);
  // Other options, such as `nounset` and `pipefail`, may change what variables and pipes do.
  if (text === undefined || set === undefined || /[$|]/.test(text)) return undefined;
  const added = appendCommand(dockerfile, set, text);
  return added && [...deleteInstruction(dockerfile, one.run), ...added];
}

function startingSet({ run, script }: RunContent): RunCommand | undefined {
  const [statement] = script.statements;
  const command = run.commands.find(({ place }) => place.statement === statement);
  if (
    statement === undefined ||
    statement.pipelines.length > 1 ||
    command === undefined ||
    script.statements.length < 2
  )
    return undefined;
  return setOptions(command.place.command)?.on.has('errexit') === true ? command : undefined;
}

/** Puts the second at the end of the here-document of the first. */
export function intoHeredoc(
  dockerfile: Dockerfile,
  one: RunContent,
  other: RunContent,
  joint: Joint,
): readonly TextEdit[] | undefined {
  const { text, lineEnding } = dockerfile;
  const last = one.script.statements.at(-1);
  const body = one.heredoc?.body;
  if (last === undefined || body === undefined) return undefined;
  const removal = deleteInstruction(dockerfile, other.run, 'above');
  if (other.heredoc !== undefined) {
    const added = text.slice(other.heredoc.body.start, other.heredoc.body.end);
    if (joint !== ';' || added.startsWith('#!')) return undefined;
    return [insertion(body.end, added), ...removal];
  }
  const added = oneLine(dockerfile, other.run, other.run.argumentsRange);
  if (added === undefined || other.run.innerComments.length > 0) return undefined;
  if (joint === '&&')
    return hasCommentAtEnd(other) ? undefined : [insertion(last.range.end, ` && ${added}`), ...removal];
  const indentation = indentationAt(text, last.range.start);
  return [insertion(body.end, indentation + added + lineEnding), ...removal];
}
