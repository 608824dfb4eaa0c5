import { groupOf } from '../../knowledge/workload-kinds';
import { objectsNamed, objectsOfKind, type PlacedObject } from './file-objects';
import { asMapping, asSequence, fieldOf, stringOf, valueAt } from './lookup';
import type { KubernetesObject, Manifest } from './manifest';
import type { Node } from './nodes';
import { isRole } from './role-permissions';

/** A binding of somebody's own to a role. */
export interface RoleBinding extends PlacedObject {
  readonly role: string;
  readonly roleNode: Node;
  readonly roleKind: string | undefined;
  /** The role, where it is in the file. */
  readonly bound: PlacedObject | undefined;
}

/** The RoleBindings and ClusterRoleBindings of a file. */
export const roleBindings = (manifest: Manifest): readonly RoleBinding[] =>
  ['ClusterRoleBinding', 'RoleBinding'].flatMap((bindingKind) =>
    objectsOfKind(manifest, bindingKind).flatMap(({ object, start }): readonly RoleBinding[] => {
      const roleNode = valueAt(object.node, ['roleRef', 'name']);
      const role = stringOf(roleNode);
      const roleKind = stringOf(valueAt(object.node, ['roleRef', 'kind']));
      if (roleNode === undefined || role === undefined || !isOwn(object)) return [];
      return [{ object, start, role, roleNode, roleKind, bound: boundRole(manifest, object, roleKind, role) }];
    }),
  );

/** Those who are the cluster's masters anyway lose nothing by it. */
function isOwn({ apiVersion, name, node }: KubernetesObject): boolean {
  if (groupOf(apiVersion) !== 'rbac.authorization.k8s.io' || name?.startsWith('system:') === true) return false;
  const subjects = (asSequence(fieldOf(node, 'subjects'))?.items ?? []).map((item) =>
    stringOf(fieldOf(asMapping(item.value), 'name')),
  );
  return subjects.length === 0 || !subjects.every((subject) => subject === 'system:masters');
}

function boundRole(
  manifest: Manifest,
  { namespace }: KubernetesObject,
  kind: string | undefined,
  name: string,
): PlacedObject | undefined {
  if (kind !== 'Role' && kind !== 'ClusterRole') return undefined;
  return objectsNamed(manifest, kind, name).find(
    ({ object }) => isRole(object) && (kind === 'ClusterRole' || object.namespace === namespace),
  );
}
