import { isImageReference } from '../../image/validity';
import type { TypedScalar } from '../schema/typed-scalars';
import { type InvalidValue, isFilledIn, writing } from './invalid-value';

const images: ReadonlySet<string> = new Set([
  'Container.image',
  'EphemeralContainer.image',
  'ImageVolumeSource.reference',
]);

/** An image reference that no runtime can read. */
export function invalidImage({ object, name, node }: TypedScalar): InvalidValue | undefined {
  const { value } = node;
  if (!images.has(name) || typeof value !== 'string' || value === '') return undefined;
  if (isImageReference(value) || isFilledIn(value) || isBuilt(value) || hasBlankSegment.test(value)) return undefined;
  const bare = value.trim().replace(/^https?:\/\//, '');
  const wanted =
    bare.length > longestReference
      ? undefined
      : [bare, lowerCased(bare), lowerCased(bare).replace(/:$/, '')].find(isImageReference);
  return {
    variant: isImageReference(value.trim()) ? 'blanks' : 'image',
    at: node.range,
    values: { value },
    mending:
      wanted === undefined
        ? undefined
        : writing(object.document, node, wanted, wanted, wanted === bare ? 'safe' : 'behaviour'),
  };
}

/** No registry takes a longer one. */
const longestReference = 500;

/** A name of source code, in whose place a tool puts the image that it builds: `ko://`, a Bazel target. */
const isBuilt = (text: string): boolean => /^(?!https?:)[a-z]+:\/\/|^\/\/|^:/.test(text);

/** `us-docker.pkg.dev/PROJECT_ID/web`, `gcr.io/PROJECT/web`: a word in capitals that a person fills in. */
const hasBlankSegment =
  /(?:^|\/)(?:[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+(?=[/:@]|$)|(?:YOUR[A-Z-]*|PROJECT|REGISTRY|REPO(?:SITORY)?|ACCOUNT|ORG(?:ANI[SZ]ATION)?|OWNER|USER(?:NAME)?)\/)/;

/** Registries, tags and digests may have capitals, repositories not. */
function lowerCased(text: string): string {
  const [, path = '', rest = ''] = /^(.*?)((?::[^/]*)?(?:@.*)?)$/.exec(text) ?? [];
  return path.toLowerCase() + rest;
}
