import { remembered } from '../../engine/remembered';
import type { FixOffer } from '../../engine/rule';
import type { TextEdit } from '../../engine/text';
import { addedCapabilities, drops } from '../model/capabilities';
import { imageUserOf, needsRootToStart, unprivilegedUserOf } from '../model/image-user';
import { booleanOf, numberOf } from '../model/lookup';
import type { Container } from '../model/manifest';
import { neededCapabilities } from '../model/needed-capabilities';
import { isSurely, securitySetting } from '../model/security-context';
import { dropAllCapabilities } from './drop-capabilities';
import { setSecurity } from './security-context';
import { together } from './together';
import type { BlockValue } from './value';

/**
 * The fix that gives a container everything that the restricted Pod Security Standard asks of it, where at least two things
 * are missing and it is likely to start afterwards.
 * Source: https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
 */
export function restrictedOffers(container: Container): readonly FixOffer<'restricted'>[] {
  const edits = restricted(container);
  return edits === undefined ? [] : [{ id: 'restricted', edits: () => edits }];
}

/** Several rules offer it for one container. */
const restricted = remembered((container: Container): readonly TextEdit[] | undefined => {
  const { securityContext, pod } = container;
  const { document } = pod.workload.object;
  // Written already, in part or by a template: then each rule says what is left to do.
  if (securityContext?.alias !== undefined || securityContext?.open === true) return undefined;
  const escalates = securitySetting(container, ['allowPrivilegeEscalation']);
  const nonRoot = securitySetting(container, ['runAsNonRoot']);
  const profile = securitySetting(container, ['seccompProfile']);
  const dropped = drops(container, 'ALL');
  if ([escalates, nonRoot, profile].some(({ presence }) => presence === 'unknown') || dropped === 'unknown')
    return undefined;
  const missing = [
    booleanOf(escalates.entry?.value) !== false,
    !isSurely(container, 'runAsNonRoot'),
    profile.presence === 'no',
    dropped === 'no',
  ];
  if (missing.filter(Boolean).length < 2 || !startsAsSomebody(container)) return undefined;
  if (addedCapabilities(container).some(({ name }) => name !== 'NET_BIND_SERVICE')) return undefined;
  const [escalation, user, seccomp, capabilities] = missing;
  const number = user ? numberToSet(container) : undefined;
  return together(
    setSecurity(document, container, {
      ...(user && { runAsNonRoot: true }),
      ...(number !== undefined && { runAsUser: number }),
      ...(escalation && { allowPrivilegeEscalation: false }),
      ...(capabilities && missingCapabilities(container)),
      ...(seccomp && { seccompProfile: { type: 'RuntimeDefault' } }),
    }),
    ...(capabilities && hasCapabilities(container)
      ? [dropAllCapabilities(document, container, lowPorts(container))]
      : []),
  );
});

const hasCapabilities = (container: Container): boolean =>
  securitySetting(container, ['capabilities']).presence === 'yes';

const lowPorts = (container: Container): readonly string[] =>
  neededCapabilities(container).filter((name) => name === 'NET_BIND_SERVICE');

function missingCapabilities(container: Container): Readonly<Record<string, BlockValue>> {
  if (hasCapabilities(container)) return {};
  const add = lowPorts(container);
  return { capabilities: { drop: ['ALL'], ...(add.length > 0 && { add }) } };
}

/** Whether there is a user for the container to run as: set here, the image's own, or unknown and for the kubelet to see. */
function startsAsSomebody(container: Container): boolean {
  const user = securitySetting(container, ['runAsUser']);
  if (user.presence !== 'no') return (numberOf(user.entry?.value) ?? 0) > 0;
  const own = imageUserOf(container);
  if (own === undefined || own.kind === 'number') return !needsRootToStart(container);
  return unprivilegedUserOf(container) !== undefined;
}

const numberToSet = (container: Container): number | undefined =>
  securitySetting(container, ['runAsUser']).presence === 'no' ? unprivilegedUserOf(container) : undefined;
