import type { InlayHint } from '../../engine/editor';
import { rendered, templates } from '../../engine/message';
import type { TextRange } from '../../engine/text';
import { sizeHint } from '../../image/size-hint';
import type { Dockerfile, Stage } from '../model/dockerfile';

const texts = templates({
  unshipped: 'not shipped',
  unshippedTooltip: 'Of this stage only what others copy from it ends up in the image, unless a build targets it',
  unused: 'unused',
  unusedTooltip: 'No other stage uses this one: it is not even built, unless a build targets it',
  resolved: '= {image}',
  resolvedTooltip: 'What `{written}` comes to with the default values of its arguments',
});

/** The kinds of hints, by their settings. */
export const hintIds = ['parentSize', 'unshippedStages', 'resolvedImages'] as const;

/** What `FROM` does not say: which image it comes to, how large that is, whether the stage is shipped. */
export const hints = (dockerfile: Dockerfile, { start, end }: TextRange): readonly InlayHint[] =>
  dockerfile.stages
    .filter(({ from }) => from.range.start <= end && start <= from.range.end)
    .flatMap((stage) => [...resolvedImage(stage), ...parentSize(stage), ...unshipped(dockerfile, stage)]);

function resolvedImage({ from: { image }, parent }: Stage): readonly InlayHint[] {
  if (image === undefined || image.variables.length === 0) return [];
  const name =
    parent.kind === 'image'
      ? parent.reference.resolved
      : parent.kind === 'stage'
        ? parent.stage.from.alias?.value
        : parent.kind === 'scratch'
          ? 'scratch'
          : undefined;
  if (name === undefined) return [];
  const tooltip = rendered(texts.resolvedTooltip, { written: image.text });
  const text = rendered(texts.resolved, { image: name });
  return [{ id: 'resolvedImages', at: image.range.end, text, tooltip, padded: 'left' }];
}

function parentSize({ from: { image }, parent }: Stage): readonly InlayHint[] {
  const hint = image !== undefined && parent.kind === 'image' ? sizeHint(parent.reference) : undefined;
  return image === undefined || hint === undefined ? [] : [{ ...hint, id: 'parentSize', at: image.range.end }];
}

function unshipped({ stages }: Dockerfile, stage: Stage): readonly InlayHint[] {
  const { from, contributesLayers, unused } = stage;
  if (stages.length < 2 || contributesLayers || from.image === undefined) return [];
  const [text, tooltip] = unused ? [texts.unused, texts.unusedTooltip] : [texts.unshipped, texts.unshippedTooltip];
  const hint = { text: rendered(text, {}), tooltip: rendered(tooltip, {}) };
  return [{ id: 'unshippedStages', at: from.range.end, ...hint, padded: 'left' }];
}
