import type { TextEdit } from '../../engine/text';
import type { Container, EnvironmentVariable, ManifestDocument } from '../model/manifest';
import type { Entry, Sequence } from '../model/nodes';
import { insertItemsUnder } from './insert-item';
import { entryNamed, type Held } from './members';
import { commentsIn } from './obstacles';
import { cut } from './remove';
import { removeItems } from './remove-items';
import { replaceItems, stretchOf } from './replace-items';
import { renameKey } from './replace-scalar';
import { extentOf } from './source';
import { together } from './together';
import type { BlockValue, SourceValue } from './value';
import { commentedSource } from './variable-source';

export interface TakenVariables {
  readonly edits: readonly TextEdit[];
  /** What they say, by name, with the comments that belong to them. */
  readonly values: ReadonlyMap<string, SourceValue>;
}

/**
 * Takes variables out of a container's `env`, with the comments that belong to them, and has them brought by `envFrom`.
 * @param source the new item of `envFrom`; `undefined` when it is there
 * @returns `undefined` where the text cannot be edited safely
 */
export function takeVariables(
  document: ManifestDocument,
  { node }: Container,
  variables: readonly EnvironmentVariable[],
  source: BlockValue | undefined,
): TakenVariables | undefined {
  const entry = entryNamed(node, 'env');
  const list = entry?.value;
  if (entry === undefined || list?.kind !== 'sequence') return undefined;
  const all = variables.length === list.items.length;
  const values = valuesOf(document, entry, list, variables, all);
  const added = source === undefined ? [] : insertItemsUnder(document, node, 'envFrom', [source]);
  let edits: readonly TextEdit[] | undefined;
  if (!all) edits = together(withoutItems(document, list, variables), added);
  else if (entryNamed(node, 'envFrom') !== undefined)
    edits = together(withoutEntry(document, { collection: node, member: entry }, entry, list), added);
  else if (source !== undefined)
    edits = together(renameKey(document, node, entry, 'envFrom'), replaceItems(document, entry, list, source));
  return edits === undefined || values === undefined ? undefined : { edits, values };
}

function valuesOf(
  document: ManifestDocument,
  entry: Entry,
  list: Sequence,
  variables: readonly EnvironmentVariable[],
  all: boolean,
): ReadonlyMap<string, SourceValue> | undefined {
  const values = new Map<string, SourceValue>();
  let from = all ? stretchOf(document, entry, list)?.start : undefined;
  if (all && from === undefined) return undefined;
  for (const variable of variables) {
    const extent = extentOf(document.text, { collection: list, member: variable.item });
    // When none stays, there is nothing left that a comment between two of them could belong to.
    const value = commentedSource(document, list, variable, from ?? extent.start);
    if (value === undefined || variable.name === undefined) return undefined;
    values.set(variable.name, value);
    if (all) from = extent.end;
  }
  return values;
}

function withoutItems(
  document: ManifestDocument,
  list: Sequence,
  variables: readonly EnvironmentVariable[],
): readonly TextEdit[] | undefined {
  const items = variables.map(({ item }) => item);
  if (list.flow) return removeItems(document, list, items);
  return together(...items.map((item) => cut(document, { collection: list, member: item }, true)));
}

/** The key with its list; not where comments stand in it that belong to none of the items. */
function withoutEntry(
  document: ManifestDocument,
  held: Held,
  entry: Entry,
  list: Sequence,
): readonly TextEdit[] | undefined {
  const stretch = stretchOf(document, entry, list);
  if (stretch === undefined) return undefined;
  const whole = { start: entry.range.start, end: extentOf(document.text, held).end };
  if (commentsIn(document, whole).length !== commentsIn(document, stretch).length) return undefined;
  return cut(document, held, false);
}
