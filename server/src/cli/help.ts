import type { OptionSpec } from './arguments';
import type { Command } from './command';

/** What `plimsoll --help` says. */
export function generalHelp(commands: readonly Command[]): string {
  const rows = commands.map(({ name, usage, summary }): [string, string] => [`plimsoll ${name} ${usage}`, summary]);
  return [
    'Finds and fixes what is risky, wasteful or broken in Dockerfiles and Kubernetes manifests.',
    '',
    ...table([
      ...rows,
      ['plimsoll --stdio', 'start the language server'],
      ['plimsoll --version', 'print the version'],
      ['plimsoll COMMAND --help', 'tell more about a command'],
    ]),
    '',
  ].join('\n');
}

/** What `plimsoll COMMAND --help` says. */
export function commandHelp({ name, usage, summary, options, notes }: Command): string {
  return [
    `plimsoll ${name} ${usage}`,
    '',
    `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`,
    ...(options.length > 0 ? ['', ...table(options.map((spec) => [written(spec), spec.description]))] : []),
    ...notes.flatMap((note) => ['', note]),
    '',
  ].join('\n');
}

function written({ name, value, valueOptional }: OptionSpec): string {
  if (value === undefined) return `--${name}`;
  return valueOptional === true ? `--${name}[=${value}]` : `--${name} ${value}`;
}

/** Two columns; what is too long for the first has its explanation below. */
function table(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = 30;
  return rows.flatMap(([left, right]) =>
    left.length <= width ? [`  ${left.padEnd(width)}  ${right}`] : [`  ${left}`, `  ${' '.repeat(width)}  ${right}`],
  );
}
