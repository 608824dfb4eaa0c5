import { fullName } from '../../image/full-name';
import { fileCapabilities, rootCapabilities } from '../../knowledge/image-capabilities';
import { numberOf } from './lookup';
import type { Container } from './manifest';
import { isSurely, securitySetting } from './security-context';

/**
 * The capabilities that a container's image is known to need, so that it still starts when it loses all others: for ports
 * below 1024, and for a server that starts as root to change its user.
 */
export function neededCapabilities(container: Container): readonly string[] {
  const binds = container.ports.some(({ number }) => number !== undefined && number > 0 && number < 1024);
  return [...new Set([...(binds ? ['NET_BIND_SERVICE'] : []), ...ofImage(container)])].sort();
}

function ofImage(container: Container): readonly string[] {
  const { image, command } = container;
  if (image === undefined || image.variable) return [];
  const name = fullName(image);
  const carried = fileCapabilities(name);
  if (carried.length > 0 || isUnprivileged(container)) return carried;
  return rootCapabilities(name, image.tag, command === undefined);
}

/** Whether a container surely does not start as root. */
export const isUnprivileged = (container: Container): boolean =>
  (numberOf(securitySetting(container, ['runAsUser']).entry?.value) ?? 0) > 0 || isSurely(container, 'runAsNonRoot');
