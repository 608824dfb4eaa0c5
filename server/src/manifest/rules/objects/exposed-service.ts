import { asScalar, lookupAt, stringOf } from '../../model/lookup';
import type { KubernetesObject } from '../../model/manifest';
import { objectLabel } from '../../model/object-place';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'exposed-service',
  chapter: 'objects',
  enabled: false,
  variants: {
    node: {
      severity: 'warning',
      equals: ['kube-linter/exposed-services', 'kube-score/service-type'],
      message: '`{service}` opens a port on every node of the cluster, past whatever stands in front of it',
    },
    balancer: {
      severity: 'information',
      equals: ['kube-linter/exposed-services'],
      message: '`{service}` gets a load balancer of its own, which mostly has a public address',
    },
  },
  check(document, report) {
    for (const object of document.objects) {
      if (object.kind !== 'Service' || object.apiVersion !== 'v1') continue;
      const { presence, entry } = lookupAt(object.node, ['spec', 'type']);
      const node = presence === 'yes' ? asScalar(entry?.value) : undefined;
      const type = stringOf(node);
      const variant = type === 'NodePort' ? 'node' : type === 'LoadBalancer' ? 'balancer' : undefined;
      if (node === undefined || variant === undefined || (variant === 'balancer' && isConfined(object))) continue;
      report({ variant, at: node.range, values: { service: objectLabel(object) } });
    }
  },
});

/** Whether a load balancer is not for the world: it takes some addresses only, or the cloud is told to keep it inside. */
function isConfined({ node, metadata, annotations }: KubernetesObject): boolean {
  if (lookupAt(node, ['spec', 'loadBalancerSourceRanges']).presence !== 'no') return true;
  if (metadata !== undefined && lookupAt(metadata, ['annotations']).presence === 'unknown') return true;
  return Object.entries(annotations).some(
    ([name, value]) => internalAnnotations.test(name) && !/^(?:false|external|internet-facing|)$/i.test(value),
  );
}

/** https://kubernetes.io/docs/concepts/services-networking/service/#internal-load-balancer */
const internalAnnotations =
  /^service\.(?:beta\.)?kubernetes\.io\/.*(?:internal|private|address-type|network-type|scheme|load-balancer-source-ranges)|^(?:networking\.gke|cloud\.google)\.(?:io|com)\/load-balancer-type$/;
