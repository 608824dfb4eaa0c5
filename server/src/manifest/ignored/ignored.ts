import type { Values } from '../../engine/fix';
import type { FixOffer } from '../../engine/rule';
import type { TextRange } from '../../engine/text';
import { removeOnce } from '../edits/remove-once';
import type { Entry, ManifestDocument, Mapping } from '../model/manifest';

/** Something that a manifest says, and that nobody heeds. */
export interface Ignored {
  readonly variant: IgnoredVariant;
  readonly at: TextRange;
  readonly values: Values;
  /** More of the same. */
  readonly others?: readonly TextRange[];
  readonly mends: readonly Mend[];
}

export type IgnoredVariant =
  | 'annotation'
  | 'annotationGone'
  | 'appArmor'
  | 'volume'
  | 'compared'
  | 'written'
  | 'empty'
  | 'scope'
  | 'noSelector'
  | 'noPods'
  | 'hostAddress';

export type Mend = FixOffer<'field' | 'remove' | 'clean' | 'select'>;

/** Takes it away; no fix where the text cannot be edited safely. */
export function removal(document: ManifestDocument, mapping: Mapping, entry: Entry): readonly Mend[] {
  const edits = removeOnce(document, mapping, entry);
  return edits === undefined ? [] : [{ id: 'remove', values: { name: entry.name }, edits: () => edits }];
}
