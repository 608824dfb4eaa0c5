import type { Command } from '../command';
import { type Candidates, type CompletionScript, globalOptions, operandsOf, spellings, valuesOf } from './words';

export const bash: CompletionScript = (commands, rules) => `# Completion of plimsoll for bash.
_plimsoll() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD - 1]}"
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    ${reply({ kind: 'words', words: [...commands.map(({ name }) => name), ...globalOptions] })}
    return
  fi
  case "\${COMP_WORDS[1]} $before" in
${commands.flatMap((command) => valueCases(command, rules)).join('\n')}
  esac
  case "\${COMP_WORDS[1]}" in
${commands.map((command) => `    ${command.name}) ${reply(operandsOf(command, rules), optionsOf(command))} ;;`).join('\n')}
  esac
}
complete -o filenames -F _plimsoll plimsoll
`;

const valueCases = ({ name, options }: Command, rules: readonly string[]): readonly string[] =>
  options.flatMap((option) => {
    const values = valuesOf(option, rules);
    return values === undefined ? [] : [`    '${name} --${option.name}') ${reply(values)}; return ;;`];
  });

const optionsOf = ({ options }: Command): readonly string[] => [...options.flatMap(spellings), '--help'];

function reply(candidates: Candidates, more: readonly string[] = []): string {
  const words = [...(candidates.kind === 'words' ? candidates.words : []), ...more];
  const list = words.length === 0 ? '' : ` -W '${words.join(' ')}'`;
  return `mapfile -t COMPREPLY < <(compgen${candidates.kind === 'paths' ? ' -f' : ''}${list} -- "$word")`;
}
