import { deletion, insertion, rangeOf, type TextEdit } from '../../engine/text';
import { type ArgvEdit, applyArgvEdits } from '../../knowledge/argv-edits';
import { argumentsOf } from '../../shell/command-line';
import { commandPlaces } from '../../shell/commands';
import { insertedExec, isExec, needsShell } from '../../shell/give-way';
import { shellQuote } from '../../shell/quote';
import type { Operator, Place, SimpleCommand } from '../../shell/syntax';
import type { DaemonizedProcess } from '../model/daemonized';
import { execWords } from '../model/exec-words';
import type { Container, ManifestDocument } from '../model/manifest';
import { editArgv, editCommand } from './argv';
import { replaceShell } from './give-way';
import { editScript } from './script-text';
import { together } from './together';

export interface ForegroundCommand {
  /** What will run, as one would type it. */
  readonly command: string;
  readonly edits: readonly TextEdit[];
}

/**
 * Turns a daemonised process into one that stays in the foreground, in one step: a shell that is there for nothing else goes,
 * and so does a command that only kept the container alive; a shell that has something to prepare gives up its place.
 * @returns `undefined` when no edit of the command can do it
 */
export function runInForeground(
  document: ManifestDocument,
  container: Container,
  daemonized: DaemonizedProcess,
): ForegroundCommand | undefined {
  const { argv, foreground } = daemonized;
  if (foreground === undefined) return undefined;
  const command = applyArgvEdits(
    argv.map(({ value, text }) => (value === undefined ? text : shellQuote(value))),
    foreground.map(quoted),
  ).join(' ');
  const edits = editsFor(document, container, daemonized, foreground);
  return edits === undefined || edits.length === 0 ? undefined : { command, edits };
}

const quoted = (edit: ArgvEdit): ArgvEdit => ('words' in edit ? { ...edit, words: edit.words.map(shellQuote) } : edit);

function editsFor(
  document: ManifestDocument,
  container: Container,
  { process, argv, place, keeper }: DaemonizedProcess,
  foreground: readonly ArgvEdit[],
): readonly TextEdit[] | undefined {
  if (place === undefined || process.script === undefined) return editArgv(document, argv, foreground);
  const places = commandPlaces(process.script);
  const prepares = places.some(({ command }) => command !== place.command && command !== keeper?.command);
  const words =
    prepares || place.enclosing.length > 1 ? undefined : wordsAlone(container, place, argv.length, foreground);
  const alone = words && replaceShell(document, process, words);
  if (alone !== undefined) return alone;
  const others = places.filter((other) => other.command !== place.command);
  if (!process.script.located || others.some(needsShell)) return undefined;
  return together(
    editScript(document, insertedBefore(place) ?? []),
    editCommand(document, argv, foreground),
    withoutRest(document, place, keeper, others),
  );
}

/** The words of the foreground command without a shell; `undefined` where it needs one. */
function wordsAlone(
  container: Container,
  { command, pipeline }: Place<SimpleCommand>,
  length: number,
  foreground: readonly ArgvEdit[],
): readonly string[] | undefined {
  if (pipeline.commands.length > 1 || pipeline.negated) return undefined;
  const words = execWords(container, command);
  if (words === undefined) return undefined;
  const start = words.length - length;
  const edited = applyArgvEdits(
    words,
    foreground.map((edit) => (edit.kind === 'append' ? edit : { ...edit, index: edit.index + start })),
  );
  const known = edited.flatMap((word) => word ?? []);
  return known.length === edited.length ? known : undefined;
}

/** `exec`, so that signals reach the program. */
function insertedBefore(place: Place<SimpleCommand>): readonly TextEdit[] | undefined {
  const [word] = argumentsOf(place.command);
  if (isExec(place.command) || word?.range === undefined) return [];
  // Behind it stands what will be taken away.
  return insertedExec(place) ?? [insertion(word.range.start, 'exec ')];
}

/** Takes away what stands behind the command: what kept the container alive, or the `&`. */
function withoutRest(
  document: ManifestDocument,
  { command, statement }: Place<SimpleCommand>,
  keeper: Place | undefined,
  others: readonly Place[],
): readonly TextEdit[] | undefined {
  const start = command.range.end;
  if (keeper === undefined) return cutOff(document, start, backgroundOperator(statement.terminator)?.range.end);
  const { start: from, end } = keeper.command.range;
  const between = others.some((other) => other.command.range.start > start && other.command.range.end < from);
  if (between || statement.operators.some(({ text }) => text === '||') || keeper.enclosing.length > 1) return undefined;
  return cutOff(document, start, end);
}

const backgroundOperator = (operator: Operator | undefined): Operator | undefined =>
  operator?.text === '&' ? operator : undefined;

/** Comments of the script, which are no comments of YAML, stay; where there are some, a person has to do it. */
function cutOff(document: ManifestDocument, start: number, end: number | undefined): readonly TextEdit[] | undefined {
  if (end === undefined) return [];
  if (/(?:^|\s)#/.test(document.text.slice(start, end))) return undefined;
  return editScript(document, [deletion(rangeOf(start, end))]);
}
