import { rangeOf, type TextRange, textOf } from '../../engine/text';
import { isImageReference } from '../../image/validity';
import { variableAt } from '../../image/variables';
import type { Dockerfile, DockerfileWord, Instruction } from './dockerfile';
import { isMeantAsExecForm } from './exec-form';
import { expandedVariables } from './expansions';
import { isKnownFlag, takesFlags } from './flag-names';
import { stageOf } from './lookups';
import { stageNamed } from './stage-relations';
import type { SyntaxProblem, SyntaxProblemKind } from './syntax-problems';

/** What BuildKit refuses and dockerfile-language-service does not look for, or not rightly. */
export const refusedParts = (dockerfile: Dockerfile): readonly SyntaxProblem[] =>
  dockerfile.instructions.flatMap((instruction) => {
    const trigger = instruction.keyword === 'ONBUILD' ? instruction.trigger : undefined;
    return [instruction, trigger].flatMap((each) => (each === undefined ? [] : partsOf(dockerfile, each)));
  });

function partsOf(dockerfile: Dockerfile, instruction: Instruction): readonly SyntaxProblem[] {
  const as = (kind: SyntaxProblemKind, ranges: readonly TextRange[]): readonly SyntaxProblem[] =>
    ranges.map((range) => ({ kind, range, instruction }));
  const words = expandedWords(instruction);
  return [
    ...as('unknown-flag', unknownFlags(dockerfile, instruction)),
    ...as('flag-value', bareFlags(instruction)),
    ...as('image-reference', invalidImages(dockerfile, instruction)),
    ...as('heredoc-destination', heredocDestinations(instruction)),
    ...as('modifier', [
      ...unknownOperations(instruction),
      ...words.flatMap((word) => brokenExpansion(word, dockerfile)),
    ]),
    ...as('unclosed-quote', openQuotes(dockerfile, instruction, words)),
    ...as('mount', invalidMounts(instruction)),
  ];
}

/** Those of instructions that the validator does not look at, among them those that take none. */
function unknownFlags({ text }: Dockerfile, instruction: Instruction): readonly TextRange[] {
  const { keyword, flags, argumentsRange } = instruction;
  if (keyword === 'RUN') return flags.filter((flag) => !isKnownFlag(flag, instruction)).map(({ range }) => range);
  if (takesFlags(keyword)) return [];
  const [word] = /^--\S+/.exec(textOf(text, argumentsRange)) ?? [];
  return word === undefined ? [] : [rangeOf(argumentsRange.start, argumentsRange.start + word.length)];
}

/** All flags of `RUN` take a value; the validator looks after those of other instructions. */
const bareFlags = (instruction: Instruction): readonly TextRange[] =>
  instruction.keyword === 'RUN'
    ? instruction.flags
        .filter((flag) => flag.value === undefined && isKnownFlag(flag, instruction))
        .map(({ range }) => range)
    : [];

function invalidImages(dockerfile: Dockerfile, instruction: Instruction): readonly TextRange[] {
  if (instruction.keyword !== 'FROM' || instruction.image === undefined) return [];
  const { image } = instruction;
  const stage = stageOf(dockerfile, instruction);
  // A stage's name in other letters is what the rule about stages speaks of.
  if (stage !== undefined && stageNamed(dockerfile, image.value, stage.index) !== undefined) return [];
  const isImage = stage?.parent.kind === 'image' && image.variables.length === 0;
  const isAlone = instruction.asRange !== undefined || instruction.argumentsRange.end === image.range.end;
  return isImage && isAlone && !isImageReference(image.value) ? [image.range] : [];
}

function heredocDestinations(instruction: Instruction): readonly TextRange[] {
  if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') return [];
  const { destination, heredocs } = instruction;
  return heredocs.filter(({ range }) => range.start === destination?.range.start).map(({ range }) => range);
}

/** Mounts of a type or with keys that BuildKit does not know (moby/buildkit instructions/commands_runmount.go). */
function invalidMounts(instruction: Instruction): readonly TextRange[] {
  if (instruction.keyword !== 'RUN') return [];
  return instruction.mounts
    .filter(({ type, options, flag }) => {
      // A quoted field may hold commas.
      if (flag.value?.includes('"')) return false;
      const isType = mountTypes.includes(type.toLowerCase()) || type.includes('$');
      return !isType || Object.keys(options).some((key) => !mountKeys.includes(key) && !key.includes('$'));
    })
    .map(({ flag }) => flag.range);
}

const mountTypes = ['bind', 'cache', 'tmpfs', 'secret', 'ssh'];
const mountKeys = [
  'type',
  'from',
  'source',
  'src',
  'target',
  'dst',
  'destination',
  'readonly',
  'ro',
  'readwrite',
  'rw',
  'required',
  'size',
  'id',
  'sharing',
  'mode',
  'uid',
  'gid',
  'env',
];

/** Operations that Docker does not know although shells do (moby/buildkit frontend/dockerfile/shell/lex.go). */
const unknownOperations = (instruction: Instruction): readonly TextRange[] =>
  expandedVariables(instruction)
    .filter(({ operation }) => !/^(?:$|:?[-+?]|##?|%%?|\/[^/]*\/|\/\/[^/]*\/)/.test(operation))
    .map(({ range }) => range);

/** The words that Docker expands, quotes included. */
function expandedWords(instruction: Instruction): readonly DockerfileWord[] {
  switch (instruction.keyword) {
    case 'ENV':
    case 'LABEL':
    case 'ARG':
      return instruction.properties.flatMap(({ value }) => value ?? []);
    case 'COPY':
    case 'ADD': {
      const words = [...instruction.sources, instruction.destination].flatMap((word) => word ?? []);
      if (instruction.malformed !== undefined && isMeantAsExecForm(instruction.malformed)) return [];
      const isHeredoc = ({ range }: DockerfileWord): boolean =>
        instruction.heredocs.some((heredoc) => heredoc.range.start === range.start);
      return words.filter((word) => !isHeredoc(word));
    }
    case 'VOLUME':
      return instruction.malformed !== undefined ? [] : instruction.words;
    case 'USER':
    case 'WORKDIR':
      return instruction.word === undefined ? [] : [instruction.word];
    default:
      return [];
  }
}

/** Words that leave a quote open, by Docker's rules; names are words too, apart from their values. */
function openQuotes(
  dockerfile: Dockerfile,
  instruction: Instruction,
  words: readonly DockerfileWord[],
): readonly TextRange[] {
  const properties = 'properties' in instruction ? instruction.properties : [];
  const names = properties.map(({ nameRange }) => ({ text: textOf(dockerfile.text, nameRange), range: nameRange }));
  return [...names, ...words]
    .filter(({ text }) => charactersOf(text, dockerfile.escape).at(-1)?.quote)
    .map(({ range }) => range);
}

/** `${` that no variable's name follows, or that nothing closes. */
function brokenExpansion(
  { text, range }: DockerfileWord,
  { escape: escapeCharacter }: Dockerfile,
): readonly TextRange[] {
  for (const { at, quote, escaped } of charactersOf(text, escapeCharacter)) {
    if (escaped || quote === "'" || !text.startsWith('${', at) || variableAt(text, at, escapeCharacter)) continue;
    const verbatim = range.end - range.start === text.length;
    return [verbatim ? rangeOf(range.start + at, range.end) : range];
  }
  return [];
}

interface Character {
  readonly at: number;
  /** The quote that is open behind it. */
  readonly quote: string;
  readonly escaped: boolean;
}

function charactersOf(text: string, escapeCharacter: string): readonly Character[] {
  const characters: Character[] = [];
  let quote = '';
  let escaped = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    const isEscaped: boolean = escaped;
    escaped = !isEscaped && character === escapeCharacter && quote !== "'";
    if (!isEscaped && !escaped) {
      if (character === quote) quote = '';
      else if (quote === '' && (character === '"' || character === "'")) quote = character;
    }
    characters.push({ at, quote, escaped: isEscaped });
  }
  return characters;
}
