import { argumentsOf } from '../../shell/command-line';
import { baseName, commandPlaces } from '../../shell/commands';
import { parseShell } from '../../shell/parser';
import { type ShellSource, sliceOf, sourceAt } from '../../shell/source';
import type { Script } from '../../shell/syntax';
import { unwrap } from '../../shell/wrappers';
import type { Heredoc } from './dockerfile';
import { isHeredocAlone } from './heredoc-words';
import { isPosixShell, startsPosixShell } from './shell-in-force';

/**
 * The scripts that the text of a shell form runs, in order: the text itself, or the here-document that it consists of;
 * then the here-documents that it feeds to shells. Empty when another interpreter reads it.
 * @param text the document
 */
export function scriptsOf(
  text: string,
  joined: ShellSource,
  start: number,
  end: number,
  heredocs: readonly Heredoc[],
): readonly Script[] {
  const [first] = heredocs;
  if (first !== undefined && isHeredocAlone(joined.text.slice(start, end))) {
    const body = text.slice(first.body.start, first.body.end);
    return namesPosixShell(interpreterLine(first, body)) ? [parseShell(sourceAt(body, first.body.start))] : [];
  }
  const script = parseShell(withBodies(text, sliceOf(joined, start, end), heredocs));
  return [script, ...(heredocs.length === 0 ? [] : fedScripts(text, script))];
}

/**
 * The words of the `#!` line that a here-document's script starts with, once `<<-` has taken its tabs away.
 * @returns `undefined` where there is none
 */
export function interpreterLine(
  { stripsTabs }: Pick<Heredoc, 'stripsTabs'>,
  body: string,
): readonly string[] | undefined {
  const line = (stripsTabs ? /^\t*#!(.{0,300})/ : /^#!(.{0,300})/).exec(body)?.[1];
  return line?.trim().split(/\s+/);
}

const namesPosixShell = (words: readonly string[] | undefined): boolean =>
  words === undefined || startsPosixShell(words);

/** The text with the lines of its here-documents, as BuildKit passes it to the shell (convert.go `dispatchRun`). */
function withBodies(text: string, line: ShellSource, heredocs: readonly Heredoc[]): ShellSource {
  const first = heredocs[0]?.body.start;
  const last = heredocs.findLast(({ terminator }) => terminator !== undefined)?.terminator?.end;
  if (first === undefined || last === undefined) return line;
  const { length } = line.text;
  const rest = sourceAt(text.slice(first - 1, last), first - 1);
  return {
    text: line.text + rest.text,
    located: true,
    offsetOf: (index) => (index < length ? line.offsetOf(index) : rest.offsetOf(index - length)),
    endOf: (index) => (index <= length ? line.endOf(index) : rest.endOf(index - length)),
  };
}

/** The here-documents that a script feeds to shells on their standard input, as in `bash <<EOF`. */
function fedScripts(text: string, script: Script): readonly Script[] {
  const fed: Script[] = [];
  for (const { command } of commandPlaces(script)) {
    const body = command.redirects.findLast(({ operator }) => operator.startsWith('<'))?.body;
    if (body === undefined) continue;
    const [program, ...more] = unwrap(argumentsOf(command)).program;
    const name = program?.value;
    if (name === undefined || !isPosixShell(baseName(name))) continue;
    if (more.every(({ value }) => value !== undefined && /^[-+]/.test(value)))
      fed.push(parseShell(sourceAt(text.slice(body.start, body.end), body.start)));
  }
  return fed;
}
