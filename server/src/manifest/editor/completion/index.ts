import type { Completion, EditorContext } from '../../../engine/editor';
import type { Manifest } from '../../model/manifest';
import { placeAt } from '../place/place';
import { fieldCompletions } from './fields';
import { headerCompletions } from './header';
import { newObjectCompletions } from './new-objects';
import { typedPlace } from './typed-place';
import { mapKeyCompletions, valueCompletions } from './values';

/** Characters behind which something can be offered that is no start of a word. */
export const completionTriggers: readonly string[] = [' '];

/** What may stand at an offset: nothing where the text is no manifest, or a template writes it. */
export function completionsAt(manifest: Manifest, offset: number, context: EditorContext): readonly Completion[] {
  const found = placeAt(manifest, offset);
  const place = found && typedPlace(found);
  // A blank that is typed in front of a key is indentation.
  if (place === undefined || (context.trigger !== undefined && place.kind === 'key' && !place.followsDash)) return [];
  const header = headerCompletions(place) ?? [];
  if (place.kind === 'value') return header.length > 0 ? header : valueCompletions(place);
  const fields = place.isNew ? [] : [...fieldCompletions(place, context), ...mapKeyCompletions(place)];
  return [...newObjectCompletions(place), ...header, ...fields, ...valueCompletions(place)];
}
