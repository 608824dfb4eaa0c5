import { classifyHelper } from '../../../knowledge/helpers';
import { imageBasename } from '../../../knowledge/image-basename';
import { isPhpFpm, type ServerRole, serverRole } from '../../../knowledge/image-roles';
import { labelOf } from '../../model/every-container';
import { booleanOf, lookup } from '../../model/lookup';
import type { Container, PodSpec, Workload } from '../../model/manifest';
import { manifestRule } from '../../rule';

/** It asks for one controller of one container; near enough for whoever silences it. */
const equals = ['polaris/oneController'];

export default manifestRule({
  id: 'unrelated-containers',
  chapter: 'pods',
  variants: {
    servers: {
      severity: 'warning',
      equals,
      message: '`{server}` and `{other}` share a pod: neither can scale, roll out or fail without the other',
    },
    database: {
      severity: 'warning',
      equals,
      message:
        '`{server}` shares a pod with `{other}`: every rollout of the one restarts the other, and both scale as one',
    },
    phpFpm: {
      severity: 'hint',
      equals,
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
  const containers = pod.containers.filter((container) => container.placement === 'app' && !isHelper(container));
  for (const [index, server] of containers.entries())
    for (const other of containers.slice(0, index)) {
      const variant = variantOf(server, other);
      if (variant === undefined) continue;
      return variant === 'database' && !isStore(server)
        ? { variant, server: other, other: server }
        : { variant, server, other };
    }
  return undefined;
}

function keepsProcessesApart({ node }: PodSpec): boolean {
  const { presence, entry } = lookup(node, 'shareProcessNamespace');
  return presence === 'no' || booleanOf(entry?.value) === false;
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

/** What a well-known server is for; a cache beside its application is no database. */
const roleOf = ({ image }: Container): ServerRole | undefined => {
  if (image === undefined || image.variable) return undefined;
  return isPhpFpm(image.text) ? 'runtime' : serverRole(image.text);
};

const isStore = (container: Container): boolean => {
  const role = roleOf(container);
  return role === 'database' || role === 'queue';
};

function variantOf(one: Container, other: Container): Pair['variant'] | undefined {
  const names = [one, other].map(({ image }) =>
    image === undefined || image.variable ? undefined : imageBasename(image.text),
  );
  // The same image in two roles belongs together, and of one that is not known nothing can be said.
  if (names[0] === undefined || names[1] === undefined || names[0] === names[1]) return undefined;
  const roles = [roleOf(one), roleOf(other)];
  if (roles.includes('cache')) return undefined;
  const share = sharesVolume(one, other);
  if (roles.includes('web') && [one, other].some(({ image }) => isPhpFpm(image?.text ?? '')))
    return share ? 'phpFpm' : 'servers';
  // Two web servers are one behind the other; and what works on a database's own files is a part of it.
  if (roles[0] !== undefined && roles[1] !== undefined)
    return roles[0] === 'web' && roles[1] === 'web' ? undefined : 'servers';
  return (isStore(one) || isStore(other)) && !share ? 'database' : undefined;
}

const sharesVolume = (one: Container, other: Container): boolean =>
  one.mounts.some(({ name }) => name !== undefined && other.mounts.some((mount) => mount.name === name));
