import { deletion, rangeOf, type TextEdit } from '../../engine/text';
import type { Add, Copy, Dockerfile, DockerfileWord } from '../model/dockerfile';
import { cutOut } from './cut';
import { deleteInstruction } from './delete-instruction';

/**
 * Takes one source out of a `COPY` or `ADD`, and the instruction with it when nothing else is copied.
 * @returns `undefined` when the words stand in a JSON array that would have to be written anew
 */
export function removeSource(
  dockerfile: Dockerfile,
  transfer: Copy | Add,
  source: DockerfileWord,
): readonly TextEdit[] | undefined {
  const { sources, destination, json } = transfer;
  if (sources.length === 1)
    return transfer.innerComments.length > 0 ? undefined : deleteInstruction(dockerfile, transfer);
  if (!json) return cutOut(dockerfile, transfer, [source.range]);
  const words = [...sources, destination];
  const next = words[words.indexOf(source) + 1];
  if (next === undefined) return undefined;
  const range = rangeOf(source.range.start, next.range.start);
  const written = dockerfile.text.slice(source.range.end, next.range.start);
  return /^\s*,\s*$/.test(written) ? [deletion(range)] : undefined;
}
