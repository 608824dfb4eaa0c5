import type { TextEdit } from '../../engine/text';
import type { ManifestDocument } from '../model/manifest';
import type { Entry, Mapping } from '../model/nodes';
import { removeEntry } from './remove';

/**
 * Removes a key that stands in its mapping once: of two, the other one would count then.
 * @returns `undefined` for one that stands there again, and where `removeEntry` is
 */
export const removeOnce = (
  document: ManifestDocument,
  mapping: Mapping,
  entry: Entry,
): readonly TextEdit[] | undefined =>
  mapping.entries.some((other) => other.name === entry.name && other !== entry)
    ? undefined
    : removeEntry(document, mapping, entry);
