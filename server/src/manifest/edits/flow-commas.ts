import { lineEnd } from '../../engine/text';
import type { ManifestDocument } from '../model/manifest';
import { commentsIn } from './obstacles';

/** Offset of the comma that follows, behind blanks and comments. */
export function commaAfter(document: ManifestDocument, offset: number): number | undefined {
  const visible = /\S/g;
  visible.lastIndex = offset;
  for (let found = visible.exec(document.text); found !== null; found = visible.exec(document.text)) {
    const at = found.index;
    const [comment] = commentsIn(document, { start: at, end: at + 1 });
    if (comment === undefined) return found[0] === ',' ? at : undefined;
    visible.lastIndex = comment.end;
  }
  return undefined;
}

/** Whether nothing but a comment follows on the line. */
export function endsLine(document: ManifestDocument, offset: number): boolean {
  const end = lineEnd(document.text, offset);
  const [comment] = commentsIn(document, { start: offset, end });
  return (
    document.text.slice(offset, comment?.start ?? end).trim() === '' && (comment === undefined || comment.end <= end)
  );
}
