import type { OptionSpec } from './arguments';
import type { Command, HelpSection } from './command';

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

/** What `plimsoll COMMAND --help` says, laid out as a manual page. */
export function commandHelp({ name, usage, summary, options, sections, examples }: Command): string {
  const all: readonly HelpSection[] = [
    { title: 'NAME', lines: [`plimsoll ${name} - ${summary}`] },
    { title: 'SYNOPSIS', lines: [`plimsoll ${name} ${usage}`.trimEnd()] },
    ...sections.filter(({ title }) => title === 'DESCRIPTION'),
    { title: 'OPTIONS', lines: options.flatMap((option) => [written(option), `    ${option.description}`]) },
    ...sections.filter(({ title }) => title !== 'DESCRIPTION'),
    { title: 'EXAMPLES', lines: examples.flatMap(([line, effect]) => [line, `    ${effect}`]) },
  ];
  return all
    .filter(({ lines }) => lines.length > 0)
    .map(({ title, lines }) => `${title}\n${lines.map((line) => (line === '' ? '\n' : `    ${line}\n`)).join('')}`)
    .join('\n');
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
