import type { Link } from '../../engine/editor';
import { remembered } from '../../engine/remembered';
import { shifted } from '../../engine/text';
import { imageLink } from '../../image/image-link';
import type { KubernetesObject, Manifest } from '../model/manifest';

/** The images of containers that Docker Hub has a page for. */
export const links = (manifest: Manifest): readonly Link[] =>
  manifest.documents.flatMap(({ document, start }) =>
    document.objects.flatMap((object) =>
      linksIn(object).map((link) => ({ ...link, range: shifted(link.range, start) })),
    ),
  );

const linksIn = remembered((object: KubernetesObject): readonly Link[] =>
  object.workloads
    .flatMap(({ pod }) => pod.containers)
    .filter(({ imageNode }) => imageNode?.alias === undefined)
    .flatMap(({ image }) => (image === undefined ? [] : (imageLink(image) ?? []))),
);
