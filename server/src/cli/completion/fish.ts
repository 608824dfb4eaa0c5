import type { OptionSpec } from '../arguments';
import { type CompletionScript, operandsOf, quoted, valuesOf } from './words';

export const fish: CompletionScript = (commands, rules) => {
  const names = commands.map(({ name }) => name).join(' ');
  const lines = commands.flatMap((command) => {
    const within = `__fish_seen_subcommand_from ${command.name}`;
    const operands = operandsOf(command, rules);
    return [
      `complete -c plimsoll -n 'not __fish_seen_subcommand_from ${names}' -f -a ${command.name} -d ${inQuotes(command.summary)}`,
      ...command.options.map((option) => optionLine(option, within, rules)),
      operands.kind === 'paths'
        ? `complete -c plimsoll -n '${within}' -F`
        : `complete -c plimsoll -n '${within}' -f -a '${operands.words.join(' ')}'`,
    ];
  });
  return `# Completion of plimsoll for fish.\n${lines.join('\n')}\n`;
};

function optionLine(option: OptionSpec, within: string, rules: readonly string[]): string {
  const values = valuesOf(option, rules);
  const taken = values === undefined ? '' : values.kind === 'paths' ? ' -r -F' : ` -x -a '${values.words.join(' ')}'`;
  return `complete -c plimsoll -n '${within}' -l ${option.name}${taken} -d ${inQuotes(option.description)}`;
}

const inQuotes = (text: string): string => quoted(text, "\\'");
