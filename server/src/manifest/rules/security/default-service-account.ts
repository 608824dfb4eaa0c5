import { soleFix } from '../../../engine/sole-fix';
import { setPath } from '../../edits/replace-scalar';
import { placeholder } from '../../edits/value';
import { booleanOf, fieldOf, lookup, stringOf } from '../../model/lookup';
import type { KubernetesObject } from '../../model/manifest';
import { podPlace } from '../../model/pod-place';
import { manifestRule } from '../../rule';
import { isSubdomain } from '../../values/names';

export default manifestRule({
  id: 'default-service-account',
  chapter: 'security',
  enabled: false,
  variants: {
    default: {
      severity: 'information',
      equals: ['kube-linter/default-service-account', 'checkov/CKV_K8S_41'],
      message:
        'The pod shares the account `default` with every other pod of its namespace: what one may do, all may do',
    },
  },
  fixes: {
    own: { title: 'Name a ServiceAccount of its own, for you to fill in', safety: 'placeholder' },
  },
  check(document, report) {
    for (const { pod, object } of document.objects.flatMap(({ workloads }) => workloads)) {
      const named = lookup(pod.node, 'serviceAccountName');
      const old = lookup(pod.node, 'serviceAccount');
      if (named.presence === 'unknown' || old.presence !== 'no') continue;
      // Without a token it is nobody to the API server.
      if (booleanOf(fieldOf(pod.node, 'automountServiceAccountToken')) === false) continue;
      const written = named.presence === 'yes' ? stringOf(named.entry?.value) : 'default';
      const at = named.entry?.value?.range ?? podPlace(pod, []);
      if (written !== 'default' || at === undefined) continue;
      report({
        variant: 'default',
        at,
        fixes: soleFix('own', () =>
          setPath(document, pod.node, ['serviceAccountName'], placeholder(accountName(object))),
        ),
      });
    }
  },
});

/** Mostly the account of an application is called like it. */
const accountName = ({ name }: KubernetesObject): string =>
  name === undefined || name === 'default' || !isSubdomain(name) ? 'app' : name;
