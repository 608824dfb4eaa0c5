import { rangeOf, type TextRange, textOf } from '../../engine/text';
import { isImageReference } from '../../image/validity';
import { variableAt } from '../../image/variables';
import type { Dockerfile, DockerfileWord, Instruction } from './dockerfile';
import { expandedVariables } from './expansions';
import { isKnownFlag, takesFlags } from './flag-names';
import { stageOf } from './lookups';
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
    ...as('image-reference', invalidImages(dockerfile, instruction)),
    ...as('heredoc-destination', heredocDestinations(instruction)),
    ...as('modifier', [
      ...unknownOperations(instruction),
      ...words.flatMap((word) => brokenExpansions(word, dockerfile)),
    ]),
    ...as(
      'unclosed-quote',
      words.filter((word) => hasOpenQuote(word, dockerfile)).map(({ range }) => range),
    ),
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

function invalidImages(dockerfile: Dockerfile, instruction: Instruction): readonly TextRange[] {
  if (instruction.keyword !== 'FROM' || instruction.image === undefined) return [];
  const { image } = instruction;
  const isImage = stageOf(dockerfile, instruction)?.parent.kind === 'image' && image.variables.length === 0;
  return isImage && !isImageReference(image.value) ? [image.range] : [];
}

function heredocDestinations(instruction: Instruction): readonly TextRange[] {
  if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') return [];
  const { destination, heredocs } = instruction;
  return heredocs.filter(({ range }) => range.start === destination?.range.start).map(({ range }) => range);
}

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
      const isHeredoc = ({ range }: DockerfileWord): boolean =>
        instruction.heredocs.some((heredoc) => heredoc.range.start === range.start);
      return words.filter((word) => !isHeredoc(word));
    }
    case 'VOLUME':
      return instruction.words;
    case 'USER':
    case 'WORKDIR':
      return instruction.word === undefined ? [] : [instruction.word];
    default:
      return [];
  }
}

/** Whether a quote is left open, by Docker's rules: nothing is escaped between single ones. */
function hasOpenQuote({ text }: DockerfileWord, dockerfile: Dockerfile): boolean {
  let open = '';
  for (const { quote } of charactersOf(text, dockerfile.escape)) open = quote;
  return open !== '';
}

/** `${` that no variable's name follows, or that nothing closes. */
function brokenExpansions(
  { text, range }: DockerfileWord,
  { escape: escapeCharacter }: Dockerfile,
): readonly TextRange[] {
  const broken: TextRange[] = [];
  for (const { at, quote, escaped } of charactersOf(text, escapeCharacter)) {
    if (escaped || quote === "'" || !text.startsWith('${', at) || variableAt(text, at, escapeCharacter)) continue;
    const verbatim = range.end - range.start === text.length;
    broken.push(verbatim ? rangeOf(range.start + at, range.end) : range);
  }
  return broken;
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
