import { fullName } from '../../image/full-name';
import type { Surroundings } from '../../knowledge/foreground';
import { type ImageBase, imageBase } from '../../knowledge/image-families';
import { officialName } from '../../knowledge/image-names';
import type { Container } from './manifest';

/** What is known of a container's image by its name; `undefined` when a template or a variable is part of it. */
export function baseOf({ image }: Container): ImageBase | undefined {
  if (image === undefined || image.variable) return undefined;
  return imageBase(fullName(image), image.tag);
}

/** What a container's process finds around it, as far as its manifest tells. */
export function surroundingsOf(container: Container): Surroundings {
  const { image, environment } = container;
  const known = image === undefined || image.variable ? undefined : image;
  const official = known && officialName(fullName(known));
  const family = baseOf(container)?.family;
  return {
    ...(family !== undefined && { family }),
    ...(official !== undefined && { repository: official }),
    ...(known?.tag !== undefined && { tag: known.tag }),
    environment: Object.fromEntries(environment.map(({ name, value }) => [name ?? '', value])),
  };
}
