import type { ManifestDocument } from './manifest';
import type { Entry, Mapping, Node } from './nodes';
import { mostProblems } from './tree';

/** Two entries of a mapping with the same key, of which the later one counts. */
export interface DuplicateKey {
  readonly mapping: Mapping;
  readonly earlier: Entry;
  /** The next one with that key. */
  readonly later: Entry;
}

/**
 * Every key that stands in its mapping again further down. Not what the branches of a template repeat or what it may print
 * the start of another item between, nor the fields of a second object below the first, without the `---` between them.
 */
export function duplicateKeys({ root, mode, text, problems }: ManifestDocument): readonly DuplicateKey[] {
  // Who read the text has looked already, unless there was too much to say.
  if (problems.length < mostProblems && !problems.some(({ code }) => code === 'DUPLICATE_KEY')) return [];
  const found: DuplicateKey[] = [];
  const pending: (Node | undefined)[] = [root];
  while (pending.length > 0) {
    const node = pending.pop();
    if (node === undefined || node.kind === 'scalar' || node.alias !== undefined) continue;
    if (node.kind === 'mapping' && !(node === root && holdsTwoObjects(node))) found.push(...duplicatesIn(node));
    const members = node.kind === 'mapping' ? node.entries.filter(({ merged }) => !merged) : node.items;
    pending.push(...members.map(({ value }) => value));
  }
  const sure = mode === 'template' ? found.filter((duplicate) => !isParted(text, duplicate)) : found;
  return sure.sort((one, other) => one.earlier.range.start - other.earlier.range.start).slice(0, mostProblems);
}

/** Whether an action has a line of its own between the two: what it prints may be the start of another mapping. */
const isParted = (text: string, { earlier, later }: DuplicateKey): boolean =>
  /^[ \t]*\{\{/m.test(text.slice(earlier.key.range.end, later.key.range.start));

function duplicatesIn(mapping: Mapping): readonly DuplicateKey[] {
  const next = new Map<string, Entry>();
  const found: DuplicateKey[] = [];
  for (const entry of [...mapping.entries].reverse()) {
    if (entry.merged || entry.conditional || entry.key.type === 'unknown' || entry.key.alias !== undefined) continue;
    const later = next.get(entry.name);
    if (later !== undefined) found.push({ mapping, earlier: entry, later });
    next.set(entry.name, entry);
  }
  return found;
}

/** Whether both `apiVersion` and `kind` repeat at the top: a line of `---` is missing. */
const holdsTwoObjects = ({ entries }: Mapping): boolean =>
  ['apiVersion', 'kind'].every((name) => entries.filter((entry) => entry.name === name).length > 1);
