import { deletion, insertion, rangeOf, replacement, type TextEdit } from '../../engine/text';
import type { Dockerfile, Instruction } from '../model/dockerfile';
import { instructionAfter, textIn } from '../model/lookups';

/**
 * Lets two instructions that follow each other change places, each with its comments. Blank lines between them stay there.
 * @param first an instruction that goes in front of both; it comes to stand in the place of the upper one
 * @returns `undefined` where they are no neighbours, or comments that belong to neither stand between
 */
export function swapNeighbours(
  dockerfile: Dockerfile,
  upper: Instruction,
  lower: Instruction,
  first?: string,
): readonly TextEdit[] | undefined {
  const { text, lineEnding } = dockerfile;
  if (instructionAfter(dockerfile, upper) !== lower || upper.onbuild !== undefined || lower.onbuild !== undefined)
    return undefined;
  const upperStart = startWithComments(upper);
  const lowerStart = startWithComments(lower);
  const gap = text.slice(upper.range.end, lowerStart);
  if (gap.trim() !== '') return undefined;
  // A continuation that the file ends in would go on with what comes to stand below.
  if (textIn(dockerfile, lower.range).trimEnd().endsWith(dockerfile.escape)) return undefined;
  const written = first === undefined ? '' : first + lineEnding;
  if (!hasComments(upper)) {
    // What stays of the line, its keyword and flags, stays for what comes first.
    const removed = rangeOf(upperStart, lowerStart);
    const added = insertion(lower.range.end, gap + text.slice(upperStart, upper.range.end));
    if (first === undefined) return [deletion(removed), added];
    const kept = commonStart(first, text.slice(removed.start, removed.end));
    const rest = rangeOf(removed.start + kept, upper.range.end);
    return [replacement(rest, first.slice(kept)), added];
  }
  if (!hasComments(lower)) {
    const moved = text.slice(lowerStart, lower.range.end);
    return [insertion(upperStart, written + moved + gap), deletion(rangeOf(upper.range.end, lower.range.end))];
  }
  const swapped = text.slice(lowerStart, lower.range.end) + gap + text.slice(upperStart, upper.range.end);
  return [replacement(rangeOf(upperStart, lower.range.end), written + swapped)];
}

const startWithComments = ({ comments, range }: Instruction): number => comments[0]?.range.start ?? range.start;

/** Comments above it, between its lines, or in its scripts. */
const hasComments = (instruction: Instruction): boolean =>
  instruction.comments.length > 0 ||
  instruction.innerComments.length > 0 ||
  (instruction.keyword === 'RUN' && instruction.scripts.some(({ comments }) => comments.length > 0));

/** How many characters two texts start with in common, up to the end of a word. */
function commonStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return one.lastIndexOf(' ', length - 1) + 1;
}
