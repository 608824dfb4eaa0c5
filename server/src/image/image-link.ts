import type { Link } from '../engine/editor';
import { rendered, templates } from '../engine/message';
import { rangeOf, type TextRange } from '../engine/text';
import { fullName } from './full-name';
import { hubPage } from './hub-page';
import type { ImageReference } from './reference';

const texts = templates({ open: 'Open the page of {image} on Docker Hub' });

/** A link from an image to its page; `undefined` where the image is not known, or kept elsewhere. */
export function imageLink(reference: ImageReference): Link | undefined {
  const page = reference.resolved === undefined ? undefined : hubPage(fullName(reference));
  if (page === undefined) return undefined;
  return { range: nameRange(reference), target: page.address, tooltip: rendered(texts.open, { image: page.image }) };
}

/** With the tag, without the digest: a link through 64 digits is no help. */
function nameRange({ range, repositoryRange, tagRange, variable }: ImageReference): TextRange {
  return variable ? range : rangeOf(range.start, tagRange?.end ?? repositoryRange.end);
}
