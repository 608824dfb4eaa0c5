import { fullName } from '../../image/full-name';
import { serverRole } from '../../knowledge/image-roles';
import { dropsPrivilegesItself } from '../../knowledge/image-users';
import { numberOf } from './lookup';
import type { Container } from './manifest';
import { isSurely, securitySetting } from './security-context';

/**
 * The capabilities that a container's image is known to need, so that it still starts when it loses all others: for ports
 * below 1024, and for a server that starts as root to change its user.
 */
export function neededCapabilities(container: Container): readonly string[] {
  const binds = container.ports.some(({ number }) => number !== undefined && number > 0 && number < 1024);
  const needed = new Set(binds ? ['NET_BIND_SERVICE'] : []);
  for (const capability of ofImage(container)) needed.add(capability);
  return [...needed].sort();
}

/** What is needed to open a low port, take over log and cache folders and become somebody else. Source: capabilities(7). */
const forRootServer = ['CHOWN', 'NET_BIND_SERVICE', 'SETGID', 'SETUID'];
/** What the entrypoints of the official images need to hand their data over and become somebody else: `chown`, `gosu`. */
const forPrivilegeDrop = ['CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'SETGID', 'SETUID'];

function ofImage(container: Container): readonly string[] {
  const { image, command } = container;
  if (image === undefined || image.variable) return [];
  // Its program carries this capability as a file attribute, without which the kernel does not start it:
  // caddyserver/caddy-docker, `setcap cap_net_bind_service=+ep`.
  if (/(?:^|\/)caddy$/.test(image.repository)) return ['NET_BIND_SERVICE'];
  if (isUnprivileged(container)) return [];
  if (serverRole(image.text) === 'web' && !/unprivileged/.test(image.text)) return forRootServer;
  return command === undefined && dropsPrivilegesItself(fullName(image), image.tag) !== undefined
    ? forPrivilegeDrop
    : [];
}

/** Whether a container surely does not start as root. */
export const isUnprivileged = (container: Container): boolean =>
  (numberOf(securitySetting(container, ['runAsUser']).entry?.value) ?? 0) > 0 || isSurely(container, 'runAsNonRoot');
