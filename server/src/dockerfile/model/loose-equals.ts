import { rangeOf, type TextRange } from '../../engine/text';
import type { Arg, Dockerfile, DockerfileWord, Env, Instruction, Label } from './dockerfile';
import { quotedWords } from './words';

/** `NAME = value`: an `=` with blanks around, which only looks as if it joined the two. */
export interface LooseEquals {
  readonly name: string;
  /** From the end of the name to the start of the value. */
  readonly range: TextRange;
  readonly equals: TextRange;
  /** The words that were meant to be the value; none where nothing follows. */
  readonly value: readonly WrittenWord[];
}

interface WrittenWord {
  readonly text: string;
  readonly range: TextRange;
}

/** The places in an `ENV`, `LABEL` or `ARG` where blanks stand around an `=`. */
export function looseEquals(dockerfile: Dockerfile, instruction: Instruction): readonly LooseEquals[] {
  const { keyword } = instruction;
  if (keyword !== 'ENV' && keyword !== 'LABEL' && keyword !== 'ARG') return [];
  const words = wordsOf(dockerfile, instruction);
  const found: LooseEquals[] = [];
  for (let index = 0; index < words.length; index++) {
    const loose = looseAt(words, index);
    if (loose === undefined) continue;
    found.push(loose);
    const end = endOf(loose);
    while ((words[index + 1]?.range.end ?? Infinity) <= end) index++;
  }
  return found;
}

const endOf = ({ equals, value }: LooseEquals): number => value.at(-1)?.range.end ?? equals.end;

/** The words as they stand; of the older form only those that it has because its `=` stands alone. */
function wordsOf(
  { text, escape: escapeCharacter }: Dockerfile,
  instruction: Env | Label | Arg,
): readonly WrittenWord[] {
  const [first] = instruction.properties;
  if (instruction.keyword === 'ARG' || !instruction.legacy)
    return instruction.properties.map(({ range }) => ({ text: text.slice(range.start, range.end), range }));
  const value = first?.value;
  if (first === undefined || value === undefined || !value.text.startsWith('=')) return [];
  const name = { text: first.name, range: first.nameRange };
  if (!isVerbatim(value)) return [name, { text: value.text, range: value.range }];
  const { start } = value.range;
  const rest = quotedWords(value.text, 0, value.text.length, escapeCharacter).map((word) => ({
    text: value.text.slice(word.start, word.end),
    range: rangeOf(start + word.start, start + word.end),
  }));
  return [name, ...rest];
}

/** Whether a word stands in the document as it is read: on one line. */
const isVerbatim = ({ text, range }: DockerfileWord): boolean => range.end - range.start === text.length;

function looseAt(words: readonly WrittenWord[], index: number): LooseEquals | undefined {
  const word = words[index];
  const next = words[index + 1];
  if (word === undefined || next === undefined || word.text.startsWith('=')) return undefined;
  if (!word.text.includes('=') && next.text.startsWith('=')) {
    const equals = rangeOf(next.range.start, next.range.start + 1);
    const rest = { text: next.text.slice(1), range: rangeOf(equals.end, next.range.end) };
    const value = rest.text === '' ? valueFrom(words, index + 2, 1) : [rest, ...valueFrom(words, index + 2)];
    const end = value[0]?.range.start ?? equals.end;
    return { name: word.text, range: rangeOf(word.range.end, end), equals, value };
  }
  if (word.text.indexOf('=') !== word.text.length - 1) return undefined;
  const value = valueFrom(words, index + 1);
  const [first] = value;
  if (first === undefined) return undefined;
  const equals = rangeOf(word.range.end - 1, word.range.end);
  return { name: word.text.slice(0, -1), range: rangeOf(equals.start, first.range.start), equals, value };
}

/**
 * Words up to the next one that has an `=` or is followed by one.
 * @param taken how many of them may have one all the same, as in `OPTIONS = -Dname=value`
 */
function valueFrom(words: readonly WrittenWord[], start: number, taken = 0): readonly WrittenWord[] {
  let end = start;
  while (end < words.length) {
    const isName = words[end]?.text.includes('=') && end >= start + taken;
    if (isName || words[end + 1]?.text.startsWith('=')) break;
    end++;
  }
  return words.slice(start, end);
}
