import { rangeOf, type TextRange, textOf } from '../../engine/text';
import { parseImageReference } from '../../image/parse';
import type { ImageReference } from '../../image/reference';
import { imageBase } from '../../knowledge/image-families';
import { publishedTags } from '../../knowledge/published-tags';
import type { Dockerfile } from './dockerfile';
import { type StageReference, stageReferences } from './stage-references';
import { stageNamed } from './stage-relations';

/** Every image that a build fetches: parents, and what `COPY --from=` and `RUN --mount=from=` name. */
export function pulledImages(dockerfile: Dockerfile): readonly ImageReference[] {
  const parents = dockerfile.stages.flatMap(({ parent }) => (parent.kind === 'image' ? [parent.reference] : []));
  const others = dockerfile.stages.flatMap(({ index, instructions }) =>
    instructions.flatMap(stageReferences).flatMap((reference) => imageBehind(dockerfile, reference, index) ?? []),
  );
  return [...parents, ...others];
}

/** The image that `--from=` names where no stage has that name. */
function imageBehind(dockerfile: Dockerfile, reference: StageReference, stage: number): ImageReference | undefined {
  const { name } = reference;
  if (/^\d+$/.test(name) || name.includes('$') || stageNamed(dockerfile, name, stage) !== undefined) return undefined;
  const image = parseImageReference(name, nameRange(dockerfile, reference).start);
  return image.tag !== undefined || image.digest !== undefined || isFetched(image) ? image : undefined;
}

/**
 * Whether an image comes from a registry. A bare name that no official image has is one that was built here, or a build
 * context that is given by `--build-context` or a bake file.
 */
export function isFetched({ registry, repository }: Pick<ImageReference, 'registry' | 'repository'>): boolean {
  if (registry === 'localhost') return false;
  if (registry !== undefined || repository.includes('/')) return true;
  return publishedTags(repository).length > 0 || imageBase(repository).family !== 'unknown';
}

/** Where the name stands: all of the flag's value, or what follows `from=` in that of a mount. */
function nameRange({ text }: Dockerfile, { name, range }: StageReference): TextRange {
  const written = textOf(text, range);
  const found = written === name ? 0 : written.search(/(?:^|[,"'])from=/i);
  const start = found === -1 ? -1 : written.indexOf(name, found);
  return start === -1 ? range : rangeOf(range.start + start, range.start + start + name.length);
}
