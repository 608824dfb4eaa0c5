import assert from 'node:assert/strict';
import type { TextRange } from '../../../server/src/engine/text';
import { parseShell } from '../../../server/src/shell/parser';
import { sourceAt } from '../../../server/src/shell/source';
import type {
  Body,
  CompoundCommand,
  Pipeline,
  Script,
  ShellCommand,
  SimpleCommand,
  Statement,
  Word,
} from '../../../server/src/shell/syntax';

/** Where the texts of the tests start in their documents: not at 0, so that indexes are not taken for offsets. */
export const base = 1000;

export const parse = (text: string): Script => parseShell(sourceAt(text, base));

/** What stands at a range in the document. */
export const written = (text: string, range: TextRange | undefined): string | undefined =>
  range && text.slice(range.start - base, range.end - base);

/** The first command of a text. */
export function firstCommand(text: string): ShellCommand {
  const command = parse(text).statements[0]?.pipelines[0]?.commands[0];
  assert.ok(command !== undefined, `no command in ${text}`);
  return command;
}

export function firstSimple(text: string): SimpleCommand {
  const command = firstCommand(text);
  assert.ok(command.kind === 'simple', `${text} is no simple command`);
  return command;
}

export function firstCompound(text: string): CompoundCommand {
  const command = firstCommand(text);
  assert.ok(command.kind !== 'simple', `${text} is a simple command`);
  return command;
}

/** The only word of a command without arguments. */
export function onlyWord(text: string): Word {
  const [word, ...others] = firstSimple(text).words;
  assert.ok(word !== undefined && others.length === 0, `${text} is not one word`);
  return word;
}

/** A word's parts, each as its kind and what stands at its range, with its value where that is another. */
export function partsOf(text: string): readonly string[] {
  return onlyWord(text).parts.map((part) => {
    const source = written(text, part.range);
    if (part.kind !== 'literal') return `${part.kind} ${source}`;
    const value = part.value === source ? '' : ` = ${part.value}`;
    return `${part.quote} ${source}${value}`;
  });
}

/** A script's structure in one line, made from what stands at the ranges of its words. */
export const outline = (text: string): string => statementsOutline(text, parse(text).statements);

const statementsOutline = (text: string, statements: readonly Statement[]): string =>
  statements.map((statement) => statementOutline(text, statement)).join(' ');

function statementOutline(text: string, { pipelines, operators, terminator }: Statement): string {
  const parts = pipelines.flatMap((pipeline, index) => [
    pipelineOutline(text, pipeline),
    ...operators.slice(index, index + 1).map((operator) => ` ${operator.text} `),
  ]);
  return parts.join('') + (terminator?.text ?? '').replace('\n', '⏎');
}

function pipelineOutline(text: string, { commands, operators, negated }: Pipeline): string {
  const parts = commands.flatMap((command, index) => [
    commandOutline(text, command),
    ...operators.slice(index, index + 1).map((operator) => ` ${operator.text} `),
  ]);
  return (negated ? '! ' : '') + parts.join('');
}

function commandOutline(text: string, command: ShellCommand): string {
  const redirects = command.redirects.map(({ range }) => written(text, range));
  const words = command.words.map(({ range }) => written(text, range));
  if (command.kind === 'simple') {
    const assignments = command.assignments.map(({ range }) => written(text, range));
    return [...assignments, ...words, ...redirects].join(' ');
  }
  const name = command.name === undefined ? [] : [written(text, command.name.range)];
  const bodies = command.bodies.map((body) => bodyOutline(text, body));
  return [command.kind, ...name, ...words, ...bodies, ...redirects].join(' ');
}

function bodyOutline(text: string, { role, patterns, statements }: Body): string {
  const labels = (patterns ?? []).map(({ range }) => written(text, range)).join('|');
  return `${role}${patterns === undefined ? '' : `[${labels}]`}{${statementsOutline(text, statements)}}`;
}
