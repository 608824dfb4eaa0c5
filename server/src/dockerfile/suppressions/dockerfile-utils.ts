import type { Suppression } from '../../engine/suppression';
import { type PlacedComment, suppression } from './placed-comment';

/** `# dockerfile-utils: ignore` on the line above an instruction (rcjsuen/dockerfile-utils dockerValidator.ts). */
export const dockerfileUtilsIgnore = (comment: PlacedComment): Suppression | undefined =>
  comment.text === 'dockerfile-utils: ignore' && comment.next !== undefined
    ? suppression('dockerfile-utils', comment, 'all', comment.next.range)
    : undefined;
