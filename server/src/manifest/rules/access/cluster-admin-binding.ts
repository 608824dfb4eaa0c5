import { shifted } from '../../../engine/text';
import { adminBindings } from '../../model/admin-bindings';
import { manifestFileRule } from '../../rule';

export default manifestFileRule({
  id: 'cluster-admin-binding',
  chapter: 'access',
  variants: {
    cluster: {
      severity: 'warning',
      equals: ['kube-linter/cluster-admin-role-binding', 'polaris/clusterrolebindingClusterAdmin'],
      message:
        '`{name}` gives away the whole cluster: whoever gets in as one of its subjects has every node and secret',
    },
    namespace: {
      severity: 'warning',
      equals: ['polaris/rolebindingClusterAdminClusterRole'],
      message: '`{name}` gives away its whole namespace: whoever gets in as one of its subjects may do anything there',
    },
    role: {
      severity: 'warning',
      equals: ['polaris/rolebindingClusterAdminRole'],
      message:
        '`{name}` binds `{role}`, which allows everything: whoever gets in as one of its subjects may do anything',
    },
  },
  check(manifest, report) {
    for (const { object, start, reach, role, roleNode } of adminBindings(manifest))
      report({
        variant: reach,
        at: shifted(roleNode.range, start),
        values: { name: object.name ?? object.kind, role },
      });
  },
});
