import { remembered } from '../../engine/remembered';
import type { ManifestDocument } from './manifest';
import type { Entry } from './nodes';

/**
 * The first keys of the objects that follow another one in the same document, without the line of `---` between them: where both
 * `apiVersion` and `kind` stand again. Not in JSON, which has no such line, nor where a template may print one.
 */
export const documentBoundaries = remembered((document: ManifestDocument): readonly Entry[] => {
  const { root, format } = document;
  if (root?.kind !== 'mapping' || root.flow || format === 'json') return [];
  const entries = root.entries.filter((entry) => !entry.merged && !entry.conditional);
  const last = new Map(entries.map(({ name }, index) => [name, index]));
  const found: Entry[] = [];
  let seen = new Map<string, number>();
  for (const [index, entry] of entries.entries()) {
    if (identity.includes(entry.name) && identity.every((name) => seen.has(name))) {
      const start = startOf(entries, index, seen);
      const [before, first] = [entries[start - 1], entries[start]];
      const whole = identity.every((name) => (last.get(name) ?? -1) >= start);
      if (whole && before !== undefined && first !== undefined && !mayPrint(document, before, first)) found.push(first);
      seen = new Map(entries.slice(start, index).map(({ name }, offset) => [name, start + offset]));
    }
    if (!seen.has(entry.name)) seen.set(entry.name, index);
  }
  return found;
});

/** What every object says of itself. */
const identity = ['apiVersion', 'kind'];

/** The new object may begin with keys above its `apiVersion` or `kind` that the one above has as well. */
function startOf(entries: readonly Entry[], index: number, seen: ReadonlyMap<string, number>): number {
  const own = new Set([entries[index]?.name]);
  let start = index;
  for (let above = index - 1; above >= 0; above--) {
    const name = entries[above]?.name ?? '';
    if (own.has(name) || (seen.get(name) ?? above) >= above) break;
    own.add(name);
    start = above;
  }
  return start;
}

/** Whether an action has a line of its own between two keys: what it prints may be the line that seems to be missing. */
const mayPrint = ({ mode, text }: ManifestDocument, before: Entry, first: Entry): boolean =>
  mode === 'template' && /^[ \t]*\{\{/m.test(text.slice(before.key.range.end, first.key.range.start));
