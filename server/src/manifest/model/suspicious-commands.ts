import type { Argument } from '../../shell/command-line';
import { baseName } from '../../shell/commands';
import { shellQuote, splitWords } from '../../shell/quote';
import { SHELLS } from '../../shell/wrapper-forms';
import { unwrap } from '../../shell/wrappers';
import { hookOf } from './hooks';
import { lookup } from './lookup';
import type { Container, ProbeHandler } from './manifest';
import { startedProcess } from './started-process';

/** A command whose words are not what they seem to be. */
export interface SuspiciousCommand {
  /**
   * `sentence`: a whole command where the name of a program belongs; `operator`: a word that is for a shell, without one; `operands`:
   * words behind the script of a shell, which it never reads; `scriptless`: a shell that waits for a script.
   */
  readonly kind: 'sentence' | 'operator' | 'operands' | 'scriptless';
  readonly argv: readonly Argument[];
  /** The first word that is wrong. */
  readonly word: Argument;
  /** The words that should stand in the place of `count` ones from `index` on; `undefined` where that cannot be told. */
  readonly instead: Replacement | undefined;
}

export interface Replacement {
  readonly index: number;
  readonly count: number;
  readonly words: readonly string[];
  /** A shell comes into it that was not there. */
  readonly viaShell: boolean;
}

/** The suspicious ones among a container's own command and those of its probes and hooks. */
export function suspiciousCommands(container: Container): readonly SuspiciousCommand[] {
  if (container.pod.windows) return [];
  const started = startedProcess(container)?.argv;
  const handlers = [
    container.startupProbe?.handler,
    container.livenessProbe?.handler,
    container.readinessProbe?.handler,
    hookOf(container, 'postStart')?.handler,
    hookOf(container, 'preStop')?.handler,
  ];
  return [...(started === undefined ? [] : [started]), ...handlers.flatMap(commandOf)]
    .flatMap((argv) => judged(argv) ?? [])
    .filter(({ kind }) => kind !== 'scriptless' || !isGivenScript(container));
}

/** Workflow engines hand the text under another key of theirs to the shell. */
const isGivenScript = ({ node }: Container): boolean =>
  lookup(node, 'source').presence !== 'no' || lookup(node, 'script').presence !== 'no';

const commandOf = (handler: ProbeHandler | undefined): readonly (readonly Argument[])[] =>
  handler?.kind === 'exec' && handler.command.length > 0 ? [handler.command] : [];

function judged(argv: readonly Argument[]): SuspiciousCommand | undefined {
  const { program, scriptArgument, scriptOperands } = unwrap(argv);
  if (scriptArgument !== undefined) return operandsOf(argv, scriptArgument, scriptOperands);
  return sentenceOf(argv, program) ?? operatorOf(argv, program) ?? scriptlessOf(argv, program);
}

function sentenceOf(argv: readonly Argument[], [word, ...rest]: readonly Argument[]): SuspiciousCommand | undefined {
  const value = word?.value;
  if (
    word?.range === undefined ||
    value === undefined ||
    !/\S\s+\S/.test(value) ||
    /\\|\.(?:exe|cmd|bat|ps1)\b/i.test(value)
  )
    return undefined;
  const index = argv.indexOf(word);
  const words = splitWords(value);
  const instead: Replacement | undefined =
    words !== undefined
      ? { index, count: 1, words, viaShell: false }
      : rest.length === 0
        ? { index, count: 0, words: ['sh', '-c'], viaShell: true }
        : undefined;
  return words?.length === 1 ? undefined : { kind: 'sentence', argv, word, instead };
}

const operators: ReadonlySet<string | undefined> = new Set(['&&', '||', '|', '>', '>>', '<', '2>&1', '2>', '&>']);

/** Programs to which such words mean something themselves. */
const readers = /^(?:\[|test|expr|find|jq|yq|awk|gawk|sed|grep|parallel|xargs)$/;

function operatorOf(argv: readonly Argument[], program: readonly Argument[]): SuspiciousCommand | undefined {
  const [first, ...rest] = program;
  const word = rest.find(({ value }) => operators.has(value));
  if (first?.value === undefined || word?.range === undefined || readers.test(baseName(first.value))) return undefined;
  const index = argv.indexOf(first);
  const script = program.map(({ value }) => (value === undefined || operators.has(value) ? value : asWritten(value)));
  const instead = script.includes(undefined)
    ? undefined
    : { index, count: argv.length - index, words: ['sh', '-c', script.join(' ')], viaShell: true };
  return { kind: 'operator', argv, word, instead };
}

/** Somebody who writes operators means variables, too. */
const asWritten = (value: string): string => (/^[\w${}@%+=:,./-]+$/.test(value) ? value : shellQuote(value));

function operandsOf(
  argv: readonly Argument[],
  script: Argument,
  operands: readonly Argument[],
): SuspiciousCommand | undefined {
  const [word] = operands;
  const { value } = script;
  if (value === undefined || word?.range === undefined || readsOperands(value)) return undefined;
  // A single name behind a script is what the shell calls itself in its messages.
  const alone = !/\s/.test(value.trim());
  if (!alone && operands.length === 1 && /^(?:--?|[\w./]+)$/.test(word.value ?? '')) return undefined;
  const texts = operands.map((operand) => (operand.value === undefined ? undefined : asWritten(operand.value)));
  const joinable = !texts.includes(undefined) && !/[\r\n#;&|]\s*$/.test(value) && !value.includes('\n');
  const instead = joinable
    ? {
        index: argv.indexOf(script),
        count: 1 + operands.length,
        words: [[value.trimEnd(), ...texts].join(' ')],
        viaShell: false,
      }
    : undefined;
  return { kind: 'operands', argv, word, instead };
}

/** Whether a script looks at what it is given: `$0`, `$1`, `"$@"`, `${1:-x}`, `$#`. */
const readsOperands = (script: string): boolean => /\$\{?[!#]?[\d@*#]|\b(?:shift|getopts)\b/.test(script);

function scriptlessOf(argv: readonly Argument[], program: readonly Argument[]): SuspiciousCommand | undefined {
  const [shell, ...rest] = program;
  const last = rest.at(-1);
  if (shell?.value === undefined || last?.range === undefined || !SHELLS.has(baseName(shell.value))) return undefined;
  return /^-[a-z]*c$/.test(last.value ?? '') ? { kind: 'scriptless', argv, word: last, instead: undefined } : undefined;
}
