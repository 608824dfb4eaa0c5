import { remembered } from '../../engine/remembered';
import { groupOf } from '../../knowledge/workload-kinds';
import { objectsOfKind, type PlacedObject } from './file-objects';
import { type LabelIndex, type Labelled, labelIndex, type Selection, selectionOf } from './label-index';
import {
  asMapping,
  asScalar,
  asSequence,
  booleanOf,
  fieldOf,
  lookup,
  lookupAt,
  mappingsAt,
  stringOf,
  valueAt,
} from './lookup';
import type { KubernetesObject, Manifest } from './manifest';
import type { Scalar } from './nodes';
import { podLabels } from './pod-labels';
import { type Requirement, selectorRequirements } from './selectors';

/** A ServiceMonitor, seen beside the Services of its file. */
export interface ServiceMonitor extends PlacedObject {
  readonly requirements: readonly Requirement[];
  readonly selection: Selection<LabelledService>;
  /** Where it looks for ports by their name. */
  readonly ports: readonly Scalar[];
}

/** A Service by its own labels. */
export interface LabelledService extends PlacedObject, Labelled {}

/** The Services of a file by their own labels. */
export const labelledServices = remembered((manifest: Manifest): LabelIndex<LabelledService> => {
  const services = objectsOfKind(manifest, 'Service').filter(({ object }) => object.apiVersion === 'v1');
  return labelIndex(services.map(({ object, start }) => ({ object, start, labels: labelsOf(object) })));
});

const labelsOf = remembered(({ node }: KubernetesObject) => podLabels(node));

/** The ServiceMonitors of a file that look for Services of their own namespace by labels that are written there. */
export const serviceMonitors = (manifest: Manifest): readonly ServiceMonitor[] =>
  objectsOfKind(manifest, 'ServiceMonitor').flatMap(({ object, start }): readonly ServiceMonitor[] => {
    const { presence, entry } = lookupAt(object.node, ['spec', 'selector']);
    const requirements = presence === 'yes' ? selectorRequirements(entry?.value) : undefined;
    if (groupOf(object.apiVersion) !== 'monitoring.coreos.com' || requirements === undefined) return [];
    if (requirements.length === 0 || !looksAtHome(object)) return [];
    const selection = selectionOf(labelledServices(manifest), requirements, object.namespace);
    return [{ object, start, requirements, selection, ports: portsOf(object) }];
  });

/** https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.NamespaceSelector */
function looksAtHome({ node, namespace }: KubernetesObject): boolean {
  const { presence, entry } = lookupAt(node, ['spec', 'namespaceSelector']);
  if (presence === 'no') return true;
  const selector = asMapping(entry?.value);
  if (presence === 'unknown' || selector === undefined || selector.open) return false;
  if (booleanOf(fieldOf(selector, 'any')) === true) return false;
  if (lookup(selector, 'matchNames').presence === 'no') return true;
  const names = asSequence(fieldOf(selector, 'matchNames'))?.items.map(({ value }) => stringOf(value)) ?? [];
  return names.length === 1 && namespace !== undefined && names[0] === namespace;
}

const portsOf = ({ node }: KubernetesObject): readonly Scalar[] =>
  mappingsAt(node, ['spec', 'endpoints']).flatMap((endpoint) => {
    const port = asScalar(fieldOf(endpoint, 'port'));
    return port === undefined || stringOf(port) === undefined ? [] : [port];
  });

/** The names of a Service's ports; `undefined` where they cannot all be known. */
export function portNames({ object }: LabelledService): readonly string[] | undefined {
  const ports = asSequence(valueAt(object.node, ['spec', 'ports']));
  if (ports === undefined || ports.open || ports.items.some(({ conditional }) => conditional)) return undefined;
  const found: string[] = [];
  for (const port of mappingsAt(ports, [])) {
    const { presence, entry } = lookup(port, 'name');
    const name = stringOf(entry?.value);
    if (presence === 'unknown' || (presence === 'yes' && name === undefined)) return undefined;
    if (name !== undefined) found.push(name);
  }
  return found;
}
