import { insertion, nextLineStart, type TextEdit } from '../../engine/text';
import { argumentsOf } from '../../shell/command-line';
import type { Script, SimpleCommand } from '../../shell/syntax';
import type { Dockerfile, Heredoc } from '../model/dockerfile';
import { setOptions } from '../model/errexit';
import { textIn } from '../model/lookups';
import { interpreterLine } from '../model/scripts';
import { indentationAt } from './lines';

/** A letter of `set`, with the name behind it for `-o NAME`. */
export type ShellOption = 'e' | 'o pipefail';

/** What a script's first command says once the option is in it, when that is a `set` already: `set -ex` of `set -x`. */
export function extendedSet(dockerfile: Dockerfile, script: Script, option: ShellOption): ExtendedSet | undefined {
  const command = startingSet(script);
  const [, letters] = command === undefined ? [] : argumentsOf(command);
  if (command === undefined || letters?.range === undefined || letters.value === undefined) return undefined;
  const { range, value } = letters;
  if (!/^-[A-Za-z]+$/.test(value) || value !== dockerfile.text.slice(range.start, range.end)) return undefined;
  // `-eo pipefail`: the name belongs to the last letter, which must be the only `o`.
  if (option !== 'e' && value.includes('o')) return undefined;
  const [at, added] = option === 'e' ? [range.start + 1, 'e'] : [range.end, option];
  const before = dockerfile.text.slice(command.range.start, at);
  return { edits: [insertion(at, added)], written: before + added + dockerfile.text.slice(at, command.range.end) };
}

export interface ExtendedSet {
  readonly edits: readonly TextEdit[];
  /** The command as it then is. */
  readonly written: string;
}

function startingSet({ statements }: Script): SimpleCommand | undefined {
  const [statement] = statements;
  const [pipeline, more] = statement?.pipelines ?? [];
  const [command] = pipeline?.commands ?? [];
  if (command?.kind !== 'simple' || !command.located || (more !== undefined && statement?.operators[0]?.text !== '&&'))
    return undefined;
  return setOptions(command) === undefined ? undefined : command;
}

/** Puts a line in front of a here-document's script, behind its `#!` line, indented as its first command is. */
export function startHeredocWith(
  dockerfile: Dockerfile,
  heredoc: Heredoc,
  { statements: [first] }: Script,
  written: string,
): readonly TextEdit[] {
  const { text, lineEnding } = dockerfile;
  const { start } = heredoc.body;
  const at =
    interpreterLine(heredoc, textIn(dockerfile, heredoc.body)) === undefined ? start : nextLineStart(text, start);
  const indentation = first === undefined ? '' : indentationAt(text, first.range.start);
  return [insertion(at, indentation + written + lineEnding)];
}
