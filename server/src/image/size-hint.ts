import type { InlayHint } from '../engine/editor';
import { rendered, templates } from '../engine/message';
import { imageTable, knownImage } from '../knowledge/images';
import { fullName } from './full-name';
import type { ImageReference } from './reference';
import { sizeText } from './size';

const texts = templates({
  size: '{size}',
  tooltip: 'Compressed size of `{image}` for linux/amd64, as published on {collected}',
});

/** The size of a known image, to be shown behind it; `undefined` where it is not known. */
export function sizeHint(reference: ImageReference): Omit<InlayHint, 'id' | 'at'> | undefined {
  // What a digest pins may be older than what was measured.
  if (reference.resolved === undefined || reference.digest !== undefined) return undefined;
  const known = knownImage(fullName(reference), reference.tag);
  if (known?.bytes === undefined) return undefined;
  const values = { image: `${known.repository}:${known.tag}`, collected: imageTable.collected };
  const text = rendered(texts.size, { size: sizeText(known.bytes) });
  return { text, tooltip: rendered(texts.tooltip, values), padded: 'left' };
}
