import type { FixOffer } from '../../../engine/rule';
import { insertItemsUnder } from '../../edits/insert-item';
import { removeVolume } from '../../edits/remove-volume';
import { replaceScalar } from '../../edits/replace-scalar';
import { placeholder } from '../../edits/value';
import { labelOf } from '../../model/every-container';
import { asScalar, fieldOf } from '../../model/lookup';
import type { ManifestDocument, PodSpec, Volume } from '../../model/manifest';
import { type UndeclaredMount, volumeUses } from '../../model/volume-uses';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'unmounted-or-undeclared-volume',
  chapter: 'validity',
  variants: {
    undeclared: {
      severity: 'error',
      message: '`{container}` mounts `{volume}`, which this pod does not have: the API server refuses it',
    },
    unmounted: {
      severity: 'information',
      message: 'No container mounts `{volume}`: the kubelet leaves it out, and what is in it reaches nobody',
      tags: ['unnecessary'],
    },
  },
  fixes: {
    meant: { title: 'Mount `{meant}`', safety: 'behaviour', revealing: true },
    declare: { title: 'Declare `{volume}` as an empty directory', safety: 'placeholder', revealing: true },
    remove: { title: 'Remove `{volume}`', safety: 'safe' },
    mount: { title: 'Mount it in `{container}`, at a path for you to fill in', safety: 'placeholder' },
  },
  check(document, report) {
    for (const { pod } of document.objects.flatMap(({ workloads }) => workloads)) {
      const { undeclared, unmounted } = volumeUses(pod);
      for (const mount of undeclared)
        report({
          variant: 'undeclared',
          at: mount.name.range,
          values: { container: labelOf(mount.container), volume: String(mount.name.value) },
          fixes: () => [...meant(document, mount), ...declaration(document, mount)],
        });
      for (const volume of unmounted)
        report({
          variant: 'unmounted',
          at: asScalar(fieldOf(volume.node, 'name'))?.range ?? volume.node.range,
          values: { volume: volume.name ?? '' },
          fixes: () => [...removal(document, pod, volume), ...mounting(document, pod, volume)],
        });
    }
  },
});

type Mend = FixOffer<'meant' | 'declare' | 'remove' | 'mount'>;

function meant(document: ManifestDocument, mount: UndeclaredMount): readonly Mend[] {
  const edits = mount.meant === undefined ? undefined : replaceScalar(document, mount.name, mount.meant);
  return edits === undefined ? [] : [{ id: 'meant', values: { meant: mount.meant ?? '' }, edits: () => edits }];
}

/** What is in it, a person knows: an empty directory is a guess. */
function declaration(document: ManifestDocument, { container, name }: UndeclaredMount): readonly Mend[] {
  const volume = { name: String(name.value), emptyDir: {} };
  const edits = insertItemsUnder(document, container.pod.node, 'volumes', [volume]);
  return edits === undefined ? [] : [{ id: 'declare', edits: () => edits }];
}

/** What the kubelet alone looks at. A claim has to be bound before the pod runs, mounted or not. */
const unseen: ReadonlySet<string | undefined> = new Set([
  'emptyDir',
  'configMap',
  'secret',
  'downwardAPI',
  'projected',
  'hostPath',
]);

function removal(document: ManifestDocument, pod: PodSpec, volume: Volume): readonly Mend[] {
  const edits = removeVolume(document, pod, volume);
  const safety = unseen.has(volume.source) ? 'safe' : 'behaviour';
  return edits === undefined ? [] : [{ id: 'remove', safety, edits: () => edits }];
}

function mounting(document: ManifestDocument, { containers }: PodSpec, { name }: Volume): readonly Mend[] {
  const [container, other] = containers.filter(({ placement }) => placement === 'app');
  if (container === undefined || other !== undefined || name === undefined) return [];
  const mount = { name, mountPath: placeholder(`/${name}`) };
  const edits = insertItemsUnder(document, container.node, 'volumeMounts', [mount]);
  return edits === undefined ? [] : [{ id: 'mount', values: { container: labelOf(container) }, edits: () => edits }];
}
