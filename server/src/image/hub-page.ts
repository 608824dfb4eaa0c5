import { canonicalName, officialName } from '../knowledge/image-names';
import { isRepository } from './full-name';

/** The page of an image on Docker Hub; `undefined` for one that is kept elsewhere, and for `scratch`, which is none. */
export function hubPage(name: string): { readonly image: string; readonly address: string } | undefined {
  const official = officialName(name);
  if (official === 'scratch') return undefined;
  if (official !== undefined) return { image: official, address: `https://hub.docker.com/_/${official}` };
  const image = canonicalName(name);
  const [owner = '', repository, more] = image.split('/');
  if (repository === undefined || more !== undefined || /[.:]/.test(owner) || owner === 'localhost') return undefined;
  return isRepository(image) ? { image, address: `https://hub.docker.com/r/${image}` } : undefined;
}
