import type { TextEdit } from '../../engine/text';
import { entryOf } from '../model/lookup';
import type { ManifestDocument, Mapping } from '../model/manifest';
import type { ServerField } from '../model/server-fields';
import { writtenEntries } from './members';
import { removeOnce } from './remove-once';
import { together } from './together';

/**
 * Removes what a cluster wrote into an object, all of it where the text can be edited so, else the first of it.
 * @param metadata which loses its annotations when nothing else is among them
 */
export function removeServerFields(
  document: ManifestDocument,
  metadata: Mapping | undefined,
  fields: readonly ServerField[],
): readonly TextEdit[] | undefined {
  const annotations = metadata && entryOf(metadata, 'annotations');
  const inside = fields.filter(({ mapping }) => mapping === annotations?.value);
  const all =
    inside.length > 1 &&
    annotations?.value?.kind === 'mapping' &&
    inside.length === writtenEntries(annotations.value).length;
  const others = all ? fields.filter((field) => !inside.includes(field)) : fields;
  const [first] = fields;
  return (
    together(
      all && metadata !== undefined ? removeOnce(document, metadata, annotations) : [],
      ...others.map(({ mapping, entry }) => removeOnce(document, mapping, entry)),
    ) ??
    (first && removeOnce(document, first.mapping, first.entry))
  );
}
