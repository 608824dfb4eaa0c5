import type { TextRange } from '../../../engine/text';
import { fullName } from '../../../image/full-name';
import { officialName } from '../../../knowledge/image-names';
import type { StatefulImage } from '../../../knowledge/stateful-images';
import { databaseFilesOf } from '../../model/database-files';
import { labelOf } from '../../model/every-container';
import { type DataServer, dataServerOf, isNamedForData, type Keeping, keepingOf } from '../../model/kept-data';
import { asMapping, fieldOf } from '../../model/lookup';
import type { Container, ManifestDocument, VolumeMount } from '../../model/manifest';
import { groundOf, groundOfMount, isSharedVolume } from '../../model/mounted-at';
import { isSurely } from '../../model/security-context';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'state-in-container',
  chapter: 'state',
  variants: {
    lost: {
      severity: 'warning',
      message: '`{image}` keeps its data in `{path}`, where no volume is: it is gone with the pod',
    },
    minor: {
      severity: 'information',
      message: '`{image}` keeps its data in `{path}`, where no lasting volume is: each new pod starts with nothing',
    },
    scratch: {
      severity: 'warning',
      message: '`{image}` keeps its data in `{path}`, an empty directory that is deleted with the pod',
    },
    misplaced: {
      severity: 'warning',
      message:
        'The volume at `{mounted}` stays empty: `{image}` keeps its data in `{path}`, which is gone with the pod',
    },
    file: {
      severity: 'warning',
      message: 'The database `{path}` of `{container}` is on no lasting volume: it is gone with the pod',
    },
    folder: {
      severity: 'information',
      message: '`{path}` of `{container}` is an empty directory: what is put there is deleted with the pod',
    },
  },
  check(document, report) {
    for (const workload of document.objects.flatMap(({ workloads }) => workloads)) {
      if (workload.lifetime === 'job' || workload.lifetime === 'overlay') continue;
      for (const container of workload.pod.containers) {
        if (container.placement === 'init' || container.placement === 'ephemeral') continue;
        const server = dataServerOf(container);
        if (server !== undefined) {
          const keeping = keepingOf(container, server);
          const variant = variantOf(document, container, server, keeping);
          if (variant === undefined || keeping.kind === 'unknown') continue;
          const mount = 'mount' in keeping ? keeping.mount : undefined;
          report({
            variant,
            at: placeOf(container, mount),
            values: { image: container.image?.text ?? '', path: keeping.path, mounted: mount?.path ?? '' },
          });
          continue;
        }
        for (const { path, range } of databaseFilesOf(container))
          if (isPassing(container, path))
            report({ variant: 'file', at: range, values: { path, container: labelOf(container) } });
        for (const mount of container.mounts)
          if (mount.path !== undefined && isNamedForData(mount.path) && isOwnScratch(container, mount))
            report({
              variant: 'folder',
              at: placeOf(container, mount),
              values: { path: mount.path, container: labelOf(container) },
            });
      }
    }
  },
});

type ServerVariant = 'lost' | 'minor' | 'scratch' | 'misplaced';

function variantOf(
  document: ManifestDocument,
  container: Container,
  { row }: DataServer,
  keeping: Keeping,
): ServerVariant | undefined {
  if (keeping.kind === 'kept' || keeping.kind === 'unknown') return undefined;
  if (row.kind === 'store' && !storesByItself.test(row.names[0] ?? '')) return undefined;
  // Who built an image of their own may have put the data elsewhere.
  if (keeping.kind === 'misplaced') return isMakers(container, row) ? 'misplaced' : undefined;
  const minor = row.kind === 'cache' || row.kind === 'store' || isForTrial(document, container);
  return minor ? 'minor' : keeping.kind === 'scratch' ? 'scratch' : 'lost';
}

/** Whether an image is that of the server's own maker, or one of those that are known apart. */
const isMakers = ({ image }: Container, { repositories }: StatefulImage): boolean =>
  repositories !== undefined || (image !== undefined && officialName(fullName(image)) !== undefined);

/** Others of these keep theirs in a database or get it from elsewhere, as their configuration says. */
const storesByItself = /^(?:jenkins|nexus3|gitea|ghost|registry)$/;

/** What is only tried out may lose it. */
const isForTrial = ({ path = '' }: ManifestDocument, { name = '' }: Container): boolean =>
  /(?:^|[/\\_-])(?:tests?|testdata|dev|ci|e2e|demo|local|samples?)(?=[/\\_-])/i.test(path) || /cache/i.test(name);

const placeOf = ({ imageNode, nameNode, node }: Container, mount: VolumeMount | undefined): TextRange =>
  (mount && fieldOf(mount.node, 'mountPath')?.range) ?? imageNode?.range ?? nameNode?.range ?? node.range;

function isPassing(container: Container, path: string): boolean {
  const ground = groundOf(container, path);
  return ground.kind === 'container' || (ground.kind === 'volume' && ground.volume.source === 'emptyDir');
}

/** An empty directory on disk that no other container fills, in a container that could write elsewhere. */
function isOwnScratch(container: Container, mount: VolumeMount): boolean {
  const ground = groundOfMount(container, mount);
  if (ground.kind !== 'volume' || ground.volume.source !== 'emptyDir') return false;
  const { name, sourceNode } = ground.volume;
  if (/cache|tmp|temp|scratch/i.test(name ?? '') || isSurely(container, 'readOnlyRootFilesystem')) return false;
  if (fieldOf(asMapping(sourceNode), 'medium') !== undefined) return false;
  return mount.name !== undefined && !isSharedVolume(container.pod, mount.name);
}
