import type { FixOffer } from '../../../engine/rule';
import { minorOf } from '../../../knowledge/kubernetes-version';
import { type RemovedApi, removedApi } from '../../../knowledge/removed-apis';
import { groupOf } from '../../../knowledge/workload-kinds';
import { replaceScalar } from '../../edits/replace-scalar';
import { migrated } from '../../migrations/migrate';
import { asMapping, asScalar, fieldOf, lookup, stringOf, valueAt } from '../../model/lookup';
import type { KubernetesObject } from '../../model/manifest';
import { manifestRule } from '../../rule';

const equals = ['kube-score/stable-version', 'kube-linter/no-extensions-v1beta', 'trivy/KSV-0107'];

export default manifestRule({
  id: 'removed-api',
  chapter: 'validity',
  variants: {
    removed: {
      severity: 'error',
      equals,
      message:
        'Kubernetes {removal} removed `{apiVersion}` of {kind}: the API server refuses it; the successor is `{successor}`',
    },
    withdrawn: {
      severity: 'error',
      equals,
      message: 'Kubernetes {removal} removed {kind} without a successor: the API server refuses it',
    },
    ending: {
      severity: 'warning',
      equals,
      message: 'Kubernetes {removal} removes `{apiVersion}` of {kind}: the successor `{successor}` is there already',
      tags: ['deprecated'],
    },
    vanishing: {
      severity: 'warning',
      equals,
      message: 'Kubernetes {removal} removes {kind} without a successor',
      tags: ['deprecated'],
    },
    reference: {
      severity: 'warning',
      equals: [],
      message: '`{apiVersion}` has no {kind} since Kubernetes {removal}: the autoscaler finds nothing to scale',
    },
    deprecated: {
      severity: 'hint',
      equals: [],
      message: '{kind} is deprecated since Kubernetes {deprecation} in favour of `{successor}`',
      tags: ['deprecated'],
    },
  },
  fixes: {
    replace: { title: 'Write `apiVersion: {successor}`', safety: 'safe', revealing: true },
    migrate: { title: 'Migrate to `{successor}`', safety: 'behaviour', safest: 'safe', revealing: true },
    complete: {
      title: 'Migrate to `{successor}`, with fields for you to check',
      safety: 'placeholder',
      revealing: true,
    },
  },
  check(document, report, { settings }) {
    const minor = minorOf(settings.kubernetesVersion);
    // What a chart asks the cluster about decides what is written here.
    if (document.mode === 'template' && document.text.includes('.Capabilities.')) return;
    for (const object of document.objects) {
      const reference = removedReference(object, minor);
      if (reference !== undefined) report(reference);
      const api = removedApi(object.apiVersion, object.kind);
      const variant = api && variantOf(api, minor);
      if (api === undefined || variant === undefined || object.apiVersionNode === undefined) continue;
      if (!isCertain(object, api)) continue;
      report({
        variant,
        at: object.apiVersionNode.range,
        values: {
          apiVersion: api.apiVersion,
          kind: object.kind,
          removal: `1.${api.removedIn ?? ''}`,
          deprecation: `1.${api.deprecatedIn}`,
          successor: [api.replacement ?? [], api.replacementKind ?? []].flat().join(' '),
        },
        ...(variant !== 'deprecated' && { equals: equalsOf(api, object.kind) }),
        fixes: () => fixesOf(object, api),
      });
    }
  },
});

type Variant = 'removed' | 'withdrawn' | 'ending' | 'vanishing' | 'deprecated';

function variantOf(
  { deprecatedIn, removedIn, replacement, since = 0 }: RemovedApi,
  minor: number,
): Variant | undefined {
  const gone = removedIn !== undefined && minor >= removedIn;
  if (gone) return replacement === undefined ? 'withdrawn' : 'removed';
  // Nobody can write what the cluster does not know yet.
  if (minor < deprecatedIn || minor < since) return undefined;
  if (removedIn === undefined) return 'deprecated';
  return replacement === undefined ? 'vanishing' : 'ending';
}

/**
 * What an autoscaler scales, where its group has the kind no more: a controller looks for a group and kind in whatever
 * version there is. Source: kubernetes/kubernetes:pkg/controller/podautoscaler/horizontal.go.
 */
function removedReference(object: KubernetesObject, minor: number) {
  if (object.kind !== 'HorizontalPodAutoscaler') return undefined;
  const target = asMapping(valueAt(object.node, ['spec', 'scaleTargetRef']));
  const node = asScalar(fieldOf(target, 'apiVersion'));
  const kind = stringOf(fieldOf(target, 'kind')) ?? '';
  const api = removedApi(stringOf(node) ?? '', kind);
  const { removedIn, replacement } = api ?? {};
  if (node === undefined || removedIn === undefined || replacement === undefined || minor < removedIn) return undefined;
  if (groupOf(replacement) === groupOf(stringOf(node) ?? '')) return undefined;
  const edits = replaceScalar(object.document, node, replacement);
  return {
    variant: 'reference' as const,
    at: node.range,
    values: { apiVersion: node.source, kind, removal: `1.${removedIn}`, successor: replacement },
    fixes: edits === undefined ? [] : [{ id: 'replace' as const, edits: () => edits }],
  };
}

/** Whether the object will surely be what is written: a template has switches for what old clusters have. */
function isCertain({ node, apiVersionNode, document }: KubernetesObject, { replacement }: RemovedApi): boolean {
  if (lookup(node, 'apiVersion').presence !== 'yes' || lookup(node, 'kind').presence !== 'yes') return false;
  if (document.mode !== 'template' || replacement !== undefined) return true;
  return !/\{\{-?\s*(?:else\s+)?if\s/.test(document.text.slice(0, apiVersionNode?.range.start));
}

function fixesOf(object: KubernetesObject, api: RemovedApi): readonly FixOffer<'replace' | 'migrate' | 'complete'>[] {
  const changes = migrated(object, api);
  if (changes === undefined) return [];
  const { edits, meaning } = changes;
  const id = meaning === 'unsure' ? 'complete' : edits.length === 1 ? 'replace' : 'migrate';
  return [{ id, safety: safeties[meaning], edits: () => edits }];
}

const safeties = { same: 'safe', different: 'behaviour', unsure: 'placeholder' } as const;

/** What kube-score knows of (score/stable/stable_version.go). */
const scored: ReadonlySet<string> = new Set([
  'extensions/v1beta1 Deployment',
  'extensions/v1beta1 DaemonSet',
  'extensions/v1beta1 Ingress',
  'apps/v1beta1 Deployment',
  'apps/v1beta1 StatefulSet',
  'apps/v1beta2 Deployment',
  'apps/v1beta2 StatefulSet',
  'apps/v1beta2 DaemonSet',
  'batch/v1beta1 CronJob',
  'policy/v1beta1 PodDisruptionBudget',
  'networking.k8s.io/v1beta1 Ingress',
  'networking.k8s.io/v1beta1 IngressClass',
]);

const equalsOf = ({ apiVersion }: RemovedApi, kind: string): readonly string[] => [
  ...(scored.has(`${apiVersion} ${kind}`) ? ['kube-score/stable-version'] : []),
  ...(apiVersion.startsWith('extensions/') ? ['kube-linter/no-extensions-v1beta'] : []),
  'trivy/KSV-0107',
];
