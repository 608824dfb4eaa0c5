import { type Argument, argumentsOf } from '../../shell/command-line';
import { baseName, isBackgrounded, lastForeground } from '../../shell/commands';
import type { Pipeline, Place, Script, SimpleCommand } from '../../shell/syntax';
import { unwrap } from '../../shell/wrappers';
import type { ProbeHandler } from './manifest';

/** A probe's command that tells nothing. */
export interface VacuousCommand {
  /** `always`: it succeeds whatever happens; `process`: it sees only that a process is there. */
  readonly kind: 'always' | 'process';
  readonly word: Argument;
  /** The program with its operands. */
  readonly text: string;
}

/** Whether a probe's command says no more than that the container runs, which the kubelet knows. */
export function vacuousCommand(handler: ProbeHandler | undefined): VacuousCommand | undefined {
  if (handler?.kind !== 'exec') return undefined;
  const { program, script } = unwrap(handler.command);
  return script === undefined ? judged(program) : inScript(script);
}

/** Of scripts, only those of one statement: `a || true` never fails, and what stands before another command may end it. */
function inScript(script: Script): VacuousCommand | undefined {
  if (script.problems.length > 0) return undefined;
  const [first, ...others] = lastForeground(script);
  if (first === undefined) return undefined;
  const last = others.at(-1) ?? first;
  const { statement } = last;
  if (!isSimple(last) || last.pipeline.negated || isBackgrounded(last) || last.enclosing.length > 1) return undefined;
  if (script.statements.length > 1) return undefined;
  const verdict = judgedPipeline(last.pipeline, last);
  if (verdict?.kind === 'always' && statement.operators.at(-1)?.text === '||') return verdict;
  return statement.pipelines.length === 1 ? verdict : undefined;
}

const isSimple = (place: Place): place is Place<SimpleCommand> => place.command.kind === 'simple';

function judgedPipeline({ commands }: Pipeline, { command }: Place<SimpleCommand>): VacuousCommand | undefined {
  if (commands.length === 1) return judged(unwrap(argumentsOf(command)).program);
  const [first, ...rest] = commands;
  if (first?.kind !== 'simple') return undefined;
  const filters = rest.every((each) => each.kind === 'simple' && /^[ef]?grep$/.test(each.words[0]?.literal ?? ''));
  const [word] = argumentsOf(first);
  return filters && word?.value !== undefined && baseName(word.value) === 'ps'
    ? { kind: 'process', word, text: 'ps | grep' }
    : undefined;
}

/** Without operands, for `ls /tmp/ready` looks for a file that the application may write. */
const withoutOperands: ReadonlySet<string> = new Set(['ls', 'hostname', 'date', 'id', 'whoami', 'uname', 'pwd', 'ps']);

function judged(program: readonly Argument[]): VacuousCommand | undefined {
  const [word, ...operands] = program;
  if (word?.value === undefined) return undefined;
  const name = baseName(word.value);
  const text = program.map(({ value, text: written }) => value ?? written).join(' ');
  const bare = operands.every(({ value }) => value?.startsWith('-') === true || value === '/');
  if (/^(?:true|:|echo|sleep)$/.test(name) || (withoutOperands.has(name) && bare))
    return { kind: 'always', word, text };
  if (name === 'exit' && (operands[0] === undefined || operands[0].value === '0'))
    return { kind: 'always', word, text };
  return /^(?:pgrep|pidof)$/.test(name) ? { kind: 'process', word, text } : undefined;
}
