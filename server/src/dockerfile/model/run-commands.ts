import { type Argument, argumentsOf, type Wrapper } from '../../shell/command-line';
import { baseName, commandPlaces } from '../../shell/commands';
import type { CommandPlace, Script } from '../../shell/syntax';
import { unwrap } from '../../shell/wrappers';
import type { Run, RunCommand } from './dockerfile';

/** Scripts in scripts deeper than this are left alone: nobody writes them. */
const deepest = 8;

/** What surrounds a script: nothing, or the command line whose `sh -c` runs it. */
interface Surroundings {
  readonly depth: number;
  readonly wrappers: readonly Wrapper[];
  readonly environment: Readonly<Record<string, string>>;
}

/** Every simple command that the scripts of a `RUN` run; see `Run.commands`. */
export function runCommandsOf(run: Run, scripts: readonly Script[]): readonly RunCommand[] {
  const commands: RunCommand[] = [];
  for (const script of scripts) collect(run, script, { depth: 0, wrappers: [], environment: {} }, commands);
  return commands;
}

function collect(run: Run, script: Script, around: Surroundings, commands: RunCommand[]): void {
  for (const place of commandPlaces(script)) {
    if (place.command.words.length === 0) continue;
    const unwrapped = unwrap(argumentsOf(place.command));
    const wrappers = [...around.wrappers, ...unwrapped.wrappers];
    const environment = environmentOf(place, unwrapped.wrappers, around.environment);
    if (unwrapped.script !== undefined && around.depth < deepest) {
      collect(run, unwrapped.script, { depth: around.depth + 1, wrappers, environment }, commands);
      continue;
    }
    const words = withoutInterpreter(unwrapped.program);
    const program = words[0]?.value;
    const name = program === undefined ? undefined : baseName(program);
    commands.push({ run, script, place, name, words, wrappers, environment, nested: around.depth > 0 });
  }
}

function environmentOf(
  { command }: CommandPlace,
  wrappers: readonly Wrapper[],
  outer: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  if (command.assignments.length === 0 && wrappers.length === 0) return outer;
  const environment: Record<string, string> = { ...outer };
  for (const { name, value } of command.assignments) environment[name] = value.literal ?? value.text;
  for (const wrapper of wrappers)
    for (const { text, value } of wrapper.words) {
      const assignment = /^([A-Za-z_]\w*)=(.*)$/s.exec(value ?? text);
      if (assignment?.[1] !== undefined) environment[assignment[1]] = assignment[2] ?? '';
    }
  return environment;
}

/** Package managers that are run as modules of Python, as in `python -m pip`. */
const modules = new Set(['pip', 'pipx', 'pipenv', 'poetry', 'uv']);

function withoutInterpreter(program: readonly Argument[]): readonly Argument[] {
  const name = program[0]?.value;
  if (name === undefined || !/^(?:python|pypy)[\d.]*$/.test(baseName(name))) return program;
  const option = program.findIndex(({ value }, index) => index > 0 && !/^-[A-Za-ln-z]+$/.test(value ?? ''));
  if (program[option]?.value !== '-m') return program;
  return modules.has(program[option + 1]?.value ?? '') ? program.slice(option + 1) : program;
}
