import type { Reader } from './reader';
import { mappedSource, type ShellSource, sliceOf } from './source';
import type { WordPart } from './syntax';

/** Reads a substitution in backticks, the first of which is at the position. */
export function readBackticks(reader: Reader, parts: WordPart[], quoted: boolean): void {
  const start = reader.position;
  const close = closingBacktick(reader.text, start + 1);
  if (close === undefined) reader.unterminated('backtick', start, start + 1);
  const end = close ?? reader.text.length;
  reader.position = close === undefined ? end : close + 1;
  const range = reader.range(start);
  if (reader.tooDeep) {
    parts.push({ kind: 'substitution', range, script: reader.opaqueScript(start), quoted });
    return;
  }
  const inner = reader.inner(contentOf(reader.source, start + 1, end, quoted));
  const script = inner.scriptUntil();
  reader.adopt(inner);
  parts.push({ kind: 'substitution', range, script, quoted });
}

function closingBacktick(text: string, from: number): number | undefined {
  let index = from;
  while (index < text.length && text[index] !== '`') index += text[index] === '\\' ? 2 : 1;
  return index < text.length ? index : undefined;
}

/** What the inner shell reads: a backslash goes away before a backslash, a dollar sign and a backtick. */
function contentOf(source: ShellSource, start: number, end: number, quoted: boolean): ShellSource {
  const content = sliceOf(source, start, end);
  if (!content.text.includes('\\')) return content;
  const escapable = quoted ? '\\$`"' : '\\$`';
  const pieces: string[] = [];
  const offsets: number[] = [];
  const ends: number[] = [];
  for (let index = 0; index < content.text.length; index++) {
    const from = index;
    const next = content.text.charAt(index + 1);
    if (content.text[index] === '\\' && next !== '' && escapable.includes(next)) index++;
    pieces.push(content.text.charAt(index));
    offsets.push(content.offsetOf(from));
    ends.push(content.endOf(index + 1));
  }
  offsets.push(content.endOf(content.text.length));
  return { ...mappedSource(pieces.join(''), offsets, ends), located: source.located };
}
