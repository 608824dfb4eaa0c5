import { soleFix } from '../../../engine/sole-fix';
import type { TextEdit, TextRange } from '../../../engine/text';
import { groupOf } from '../../../knowledge/workload-kinds';
import { insertPath } from '../../edits/insert-key';
import { placeholder } from '../../edits/value';
import { asMapping, asSequence, entryOf, fieldOf, lookup, lookupAt, stringOf, valueAt } from '../../model/lookup';
import type { KubernetesObject } from '../../model/manifest';
import { objectLabel, objectPlace } from '../../model/object-place';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'ingress-without-tls',
  chapter: 'objects',
  enabled: false,
  variants: {
    missing: {
      severity: 'warning',
      equals: ['polaris/tlsSettingsMissing', 'kubescape/C-0263'],
      message: '`{ingress}` has no certificate: passwords and sessions cross the network for everyone to read',
    },
  },
  fixes: {
    tls: { title: 'Take the certificate of a Secret, its name for you to fill in', safety: 'placeholder' },
  },
  check(document, report) {
    for (const object of document.objects) {
      if (!isOpen(object)) continue;
      report({
        variant: 'missing',
        at: placeOf(object),
        values: { ingress: objectLabel(object) },
        fixes: soleFix('tls', () => withCertificate(object)),
      });
    }
  },
});

/** Whether requests surely come in unencrypted, as far as the Ingress decides. */
function isOpen({ kind, apiVersion, node, metadata, annotations }: KubernetesObject): boolean {
  const group = groupOf(apiVersion);
  if (kind !== 'Ingress' || (group !== 'networking.k8s.io' && group !== 'extensions')) return false;
  if (lookup(node, 'spec').presence !== 'yes' || lookupAt(node, ['spec', 'tls']).presence !== 'no') return false;
  if (metadata !== undefined && lookup(metadata, 'annotations').presence === 'unknown') return false;
  return !Object.entries(annotations).some(([name, value]) => certificates.test(name) && value !== 'false');
}

/**
 * Annotations by which a cloud or a controller takes its certificate from elsewhere, or leaves the encryption to the pods: AWS
 * Load Balancer Controller, GKE, ingress-nginx, Traefik, OpenShift.
 */
const certificates =
  /certificate|cert-arn|pre-shared-cert|ssl-passthrough|router\.(?:tls|entrypoints)|route\.openshift\.io\/termination|appgw-ssl/;

/** The key that the certificate belongs to: the rules, else the whole. */
const placeOf = (object: KubernetesObject): TextRange =>
  entryOf(asMapping(fieldOf(object.node, 'spec')), 'rules')?.key.range ?? objectPlace(object);

function withCertificate(object: KubernetesObject): readonly TextEdit[] | undefined {
  const rules = asSequence(valueAt(object.node, ['spec', 'rules']))?.items ?? [];
  const hosts = rules.map(({ value }) => stringOf(fieldOf(asMapping(value), 'host')));
  const named = [...new Set(hosts.flatMap((host) => host ?? []))];
  const secretName = placeholder(`${object.name ?? 'ingress'}-tls`);
  return insertPath(
    object.document,
    object.node,
    ['spec', 'tls'],
    [named.length > 0 && !hosts.includes(undefined) ? { hosts: named, secretName } : { secretName }],
  );
}
