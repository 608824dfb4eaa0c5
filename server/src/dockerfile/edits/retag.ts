import { insertion, replacement, type TextEdit } from '../../engine/text';
import type { ImageReference } from '../../image/reference';
import type { Dockerfile, DockerfileWord } from '../model/dockerfile';

/**
 * Gives a parent image another tag: behind the one that is there where that is enough, else in its place; for a version
 * that comes from an `ARG` in front of the first `FROM`, in that.
 * @param wanted the tag as it is to come out
 * @returns `undefined` when it cannot be written without changing something else
 */
export function retag(
  dockerfile: Dockerfile,
  { tag, tagRange, digest, variable }: ImageReference,
  wanted: string,
): readonly TextEdit[] | undefined {
  if (tag === undefined || tagRange === undefined || digest !== undefined) return undefined;
  if (wanted.startsWith(tag)) return [insertion(tagRange.end, wanted.slice(tag.length))];
  if (!variable) return [replacement(tagRange, wanted)];
  const written = dockerfile.text.slice(tagRange.start, tagRange.end);
  const match = /^([^$]*)\$(?:\{(\w+)\}|(\w+))([^$]*)$/.exec(written);
  if (match === null) return undefined;
  const [, before = '', braced, plain, after = ''] = match;
  const value = defaultOf(dockerfile, braced ?? plain ?? '');
  if (value === undefined || before + value.value + after !== tag) return undefined;
  if (!wanted.startsWith(before) || !wanted.endsWith(after) || wanted.length <= before.length + after.length)
    return undefined;
  return [replacement(value.range, wanted.slice(before.length, wanted.length - after.length))];
}

/** The literal default of a global `ARG` that only this one image uses. */
function defaultOf({ globalArguments, stages, instructions }: Dockerfile, name: string): DockerfileWord | undefined {
  const given = globalArguments.flatMap(({ properties }) => properties).filter((property) => property.name === name);
  const value = given.at(-1)?.value;
  if (given.length !== 1 || value === undefined || value.text !== value.value || value.variables.length > 0)
    return undefined;
  const users = stages.filter(({ from }) => from.image?.variables.some((variable) => variable.name === name));
  const declared = instructions.some(
    (instruction) =>
      instruction.keyword === 'ARG' &&
      instruction.stage !== undefined &&
      instruction.properties.some((property) => property.name === name),
  );
  return users.length === 1 && !declared ? value : undefined;
}
