import type { FixOffer } from '../../../engine/rule';
import { fullName } from '../../../image/full-name';
import type { ImageReference } from '../../../image/reference';
import { sizeText } from '../../../image/size';
import { type SmallerImage, smallerImages } from '../../../image/smaller-images';
import { retag } from '../../edits/retag';
import type { Dockerfile, Stage } from '../../model/dockerfile';
import { fitsStage } from '../../model/parent-needs';
import { isForDevelopment } from '../../model/stage-purpose';
import { builtFrom } from '../../model/stage-relations';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'large-parent',
  chapter: 'parent',
  variants: {
    large: {
      severity: 'information',
      message:
        '`{image}` is a {size} download, `{smaller}` {smallerSize}: every node that runs it pulls the difference',
    },
  },
  fixes: {
    slim: { title: 'Use `{smaller}` ({smallerSize}, was {size})', safety: 'behaviour' },
    musl: { title: 'Use `{smaller}` ({smallerSize}; musl)', safety: 'behaviour' },
  },
  check(dockerfile, report, { today }) {
    for (const stage of dockerfile.stages) {
      if (stage.parent.kind !== 'image' || !stage.contributesLayers || isForOthers(dockerfile, stage)) continue;
      const { reference } = stage.parent;
      const offers = replacements(dockerfile, reference, usable(dockerfile, stage, today));
      const [first] = offers;
      if (first === undefined) continue;
      report({ variant: 'large', at: reference.tagRange ?? reference.range, values: first.values, fixes: offers });
    }
  },
});

/** Stages to develop or to build other images in are meant to have everything. */
const isForOthers = (dockerfile: Dockerfile, stage: Stage): boolean =>
  isForDevelopment(dockerfile, stage) ||
  builtFrom(dockerfile, stage).some(({ instructions }) => instructions.some(({ keyword }) => keyword === 'ONBUILD'));

/** The smaller siblings that the stage can do with; unpinned-parent comes first. */
function usable(dockerfile: Dockerfile, stage: Stage, today: string): readonly SmallerImage[] {
  if (stage.parent.kind !== 'image') return [];
  const { reference } = stage.parent;
  const { tag, digest } = reference;
  if (tag === undefined || tag === 'latest' || digest !== undefined) return [];
  const smaller = smallerImages(fullName(reference), tag, today);
  return smaller.length === 0 ? [] : smaller.filter(fitsStage(dockerfile, stage));
}

type Offer = FixOffer<'slim' | 'musl'> & { readonly values: Readonly<Record<string, string>> };

/** The best one with the same C library, and the smallest one without glibc. */
function replacements(
  dockerfile: Dockerfile,
  reference: ImageReference,
  smaller: readonly SmallerImage[],
): readonly Offer[] {
  const slim = smaller.find(({ libc }) => libc === 'glibc');
  const musl = smaller
    .filter(({ libc, bytes }) => libc === 'musl' && (slim === undefined || bytes < slim.bytes))
    .reduce<SmallerImage | undefined>(
      (least, one) => (least === undefined || one.bytes < least.bytes ? one : least),
      undefined,
    );
  return [offerOf(dockerfile, 'slim', reference, slim), offerOf(dockerfile, 'musl', reference, musl)].filter(
    (offer) => offer !== undefined,
  );
}

function offerOf(
  dockerfile: Dockerfile,
  id: Offer['id'],
  reference: ImageReference,
  smaller: SmallerImage | undefined,
): Offer | undefined {
  const { tag, tagRange, text, range } = reference;
  const edits = smaller && retag(dockerfile, reference, smaller.tag);
  if (smaller === undefined || edits === undefined || tag === undefined || tagRange === undefined) return undefined;
  const name = text.slice(0, tagRange.start - range.start);
  const written = text.slice(tagRange.start - range.start);
  const values = {
    image: text,
    size: sizeText(smaller.was, smaller.exact),
    smaller: name + (smaller.tag.startsWith(tag) ? written + smaller.tag.slice(tag.length) : smaller.tag),
    smallerSize: sizeText(smaller.bytes, smaller.exact),
  };
  return { id, values, edits: () => edits };
}
