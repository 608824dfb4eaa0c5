import { removeOnce } from '../edits/remove-once';
import { splitItem } from '../edits/split-item';
import { together } from '../edits/together';
import { type ExclusiveFields, exclusiveFields } from '../model/exclusive-fields';
import type { Entry, ManifestDocument } from '../model/manifest';
import { mostProblems } from '../model/tree';
import type { Conflict, Mend } from './conflict';

/** Fields of which there may be one. */
export const exclusiveConflicts = (document: ManifestDocument): readonly Conflict[] =>
  exclusiveFields(document)
    .slice(0, mostProblems)
    .flatMap((fields): readonly Conflict[] => {
      const [first, last] = inOrder(fields.entries);
      if (first === undefined || last === undefined) return [];
      return [
        {
          variant: 'exclusive',
          at: last.key.range,
          values: { one: first.name, other: last.name, holder: fields.holder },
          other: first.key.range,
          mends: [...split(document, fields, last), ...choices(document, fields)],
        },
      ];
    });

const inOrder = (entries: readonly Entry[]): readonly Entry[] =>
  [...entries].sort((one, other) => one.range.start - other.range.start);

/** Two items say what one cannot: only where each field is sure to have been meant, and nothing else goes with both. */
function split(
  document: ManifestDocument,
  { mapping, entries, listed }: ExclusiveFields,
  last: Entry,
): readonly Mend[] {
  if (listed === undefined || entries.length > 2 || mapping.entries.length > 2 || mapping.merges.length > 0) return [];
  const edits = splitItem(document, listed.sequence, listed.item, last);
  return edits === undefined ? [] : [{ id: 'split', values: { other: last.name }, edits: () => edits }];
}

function choices(document: ManifestDocument, { mapping, entries }: ExclusiveFields): readonly Mend[] {
  return entries.slice(0, 2).flatMap((kept, index): readonly Mend[] => {
    const edits = together(
      ...entries.filter((entry) => entry !== kept).map((entry) => removeOnce(document, mapping, entry)),
    );
    const id = index === 0 ? 'keep' : 'keepOther';
    return edits === undefined ? [] : [{ id, values: { kept: kept.name }, edits: () => edits }];
  });
}
