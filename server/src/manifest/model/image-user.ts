import { fullName } from '../../image/full-name';
import { serverRole } from '../../knowledge/image-roles';
import { dropsPrivilegesItself } from '../../knowledge/image-users';
import { knownImage, userNamed, usersOf } from '../../knowledge/images';
import { isNumericUser, isRoot } from '../../knowledge/users';
import type { Container } from './manifest';

/** Whom an image starts its process as; only for images that are known. */
export type ImageUser =
  | { readonly kind: 'root' }
  | { readonly kind: 'number'; readonly user: string }
  /** The kubelet cannot tell who that is. `number` is missing where the image's build leaves it open. */
  | { readonly kind: 'name'; readonly user: string; readonly number: number | undefined };

/** The user of a container's image; `undefined` when it is not known. */
export function imageUserOf(container: Container): ImageUser | undefined {
  const image = imageOf(container);
  const user = image && knownImage(image.name, image.tag)?.user;
  if (image === undefined || user === undefined) return undefined;
  if (user === null || isRoot(user)) return { kind: 'root' };
  if (isNumericUser(user)) return { kind: 'number', user };
  const name = user.split(':', 1)[0] ?? user;
  return { kind: 'name', user: name, number: numberOf(image, name) };
}

/** Accounts that images bring for applications to run as: node, distroless, .NET. */
const forApplications: ReadonlySet<string> = new Set(['node', 'nonroot', 'app']);

/**
 * The number of an account under which a container's image is made to run without root: its own user, the one that its
 * entrypoint would change to by itself, or one that it brings for applications. None for web servers that start as root.
 */
export function unprivilegedUserOf(container: Container): number | undefined {
  const image = imageOf(container);
  const own = imageUserOf(container);
  if (image === undefined || own === undefined || own.kind === 'number') return undefined;
  if (own.kind === 'name') return own.number;
  const changed = container.command === undefined ? dropsPrivilegesItself(image.name, image.tag)?.user : undefined;
  if (changed !== undefined) return numberOf(image, changed);
  return usersOf(image.name, image.tag).find(({ name }) => forApplications.has(name))?.uid ?? undefined;
}

/** Whether a container's image holds a server that starts as root, to open its ports and logs and change its user then. */
export const needsRootToStart = ({ image }: Container): boolean =>
  image !== undefined && !image.variable && /^(?:web|runtime)$/.test(serverRole(image.text) ?? '');

interface NamedImage {
  readonly name: string;
  readonly tag: string;
}

/** A digest without a tag does not say which version it is. */
function imageOf({ image }: Container): NamedImage | undefined {
  if (image === undefined || image.variable || (image.digest !== undefined && image.tag === undefined))
    return undefined;
  return { name: fullName(image), tag: image.tag ?? 'latest' };
}

const numberOf = ({ name, tag }: NamedImage, user: string): number | undefined =>
  userNamed(name, tag, user)?.uid ?? undefined;
