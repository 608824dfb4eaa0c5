import { groupOf } from '../../knowledge/workload-kinds';
import { asMapping, asSequence, fieldOf, stringOf, valueAt } from './lookup';
import type { KubernetesObject, Manifest } from './manifest';
import type { Node } from './nodes';
import { allowsEverything, isRole } from './role-permissions';

/** A binding whose subjects may do everything. */
export interface AdminBinding {
  readonly object: KubernetesObject;
  readonly start: number;
  /** In the cluster, or in a namespace, by `cluster-admin` or by a role of the file. */
  readonly reach: 'cluster' | 'namespace' | 'role';
  readonly role: string;
  readonly roleNode: Node;
}

/** The bindings of a file to `cluster-admin`, or to a role of the file that allows everything. */
export function adminBindings({ documents }: Manifest): readonly AdminBinding[] {
  const objects = documents.flatMap(({ document, start }) => document.objects.map((object) => ({ object, start })));
  return objects.flatMap(({ object, start }): readonly AdminBinding[] => {
    const roleNode = valueAt(object.node, ['roleRef', 'name']);
    const role = stringOf(roleNode);
    const kind = stringOf(valueAt(object.node, ['roleRef', 'kind']));
    if (roleNode === undefined || role === undefined || !isOwnBinding(object)) return [];
    const inCluster = object.kind === 'ClusterRoleBinding';
    if (kind === 'ClusterRole' && role === 'cluster-admin')
      return [{ object, start, reach: inCluster ? 'cluster' : 'namespace', role, roleNode }];
    const bound = objects.find(
      ({ object: other }) => isRole(other) && other.kind === kind && other.name === role,
    )?.object;
    if (bound === undefined || !allowsEverything(bound)) return [];
    return bound.kind === 'Role' && bound.namespace !== object.namespace
      ? []
      : [{ object, start, reach: inCluster ? 'cluster' : 'role', role, roleNode }];
  });
}

/** A binding of somebody's own; those who are the cluster's masters anyway lose nothing by it. */
function isOwnBinding({ apiVersion, kind, name, node }: KubernetesObject): boolean {
  if (kind !== 'ClusterRoleBinding' && kind !== 'RoleBinding') return false;
  if (groupOf(apiVersion) !== 'rbac.authorization.k8s.io' || name?.startsWith('system:') === true) return false;
  const subjects = (asSequence(fieldOf(node, 'subjects'))?.items ?? []).map((item) =>
    stringOf(fieldOf(asMapping(item.value), 'name')),
  );
  return subjects.length === 0 || !subjects.every((subject) => subject === 'system:masters');
}
