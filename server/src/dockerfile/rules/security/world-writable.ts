import type { FixOffer } from '../../../engine/rule';
import { replacement, textOf } from '../../../engine/text';
import { isWorldWritable, withoutWorldWrite } from '../../../knowledge/file-modes';
import type { Dockerfile, Stage } from '../../model/dockerfile';
import { type GivenMode, modeGivenBy, modeOfTransfer } from '../../model/given-modes';
import { instructionsOrTriggersOf, runsOf } from '../../model/lookups';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'world-writable',
  chapter: 'security',
  variants: {
    mode: {
      severity: 'warning',
      message: '`{mode}` lets everybody in the container change `{target}`: a hole in any process becomes one in this',
    },
  },
  fixes: {
    close: { title: 'Write `{closed}`: owner and group may still write, everybody else may not', safety: 'behaviour' },
  },
  check(dockerfile, report) {
    for (const stage of dockerfile.stages) {
      if (!stage.contributesLayers) continue;
      for (const given of modesGiven(stage)) {
        const { mode, targets } = given;
        if (mode.range === undefined || !isWorldWritable(mode.value ?? '') || targets.every(isForEverybody)) continue;
        report({
          variant: 'mode',
          at: mode.range,
          values: { mode: mode.value ?? '', target: targets.join(' ') },
          fixes: mends(dockerfile, given),
        });
      }
    }
  },
});

const modesGiven = (stage: Stage): readonly GivenMode[] => [
  ...[...instructionsOrTriggersOf(stage, 'COPY'), ...instructionsOrTriggersOf(stage, 'ADD')].flatMap(
    (transfer) => modeOfTransfer(transfer) ?? [],
  ),
  ...runsOf(stage)
    .flatMap(({ commands }) => commands)
    .flatMap((command) => modeGivenBy(command) ?? []),
];

/** Places that are there for everybody to write to. */
const isForEverybody = (target: string): boolean => /^"?\/(?:(?:var\/)?tmp|dev)(?:\/|"?$)/.test(target);

function mends({ text }: Dockerfile, { mode: { range, value } }: GivenMode): readonly FixOffer<'close'>[] {
  const closed = withoutWorldWrite(value ?? '');
  if (range === undefined || closed === undefined || textOf(text, range) !== value) return [];
  return [{ id: 'close', values: { closed }, edits: () => [replacement(range, closed)] }];
}
