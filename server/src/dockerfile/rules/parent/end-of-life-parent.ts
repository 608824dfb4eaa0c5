import type { FixOffer } from '../../../engine/rule';
import { rangeOf, replacement, textOf } from '../../../engine/text';
import type { ImageReference } from '../../../image/reference';
import { retag } from '../../edits/retag';
import type { Dockerfile, Stage } from '../../model/dockerfile';
import { abandonedSince, endedSupport, nextSupportedTag, successorOfOpenjdk } from '../../model/parent-support';
import { programsOf } from '../../model/stage-programs';
import { builtFrom } from '../../model/stage-relations';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'end-of-life-parent',
  chapter: 'parent',
  variants: {
    ended: {
      severity: 'warning',
      message: '`{image}`: {label} has been out of support since {since}, and holes found from then on stay open',
    },
    longTerm: {
      severity: 'hint',
      message: '`{image}`: {label} has been in long-term support since {since}, which patches less, and later',
    },
    abandoned: {
      severity: 'warning',
      message: '`{image}` has been abandoned by its makers since {since}, and holes found from then on stay open',
    },
    build: {
      severity: 'hint',
      message: '`{image}`: {label} has been out of support since {since}, and this stage builds with it',
    },
  },
  fixes: {
    next: { title: 'Use `{tag}`, the next version that is supported', safety: 'behaviour' },
    successor: { title: 'Use `{name}:{tag}`, which is kept up', safety: 'behaviour' },
  },
  check(dockerfile, report, { today }) {
    for (const stage of dockerfile.stages) {
      const { parent, contributesLayers } = stage;
      if (parent.kind !== 'image' || parent.reference.resolved === undefined) continue;
      const { reference } = parent;
      const at = reference.tagRange ?? reference.range;
      const image = reference.text;
      const ended = endedSupport(reference, today);
      const abandoned = ended === undefined && contributesLayers ? abandonedSince(reference) : undefined;
      if (abandoned !== undefined) {
        const fixes = succeeded(dockerfile, stage, reference);
        report({ variant: 'abandoned', at, values: { image, since: abandoned }, fixes });
      }
      if (ended === undefined || (ended.state === 'longTerm' && !contributesLayers)) continue;
      const { state, label, since } = ended;
      report({
        variant: state === 'longTerm' ? 'longTerm' : contributesLayers ? 'ended' : 'build',
        at,
        values: { image, label, since },
        fixes: updated(dockerfile, reference, today),
      });
    }
  },
});

type Offer = FixOffer<'next' | 'successor'>;

function updated(dockerfile: Dockerfile, reference: ImageReference, today: string): readonly Offer[] {
  const tag = nextSupportedTag(reference, today);
  const edits = tag === undefined ? undefined : retag(dockerfile, reference, tag);
  return tag === undefined || edits === undefined ? [] : [{ id: 'next', values: { tag }, edits: () => edits }];
}

/** Programs of Oracle Linux, which newer tags of `openjdk` are made of, and Eclipse Temurin is not. */
const foreign = ['microdnf', 'dnf', 'yum', 'rpm'];

function succeeded(dockerfile: Dockerfile, stage: Stage, reference: ImageReference): readonly Offer[] {
  const successor = successorOfOpenjdk(reference);
  const { tagRange, repositoryRange, variable, digest } = reference;
  if (successor === undefined || tagRange === undefined || variable || digest !== undefined) return [];
  const { names } = programsOf(dockerfile, builtFrom(dockerfile, stage));
  if (foreign.some((name) => names.has(name))) return [];
  const start = repositoryRange.end - 'openjdk'.length;
  const name = rangeOf(start, repositoryRange.end);
  if (textOf(dockerfile.text, name) !== 'openjdk') return [];
  const edits = [replacement(name, successor.name), replacement(tagRange, successor.tag)];
  return [
    {
      id: 'successor',
      values: successor,
      edits: () => edits.filter(({ range, newText }) => textOf(dockerfile.text, range) !== newText),
    },
  ];
}
