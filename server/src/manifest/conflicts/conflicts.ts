import { everyContainer } from '../model/every-container';
import type { ManifestDocument } from '../model/manifest';
import type { Conflict } from './conflict';
import { exclusiveConflicts } from './exclusive';
import { nodePortConflicts } from './node-ports';
import { privilegeConflicts } from './privileges';
import { boundConflicts, requestConflicts } from './resources';
import { tolerationConflicts } from './tolerations';
import { updateConflicts } from './updates';

/** All that a document says twice, and differently. */
export const conflictsIn = (document: ManifestDocument): readonly Conflict[] => [
  ...exclusiveConflicts(document),
  ...document.objects.flatMap((object) => [
    ...updateConflicts(object),
    ...boundConflicts(object),
    ...object.workloads.flatMap(({ pod }) => tolerationConflicts(pod)),
  ]),
  ...everyContainer(document).flatMap((container) => [
    ...privilegeConflicts(container),
    ...nodePortConflicts(container),
    ...requestConflicts(container),
  ]),
];
