import type { Fold } from '../../engine/editor';
import { lineStart } from '../../engine/text';
import type { Dockerfile, Instruction } from '../model/dockerfile';

/** What can be folded: stages, instructions of several lines, here-documents, and comments of several lines. */
export const folds = (dockerfile: Dockerfile): readonly Fold[] => [
  ...dockerfile.stages.map(({ range }): Fold => ({ ...range, kind: 'region' })),
  ...dockerfile.instructions.map(({ range }): Fold => range),
  ...dockerfile.instructions.flatMap((instruction) => heredocFolds(dockerfile, instruction)),
  ...commentFolds(dockerfile),
];

/** The last line in front of a body stays to be seen, and its terminator with the fold goes. */
function heredocFolds({ text }: Dockerfile, { range, heredocs }: Instruction): readonly Fold[] {
  return heredocs.flatMap(({ body, terminator }): readonly Fold[] => {
    if (terminator === undefined) return [];
    const start = lineStart(text, Math.max(0, body.start - 1));
    // The whole instruction folds at its first line already.
    return start === lineStart(text, range.start) ? [] : [{ start, end: terminator.end }];
  });
}

function commentFolds({ text, comments }: Dockerfile): readonly Fold[] {
  const found: { start: number; end: number; kind: 'comment' }[] = [];
  for (const { range } of comments) {
    const last = found.at(-1);
    if (last !== undefined && /^\r?\n[ \t]*$/.test(text.slice(last.end, range.start))) last.end = range.end;
    else found.push({ ...range, kind: 'comment' });
  }
  return found;
}
