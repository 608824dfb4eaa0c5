import { lineEnd, nextLineStart } from '../../engine/text';
import type { ManifestDocument } from '../model/manifest';
import { columnOf, leadingBlanks } from './line';
import { type Held, isEntry, writtenMembers } from './members';
import { hasProblem } from './obstacles';

/**
 * Whether a member in block style surely ends where its lines do: behind them stands the next member, something further
 * out or nothing. Where the reader made nothing of some lines, they may belong to it.
 * @param end of its lines
 */
export function endsAt(document: ManifestDocument, { collection, member }: Held, end: number): boolean {
  const { text } = document;
  const next = writtenMembers(collection).find((each) => each.range.start > member.range.start);
  const column = columnOf(text, member.range.start);
  for (let at = nextLineStart(text, end); at < text.length; at = nextLineStart(text, at)) {
    const stop = lineEnd(text, at);
    const start = at + leadingBlanks(text, at, stop);
    if (start === stop || text[start] === '#') continue;
    if (document.mode === 'template' && /^\{[{%#]/.test(text.slice(start, start + 2))) continue;
    if (hasProblem(document, { start: member.range.start, end: start })) return false;
    if (start === next?.range.start || start - at < column) return true;
    // A list that is not indented ends at a key of its own column.
    if (!isEntry(member) && next === undefined && start - at === column && text[start] !== '-') return true;
    return /^(?:---|\.\.\.)(?:\s|$)/.test(text.slice(at, at + 4));
  }
  return true;
}
