import type { Link } from '../../engine/editor';
import { imageLink } from '../../image/image-link';
import { parseImageReference } from '../../image/parse';
import type { Dockerfile } from '../model/dockerfile';
import { pulledImages } from '../model/pulled-images';

/** The images that a build fetches from Docker Hub, and the frontend that a `# syntax=` directive names. */
export function links(dockerfile: Dockerfile): readonly Link[] {
  const frontends = dockerfile.directives
    .filter(({ name }) => name === 'syntax')
    .map(({ value, valueRange }) => parseImageReference(value, valueRange.start));
  return [...frontends, ...pulledImages(dockerfile)].flatMap((image) => imageLink(image) ?? []);
}
