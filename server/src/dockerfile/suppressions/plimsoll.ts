import type { Suppression } from '../../engine/suppression';
import { lineEnd, nextLineStart, type TextRange } from '../../engine/text';
import type { Dockerfile } from '../model/dockerfile';
import { idsIn, type PlacedComment, suppression, wholeFile } from './placed-comment';

const pattern = /^#\s*plimsoll-disable(-next-line)?(?![\w-]):?/;

/** Comments that may stand between, so that a long comment does not cost its square. */
const mostStacked = 100;

/** `# plimsoll-disable-next-line ID, ID -- reason` and `# plimsoll-disable ID`; without ids, everything. */
export function plimsollDisable(comment: PlacedComment, dockerfile: Dockerfile): Suppression | undefined {
  const match = pattern.exec(comment.written);
  if (match === null) return undefined;
  const list = comment.written.slice(match[0].length).replace(/(?:^|\s)--(?:\s.*)?$/s, '');
  const ids = idsIn(list, comment.range.start + match[0].length, (written) => written);
  const reach = match[1] === undefined ? belowOrFile(comment, dockerfile) : nextLine(comment, dockerfile);
  return suppression('plimsoll', comment, ids.length === 0 ? 'all' : ids, reach);
}

function belowOrFile({ range, inside, below, first }: PlacedComment, dockerfile: Dockerfile): TextRange {
  if (inside !== undefined) return inside.range;
  if (first) return wholeFile(dockerfile);
  return below?.range ?? range;
}

/** The next line, and the instruction that starts there; further comments between count as one with this one. */
function nextLine({ range, inside, below }: PlacedComment, { text }: Dockerfile): TextRange {
  const start = nextLineStart(text, range.end);
  let line = start;
  for (let skipped = 0; skipped < mostStacked && /^[ \t]*#/.test(text.slice(line, line + 200)); skipped++)
    line = nextLineStart(text, line);
  const end = lineEnd(text, line);
  const starts = inside === undefined && below !== undefined && below.range.start >= line && below.range.start <= end;
  return { start, end: starts ? below.range.end : end };
}
