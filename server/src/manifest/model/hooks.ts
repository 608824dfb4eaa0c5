import { asMapping, entryOf, lookup } from './lookup';
import type { Container, Mapping, ProbeHandler } from './manifest';
import type { Entry } from './nodes';
import { handlerOf } from './probes';

/** What runs in a container right after it started or right before it is stopped. */
export interface Hook {
  readonly kind: 'postStart' | 'preStop';
  readonly entry: Entry;
  readonly node: Mapping;
  /** The mapping under `lifecycle`, which holds the hook. */
  readonly lifecycle: Mapping;
  readonly container: Container;
  readonly handler: ProbeHandler | undefined;
}

/** A hook that is surely there. Kubernetes does not replace `$(NAME)` in its command (pkg/kubelet/lifecycle/handlers.go). */
export function hookOf(container: Container, kind: Hook['kind']): Hook | undefined {
  const lifecycle = asMapping(entryOf(container.node, 'lifecycle')?.value);
  if (lifecycle === undefined || lookup(container.node, 'lifecycle').presence !== 'yes') return undefined;
  const { presence, entry } = lookup(lifecycle, kind);
  const node = asMapping(entry?.value);
  // Of what is written twice, somebody has to say first which one is meant.
  const twice = isTwice(container.node, 'lifecycle') || isTwice(lifecycle, kind);
  if (presence !== 'yes' || entry === undefined || node === undefined || twice) return undefined;
  return { kind, entry, node, lifecycle, container, handler: handlerOf(node, () => false) };
}

const isTwice = ({ entries }: Mapping, key: string): boolean =>
  entries.filter(({ name, merged }) => name === key && !merged).length > 1;
