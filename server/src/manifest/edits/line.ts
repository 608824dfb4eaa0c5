import { lineEnd, lineStart, type TextRange } from '../../engine/text';

const byteOrderMark = '\uFEFF';

/** Offset of the first character of the line that holds an offset, behind a byte order mark. */
export function lineBegin(text: string, offset: number): number {
  const start = offset === 0 ? 0 : lineStart(text, offset);
  return start === 0 && text.startsWith(byteOrderMark) ? 1 : start;
}

/** How many characters stand before an offset on its line. */
export const columnOf = (text: string, offset: number): number => offset - lineBegin(text, offset);

/** The blanks that the line that holds an offset begins with. */
export function indentationAt(text: string, offset: number): string {
  const start = lineBegin(text, offset);
  return text.slice(start, start + leadingBlanks(text, start, lineEnd(text, start)));
}

/** Whether nothing but blanks and dashes of the lists around it stands before an offset on its line. */
export const opensLine = (text: string, offset: number): boolean =>
  /^[ \t]*(?:-[ \t]+)*$/.test(text.slice(lineBegin(text, offset), offset));

/** Whether nothing but blanks stands before an offset on its line. */
export const startsLine = (text: string, offset: number): boolean =>
  /^[ \t]*$/.test(text.slice(lineBegin(text, offset), offset));

/** How many blanks a line begins with. */
export function leadingBlanks(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && (text[at] === ' ' || text[at] === '\t')) at++;
  return at - start;
}

/** The end of a range without the blanks and line ends that it ends with. */
export function trimmedEnd(text: string, range: TextRange): number {
  let end = range.end;
  while (end > range.start && isBlank(text.charCodeAt(end - 1))) end--;
  return end;
}

const isBlank = (code: number): boolean => code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
