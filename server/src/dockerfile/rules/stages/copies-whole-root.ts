import { fullName } from '../../../image/full-name';
import { parseImageReference } from '../../../image/parse';
import type { ImageReference } from '../../../image/reference';
import type { Family } from '../../../knowledge/families';
import { imageBase } from '../../../knowledge/image-families';
import type { Copy, Dockerfile } from '../../model/dockerfile';
import { instructionsOf } from '../../model/lookups';
import { rootOf, stageCopiedFrom } from '../../model/stage-relations';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'copies-whole-root',
  chapter: 'stages',
  variants: {
    over: {
      severity: 'warning',
      equals: ['hadolint/DL3067'],
      message:
        'All of `{from}` is copied over another image: two systems mixed in one layer, which nobody can update or share',
    },
    squash: {
      severity: 'information',
      equals: ['hadolint/DL3067'],
      message: 'All of `{from}` becomes one layer: no node has it yet, and its USER, ENV and CMD are lost',
    },
  },
  check(dockerfile, report) {
    for (const stage of dockerfile.stages) {
      if (!stage.contributesLayers) continue;
      for (const copy of instructionsOf(stage, 'COPY')) {
        const [source] = copy.sources;
        const from = copy.from?.value;
        if (from === undefined || source === undefined || !copiesRoot(copy)) continue;
        const family = familyOf(dockerfile, from);
        if (family === 'scratch' || family === 'unknown') continue;
        const isEmpty = rootOf(stage).parent.kind === 'scratch';
        report({ variant: isEmpty ? 'squash' : 'over', at: source.range, values: { from } });
      }
    }
  },
});

const isRoot = (path: string | undefined): boolean => path !== undefined && /^\/(?:\.?\/?\*?)$/.test(path);

const copiesRoot = ({ sources, destination, flags }: Copy): boolean =>
  sources.length === 1 &&
  isRoot(sources[0]?.value) &&
  isRoot(destination?.value) &&
  !flags.some(({ name }) => name === 'exclude');

/** What the files are of: a few that were put together in an empty image are no system. */
function familyOf(dockerfile: Dockerfile, from: string): Family {
  const stage = stageCopiedFrom(dockerfile, from);
  if (stage === undefined) return familyOfImage(parseImageReference(from, 0, () => undefined));
  const { parent } = rootOf(stage);
  if (parent.kind === 'scratch') return 'scratch';
  return parent.kind === 'image' ? familyOfImage(parent.reference) : 'unknown';
}

const familyOfImage = (reference: ImageReference): Family =>
  reference.resolved === undefined ? 'unknown' : imageBase(fullName(reference), reference.tag).family;
