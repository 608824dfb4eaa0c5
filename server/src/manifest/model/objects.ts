import { asMapping, asSequence, fieldOf, stringOf, stringsOf } from './lookup';
import type { KubernetesObject, ManifestDocument, Workload } from './manifest';
import type { Mapping, Node } from './nodes';
import { identityOf } from './recognition';
import { workloadsOf } from './workloads';

/** Lists can hold lists, but none does so deeper than this. */
const deepestList = 8;

/** The objects that a document's root stands for: itself, or what a `List` or an OpenShift `Template` holds. */
export function objectsOf(root: Node | undefined, document: ManifestDocument): readonly KubernetesObject[] {
  const mapping = asMapping(root);
  return mapping === undefined ? [] : objectsIn(mapping, document, 0);
}

function objectsIn(mapping: Mapping, document: ManifestDocument, depth: number): readonly KubernetesObject[] {
  const items = depth < deepestList ? listOf(mapping) : undefined;
  if (items === undefined) return [objectOf(mapping, document)];
  return items.flatMap((item) => objectsIn(item, document, depth + 1));
}

/** The items of `List`, `PodList` and the like, and of OpenShift's `Template`. */
function listOf(mapping: Mapping): readonly Mapping[] | undefined {
  const kind = stringOf(fieldOf(mapping, 'kind')) ?? '';
  const items = /List$/.test(kind)
    ? fieldOf(mapping, 'items')
    : kind === 'Template'
      ? fieldOf(mapping, 'objects')
      : undefined;
  return asSequence(items)?.items.flatMap((item) => asMapping(item.value) ?? []);
}

function objectOf(node: Mapping, document: ManifestDocument): KubernetesObject {
  const { apiVersion, kind } = identityOf(node);
  const metadata = asMapping(fieldOf(node, 'metadata'));
  const workloads: Workload[] = [];
  const object: KubernetesObject = {
    apiVersion: stringOf(apiVersion) ?? '',
    kind: stringOf(kind) ?? '',
    name: stringOf(fieldOf(metadata, 'name')),
    namespace: stringOf(fieldOf(metadata, 'namespace')),
    node,
    apiVersionNode: apiVersion,
    kindNode: kind,
    labels: stringsOf(fieldOf(metadata, 'labels')),
    annotations: stringsOf(fieldOf(metadata, 'annotations')),
    metadata,
    workloads,
    document,
  };
  workloads.push(...workloadsOf(object));
  return object;
}
