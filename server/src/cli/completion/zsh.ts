import type { OptionSpec } from '../arguments';
import type { Command } from '../command';
import { type Candidates, type CompletionScript, operandsOf, quoted, valuesOf } from './words';

export const zsh: CompletionScript = (commands, rules) => `#compdef plimsoll
# Completion of plimsoll for zsh.
_plimsoll() {
  local -a commands
  commands=(
${commands.map(({ name, summary }) => `    ${inQuotes(`${name}:${summary}`)}`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${commands.map((command) => `    ${command.name}) _arguments ${argumentsOf(command, rules).join(' ')} ;;`).join('\n')}
  esac
}
compdef _plimsoll plimsoll
`;

const argumentsOf = (command: Command, rules: readonly string[]): readonly string[] => [
  ...command.options.flatMap((option) => optionSpecs(option, rules)),
  inQuotes(`*:word:${actionOf(operandsOf(command, rules))}`),
];

function optionSpecs(option: OptionSpec, rules: readonly string[]): readonly string[] {
  const { name, value, valueOptional, description } = option;
  const about = `[${description.replace(/[[\]:\\]/g, (character) => `\\${character}`)}]`;
  const values = valuesOf(option, rules);
  if (values !== undefined) return [inQuotes(`--${name}=${about}:value:${actionOf(values)}`)];
  return [`--${name}`, ...(valueOptional === true ? [`--${name}=${value}`] : [])].map((each) =>
    inQuotes(`${each.replace('=', '\\=')}${about}`),
  );
}

const actionOf = (candidates: Candidates): string =>
  candidates.kind === 'paths' ? '_files' : `(${candidates.words.join(' ')})`;

const inQuotes = (text: string): string => quoted(text, "'\\''");
