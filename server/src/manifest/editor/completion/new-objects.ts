import type { Completion } from '../../../engine/editor';
import { rendered, templates } from '../../../engine/message';
import { inFile } from '../../edits/in-file';
import { removeEntry } from '../../edits/remove';
import { renderEntries } from '../../edits/render-block';
import { editOf } from '../../edits/rendered';
import { styleAt } from '../../edits/style';
import { type BlockMapping, type BlockValue, entriesOf, placeholder } from '../../edits/value';
import { autoscalerOf } from '../../model/autoscalers';
import { disruptionBudgets } from '../../model/disruption-budgets';
import { objectsNamed } from '../../model/file-objects';
import { fileServices } from '../../model/file-services';
import { asMapping, entryOf, fieldOf, numberOf, stringOf, valueAt } from '../../model/lookup';
import type { KubernetesObject, Workload } from '../../model/manifest';
import { requestOf } from '../../model/requested-resources';
import { missingObjects, type NewObject, placeholderKey } from './missing-objects';
import { selectorOf, servicePorts } from './pod-selector';
import type { TypedPlace } from './typed-place';
import { cpuUse } from './usual-parts';

const texts = templates({
  label: '{kind} {name}',
  for: 'for {kind} {name}',
});

/** What a new document may hold that goes with the objects above it: the nearest of them first. */
export function newObjectCompletions(place: TypedPlace): readonly Completion[] {
  if (!place.isNew || place.kind !== 'key') return [];
  const above = place.model.documents.filter(({ start }) => start < place.start).toReversed();
  const owners = above.flatMap(({ document, start }) =>
    document.mode === 'plain'
      ? document.objects.flatMap((object) => object.workloads.map((workload) => ({ workload, start })))
      : [],
  );
  const found = [
    ...owners.slice(0, nearest).flatMap(({ workload, start }) => objectsFor(place, workload, start)),
    ...missingObjects(place),
  ];
  const style = styleAt(place.part, undefined);
  return found.flatMap(({ kind, name, detail, value, also }, order): readonly Completion[] => {
    const text = renderEntries(entriesOf(value), place.column, style);
    if (text === undefined) return [];
    const label = rendered(texts.label, { kind, name });
    const edit = editOf(place.range, text);
    return [{ label, kind: 'snippet', detail, edit, order, ...(also.length > 0 && { also }), topic: `${kind} ` }];
  });
}

/** So many of the objects above are looked at. */
const nearest = 5;

const replicated: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet']);

function objectsFor(place: TypedPlace, workload: Workload, start: number): readonly NewObject[] {
  const { object, lifetime } = workload;
  const { name, kind } = object;
  if (name === undefined || workload.guessed || lifetime === 'job' || lifetime === 'overlay') return [];
  const detail = rendered(texts.for, { kind, name });
  return [
    ...serviceFor(place, workload).map((value) => ({ kind: 'Service', name, detail, value, also: [] })),
    ...(replicated.has(kind) ? [...budgetFor(place, workload), ...autoscalerFor(place, workload, start)] : []).map(
      (each) => ({ name, detail, also: [], ...each }),
    ),
    ...configurationFor(place, object).map((value) => ({
      kind: 'ConfigMap',
      name: `${name}-config`,
      detail,
      value,
      also: [],
    })),
  ];
}

const metadata = ({ namespace, labels }: KubernetesObject, name: BlockValue): BlockMapping => ({
  name,
  namespace,
  labels: Object.keys(labels).length === 0 ? undefined : new Map(Object.entries(labels)),
});

function serviceFor({ model }: TypedPlace, workload: Workload): readonly BlockMapping[] {
  const { object, pod } = workload;
  const selector = selectorOf(workload);
  const ports = pod.containers.filter(({ placement }) => placement === 'app').flatMap((container) => container.ports);
  const served = fileServices(model).some(({ selection }) => selection.selected.some((each) => each.object === object));
  const isSet = object.kind === 'StatefulSet';
  const name = (isSet ? stringOf(valueAt(object.node, ['spec', 'serviceName'])) : undefined) ?? object.name ?? '';
  if (selector === undefined || served || ports.length === 0 || objectsNamed(model, 'Service', name).length > 0)
    return [];
  return [
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: metadata(object, name),
      spec: {
        clusterIP: isSet ? 'None' : undefined,
        selector,
        ports: servicePorts(ports, isSet),
      },
    },
  ];
}

function budgetFor({ model }: TypedPlace, workload: Workload): readonly Pick<NewObject, 'kind' | 'value'>[] {
  const { object } = workload;
  const selector = selectorOf(workload);
  const counted = disruptionBudgets(model).some(
    ({ selection }) => selection.unsure || selection.selected.some((each) => each.object === object),
  );
  if (selector === undefined || counted) return [];
  const spec = { maxUnavailable: placeholder(1), selector: { matchLabels: selector } };
  const value = {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: metadata(object, object.name ?? ''),
    spec,
  };
  return [{ kind: 'PodDisruptionBudget', value }];
}

/** A percentage of CPU means something only where all containers request some. */
function autoscalerFor(
  { model }: TypedPlace,
  { object, pod }: Workload,
  start: number,
): readonly Pick<NewObject, 'kind' | 'value' | 'also'>[] {
  const apps = pod.containers.filter(({ placement }) => placement === 'app');
  if (autoscalerOf(model, object) !== undefined || apps.some((each) => requestOf(each, 'cpu') !== 'yes')) return [];
  const workload = asMapping(fieldOf(object.node, 'spec'));
  const replicas = entryOf(workload, 'replicas');
  // It would set the number back at every apply.
  const removed = workload && replicas && removeEntry(object.document, workload, replicas);
  if (replicas !== undefined && removed === undefined) return [];
  const fewest = Math.max(2, numberOf(replicas?.value) ?? 2);
  const spec = {
    scaleTargetRef: { apiVersion: object.apiVersion, kind: object.kind, name: object.name },
    minReplicas: placeholder(fewest),
    maxReplicas: placeholder(Math.max(10, 2 * fewest)),
    metrics: [cpuUse],
  };
  const value = {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: metadata(object, object.name ?? ''),
    spec,
  };
  return [{ kind: 'HorizontalPodAutoscaler', value, also: removed === undefined ? [] : inFile(removed, start) }];
}

function configurationFor({ model }: TypedPlace, object: KubernetesObject): readonly BlockMapping[] {
  const name = `${object.name}-config`;
  if (objectsNamed(model, 'ConfigMap', name).length > 0) return [];
  const data = { [placeholderKey]: placeholder('value') };
  return [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: metadata(object, name), data }];
}
