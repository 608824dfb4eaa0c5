import type { Safety, Values } from '../../engine/fix';
import type { FixOffer } from '../../engine/rule';
import type { TextRange } from '../../engine/text';
import { removeOnce } from '../edits/remove-once';
import { isNothing, lookup } from '../model/lookup';
import type { Entry, ManifestDocument, Mapping, Workload } from '../model/manifest';

/** A field that Kubernetes knows, where it cannot be. */
export interface Misplacement {
  readonly variant: MisplacementVariant;
  readonly at: TextRange;
  readonly values: Values;
  readonly mends: readonly Mend[];
}

export type MisplacementVariant =
  | 'initContainer'
  | 'readinessGrace'
  | 'successes'
  | 'restartPolicy'
  | 'noRestartPolicy'
  | 'containerRestart'
  | 'deadline'
  | 'ephemeral'
  | 'serviceType';

export type Mend = FixOffer<'remove' | 'sidecar' | 'policy' | 'type'>;

/** Takes the field out; no fix where the text cannot be edited safely. */
export function removal(
  document: ManifestDocument,
  mapping: Mapping,
  entry: Entry,
  safety: Safety = 'safe',
): readonly Mend[] {
  const edits = removeOnce(document, mapping, entry);
  return edits === undefined ? [] : [{ id: 'remove', values: { field: entry.name }, safety, edits: () => edits }];
}

/** An entry that is surely there, and says something. */
export function writtenIn(mapping: Mapping, key: string): Entry | undefined {
  const { presence, entry } = lookup(mapping, key);
  const empty = entry?.value?.kind === 'sequence' && entry.value.items.length === 0;
  return presence === 'yes' && entry !== undefined && !isNothing(entry.value) && !empty ? entry : undefined;
}

/** Whether a workload is of a kind that Kubernetes has itself: what others make of a pod is theirs. */
export const isOwn = ({ kind }: Workload): boolean => kind?.groups.every((group) => !group.includes('.')) === true;
