import { isNothing, lookup } from './lookup';
import type { Container, Entry } from './manifest';

/** What only containers that run along with the pod may have: kubernetes/kubernetes pkg/apis/core/validation/validation.go. */
const running = ['lifecycle', 'livenessProbe', 'readinessProbe', 'startupProbe'];

/** The probes and hooks of an init container that ends before the pod runs, each of which Kubernetes refuses. */
export const initContainerFields = ({ placement, node }: Container): readonly Entry[] =>
  placement !== 'init' || !mayNotBeSidecar(node)
    ? []
    : running.flatMap((name) => {
        const { presence, entry } = lookup(node, name);
        return presence === 'yes' && entry !== undefined && !isNothing(entry.value) ? [entry] : [];
      });

const mayNotBeSidecar = (node: Container['node']): boolean => lookup(node, 'restartPolicy').presence === 'no';

/** Whether an init container is likely to be meant to run on: it is a helper by its looks, or says that it listens. */
export const isMeantToRunOn = (container: Container): boolean =>
  container.function === 'sidecar' ||
  container.function === 'ambassador' ||
  container.function === 'adapter' ||
  container.ports.length > 0;
