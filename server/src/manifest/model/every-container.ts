import { remembered } from '../../engine/remembered';
import type { Container, ManifestDocument } from './manifest';

/** The containers of all pods of a document, in the order in which they are written in each. */
export const everyContainer = remembered(({ objects }: ManifestDocument): readonly Container[] =>
  objects.flatMap(({ workloads }) => workloads.flatMap(({ pod }) => pod.containers)),
);

/** What to call a container in a message. */
export const labelOf = ({ name, image }: Container): string => name ?? image?.text ?? 'container';

/** Whether it stands among the init containers, be it one that runs beside the others. */
export const isInitContainer = ({ placement }: Container): boolean =>
  placement === 'init' || placement === 'nativeSidecar';
