import type { Manifest } from './manifest';
import { type RoleBinding, roleBindings } from './role-bindings';
import { allowsEverything } from './role-permissions';

/** A binding whose subjects may do everything. */
export interface AdminBinding extends RoleBinding {
  /** In the cluster, or in a namespace, by `cluster-admin` or by a role of the file. */
  readonly reach: 'cluster' | 'namespace' | 'role';
}

/** The bindings of a file to `cluster-admin`, or to a role of the file that allows everything. */
export const adminBindings = (manifest: Manifest): readonly AdminBinding[] =>
  roleBindings(manifest).flatMap((binding): readonly AdminBinding[] => {
    const { object, role, roleKind, bound } = binding;
    const inCluster = object.kind === 'ClusterRoleBinding';
    if (roleKind === 'ClusterRole' && role === 'cluster-admin')
      return [{ ...binding, reach: inCluster ? 'cluster' : 'namespace' }];
    if (bound === undefined || !allowsEverything(bound.object)) return [];
    return [{ ...binding, reach: inCluster ? 'cluster' : 'role' }];
  });
