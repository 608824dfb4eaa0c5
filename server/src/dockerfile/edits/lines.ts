import { lineEnd, lineStart, nextLineStart, rangeOf, type TextRange } from '../../engine/text';
import type { Dockerfile, Instruction } from '../model/dockerfile';
import { remembered } from '../model/remembered';

/** A line of an instruction, or of a here-document's script, as an edit sees it. */
export interface PhysicalLine {
  /** Which line of its region it is, from 0. */
  readonly index: number;
  readonly start: number;
  /** Its line ending not counted. */
  readonly end: number;
  /** Start of the line after it, or the text's length. */
  readonly next: number;
  /** `bare`: nothing but a continuation. */
  readonly kind: 'text' | 'bare' | 'comment' | 'blank';
  /** What is written: without indentation, blanks at the end and the continuation. */
  readonly content: TextRange;
  /** The escape character that carries the line on, with the blanks around it. */
  readonly continuation: TextRange | undefined;
}

/** Lines that belong together: an instruction up to its here-documents, or one here-document's body. */
export interface Region {
  readonly kind: 'instruction' | 'heredoc';
  readonly escape: '\\' | '`';
  readonly lines: readonly PhysicalLine[];
  /** Where the lines stand, the last line ending excluded for an instruction. */
  readonly range: TextRange;
}

/** The whole of an instruction: for what `ONBUILD` triggers, the `ONBUILD` around it. */
export const outerRange = (instruction: Instruction): TextRange => instruction.onbuild ?? instruction.range;

/** The lines that hold `offset`, which is inside `instruction`. */
export function regionAt(dockerfile: Dockerfile, instruction: Instruction, offset: number): Region {
  const heredoc = instruction.heredocs.find(({ body }) => offset >= body.start && offset < body.end);
  return heredoc === undefined
    ? instructionRegion(dockerfile, instruction)
    : regionsOf(dockerfile).heredoc(heredoc.body);
}

/** The lines of an instruction, its here-documents' bodies excluded. */
export const instructionRegion = (dockerfile: Dockerfile, instruction: Instruction): Region =>
  regionsOf(dockerfile).instruction(instruction);

const regionsOf = remembered((dockerfile: Dockerfile) => ({
  instruction: remembered((instruction: Instruction) => readInstruction(dockerfile, instruction)),
  heredoc: remembered((body: TextRange) => readBody(dockerfile, body)),
}));

function readInstruction(dockerfile: Dockerfile, instruction: Instruction): Region {
  const { text, escape: escapeCharacter } = dockerfile;
  const outer = outerRange(instruction);
  const start = lineStart(text, outer.start);
  const body = instruction.heredocs[0]?.body.start;
  const end = body === undefined || body <= start ? outer.end : lineEnd(text, Math.max(start, body - 1));
  const lines: PhysicalLine[] = [];
  for (let at = start; ; ) {
    const line = physicalLine(text, at, lines.length, lines.length === 0 ? 'first' : 'continued', escapeCharacter);
    lines.push(line);
    if (line.end >= end || line.next <= at) break;
    at = line.next;
  }
  return { kind: 'instruction', escape: escapeCharacter, lines, range: rangeOf(start, end) };
}

function readBody(dockerfile: Dockerfile, body: TextRange): Region {
  const lines: PhysicalLine[] = [];
  let continued = false;
  for (let at = body.start; at < body.end; ) {
    const line = physicalLine(dockerfile.text, at, lines.length, continued ? 'body-continued' : 'body', '\\');
    lines.push(line);
    continued = line.continuation !== undefined;
    at = line.next;
  }
  return { kind: 'heredoc', escape: '\\', lines, range: body };
}

type LineRole = 'first' | 'continued' | 'body' | 'body-continued';

function physicalLine(
  text: string,
  start: number,
  index: number,
  role: LineRole,
  escapeCharacter: string,
): PhysicalLine {
  const end = lineEnd(text, start);
  const line = text.slice(start, end);
  const next = nextLineStart(text, start);
  const indentation = blanksAtStart(line);
  const first = line.charAt(indentation);
  if (first === '')
    return { index, start, end, next, kind: 'blank', content: rangeOf(end, end), continuation: undefined };
  if (first === '#' && (role === 'continued' || role === 'body'))
    return {
      index,
      start,
      end,
      next,
      kind: 'comment',
      content: rangeOf(start + indentation, end),
      continuation: undefined,
    };
  const escapeAt =
    role === 'body' || role === 'body-continued' ? shellContinuation(line) : continuation(line, escapeCharacter);
  const contentEnd = trimmedEnd(line, escapeAt ?? line.length, indentation);
  return {
    index,
    start,
    end,
    next,
    kind: contentEnd > indentation ? 'text' : 'bare',
    content: rangeOf(start + Math.min(indentation, contentEnd), start + contentEnd),
    continuation: escapeAt === undefined ? undefined : rangeOf(start + contentEnd, end),
  };
}

/**
 * Offset in the line of the escape character that continues it: the last character but for blanks, unless it is doubled.
 * Source: moby/buildkit:frontend/dockerfile/parser/parser.go, `lineContinuationRegex`.
 */
function continuation(line: string, escapeCharacter: string): number | undefined {
  const last = trimmedEnd(line, line.length, 0) - 1;
  return line.charAt(last) === escapeCharacter && line.charAt(last - 1) !== escapeCharacter ? last : undefined;
}

/** In a shell script only an unescaped backslash right before the line end continues the line. */
function shellContinuation(line: string): number | undefined {
  let count = 0;
  while (line.charAt(line.length - 1 - count) === '\\') count += 1;
  return count % 2 === 1 ? line.length - 1 : undefined;
}

function blanksAtStart(line: string): number {
  let count = 0;
  while (isBlank(line.charAt(count)) || (count === 0 && line.charAt(0) === '\uFEFF')) count += 1;
  return count;
}

function trimmedEnd(line: string, end: number, floor: number): number {
  let at = end;
  while (at > floor && isBlank(line.charAt(at - 1))) at -= 1;
  return at;
}

export const isBlank = (character: string): boolean => character === ' ' || character === '\t';

/** The blanks that a line starts with. */
export const indentationOf = (text: string, line: PhysicalLine): string => text.slice(line.start, line.content.start);

/** The blanks in front of an offset that starts the words of its line; none when something else does. */
export function indentationAt(text: string, offset: number): string {
  const before = text.slice(lineStart(text, offset), offset).replace(/^\uFEFF/, '');
  return /^[ \t]*$/.test(before) ? before : '';
}
