import { classifyHelper } from '../../../knowledge/helpers';
import { imageBasename } from '../../../knowledge/image-basename';
import { isPhpFpm, type ServerRole, serverRole } from '../../../knowledge/image-roles';
import { labelOf } from '../../model/every-container';
import { booleanOf, lookup } from '../../model/lookup';
import type { Container, PodSpec, Workload } from '../../model/manifest';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'unrelated-containers',
  chapter: 'pods',
  variants: {
    servers: {
      severity: 'warning',
      message: '`{server}` and `{other}` share a pod: neither can scale, roll out or fail without the other',
    },
    database: {
      severity: 'warning',
      message:
        '`{server}` shares a pod with `{other}`: every rollout of the one restarts the other, and both scale as one',
    },
    phpFpm: {
      severity: 'hint',
      message:
        '`{server}` and `{other}` share a pod and its files: they scale and roll out together, never on their own',
    },
  },
  notes: { other: 'The other one' },
  check(document, report) {
    for (const { pod } of document.objects.flatMap(({ workloads }) => workloads.filter(isOwnWorkload))) {
      const pair = unrelatedPair(pod);
      if (pair === undefined) continue;
      const { server, other, variant } = pair;
      report({
        variant,
        at: server.imageNode?.range ?? server.node.range,
        values: { server: labelOf(server), other: labelOf(other) },
        related: [{ at: other.imageNode?.range ?? other.node.range, note: 'other' }],
      });
    }
  },
});

/** Not a job, which brings what it needs along, nor what a cluster is made of. */
const isOwnWorkload = ({ lifetime, object }: Workload): boolean =>
  (lifetime === 'service' || lifetime === 'pod') && object.namespace !== 'kube-system';

interface Pair {
  readonly variant: 'servers' | 'database' | 'phpFpm';
  readonly server: Container;
  readonly other: Container;
}

/** Two containers of a pod that would rather have pods of their own. */
function unrelatedPair(pod: PodSpec): Pair | undefined {
  if (!keepsProcessesApart(pod)) return undefined;
  const tenants = pod.containers.flatMap((container) => tenantOf(container) ?? []);
  if (tenants.every(({ role }) => role === undefined)) return undefined;
  for (const [index, server] of tenants.entries())
    for (const other of tenants.slice(0, index)) {
      const variant = variantOf(server, other);
      if (variant === undefined) continue;
      const [first, second] = variant === 'database' && !isStore(server) ? [other, server] : [server, other];
      return { variant, server: first.container, other: second.container };
    }
  return undefined;
}

function keepsProcessesApart({ node }: PodSpec): boolean {
  const { presence, entry } = lookup(node, 'shareProcessNamespace');
  return presence === 'no' || booleanOf(entry?.value) === false;
}

/** A container that is there for itself, with what its image tells. */
interface Tenant {
  readonly container: Container;
  /** The last part of its image's name. */
  readonly name: string;
  readonly role: ServerRole | undefined;
  readonly phpFpm: boolean;
}

/** Nothing can be said of an image that is not known; a cache beside its application is no database. */
function tenantOf(container: Container): Tenant | undefined {
  const { placement, image } = container;
  if (placement !== 'app' || image === undefined || image.variable || isHelper(container)) return undefined;
  const phpFpm = isPhpFpm(image.text);
  const role = phpFpm ? 'runtime' : serverRole(image.text);
  return role === 'cache' ? undefined : { container, name: imageBasename(image.text), role, phpFpm };
}

/**
 * Whether a container is there for another one. A web server is one when it stands in front of an application, but not when
 * that is a server in its own right, which could have it in another pod.
 */
function isHelper({ function: role, image, name }: Container): boolean {
  const helper = classifyHelper(image?.text, name);
  if (helper !== undefined) return !helper.onlySecond;
  return role !== 'main' && role !== 'unknown';
}

const isStore = ({ role }: Tenant): boolean => role === 'database' || role === 'queue';

function variantOf(one: Tenant, other: Tenant): Pair['variant'] | undefined {
  // The same image in two roles belongs together.
  if (one.name === other.name) return undefined;
  const roles = [one.role, other.role];
  if (roles.includes('web') && (one.phpFpm || other.phpFpm)) return shareVolume(one, other) ? 'phpFpm' : 'servers';
  // Of two web servers one is behind the other.
  if (one.role !== undefined && other.role !== undefined)
    return one.role === 'web' && other.role === 'web' ? undefined : 'servers';
  // What works on a database's own files is a part of it.
  return (isStore(one) || isStore(other)) && !shareVolume(one, other) ? 'database' : undefined;
}

const shareVolume = ({ container: one }: Tenant, { container: other }: Tenant): boolean =>
  one.mounts.some(({ name }) => name !== undefined && other.mounts.some((mount) => mount.name === name));
