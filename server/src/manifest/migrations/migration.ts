import type { TextEdit } from '../../engine/text';
import { lookup } from '../model/lookup';
import type { Entry, KubernetesObject, Mapping, Node } from '../model/manifest';

/** What has to change in an object besides its `apiVersion`. */
export interface Changes {
  readonly edits: readonly TextEdit[];
  /** `same`: it means what it meant; `different`: defaults or meaning may differ; `unsure`: a person has to fill something in. */
  readonly meaning: 'same' | 'different' | 'unsure';
}

/** @returns `undefined` where it cannot be known, or the text cannot be edited safely */
export type Migrate = (object: KubernetesObject) => Changes | undefined;

/** Nothing has to change. */
export const unchanged: Changes = { edits: [], meaning: 'same' };

/** Edits that change what an object means, if any. */
export const different = (edits: readonly TextEdit[] | undefined): Changes | undefined =>
  edits && { edits, meaning: 'different' };

/**
 * The entry of a key.
 * @returns `undefined` when it is not there, `unknown` when a template, a patch or a merge decides
 */
export function writtenEntry(mapping: Mapping, key: string): Entry | 'unknown' | undefined {
  const { presence, entry } = lookup(mapping, key);
  if (presence === 'unknown' || entry?.merged === true) return 'unknown';
  return entry;
}

/** The mappings of a list under a key, none when it is not there; `undefined` when they cannot all be known. */
export function writtenItems(mapping: Mapping, key: string): readonly Mapping[] | undefined {
  const entry = writtenEntry(mapping, key);
  if (entry === 'unknown') return undefined;
  const list = entry?.value;
  if (list === undefined) return [];
  if (list.kind !== 'sequence' || list.open || list.items.some(({ conditional }) => conditional)) return undefined;
  const items = list.items.map(({ value }) => value);
  return items.every(isMapping) ? items : undefined;
}

/** A mapping under a key, `none` when the key is not there; `undefined` when it cannot be known. */
export function writtenMapping(mapping: Mapping, key: string): Mapping | 'none' | undefined {
  const entry = writtenEntry(mapping, key);
  if (entry === 'unknown') return undefined;
  if (entry === undefined) return 'none';
  return isMapping(entry.value) ? entry.value : undefined;
}

const isMapping = (node: Node | undefined): node is Mapping => node?.kind === 'mapping' && node.alias === undefined;
