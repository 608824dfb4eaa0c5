import type { Suppression } from '../../engine/suppression';
import { type PlacedComment, suppression } from './placed-comment';

/** `# NOSONAR` for the instruction that it stands in or directly above of. */
export function nosonar(comment: PlacedComment): Suppression | undefined {
  const instruction = comment.inside ?? comment.next;
  if (instruction === undefined || !/\bNOSONAR\b/i.test(comment.text)) return undefined;
  return suppression('sonar', comment, 'all', instruction.range);
}
