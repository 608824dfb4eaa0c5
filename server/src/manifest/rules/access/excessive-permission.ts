import { isRole, type Permission, permissionsOf } from '../../model/role-permissions';
import { manifestRule } from '../../rule';

const ofSecrets = ['kube-linter/access-to-secrets', 'kubescape/C-0015', 'kubescape/C-0186'];
const ofPods = ['kube-linter/access-to-create-pods', 'kubescape/C-0188'];

export default manifestRule({
  id: 'excessive-permission',
  chapter: 'access',
  variants: {
    wildcard: {
      severity: 'warning',
      equals: ['kube-linter/wildcard-in-rules', 'checkov/CKV_K8S_49'],
      message: '`{role}` has a `*`: it allows what is added to the API later, too, and mostly more than is needed',
    },
    secrets: {
      severity: 'warning',
      equals: [...ofSecrets, 'trivy/KSV-0041'],
      message: '`{role}` may read the secrets of every namespace it is bound in: whoever gets in as it has them all',
    },
    pods: {
      severity: 'warning',
      equals: ofPods,
      message: '`{role}` may create pods, and with them use every service account and secret of a namespace',
    },
    exec: {
      severity: 'warning',
      equals: ['polaris/clusterrolePodExecAttach', 'kubescape/C-0002'],
      message: '`{role}` may run commands in pods (`{resource}`): whoever gets in as it is in all of them',
    },
    ownSecrets: {
      severity: 'information',
      equals: [...ofSecrets, 'trivy/KSV-0113'],
      message: '`{role}` may read all secrets of its namespace, not only those that it needs',
    },
    ownPods: {
      severity: 'information',
      equals: ofPods,
      message: '`{role}` may create pods in its namespace, and with them use every service account and secret there',
    },
    ownExec: {
      severity: 'information',
      equals: ['polaris/rolePodExecAttach', 'kubescape/C-0002'],
      message: '`{role}` may run commands in all pods of its namespace (`{resource}`)',
    },
  },
  check(document, report) {
    for (const role of document.objects.filter(isRole))
      for (const { what, word, range } of permissionsOf(role))
        report({
          variant: role.kind === 'Role' ? ofNamespace[what] : what,
          at: range,
          values: { role: role.name ?? role.kind, resource: word },
        });
  },
});

const ofNamespace = {
  wildcard: 'wildcard',
  secrets: 'ownSecrets',
  pods: 'ownPods',
  exec: 'ownExec',
} as const satisfies Readonly<Record<Permission['what'], string>>;
