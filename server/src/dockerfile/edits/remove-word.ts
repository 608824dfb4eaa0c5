import { deletion, rangeOf, sameRange, type TextEdit } from '../../engine/text';
import type { Dockerfile, DockerfileWord, Expose, Volume } from '../model/dockerfile';
import { cutOut } from './cut';
import { deleteInstruction } from './delete-instruction';

/** Takes one word out of a `VOLUME` or `EXPOSE`, and the instruction with it when it has no other. */
export function removeWord(
  dockerfile: Dockerfile,
  instruction: Volume | Expose,
  word: DockerfileWord,
): readonly TextEdit[] {
  const { words } = instruction;
  if (words.length === 1) return deleteInstruction(dockerfile, instruction);
  if (instruction.keyword === 'EXPOSE' || !instruction.json) return cutOut(dockerfile, instruction, [word.range]) ?? [];
  const index = words.findIndex(({ range }) => sameRange(range, word.range));
  const before = words[index - 1];
  const after = words[index + 1];
  const range =
    after !== undefined
      ? rangeOf(word.range.start, after.range.start)
      : before !== undefined
        ? rangeOf(before.range.end, word.range.end)
        : undefined;
  return range === undefined ? [] : [deletion(range)];
}
