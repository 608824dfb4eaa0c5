import { asScalar, fieldOf, isNothing } from './lookup';
import type { Container, Scalar, VolumeMount, Workload } from './manifest';

/** A mount of a part of a volume that the kubelet keeps up to date only as a whole. */
export interface FrozenMount {
  readonly mount: VolumeMount;
  readonly subPath: Scalar;
  readonly source: 'ConfigMap' | 'Secret' | 'projected volume' | 'downward API';
}

/**
 * The mounts of a container whose files stay as they were when it started: a link into the volume is replaced on each change, and a
 * mount by `subPath` still shows what it pointed to. Not those of jobs, nor of pods that are replaced when their configuration changes.
 */
export function frozenMounts(container: Container): readonly FrozenMount[] {
  const { workload, volumes } = container.pod;
  if (workload.lifetime === 'job' || container.placement === 'init' || isReplacedOnChange(workload)) return [];
  return container.mounts.flatMap((mount): readonly FrozenMount[] => {
    const subPath = [fieldOf(mount.node, 'subPath'), fieldOf(mount.node, 'subPathExpr')].find(
      (each) => !isNothing(each),
    );
    const volume = volumes.find(({ name }) => name !== undefined && name === mount.name);
    const source = sources.get(volume?.source ?? '');
    const scalar = asScalar(subPath);
    return scalar === undefined || scalar.source === '' || source === undefined
      ? []
      : [{ mount, subPath: scalar, source }];
  });
}

/** https://kubernetes.io/docs/concepts/storage/volumes/#configmap and the sections on the others. */
const sources: ReadonlyMap<string, FrozenMount['source']> = new Map([
  ['configMap', 'ConfigMap'],
  ['secret', 'Secret'],
  ['projected', 'projected volume'],
  ['downwardAPI', 'downward API'],
]);

/** Helm's `checksum/…` annotations change the pod with its configuration; Stakater's Reloader restarts it. */
const replacing = /checksum|sha256|reloader\.stakater\.com\//;

const isReplacedOnChange = ({ metadata, object }: Workload): boolean =>
  [metadata, object.metadata].some((each) => annotationNames(each).some((name) => replacing.test(name)));

/** Also of those whose value a template prints. */
function annotationNames(metadata: Workload['metadata']): readonly string[] {
  const node = fieldOf(metadata, 'annotations');
  return node?.kind === 'mapping' ? node.entries.map(({ name }) => name) : [];
}
