import { spanning, type TextRange } from '../../engine/text';
import { runsPipedScript } from '../../knowledge/interpreters';
import { readPackageCommand } from '../../knowledge/package-commands';
import { type Argument, argumentsOf } from '../../shell/command-line';
import { baseName, commandName, commandPlaces } from '../../shell/commands';
import type { CommandPlace, Script } from '../../shell/syntax';
import { unwrap } from '../../shell/wrappers';
import { hookOf } from './hooks';
import { fieldOf, stringOf } from './lookup';
import type { Container } from './manifest';
import { startedProcess } from './started-process';

/** The first command of a container's start, or of the hook behind it, that fetches what belongs into its image. */
export function installAtStart(container: Container): TextRange | undefined {
  const { placement, pod } = container;
  const { lifetime } = pod.workload;
  if (placement === 'init' || placement === 'ephemeral' || pod.windows) return undefined;
  if (lifetime === 'job' || lifetime === 'overlay' || endsByItself(container)) return undefined;
  const scripts = [startedProcess(container)?.script, hookScript(container)];
  return scripts.flatMap((script) => (script === undefined ? [] : installsIn(script))).at(0);
}

const endsByItself = ({ pod }: Container): boolean => {
  const policy = fieldOf(pod.node, 'restartPolicy');
  return policy !== undefined && stringOf(policy) !== 'Always';
};

function hookScript(container: Container): Script | undefined {
  const handler = hookOf(container, 'postStart')?.handler;
  return handler?.kind === 'exec' ? unwrap(handler.command).script : undefined;
}

const installsIn = (script: Script): readonly TextRange[] =>
  script.problems.length > 0 ? [] : commandPlaces(script).flatMap((place) => installRange(place) ?? []);

function installRange(place: CommandPlace): TextRange | undefined {
  if (place.substituted || place.enclosing.some(({ kind }) => kind === 'function')) return undefined;
  const argv = unwrap(argumentsOf(place.command)).program;
  const words = argv.map(({ value }) => value);
  const name = baseName(words[0] ?? '');
  if (name === 'git' && words[1] === 'clone') return wordsRange(argv, 2);
  if (/^(?:curl|wget)$/.test(name)) return isPipedToShell(place) ? wordsRange(argv, 1) : undefined;
  const command = readPackageCommand(words);
  return command?.action === 'install' ? wordsRange(argv, Math.max(command.subcommandEnd, 1)) : undefined;
}

function wordsRange(argv: readonly Argument[], count: number): TextRange | undefined {
  const [first, ...others] = argv.slice(0, count).flatMap(({ range }) => range ?? []);
  return first && others.reduce(spanning, first);
}

function isPipedToShell({ pipeline }: CommandPlace): boolean {
  const last = pipeline.commands.at(-1);
  return last?.kind === 'simple' && runsPipedScript(commandName(last) ?? '');
}
