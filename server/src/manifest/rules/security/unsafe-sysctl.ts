import { soleFix } from '../../../engine/sole-fix';
import { minorOf } from '../../../knowledge/kubernetes-version';
import { isSafeSysctl } from '../../../knowledge/sysctls';
import { removeItem } from '../../edits/remove';
import { asMapping, asScalar, asSequence, fieldOf, stringOf } from '../../model/lookup';
import { manifestRule } from '../../rule';

const equals = ['kube-linter/unsafe-sysctls', 'trivy/KSV-0026'];

export default manifestRule({
  id: 'unsafe-sysctl',
  chapter: 'security',
  variants: {
    unsafe: {
      severity: 'warning',
      equals,
      message:
        '`{sysctl}` is not a safe sysctl: a node refuses the pod with SysctlForbidden unless its kubelet allows it',
    },
    ofNode: {
      severity: 'warning',
      equals,
      message: '`{sysctl}` is a setting of the whole node, which no pod can have for itself: the node refuses the pod',
    },
  },
  fixes: {
    remove: { title: 'Remove the sysctl `{sysctl}`', safety: 'behaviour' },
  },
  check(document, report, { settings }) {
    const minor = minorOf(settings.kubernetesVersion);
    for (const { pod } of document.objects.flatMap(({ workloads }) => workloads)) {
      const list = asSequence(fieldOf(pod.securityContext, 'sysctls'));
      if (pod.windows || list === undefined) continue;
      for (const item of list.items) {
        const name = asScalar(fieldOf(asMapping(item.value), 'name'));
        const sysctl = stringOf(name);
        if (name === undefined || sysctl === undefined || item.conditional || isSafeSysctl(sysctl, minor)) continue;
        report({
          variant: isNamespaced(sysctl) ? 'unsafe' : 'ofNode',
          at: name.range,
          values: { sysctl },
          fixes: soleFix('remove', () => removeItem(document, list, item)),
        });
      }
    }
  },
});

/** What the kernel keeps for each pod. Source: kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster */
const isNamespaced = (sysctl: string): boolean =>
  /^(?:kernel[./](?:shm|msg|sem)|fs[./]mqueue[./]|net[./])/.test(sysctl);
