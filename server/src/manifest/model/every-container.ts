import type { Container, ManifestDocument } from './manifest';

/** The containers of all pods of a document, in the order in which they are written in each. */
export const everyContainer = (document: ManifestDocument): readonly Container[] =>
  document.objects.flatMap(({ workloads }) => workloads.flatMap(({ pod }) => pod.containers));

/** What to call a container in a message. */
export const labelOf = ({ name, image }: Container): string => name ?? image?.text ?? 'container';
