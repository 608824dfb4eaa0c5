import { remembered } from '../../../engine/remembered';
import type { FixOffer } from '../../../engine/rule';
import { shifted, type TextEdit, type TextRange } from '../../../engine/text';
import { removePath } from '../../edits/remove';
import { replaceScalar, setPath } from '../../edits/replace-scalar';
import { together } from '../../edits/together';
import { objectsOfKind } from '../../model/file-objects';
import { dataServerOf } from '../../model/kept-data';
import { asMapping, asScalar, asSequence, fieldOf, lookupAt, numberOf, stringOf, valueAt } from '../../model/lookup';
import type {
  DocumentPlace,
  KubernetesObject,
  Manifest,
  ManifestDocument,
  Scalar,
  Workload,
} from '../../model/manifest';
import { manifestFileRule } from '../../rule';

export default manifestFileRule({
  id: 'shared-single-writer-volume',
  chapter: 'state',
  variants: {
    several: {
      severity: 'warning',
      message: '`{claim}` can be on one node at a time: of {replicas} pods, those on other nodes never start',
    },
    database: {
      severity: 'warning',
      message: '{replicas} pods of `{image}` know nothing of each other: each has other data, or they destroy the same',
    },
    rollout: {
      severity: 'information',
      message:
        'A rollout hangs when the new pod is on another node: the old one has `{claim}` until the new one is ready',
    },
  },
  fixes: {
    one: { title: 'Run one pod', safety: 'behaviour' },
    recreate: { title: 'End the old pod before the new one starts: `strategy` `Recreate`', safety: 'behaviour' },
  },
  check(manifest, report) {
    const claims = singleNodeClaims(manifest);
    const scaled = mostReplicas(manifest);
    for (const { start, document } of manifest.documents)
      for (const workload of keepingData(document)) {
        const count = replicasOf(workload);
        const replicas = count === undefined ? undefined : numberOf(count);
        const claim = claimOf(workload, claims);
        if (count !== undefined && replicas !== undefined && replicas > 1) {
          const image = claim === undefined ? databaseOf(workload) : undefined;
          if (claim === undefined && image === undefined) continue;
          const edits = replaceScalar(document, count, 1);
          report({
            variant: claim === undefined ? 'database' : 'several',
            at: shifted(count.range, start),
            values: { claim: claim?.name ?? '', image: image ?? '', replicas: String(replicas) },
            fixes: () => offer('one', edits, start),
          });
        } else if (claim !== undefined && mostOf(workload, scaled) > 1)
          report({
            variant: 'several',
            at: shifted(claim.range, start),
            values: { claim: claim.name, replicas: String(mostOf(workload, scaled)) },
          });
        else if (claim !== undefined && isRolledOut(workload, replicas))
          report({
            variant: 'rollout',
            at: shifted(claim.range, start),
            values: { claim: claim.name },
            fixes: () => offer('recreate', recreated({ start, document }, workload), start),
          });
      }
  },
});

const offer = (
  id: 'one' | 'recreate',
  edits: readonly TextEdit[] | undefined,
  start: number,
): readonly FixOffer<'one' | 'recreate'>[] =>
  edits === undefined
    ? []
    : [{ id, edits: () => edits.map((edit) => ({ ...edit, range: shifted(edit.range, start) })) }];

/** The workloads of a document that can have several pods and use a claim or are a database. */
const keepingData = remembered(({ objects }: ManifestDocument) =>
  objects
    .flatMap(({ workloads }) => workloads)
    .filter(
      (workload) =>
        workload.lifetime === 'service' &&
        workload.kind?.scales === true &&
        (databaseOf(workload) !== undefined ||
          workload.pod.volumes.some(({ source }) => source === 'persistentVolumeClaim')),
    ),
);

/** What names a claim in a file. */
const keyOf = ({ namespace }: KubernetesObject, name: string): string => `${namespace ?? ''}/${name}`;

/** https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes */
const singleNode: ReadonlySet<string> = new Set(['ReadWriteOnce', 'ReadWriteOncePod']);

/** The claims of a file that only one node, or one pod, can have at a time. */
const singleNodeClaims = (manifest: Manifest): ReadonlySet<string> =>
  new Set(
    objectsOfKind(manifest, 'PersistentVolumeClaim').flatMap(({ object }) => {
      const modes = asSequence(valueAt(object.node, ['spec', 'accessModes']));
      const names = modes?.items.map(({ value }) => stringOf(value)) ?? [];
      const single = modes?.open === false && names.length > 0 && names.every((name) => singleNode.has(name ?? ''));
      return single && object.name !== undefined ? [keyOf(object, object.name)] : [];
    }),
  );

/** How many pods the autoscalers of a file run at most, by what they scale. */
const mostReplicas = (manifest: Manifest): ReadonlyMap<string, number> =>
  new Map(
    objectsOfKind(manifest, 'HorizontalPodAutoscaler').flatMap(({ object }) => {
      const target = asMapping(valueAt(object.node, ['spec', 'scaleTargetRef']));
      const [kind, name] = [stringOf(fieldOf(target, 'kind')), stringOf(fieldOf(target, 'name'))];
      const most = numberOf(valueAt(object.node, ['spec', 'maxReplicas']));
      return kind === undefined || name === undefined || most === undefined
        ? []
        : [[keyOf(object, `${kind}/${name}`), most] as const];
    }),
  );

const mostOf = ({ object }: Workload, scaled: ReadonlyMap<string, number>): number =>
  scaled.get(keyOf(object, `${object.kind}/${object.name ?? ''}`)) ?? 1;

interface Claim {
  readonly name: string;
  readonly range: TextRange;
}

/** The first claim of those that a pod mounts by its own name, and so shares with its replicas. */
function claimOf({ object, pod }: Workload, claims: ReadonlySet<string>): Claim | undefined {
  for (const { source, sourceNode } of pod.volumes) {
    const node = source === 'persistentVolumeClaim' ? fieldOf(asMapping(sourceNode), 'claimName') : undefined;
    const name = stringOf(node);
    if (name !== undefined && node !== undefined && claims.has(keyOf(object, name))) return { name, range: node.range };
  }
  return undefined;
}

const replicasOf = ({ object }: Workload): Scalar | undefined => asScalar(valueAt(object.node, ['spec', 'replicas']));

/** Servers of which several make one only when they are told of each other, which takes an identity for each. */
const aloneByDefault: ReadonlySet<string> = new Set([
  ...['postgres', 'postgresql', 'timescaledb-ha', 'mysql', 'mariadb', 'mongo', 'mongodb', 'mssql-server', 'influxdb'],
  ...['couchdb', 'neo4j', 'rabbitmq', 'solr', 'meilisearch', 'qdrant', 'clickhouse', 'rethinkdb', 'arangodb'],
]);

/** The image of a database that a Deployment, whose pods are all the same, runs several of. */
const databaseOf = remembered(({ object, pod }: Workload): string | undefined => {
  if (object.kind === 'StatefulSet') return undefined;
  const container = pod.containers.find((each) => aloneByDefault.has(dataServerOf(each)?.row.names[0] ?? ''));
  return container?.image?.text;
});

/** Whether a Deployment starts the new pod before the old one has ended, which is so unless it says otherwise. */
function isRolledOut({ object }: Workload, replicas: number | undefined): boolean {
  if (object.kind !== 'Deployment' || replicas === 0) return false;
  const count = lookupAt(object.node, ['spec', 'replicas']);
  if (count.presence === 'unknown' || (count.presence === 'yes' && replicas !== 1)) return false;
  const { presence, entry } = lookupAt(object.node, ['spec', 'strategy', 'type']);
  if (presence !== 'no' && stringOf(entry?.value) !== 'RollingUpdate') return false;
  const surge = lookupAt(object.node, ['spec', 'strategy', 'rollingUpdate', 'maxSurge']);
  const none = numberOf(surge.entry?.value) === 0 || stringOf(surge.entry?.value) === '0%';
  return surge.presence !== 'unknown' && !none;
}

function recreated({ document }: DocumentPlace, { object }: Workload): readonly TextEdit[] | undefined {
  const rolling = lookupAt(object.node, ['spec', 'strategy', 'rollingUpdate']);
  if (rolling.entry === undefined) return setPath(document, object.node, ['spec', 'strategy', 'type'], 'Recreate');
  const typed = lookupAt(object.node, ['spec', 'strategy', 'type']);
  // The key that is left is what the mapping is kept for.
  if (typed.presence !== 'yes') return undefined;
  return together(
    setPath(document, object.node, ['spec', 'strategy', 'type'], 'Recreate'),
    removePath(document, object.node, ['spec', 'strategy', 'rollingUpdate']),
  );
}
