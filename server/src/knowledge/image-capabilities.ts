import { imageBasename } from './image-basename';
import { serverRole } from './image-roles';
import { dropsPrivilegesItself } from './image-users';
import { knownImage } from './images';

/** What a server that starts as root takes to open a low port, hand over its logs and caches and become somebody else. Source: capabilities(7). */
const forRootServer = ['CHOWN', 'NET_BIND_SERVICE', 'SETGID', 'SETUID'];

/** What an entry point takes to hand its data over and become somebody else by `chown` and `gosu`. Source: capabilities(7). */
const forPrivilegeDrop = ['CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'SETGID', 'SETUID'];

/**
 * Programs that carry the capability as a file attribute, without which the kernel does not start them:
 * caddyserver/caddy-docker:Dockerfile.tmpl, `setcap cap_net_bind_service=+ep`.
 */
const withFileCapability: ReadonlySet<string> = new Set(['caddy']);

/** Servers that open their ports as root and stay root. Source: traefik/traefik:Dockerfile, without USER. */
const stayingRoot: ReadonlySet<string> = new Set(['traefik']);

/** The capabilities without which the program of an image does not start, whoever it runs as. */
export const fileCapabilities = (name: string): readonly string[] =>
  withFileCapability.has(imageBasename(name)) ? ['NET_BIND_SERVICE'] : [];

/**
 * The capabilities that an image needs to start as the root that it says.
 * @param name with its registry, without tag
 * @param entered whether its own entry point runs
 */
export function rootCapabilities(name: string, tag: string | undefined, entered: boolean): readonly string[] {
  const user = knownImage(name, tag)?.user;
  const isNobody = typeof user === 'string' && !/^(?:root|0)(?::|$)/.test(user);
  if (isNobody || /unprivileged/.test(name)) return [];
  if (stayingRoot.has(imageBasename(name))) return ['NET_BIND_SERVICE'];
  if (serverRole(name) === 'web') return forRootServer;
  return entered && dropsPrivilegesItself(name, tag) !== undefined ? forPrivilegeDrop : [];
}
