import { closest } from '../engine/closest';
import { parseArguments } from './arguments';
import { checkCommand } from './check';
import type { Command } from './command';
import { Complaints } from './complaints';
import { completionCommand } from './completion/command';
import { explainCommand } from './explain';
import { commandHelp, generalHelp } from './help';
import { type ExitStatus, exitStatus, type Host } from './host';
import { initCommand } from './init';
import { rulesCommand } from './rules';
import { version } from './version';

const described: readonly Command[] = [checkCommand, explainCommand, rulesCommand, initCommand];
const commands: readonly Command[] = [...described, completionCommand(described)];

const help = { name: 'help', description: 'show this help' };

/** Runs a command line, without the program's own name. */
export function run(words: readonly string[], host: Host): ExitStatus {
  const [name, ...rest] = words;
  const command = commands.find((candidate) => candidate.name === name);
  if (command === undefined) return withoutCommand(words, host);
  const parsed = parseArguments(rest, [...command.options, help]);
  if (parsed.kind === 'mistake') {
    new Complaints(host).fail(`${parsed.message} (see plimsoll ${command.name} --help)`);
    return exitStatus.failed;
  }
  if (parsed.arguments.options.has(help.name)) {
    host.output.write(commandHelp(command));
    return exitStatus.clean;
  }
  return command.run(parsed.arguments, host);
}

function withoutCommand([name, ...rest]: readonly string[], host: Host): ExitStatus {
  const about = commands.find((candidate) => candidate.name === rest[0]);
  if (name === '--help' || name === '-h' || name === 'help') {
    host.output.write(about === undefined ? generalHelp(commands) : commandHelp(about));
    return exitStatus.clean;
  }
  if (name === '--version' || name === '-V') {
    host.output.write(`plimsoll ${version()}\n`);
    return exitStatus.clean;
  }
  if (name === undefined) {
    host.errors.write(generalHelp(commands));
    return exitStatus.failed;
  }
  new Complaints(host).fail(`${unknown(name)} (see plimsoll --help)`);
  return exitStatus.failed;
}

function unknown(name: string): string {
  const meant = closest(
    name,
    commands.map((command) => command.name),
  );
  if (meant !== undefined) return `there is no command ${name}; did you mean ${meant}?`;
  return name.startsWith('-') || !/[./]|^Dockerfile/.test(name)
    ? `there is no command ${name}`
    : `there is no command ${name}; to check it, plimsoll check ${name}`;
}
