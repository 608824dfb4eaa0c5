import { builtInKinds } from '../../knowledge/manifest-kinds';
import { compared, filledIn, writtenAnnotations } from '../../knowledge/server-fields';
import { groupOf } from '../../knowledge/workload-kinds';
import { inFolder } from './file-path';
import { asMapping, fieldOf, lookup } from './lookup';
import type { Entry, KubernetesObject, Mapping } from './manifest';
import { saysNothing } from './says-nothing';

/** What a manifest says that is not its business, at one place of an object. */
export interface ServerField {
  /**
   * `compared`: it has to be what the cluster has; `written`: the cluster writes it, whatever is here; `empty`: the same, and nothing
   * is here.
   */
  readonly kind: 'compared' | 'written' | 'empty';
  readonly mapping: Mapping;
  readonly entry: Entry;
}

/**
 * The fields of an object that are the cluster's, the weightiest first. Of kinds that Kubernetes does not have, `status` may be a field
 * like others; and what tests of Go programs read is not for a cluster (https://pkg.go.dev/cmd/go, on `testdata`).
 */
export function serverFields(object: KubernetesObject): readonly ServerField[] {
  const { node, metadata, workloads, document } = object;
  if (inFolder(document.path, 'testdata')) return [];
  const templates = workloads.flatMap((workload) => workload.metadata ?? []).filter((each) => each !== metadata);
  const found = [
    ...(metadata === undefined ? [] : ofMetadata(metadata)),
    ...templates.flatMap(ofMetadata),
    ...(builtIn(object) === undefined ? [] : entriesOf(node, ['status']).map(asWritten(node))),
  ];
  return found.sort(
    (one, other) =>
      weights.indexOf(one.kind) - weights.indexOf(other.kind) || one.entry.range.start - other.entry.range.start,
  );
}

const weights: readonly ServerField['kind'][] = ['compared', 'written', 'empty'];

/** The namespace of an object whose kind has none. */
export function idleNamespace(object: KubernetesObject): ServerField | undefined {
  const { metadata } = object;
  if (metadata === undefined || builtIn(object)?.namespaced !== false) return undefined;
  const [entry] = entriesOf(metadata, ['namespace']).filter(({ value }) => !saysNothing(value));
  return entry && { kind: 'written', mapping: metadata, entry };
}

function builtIn({ apiVersion, kind }: KubernetesObject): { readonly namespaced: boolean } | undefined {
  const known = builtInKinds.get(kind);
  return known !== undefined && groupOf(known.apiVersion) === groupOf(apiVersion) ? known : undefined;
}

function ofMetadata(metadata: Mapping): readonly ServerField[] {
  const annotations = asMapping(fieldOf(metadata, 'annotations'));
  return [
    ...entriesOf(metadata, filledIn).map(asWritten(metadata)),
    ...entriesOf(metadata, compared)
      .filter(({ value }) => !saysNothing(value))
      .map((entry): ServerField => ({ kind: 'compared', mapping: metadata, entry })),
    ...(annotations === undefined
      ? []
      : entriesOf(annotations, writtenAnnotations).map(
          (entry): ServerField => ({ kind: 'written', mapping: annotations, entry }),
        )),
  ];
}

const asWritten =
  (mapping: Mapping): ((entry: Entry) => ServerField) =>
  (entry) => ({ kind: saysNothing(entry.value) ? 'empty' : 'written', mapping, entry });

const entriesOf = (mapping: Mapping, names: readonly string[]): readonly Entry[] =>
  names.flatMap((name) => {
    const { presence, entry } = lookup(mapping, name);
    return presence === 'yes' && entry !== undefined && !entry.merged ? [entry] : [];
  });
