import type { ManifestDocument } from '../model/manifest';
import type { Mapping, Node } from '../model/nodes';
import { stepsTo } from './ancestors';
import { keyOrders, kindsByKey, kindsByParent, type MappingKind, specsByKind } from './key-order';

/** The canonical order of the keys of a mapping, by where in its document it stands; empty where there is none. */
export function keyOrderOf(document: ManifestDocument, mapping: Mapping): readonly string[] {
  const kind = kindOf(document, mapping);
  return kind === undefined ? [] : keyOrders[kind];
}

function kindOf(document: ManifestDocument, mapping: Mapping): MappingKind | undefined {
  let kind: MappingKind | undefined = 'object';
  let object = document.root;
  for (const step of stepsTo(document, mapping) ?? []) {
    if (step.kind === 'entry') kind = kindUnder(kind, step.entry.name, object);
    else if (kind === 'object') object = step.item.value;
  }
  // Custom resources have pods of their own.
  return kind === undefined || kind === 'workloadSpec' ? (hasContainers(mapping) ? 'podSpec' : kind) : kind;
}

function kindUnder(parent: MappingKind | undefined, key: string, object: Node | undefined): MappingKind | undefined {
  if (parent === 'object' && key === 'spec') return specsByKind[kindNameOf(object)] ?? 'workloadSpec';
  return (parent && kindsByParent[parent]?.[key]) ?? kindsByKey[key];
}

const hasContainers = (mapping: Mapping): boolean =>
  mapping.entries.some((entry) => entry.name === 'containers' && entry.value?.kind === 'sequence');

function kindNameOf(object: Node | undefined): string {
  const kind = object?.kind === 'mapping' ? object.entries.find((entry) => entry.name === 'kind')?.value : undefined;
  return kind?.kind === 'scalar' && typeof kind.value === 'string' ? kind.value : '';
}
