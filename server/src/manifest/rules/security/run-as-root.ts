import type { FixOffer, Problem } from '../../../engine/rule';
import type { TextEdit } from '../../../engine/text';
import { suggestedId } from '../../../knowledge/users';
import { insertMissing } from '../../edits/insert-key';
import { replaceScalar } from '../../edits/replace-scalar';
import { restrictedOffers } from '../../edits/restricted-profile';
import { setSecurity } from '../../edits/security-context';
import { placeholder } from '../../edits/value';
import { everyContainer, labelOf } from '../../model/every-container';
import { imageUserOf, needsRootToStart, unprivilegedUserOf } from '../../model/image-user';
import { asScalar, booleanOf, fieldOf, numberOf } from '../../model/lookup';
import type { Container, Lookup, ManifestDocument } from '../../model/manifest';
import { isNodeAgent } from '../../model/node-agents';
import { isLinuxContainer, isSurely, securityPlace, securitySetting } from '../../model/security-context';
import { restrictedVariant } from '../../model/standard';
import { manifestRule } from '../../rule';

const equals = [
  'kube-linter/run-as-non-root',
  'polaris/runAsRootAllowed',
  'trivy/KSV-0012',
  'checkov/CKV_K8S_23',
  'kubescape/C-0013',
];
const asRoot = '`{setting}` starts `{container}` as root: whoever breaks out of it is root on the node';
const unspecified =
  'Nothing keeps `{container}` from starting as root: it is whoever its image says, and root by default';

type VariantName = 'zero' | 'rootImage' | 'namedUser' | 'root' | 'rootRequired' | 'hint' | 'required';
type FixName = 'number' | 'owner' | 'choose' | 'nonRoot' | 'restricted';

export default manifestRule({
  id: 'run-as-root',
  chapter: 'security',
  variants: {
    zero: {
      severity: 'error',
      equals,
      message: 'The kubelet refuses to start `{container}`: `runAsNonRoot` is true, and `runAsUser` is 0',
    },
    rootImage: {
      severity: 'error',
      message: 'The kubelet refuses to start `{container}`: `runAsNonRoot` is true, and `{image}` runs as root',
    },
    namedUser: {
      severity: 'error',
      message:
        'The kubelet refuses to start `{container}`: `runAsNonRoot` wants a number, and `{image}` runs as `{user}`',
    },
    root: { severity: 'hint', equals, message: asRoot },
    rootRequired: { severity: 'warning', equals, message: asRoot },
    hint: { severity: 'hint', equals, message: unspecified },
    required: { severity: 'warning', equals, message: unspecified },
  },
  fixes: {
    number: { title: 'Run as user {number}, who is `{user}` in the image', safety: 'safe' },
    owner: { title: 'Run as user {number}, whom the image is made for', safety: 'behaviour' },
    choose: { title: 'Run as a user other than root, for you to fill in', safety: 'placeholder' },
    nonRoot: { title: 'Refuse to start `{container}` as root', safety: 'behaviour' },
    restricted: { title: 'Apply the whole restricted profile to `{container}`', safety: 'behaviour' },
  },
  notes: { nonRoot: 'Root is refused here' },
  check(document, report, { settings }) {
    const severity = restrictedVariant(settings);
    for (const container of everyContainer(document).filter(isLinuxContainer)) {
      const problem = isSurely(container, 'runAsNonRoot')
        ? refusal(document, container)
        : severity && permission(document, container, severity);
      if (problem !== undefined) report(problem);
    }
  },
});

type Found = Problem<VariantName, FixName, 'nonRoot'>;

/** Why the kubelet does not start a container that must not be root. Source: kubernetes/kubernetes pkg/kubelet/kuberuntime/security_context_others.go */
function refusal(document: ManifestDocument, container: Container): Found | undefined {
  const nonRoot = securitySetting(container, ['runAsNonRoot']).entry;
  const user = securitySetting(container, ['runAsUser']);
  const values = { container: labelOf(container), image: container.image?.text ?? '' };
  const related = nonRoot === undefined ? [] : [{ at: nonRoot.range, note: 'nonRoot' } as const];
  if (user.presence === 'yes') {
    if (user.entry === undefined || numberOf(user.entry.value) !== 0) return undefined;
    return {
      variant: 'zero',
      at: user.entry.range,
      values,
      related,
      fixes: () => replacedZero(document, container, user),
    };
  }
  const own = imageUserOf(container);
  if (isForOpenShift(document, container)) return undefined;
  if (user.presence === 'unknown' || container.image === undefined || own === undefined || own.kind === 'number')
    return undefined;
  const at = container.image.range;
  if (own.kind === 'root')
    return { variant: 'rootImage', at, values, related, fixes: () => asSomebody(document, container) };
  const fixes = () =>
    own.number === undefined
      ? chosen(document, container)
      : offered('number', setSecurity(document, container, { runAsUser: own.number }), {
          number: String(own.number),
          user: own.user,
        });
  return { variant: 'namedUser', at, values: { ...values, user: own.user }, related, fixes };
}

/**
 * OpenShift gives every pod a user with a number, whoever the image's is.
 * Source: openshift/api:security/v1/types.go, `MustRunAsRange` of SecurityContextConstraints
 */
const isForOpenShift = ({ path = '' }: ManifestDocument, { pod }: Container): boolean =>
  /openshift/i.test(path) || pod.workload.object.apiVersion.includes('.openshift.io/');

/** What lets a container be root, as far as that is no part of something worse. */
function permission(
  document: ManifestDocument,
  container: Container,
  severity: 'hint' | 'required',
): Found | undefined {
  const nonRoot = securitySetting(container, ['runAsNonRoot']);
  const user = securitySetting(container, ['runAsUser']);
  if (nonRoot.presence === 'unknown' || user.presence === 'unknown' || hasOwnUsers(container)) return undefined;
  if (securitySetting(container, ['privileged']).presence === 'unknown' || isSurely(container, 'privileged'))
    return undefined;
  if (isNodeAgent(container.pod.workload)) return undefined;
  const values = { container: labelOf(container) };
  const number = numberOf(user.entry?.value);
  if (user.presence === 'yes' && number === undefined) return undefined;
  if (number === 0 && user.entry !== undefined) {
    const variant = severity === 'hint' ? 'root' : 'rootRequired';
    const fixes = () => (isShared(container, user) ? [] : replacedZero(document, container, user));
    return { variant, at: user.entry.range, values: { ...values, setting: 'runAsUser: 0' }, fixes };
  }
  const fixes = () => [...guarded(document, container), ...restrictedOffers(container)];
  if (number === undefined && imageUserOf(container)?.kind !== 'number')
    return { variant: severity, at: securityPlace(container), values, fixes };
  // Somebody else is set, or known to be: only the standard wants it in writing.
  return severity === 'required' && number === undefined
    ? { variant: severity, at: securityPlace(container), values, fixes }
    : undefined;
}

/** Root of a pod with users of its own is nobody on the node. */
const hasOwnUsers = ({ pod }: Container): boolean => booleanOf(fieldOf(pod.node, 'hostUsers')) === false;

/** Whether a setting is the pod's and holds for several containers, which need not have the same users. */
const isShared = ({ node, pod }: Container, { entry }: Lookup): boolean =>
  pod.containers.length > 1 &&
  entry !== undefined &&
  (entry.range.start < node.range.start || entry.range.end > node.range.end);

function guarded(document: ManifestDocument, container: Container): readonly FixOffer<FixName>[] {
  const own = imageUserOf(container);
  const user = securitySetting(container, ['runAsUser']);
  if (user.presence === 'yes' || own?.kind === 'number')
    return offered('nonRoot', setSecurity(document, container, { runAsNonRoot: true }));
  const number = unprivilegedUserOf(container);
  if (number !== undefined)
    return offered('owner', setSecurity(document, container, { runAsNonRoot: true, runAsUser: number }), {
      number: String(number),
    });
  if (own !== undefined || needsRootToStart(container)) return [];
  return [
    ...offered('nonRoot', setSecurity(document, container, { runAsNonRoot: true })),
    ...offered('choose', setSecurity(document, container, { runAsNonRoot: true, runAsUser: placeholder(suggestedId) })),
  ];
}

function asSomebody(document: ManifestDocument, container: Container): readonly FixOffer<FixName>[] {
  const number = unprivilegedUserOf(container);
  if (number === undefined) return chosen(document, container);
  return offered('owner', setSecurity(document, container, { runAsUser: number }), { number: String(number) });
}

/** A web server that starts as root would not start as anybody else. */
const chosen = (document: ManifestDocument, container: Container): readonly FixOffer<FixName>[] =>
  needsRootToStart(container)
    ? []
    : offered(
        'choose',
        insertMissing(document, container.node, { securityContext: { runAsUser: placeholder(suggestedId) } }),
      );

function replacedZero(
  document: ManifestDocument,
  container: Container,
  { entry }: Lookup,
): readonly FixOffer<FixName>[] {
  const scalar = asScalar(entry?.value);
  if (scalar === undefined || scalar.anchor !== undefined || isShared(container, { presence: 'yes', entry })) return [];
  const number = unprivilegedUserOf(container);
  if (number !== undefined)
    return offered('owner', replaceScalar(document, scalar, number), { number: String(number) });
  return needsRootToStart(container)
    ? []
    : offered('choose', replaceScalar(document, scalar, placeholder(suggestedId)));
}

const offered = (
  id: FixName,
  edits: readonly TextEdit[] | undefined,
  values: Readonly<Record<string, string>> = {},
): readonly FixOffer<FixName>[] =>
  edits === undefined || edits.length === 0 ? [] : [{ id, values, edits: () => edits }];
