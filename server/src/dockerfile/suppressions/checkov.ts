import type { Suppression } from '../../engine/suppression';
import type { Dockerfile } from '../model/dockerfile';
import { idsIn, type PlacedComment, suppression, wholeFile } from './placed-comment';

const pattern = /(?:checkov|bridgecrew|cortex):skip=[ \t]*([\w-]+(?:[ \t]*,[ \t]*[\w-]+)*)/d;

/** `#checkov:skip=CKV_DOCKER_2:reason`, anywhere in the file and for all of it, by the scanner's older names too. */
export function checkovSkip(comment: PlacedComment, dockerfile: Dockerfile): Suppression | undefined {
  const match = pattern.exec(comment.written);
  const [start] = match?.indices?.[1] ?? [];
  if (match === null || start === undefined) return undefined;
  const ids = idsIn(match[1] ?? '', comment.range.start + start, (id) => `checkov/${id}`);
  return suppression('checkov', comment, ids, wholeFile(dockerfile));
}
