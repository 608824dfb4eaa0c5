import type { TextEdit } from '../../engine/text';
import { commandPlaces } from '../../shell/commands';
import type { Script, Statement } from '../../shell/syntax';
import type { Dockerfile, Run } from '../model/dockerfile';
import { setOptions, startsStopping } from '../model/errexit';
import { instructionAfter } from '../model/lookups';
import { shellWordsOf } from './command-place';
import { joinLists } from './join-lists';
import { intoHeredoc, intoSecond } from './join-scripts';
import { outerRange } from './lines';
import type { Joint } from './list-style';
import { contentOf, isPlain } from './run-content';
import { hasOwnShell, leavesShellAsItWas } from './shell-state';

/**
 * Makes one `RUN` of two that follow each other: what the second does is done only when the first has succeeded, as
 * before. Two single lines become one line; longer ones are joined by a continuation in their own style. Comments between
 * them stay where they are, inside the continuation.
 * @param layout `broken`: single lines too are joined by a continuation
 * @returns `undefined` where one `RUN` could not do the same: other flags or interpreters, a background process, a failure
 * that would be overlooked, a change of directory or variables that would reach the second, a comment that silences a rule
 */
export function joinRuns(
  dockerfile: Dockerfile,
  first: Run,
  second: Run,
  layout: 'fitting' | 'broken' = 'fitting',
): readonly TextEdit[] | undefined {
  if (!areNeighbours(dockerfile, first, second) || !haveSameFlags(first, second)) return undefined;
  const one = contentOf(first);
  const other = contentOf(second);
  if (one === undefined || other === undefined) return undefined;
  if (commentsBetween(dockerfile, first, second).some(isPragma)) return undefined;
  if (!leavesShellAsItWas(one.script, other.script)) return undefined;
  const joint = jointOf(one.script, other.script, startsStopping(shellWordsOf(dockerfile, first)));
  if (joint === undefined) return intoSecond(dockerfile, one, other);
  if (one.heredoc === undefined && other.heredoc === undefined) return joinLists(dockerfile, one, other, joint, layout);
  return one.heredoc === undefined ? intoSecond(dockerfile, one, other) : intoHeredoc(dockerfile, one, other, joint);
}

function areNeighbours(dockerfile: Dockerfile, first: Run, second: Run): boolean {
  const next = instructionAfter(dockerfile, first);
  if (next === undefined || (first.onbuild === undefined) !== (second.onbuild === undefined)) return false;
  return next === second || (next.keyword === 'ONBUILD' && next.trigger === second);
}

function haveSameFlags(first: Run, second: Run): boolean {
  const written = ({ flags }: Run): string =>
    JSON.stringify(flags.map(({ name, value }) => `${name}=${value ?? ''}`).sort());
  return written(first) === written(second);
}

function commentsBetween({ text }: Dockerfile, first: Run, second: Run): readonly string[] {
  const lines = text.slice(first.range.end, outerRange(second).start).split('\n');
  return lines.map((line) => line.trim()).filter((line) => line.startsWith('#'));
}

/** Comments that other tools or Plimsoll obey lose their sense inside an instruction. */
const isPragma = (comment: string): boolean =>
  /^#\s*(?:plimsoll|hadolint|tally|cachelint|dockerfile-utils|kics-scan|trivy|tfsec|checkov|bridgecrew|cortex|nosemgrep|nosonar|check\s*=)/i.test(
    comment,
  );

const setsErrexit = (script: Script): boolean =>
  commandPlaces(script).some(
    ({ command, enclosing }) => !enclosing.some(hasOwnShell) && setOptions(command)?.on.has('errexit') === true,
  );

/**
 * How the second script can follow the first; `undefined` where neither way does the same as before.
 * @param shellStops whether `SHELL` makes every script stop at failures
 */
function jointOf(first: Script, second: Script, shellStops: boolean): Joint | undefined {
  const last = first.statements.at(-1);
  if (last === undefined || first.statements.some(({ terminator }) => terminator?.text === '&')) return undefined;
  const stops = shellStops || setsErrexit(first);
  // In front of `&&` a group no longer stops at failures inside of it; behind a `set -e` one begins to.
  if (stops && !isPlain(last)) return undefined;
  if (stops && !shellStops && !setsErrexit(second) && !second.statements.every(isPlain)) return undefined;
  const single = second.statements.length === 1 ? second.statements[0] : undefined;
  const joinsList = single !== undefined && single.terminator?.text !== '&' && !hasFallback(single);
  const statements = stops && first.statements.length > 1 && last.pipelines.length === 1;
  if (statements && (single !== undefined || setsErrexit(second))) return ';';
  return joinsList ? '&&' : undefined;
}

/** `a || b` behind `&&` would also stand in for what is before it. */
const hasFallback = ({ operators }: Statement): boolean => operators.some(({ text }) => text === '||');
