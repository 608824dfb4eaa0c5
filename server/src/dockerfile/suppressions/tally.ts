import type { Suppression } from '../../engine/suppression';
import type { Dockerfile } from '../model/dockerfile';
import { idsIn, type PlacedComment, suppression, wholeFile } from './placed-comment';

const pattern = /^(#\s*tally\s+(global\s+)?ignore\s*=\s*)([\w,\s/-]+)(?:;\s*reason\s*=.*)?$/is;

/** `# tally ignore=hadolint/DL3006;reason=…` for the next instruction, `global ignore` for the file. */
export function tallyIgnore(comment: PlacedComment, dockerfile: Dockerfile): Suppression | undefined {
  const match = pattern.exec(comment.written);
  if (match === null) return undefined;
  const [, lead = '', global, list = ''] = match;
  const reach = global === undefined ? comment.below?.range : wholeFile(dockerfile);
  if (reach === undefined) return undefined;
  const ids = idsIn(list, comment.range.start + lead.length, aliasOf);
  if (ids.length === 0) return undefined;
  return suppression('tally', comment, ids.some(({ id }) => id === 'all') ? 'all' : ids, reach);
}

/** The name of the tool before the id may be left out. */
function aliasOf(id: string): string {
  if (id === 'all') return id;
  if (id.startsWith('shellcheck/')) return id.replace('shellcheck/', 'hadolint/');
  if (id.includes('/')) return id;
  if (/^(?:DL|SC)\d+$/i.test(id)) return `hadolint/${id.toUpperCase()}`;
  return /^[A-Z]/.test(id) ? `buildkit/${id}` : `tally/${id}`;
}
