import type { Safety, Values } from '../../engine/fix';
import type { FixOffer } from '../../engine/rule';
import type { TextEdit, TextRange } from '../../engine/text';
import { removeOnce } from '../edits/remove-once';
import type { Entry, ManifestDocument, Mapping } from '../model/manifest';

/** Two things that a manifest says, and that cannot both be so. */
export interface Conflict {
  readonly variant: ConflictVariant;
  readonly at: TextRange;
  readonly values: Values;
  /** Where the other one stands. */
  readonly other?: TextRange | undefined;
  readonly mends: readonly Mend[];
}

export type ConflictVariant =
  | 'exclusive'
  | 'otherType'
  | 'standstill'
  | 'bothWays'
  | 'escalation'
  | 'toleration'
  | 'eviction'
  | 'hostPort'
  | 'overLimit'
  | 'unequal'
  | 'unlimited'
  | 'bounds';

export type Mend = FixOffer<'keep' | 'keepOther' | 'split' | 'remove' | 'removeOther' | 'write' | 'writeOther'>;

/** Takes one of the two away; no fix where the text cannot be edited safely. */
export function removal(
  document: ManifestDocument,
  mapping: Mapping,
  entry: Entry,
  { id = 'remove', safety = 'behaviour' }: { readonly id?: 'remove' | 'removeOther'; readonly safety?: Safety } = {},
): readonly Mend[] {
  const edits = removeOnce(document, mapping, entry);
  return edits === undefined ? [] : [{ id, values: { key: entry.name }, safety, edits: () => edits }];
}

/** Writes what goes with the other one; no fix where that is there, or cannot be written safely. */
export const writing = (
  key: string,
  value: string,
  edits: readonly TextEdit[] | undefined,
  { id = 'write', safety = 'behaviour' }: { readonly id?: 'write' | 'writeOther'; readonly safety?: Safety } = {},
): readonly Mend[] =>
  edits === undefined || edits.length === 0 ? [] : [{ id, values: { key, value }, safety, edits: () => edits }];
