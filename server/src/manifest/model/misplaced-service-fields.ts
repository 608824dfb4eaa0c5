import { fieldsOfLoadBalancers, typesWithNodePorts } from '../../knowledge/service-types';
import { asMapping, asSequence, fieldOf, isNothing, isUnknown, lookup, numberOf, stringOf } from './lookup';
import type { Entry, KubernetesObject, Mapping } from './manifest';

/** A field that a Service of its type may not have. */
export interface MisplacedServiceField {
  readonly spec: Mapping;
  readonly mapping: Mapping;
  readonly entry: Entry;
  /** The type that the Service has, by default too. */
  readonly type: string;
  /** One that may have the field. */
  readonly needed: string;
}

/** The fields of a Service that belong to another type of Service, as far as its type is sure. */
export function misplacedServiceFields(object: KubernetesObject): readonly MisplacedServiceField[] {
  const spec = asMapping(fieldOf(object.node, 'spec'));
  if (object.apiVersion !== 'v1' || object.kind !== 'Service' || spec === undefined) return [];
  const type = typeOf(spec);
  if (type === undefined) return [];
  return [
    ...(typesWithNodePorts.includes(type) ? [] : nodePortsOf(spec, type)),
    ...(type === 'LoadBalancer' ? [] : balancerFieldsOf(spec, type)),
    ...(typesWithNodePorts.includes(type) ? headless(spec, type) : []),
  ];
}

function typeOf(spec: Mapping): string | undefined {
  const { presence, entry } = lookup(spec, 'type');
  if (presence === 'unknown') return undefined;
  return isNothing(entry?.value) ? 'ClusterIP' : stringOf(entry?.value);
}

const nodePortsOf = (spec: Mapping, type: string): readonly MisplacedServiceField[] =>
  (asSequence(fieldOf(spec, 'ports'))?.items ?? []).flatMap((item) => {
    const mapping = asMapping(item.value);
    const { presence, entry } = mapping === undefined ? none : lookup(mapping, 'nodePort');
    const number = numberOf(entry?.value);
    return mapping === undefined || presence !== 'yes' || entry === undefined || number === undefined || number === 0
      ? []
      : [{ spec, mapping, entry, type, needed: 'NodePort' }];
  });

const none = { presence: 'no', entry: undefined } as const;

const balancerFieldsOf = (spec: Mapping, type: string): readonly MisplacedServiceField[] =>
  fieldsOfLoadBalancers.flatMap((name) => {
    const { presence, entry } = lookup(spec, name);
    const { value } = entry ?? {};
    const counts = presence === 'yes' && !isNothing(value) && !isUnknown(value) && !isEmptyList(value);
    return counts && entry !== undefined ? [{ spec, mapping: spec, entry, type, needed: 'LoadBalancer' }] : [];
  });

const isEmptyList = (value: Entry['value']): boolean => value?.kind === 'sequence' && value.items.length === 0;

/** Whoever is reached from outside needs an address inside as well. */
function headless(spec: Mapping, type: string): readonly MisplacedServiceField[] {
  const { presence, entry } = lookup(spec, 'clusterIP');
  return presence === 'yes' && entry !== undefined && stringOf(entry.value) === 'None'
    ? [{ spec, mapping: spec, entry, type, needed: 'ClusterIP' }]
    : [];
}
