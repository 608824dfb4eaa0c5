import type { Completion, EditorContext } from '../../../engine/editor';
import type { TextRange } from '../../../engine/text';
import { imageCompletions } from './images';
import type { CompletionPlace } from './place';
import { stageCompletions } from './stages';

/** What `from=` may name: the stages above, then images; behind a colon only the tags of one. */
export function sourceCompletions(
  place: CompletionPlace,
  range: TextRange,
  typed: string,
  context: EditorContext,
): readonly Completion[] {
  const images = imageCompletions(typed, range, context, 50);
  return /[:@]/.test(typed) ? images : [...stageCompletions(place, range), ...images];
}
