import type { Suppression } from '../../engine/suppression';
import type { Dockerfile } from '../model/dockerfile';
import { idsIn, type PlacedComment, suppression, wholeFile } from './placed-comment';

/** One character that cannot be in a code makes the whole comment void (hadolint src/Hadolint/Pragma.hs). */
const pattern =
  /^(#[ \t]*hadolint[ \t]+(?:(global|stage)[ \t]+)?ignore[ \t]*=[ \t]*)([DLSC0-9]+(?:[ \t]*,[ \t]*[DLSC0-9]+)*)[ \t]*(?:#.*)?$/;

/**
 * `# hadolint ignore=DL3006` for the instruction on the next line, `stage ignore` for the stage whose `FROM` is there,
 * `global ignore` for the file. hadolint does not see comments between continued lines.
 */
export function hadolintIgnore(comment: PlacedComment, dockerfile: Dockerfile): Suppression | undefined {
  const match = pattern.exec(comment.written);
  if (match === null || comment.inside !== undefined) return undefined;
  const [, lead = '', scope, list = ''] = match;
  const ids = idsIn(list, comment.range.start + lead.length, (code) => `hadolint/${code}`);
  if (scope === 'global') return suppression('hadolint', comment, ids, wholeFile(dockerfile));
  const { next } = comment;
  if (next === undefined) return undefined;
  if (scope === undefined) return suppression('hadolint', comment, ids, next.range);
  const stage = next.keyword === 'FROM' && next.stage !== undefined ? dockerfile.stages[next.stage] : undefined;
  return stage === undefined ? undefined : suppression('hadolint', comment, ids, stage.range);
}
