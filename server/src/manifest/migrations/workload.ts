import { insertKey } from '../edits/insert-key';
import { removeEntry } from '../edits/remove';
import { together } from '../edits/together';
import { asMapping, fieldOf, stringOf } from '../model/lookup';
import type { Mapping } from '../model/manifest';
import { different, type Migrate, writtenEntry, writtenMapping } from './migration';

/** Fields that `apps/v1` no longer has. */
const gone = ['rollbackTo', 'templateGeneration'];

/**
 * A workload of `extensions/v1beta1` or `apps/v1beta1` as one of `apps/v1`: the selector is no longer made from the labels
 * of the template, so that it is written out.
 */
export const migrateWorkload: Migrate = (object) => {
  const { document } = object;
  const spec = writtenMapping(object.node, 'spec');
  // A patch leaves the selector to what it is merged over.
  if (document.mode === 'patch') return different([]);
  if (spec === undefined || spec === 'none') return undefined;
  const removed = gone.map((name) => {
    const entry = writtenEntry(spec, name);
    return entry === undefined ? [] : entry === 'unknown' ? undefined : removeEntry(document, spec, entry);
  });
  const selector = writtenEntry(spec, 'selector');
  if (selector === 'unknown') return undefined;
  if (selector !== undefined) return different(together(...removed));
  const labels = templateLabels(spec);
  return different(labels && together(insertKey(document, spec, 'selector', { matchLabels: labels }), ...removed));
};

function templateLabels(spec: Mapping): ReadonlyMap<string, string> | undefined {
  const labels = asMapping(fieldOf(asMapping(fieldOf(asMapping(fieldOf(spec, 'template')), 'metadata')), 'labels'));
  if (labels === undefined || labels.open || labels.entries.length === 0) return undefined;
  const found = new Map<string, string>();
  for (const { name, value, conditional } of labels.entries) {
    const label = stringOf(value);
    if (label === undefined || conditional) return undefined;
    found.set(name, label);
  }
  return found;
}
