import { shifted } from '../../../engine/text';
import { objectLabel } from '../../model/object-place';
import { roleBindings } from '../../model/role-bindings';
import { permissionsOf } from '../../model/role-permissions';
import { manifestFileRule } from '../../rule';

const message = '`{name}` binds `{role}`: whoever gets in as one of its subjects runs commands in all pods of {where}';

export default manifestFileRule({
  id: 'exec-binding',
  chapter: 'access',
  variants: {
    cluster: { severity: 'information', equals: ['polaris/clusterrolebindingPodExecAttach'], message },
    clusterRole: { severity: 'information', equals: ['polaris/rolebindingClusterRolePodExecAttach'], message },
    role: { severity: 'information', equals: ['polaris/rolebindingRolePodExecAttach'], message },
  },
  notes: { permission: 'What allows it' },
  phrases: { where: ['the cluster', 'its namespace'] },
  check(manifest, report) {
    for (const { object, start, role, roleNode, roleKind, bound } of roleBindings(manifest)) {
      if (builtIn.has(role)) continue;
      const permission = bound && permissionsOf(bound.object).find(({ what }) => what === 'exec');
      if (bound === undefined || permission === undefined) continue;
      const inCluster = object.kind === 'ClusterRoleBinding';
      report({
        variant: inCluster ? 'cluster' : roleKind === 'Role' ? 'role' : 'clusterRole',
        at: shifted(roleNode.range, start),
        values: { name: objectLabel(object), role, where: inCluster ? 'the cluster' : 'its namespace' },
        related: [{ at: shifted(permission.range, bound.start), note: 'permission' }],
      });
    }
  },
});

/** https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles */
const builtIn: ReadonlySet<string> = new Set(['cluster-admin', 'admin', 'edit']);
