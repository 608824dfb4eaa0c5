import type { Instruction, Variable } from './dockerfile';

/**
 * Every variable that Docker itself expands in an instruction: in flags, words and values, not in the text for a shell
 * and not in what `ONBUILD` triggers (moby/buildkit frontend/dockerfile/instructions/commands.go).
 */
export function expandedVariables(instruction: Instruction): readonly Variable[] {
  const inFlags = instruction.flags.flatMap(({ variables }) => variables);
  return [...inFlags, ...inArguments(instruction)];
}

function inArguments(instruction: Instruction): readonly Variable[] {
  switch (instruction.keyword) {
    case 'FROM':
      return instruction.image?.variables ?? [];
    case 'ENV':
    case 'LABEL':
    case 'ARG':
      return instruction.properties.flatMap(({ value }) => value?.variables ?? []);
    case 'COPY':
    case 'ADD':
      return [...instruction.sources, instruction.destination].flatMap((word) => word?.variables ?? []);
    case 'EXPOSE':
    case 'VOLUME':
      return instruction.words.flatMap(({ variables }) => variables);
    case 'USER':
    case 'WORKDIR':
    case 'STOPSIGNAL':
      return instruction.word?.variables ?? [];
    default:
      return [];
  }
}
