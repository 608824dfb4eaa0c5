import type { Suppression } from '../../engine/suppression';
import { idsIn, type PlacedComment, suppression } from './placed-comment';

const pattern = /^(#\s*nosem(?:grep)?\s*:\s*)([\w.,\s-]+)$/;

/**
 * `# nosemgrep: rule-id` on the line above. Without an id it silences Semgrep's own rules, of which none is ours. An id
 * is known by its last part: the rest of it depends on where the rules were taken from.
 */
export function nosemgrep(comment: PlacedComment): Suppression | undefined {
  const match = pattern.exec(comment.written);
  if (match === null || comment.next === undefined) return undefined;
  const [, lead = '', list = ''] = match;
  const ids = idsIn(list, comment.range.start + lead.length, (id) => `semgrep/${id.slice(id.lastIndexOf('.') + 1)}`);
  return ids.length === 0 ? undefined : suppression('semgrep', comment, ids, comment.next.range);
}
