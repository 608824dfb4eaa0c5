import type { Completion } from '../../../engine/editor';
import { rendered, templates } from '../../../engine/message';
import type { TextRange } from '../../../engine/text';
import type { CompletionPlace } from './place';

const texts = templates({ from: 'from {image}' });

/** The stages above that can be named, the nearest first; behind them, by their number, those without a name. */
export function stageCompletions(
  { dockerfile, instruction }: CompletionPlace,
  range: TextRange,
  withNumbers = true,
): readonly Completion[] {
  const above = dockerfile.stages.filter(({ index }) => index < (instruction.stage ?? 0)).toReversed();
  return above.flatMap(({ index, from, name }, order): readonly Completion[] => {
    const label = from.alias?.value ?? (withNumbers ? String(index) : undefined);
    if (label === undefined) return [];
    const image = from.image?.text ?? '';
    return [
      {
        label,
        kind: 'stage',
        detail: rendered(texts.from, { image }),
        // `FROM` compares the name with those in lower case.
        edit: { range, newText: withNumbers ? label : (name ?? label) },
        order: from.alias === undefined ? above.length + order : order,
      },
    ];
  });
}
