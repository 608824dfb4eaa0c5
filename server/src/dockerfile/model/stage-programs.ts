import { type Argument, argumentsOf } from '../../shell/command-line';
import { baseName, commandPlaces } from '../../shell/commands';
import { effectiveProgram, unwrap } from '../../shell/wrappers';
import type { CommandForm, Dockerfile, Stage } from './dockerfile';
import { runsOf } from './lookups';
import { packageOperations } from './packages';
import { execArguments } from './process';

/** What stages call and install. */
export interface StagePrograms {
  /** Base names of the programs that `RUN`, `SHELL`, `HEALTHCHECK` and PID 1 start, wrappers such as `bash -c` among them. */
  readonly names: ReadonlySet<string>;
  /** Some program is not written out. */
  readonly unknown: boolean;
  /** Packages of the distribution that are installed; `undefined` when some are not written out. */
  readonly packages: ReadonlySet<string> | undefined;
}

/** What the given stages call and install, taken together. */
export function programsOf(dockerfile: Dockerfile, stages: readonly Stage[]): StagePrograms {
  const names = new Set<string>();
  let unknown = false;
  const add = (name: string | undefined): void => {
    if (name === undefined) unknown = true;
    else names.add(baseName(name));
  };
  for (const stage of stages) {
    for (const run of runsOf(stage)) {
      for (const { name, wrappers } of run.commands) {
        add(name);
        for (const wrapper of wrappers) add(wrapper.name);
      }
      if (run.command.form === 'exec') for (const name of namesOf(dockerfile, run.command)) add(name);
      if (run.interpreter === 'other') unknown = true;
    }
    add(stage.shell.words[0]);
    const { healthcheck, process } = stage;
    if (healthcheck?.command !== undefined) for (const name of namesOf(dockerfile, healthcheck.command)) add(name);
    if (process === undefined) continue;
    // What the parent image starts by itself is in every variant of it.
    for (const { name, range } of process.wrappers) if (range !== undefined) add(name);
    const [program] = process.program;
    if (program?.range !== undefined) add(program.value);
    for (const { command } of process.script === undefined ? [] : commandPlaces(process.script))
      for (const name of namesIn(argumentsOf(command))) add(name);
  }
  return { names, unknown, packages: installedBy(stages) };
}

function namesOf({ text }: Dockerfile, form: CommandForm): readonly (string | undefined)[] {
  if (form.form === 'exec') return namesIn(execArguments(form, text));
  if (form.script === undefined) return [undefined];
  return commandPlaces(form.script).flatMap(({ command }) => namesIn(argumentsOf(command)));
}

function namesIn(argv: readonly Argument[]): readonly (string | undefined)[] {
  if (argv.length === 0) return [];
  const { wrappers, program, script } = effectiveProgram(argv);
  const own = program.length > 0 ? [program[0]?.value] : [];
  const inner = script === undefined || program.length > 0 ? [] : commandPlaces(script);
  return [
    ...wrappers.map(({ name }) => name),
    ...own,
    ...inner.flatMap(({ command }) => {
      const words = unwrap(argumentsOf(command)).program;
      return words.length > 0 ? [words[0]?.value] : [];
    }),
  ];
}

function installedBy(stages: readonly Stage[]): ReadonlySet<string> | undefined {
  const packages = new Set<string>();
  for (const { manager, action, packages: named } of stages.flatMap(runsOf).flatMap(packageOperations)) {
    if (manager.kind !== 'system' || action !== 'install') continue;
    for (const { value } of named) {
      if (value === undefined) return undefined;
      packages.add(value.replace(/[=:].*$/, ''));
    }
  }
  return packages;
}
