import { type ProbeCommand, probeCommand } from '../../knowledge/probe-commands';
import { type Argument, argumentsOf } from '../../shell/command-line';
import type { Pipeline, Script, SimpleCommand } from '../../shell/syntax';
import { unwrap } from '../../shell/wrappers';
import type { ProbeHandler } from './manifest';

/** A probe that starts a program to ask what the kubelet can ask by itself. */
export interface AskingProgram extends ProbeCommand {
  /** The word that names the program. */
  readonly word: Argument;
}

/**
 * The program that a probe's command comes down to, when a handler can do the same: alone, through `sh -c`, or as
 * `… || exit 1`, which says no more than the command itself.
 */
export function askingProgram(handler: ProbeHandler | undefined): AskingProgram | undefined {
  if (handler?.kind !== 'exec' || handler.node.open) return undefined;
  const program = programOf(handler.command);
  const [word] = program;
  const asked = probeCommand(program.map(({ value }) => value));
  return asked && word && { ...asked, word };
}

function programOf(argv: readonly Argument[]): readonly Argument[] {
  const { program, script } = unwrap(argv);
  const command = script && onlyCommand(script);
  return command === undefined ? program : unwrap(argumentsOf(command)).program;
}

/** The one command of a script that does nothing else but fail when it fails. */
function onlyCommand({ statements, problems }: Script): SimpleCommand | undefined {
  const [statement, other] = statements;
  if (statement === undefined || other !== undefined || problems.length > 0) return undefined;
  const [first, ...rest] = statement.pipelines;
  const command = first && commandOf(first);
  if (command === undefined || statement.terminator?.text === '&' || !isQuiet(command)) return undefined;
  return statement.operators.every(({ text }) => text === '||') && rest.every(isFailure) ? command : undefined;
}

function commandOf({ commands, negated }: Pipeline): SimpleCommand | undefined {
  const [command, other] = commands;
  return command?.kind === 'simple' && other === undefined && !negated ? command : undefined;
}

/** Nothing goes into the command, and what comes out is thrown away. */
const isQuiet = ({ assignments, redirects }: SimpleCommand): boolean =>
  assignments.length === 0 &&
  redirects.every(
    ({ operator, target }) => operator === '>&' || (target?.literal === '/dev/null' && operator !== '<<<'),
  );

function isFailure(pipeline: Pipeline): boolean {
  const [name, status = '1'] = commandOf(pipeline)?.words.map(({ literal }) => literal) ?? [];
  return name === 'false' || (name === 'exit' && /^[1-9]\d*$/.test(status));
}
