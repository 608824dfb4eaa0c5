/**
 * The only file that knows dockerfile-ast (0.7.1), which it makes good for eight defects:
 *
 * 1. It needs Node's `Buffer` to see a byte order mark: the browser bundle injects a stand-in.
 * 2. JSON strings lose blanks and escapes: exec-form.ts reads them.
 * 3. `<<` inside quotes starts a here-document that swallows the rest of the file,
 * 4. and so does one that nothing ends yet: logical-lines.ts finds here-documents as BuildKit does.
 * 5. Comments and blank lines between continued lines end up among the arguments.
 * 6. Tags are lost in image references with a port and a variable: image/parse.ts reads them.
 * 7. Words are split at blanks inside quotes; a `--` in any word makes it look for flags behind it.
 * 8. `$` is a variable wherever it stands: words.ts follows Docker's quoting.
 *
 * Against 3, 4, 5 and 7 it is given a text of the same length in which only keywords and flags are left, with whatever
 * it would stumble over replaced by blanks or `_`. Its ranges are therefore ranges of the document.
 */
import { type Flag as AstFlag, type Instruction as AstInstruction, DockerfileParser } from 'dockerfile-ast';
import type { TextRange } from '../../engine/text';
import type { ShellSource } from '../../shell/source';
import type { Flag } from './dockerfile';
import { isBlank, isSeparator, rangeIn, skipBlanks } from './joined-text';
import type { LogicalLine } from './logical-lines';
import { variablesIn } from './words';

/** What an instruction starts with. */
export interface InstructionHead {
  readonly line: LogicalLine;
  /** In upper case. */
  readonly keyword: string;
  readonly keywordText: string;
  readonly keywordRange: TextRange;
  readonly flags: readonly Flag[];
  /** Index, in the joined text of the line, of what follows keyword and flags. */
  readonly argumentsIndex: number;
  /** What `ONBUILD` triggers. */
  readonly trigger: InstructionHead | undefined;
}

/** Reads keyword and flags of each line, in order. */
export function instructionHeads(
  text: string,
  lines: readonly LogicalLine[],
  escapeCharacter: '\\' | '`',
): readonly InstructionHead[] {
  const { mask, lineStarts } = masked(text, lines, escapeCharacter);
  const found = new Map<number, AstInstruction>();
  const toRange: ToRange = ({ start, end }) => ({
    start: (lineStarts[start.line] ?? 0) + start.character,
    end: (lineStarts[end.line] ?? 0) + end.character,
  });
  for (const instruction of DockerfileParser.parse(mask).getInstructions())
    found.set(toRange(instruction.getRange()).start, instruction);
  const heads: InstructionHead[] = [];
  for (const line of lines) {
    const instruction = found.get(line.range.start);
    if (instruction !== undefined) heads.push(headOf(line, instruction, escapeCharacter, toRange, true));
  }
  return heads;
}

type ToRange = (range: ReturnType<AstInstruction['getRange']>) => TextRange;

function headOf(
  line: LogicalLine,
  instruction: AstInstruction,
  escapeCharacter: '\\' | '`',
  toRange: ToRange,
  mayTrigger: boolean,
): InstructionHead {
  const { joined } = line;
  const keywordRange = toRange(instruction.getInstructionRange());
  const keywordStart = indexAt(joined, keywordRange.start);
  const keywordEnd = indexAt(joined, keywordRange.end - 1) + 1;
  const flags: Flag[] = [];
  let end = keywordEnd;
  for (const flag of flagsOf(instruction)) {
    const range = toRange(flag.getRange());
    const start = indexAt(joined, range.start);
    end = indexAt(joined, range.end - 1) + 1;
    const written = joined.text.slice(start, end);
    if (written !== '--') flags.push(flagOf(joined, start, end, escapeCharacter));
  }
  const keyword = instruction.getKeyword();
  const trigger = keyword === 'ONBUILD' && mayTrigger ? triggerOf(instruction) : undefined;
  return {
    line,
    keyword,
    keywordText: joined.text.slice(keywordStart, keywordEnd),
    keywordRange,
    flags,
    argumentsIndex: skipBlanks(joined.text, end, joined.text.length),
    trigger: trigger === undefined ? undefined : headOf(line, trigger, escapeCharacter, toRange, false),
  };
}

/** dockerfile-ast gives flags to the instructions that take them, by a method of their classes. */
const flagsOf = (instruction: AstInstruction): readonly AstFlag[] =>
  'getFlags' in instruction && typeof instruction.getFlags === 'function' ? instruction.getFlags() : [];

const triggerOf = (instruction: AstInstruction): AstInstruction | undefined =>
  'getTriggerInstruction' in instruction && typeof instruction.getTriggerInstruction === 'function'
    ? (instruction.getTriggerInstruction() ?? undefined)
    : undefined;

function flagOf(joined: ShellSource, start: number, end: number, escapeCharacter: string): Flag {
  const written = joined.text.slice(start, end);
  const equals = written.indexOf('=');
  const text = unescaped(written, escapeCharacter);
  const cut = text.indexOf('=');
  const valued = cut !== -1 && equals !== -1;
  return {
    name: text.slice(2, cut === -1 ? undefined : cut),
    value: cut === -1 ? undefined : text.slice(cut + 1),
    range: rangeIn(joined, start, end),
    valueRange: valued ? rangeIn(joined, start + equals + 1, end) : undefined,
    variables: valued ? variablesIn(joined, start + equals + 1, end, escapeCharacter) : [],
  };
}

/** Removes quotes and escapes like BuildKit's `extractBuilderFlags`, which escapes inside single quotes too. */
function unescaped(written: string, escapeCharacter: string): string {
  if (!/["'\\`]/.test(written)) return written;
  let text = '';
  let quote = '';
  for (let at = 0; at < written.length; at++) {
    const character = written[at] ?? '';
    if (character === escapeCharacter) text += written[++at] ?? '';
    else if (character === quote) quote = '';
    else if (quote === '' && (character === '"' || character === "'")) quote = character;
    else text += character;
  }
  return text;
}

interface Mask {
  readonly mask: string;
  /** Offset of the start of each of its lines. */
  readonly lineStarts: readonly number[];
}

/** The text for dockerfile-ast: as long as the document, one line for each instruction's keyword and flags. */
function masked(text: string, lines: readonly LogicalLine[], escapeCharacter: string): Mask {
  const lineStarts = [0];
  let mask = '';
  const breakLine = (): void => {
    mask += '\n';
    lineStarts.push(mask.length);
  };
  const blankUntil = (offset: number): void => {
    if (offset > mask.length) mask += ' '.repeat(offset - mask.length);
  };
  for (const { joined } of lines) {
    const head = headText(joined.text, escapeCharacter);
    for (let index = 0; index < head.length; index++) {
      const offset = joined.offsetOf(index);
      if (index > 0 && offset > mask.length) {
        mask += '\\';
        blankUntil(offset - 1);
        breakLine();
      } else blankUntil(offset);
      mask += head[index];
    }
    if (mask.length < text.length) breakLine();
  }
  return { mask, lineStarts };
}

/** dockerfile-ast takes flags off one by one, at the square of their number: more count among the arguments. */
const mostFlags = 1000;

/** Keyword and flags of an instruction, without what dockerfile-ast would misread. `ONBUILD` with what it triggers. */
function headText(text: string, escapeCharacter: string): string {
  let end = wordEnd(text, 0);
  if (/^onbuild$/i.test(text.slice(0, end))) {
    const start = skipBlanks(text, end, text.length);
    if (start < text.length) end = wordEnd(text, start);
  }
  let head = text
    .slice(0, end)
    .replace(/[\t\v\f\r]/g, ' ')
    .replace(/[^ \w]/g, '_');
  for (let flags = 0; ; flags++) {
    const start = skipBlanks(text, end, text.length);
    if (!text.startsWith('--', start) || flags === mostFlags) return head;
    head += ' '.repeat(start - end);
    let quote = '';
    let at = start;
    for (; at < text.length; at++) {
      const character = text[at] ?? '';
      if (quote === '' && isBlank(character)) break;
      if (character === escapeCharacter && at + 1 < text.length) {
        head += '_';
        at++;
      } else if (character === quote) quote = '';
      else if (quote === '' && (character === '"' || character === "'")) quote = character;
      head += character === '=' ? '=' : /[-\w]/.test(character) ? character : '_';
    }
    end = at;
    if (text.slice(start, end) === '--') return head;
  }
}

function wordEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length && !isSeparator(text[at])) at++;
  return at;
}

/** The index of the character that stands at an offset. */
function indexAt(source: ShellSource, offset: number): number {
  let low = 0;
  let high = source.text.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (source.offsetOf(middle) <= offset) low = middle;
    else high = middle - 1;
  }
  return Math.max(low, 0);
}
