import { defaultContainer } from './container-function';
import { lookup } from './lookup';
import type { Container, Mapping, Workload } from './manifest';

/** A pod whose main container is not the one that kubectl takes when none is named. */
export interface SecondMain {
  /** The first of the pod's containers: kubectl's choice. */
  readonly first: Container;
  readonly main: Container;
  readonly name: string;
  /** The pod's metadata. */
  readonly metadata: Mapping;
}

/** What `default-container` was called before; kubectl still reads it. */
const olderDefault = 'kubectl.kubernetes.io/default-logs-container';

/** The pod of a workload, if a helper stands first in it, its main container is known, and no annotation says which that is. */
export function secondMain({ pod, metadata, lifetime, guessed }: Workload): SecondMain | undefined {
  if (metadata === undefined || guessed || lifetime === 'overlay' || pod.node.open || namesDefault(metadata))
    return undefined;
  const apps = pod.containers.filter(({ placement }) => placement === 'app');
  const [first, ...others] = apps;
  if (first === undefined || !isHelper(first) || first.item.conditional) return undefined;
  const [main, second] = others.filter((container) => !isHelper(container));
  if (main?.name === undefined || second !== undefined || main.function !== 'main') return undefined;
  return { first, main, name: main.name, metadata };
}

const isHelper = ({ function: role }: Container): boolean => role !== 'main' && role !== 'unknown';

/** Whether an annotation is there, or may be. */
function namesDefault(metadata: Mapping): boolean {
  const { presence, entry } = lookup(metadata, 'annotations');
  if (presence === 'unknown') return true;
  const annotations = entry?.value;
  if (annotations?.kind !== 'mapping') return annotations !== undefined;
  return [defaultContainer, olderDefault].some((name) => lookup(annotations, name).presence !== 'no');
}
