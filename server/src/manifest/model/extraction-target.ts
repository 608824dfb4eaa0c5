import { isSubdomain, longestSubdomain } from '../values/names';
import { objectsNamed, type PlacedObject } from './file-objects';
import { asMapping, booleanOf, fieldOf, lookup, stringOf } from './lookup';
import type { Container, Manifest, Mapping } from './manifest';
import { referencesFrom, referencesTo } from './object-references';

export type ExtractionKind = 'ConfigMap' | 'Secret';

/** The ConfigMap or Secret that a container's variables move to. */
export interface ExtractionTarget {
  readonly kind: ExtractionKind;
  readonly name: string;
  /** It is in the file; `undefined` for one that is to be made. */
  readonly existing: PlacedObject | undefined;
  /** `all`: everything that it holds becomes variables; `keys`: variables take their values from it one by one. */
  readonly taken: 'all' | 'keys';
}

/**
 * Where the variables of a container may go, the best first: to what it takes variables from already, if nobody else takes all of it
 * and it may be changed; else to an object of their own, named for the workload. Nowhere when that has no proper name here.
 */
export function extractionTargets(
  manifest: Manifest,
  kind: ExtractionKind,
  container: Container,
): readonly ExtractionTarget[] {
  const { object } = container.pod.workload;
  const { name } = object;
  if (
    name === undefined ||
    !isObjectName(name) ||
    (object.namespace === undefined && fieldOf(object.metadata, 'namespace') !== undefined)
  )
    return [];
  const taken = kind === 'ConfigMap' ? 'all' : 'keys';
  const end = kind === 'ConfigMap' ? 'config' : 'secret';
  const named =
    container.name === undefined || container.name === name || !isObjectName(container.name)
      ? name
      : `${name}-${container.name}`;
  const free = namesFor(name, named, end).find((candidate) => !isTaken(manifest, kind, candidate));
  return [
    ...existingTargets(manifest, kind, container),
    ...(free === undefined ? [] : [{ kind, name: free, existing: undefined, taken } as const]),
  ];
}

/** With room for what is put behind it. */
const isObjectName = (name: string): boolean => isSubdomain(name) && name.length < longestSubdomain / 2;

function namesFor(workload: string, container: string, end: string): readonly string[] {
  const numbered = Array.from({ length: 8 }, (_, index) => `${container}-${end}-${index + 2}`);
  return [`${workload}-${end}`, `${container}-${end}`, ...numbered];
}

/** Also what is only referred to is taken: it stands in another file. */
const isTaken = (manifest: Manifest, kind: ExtractionKind, name: string): boolean =>
  objectsNamed(manifest, kind, name).length > 0 || referencesTo(manifest, kind, name).length > 0;

function existingTargets(manifest: Manifest, kind: ExtractionKind, container: Container): readonly ExtractionTarget[] {
  const last = container.environmentFrom.at(-1);
  const names = new Set<string>();
  return referencesFrom(manifest, container).flatMap((reference): readonly ExtractionTarget[] => {
    const { name, whole } = reference;
    if (reference.kind !== kind || names.has(name)) return [];
    names.add(name);
    // What comes later would win, and a prefix would rename it.
    if (whole && (kind === 'Secret' || !isSource(last, name))) return [];
    const [existing, other] = objectsNamed(manifest, kind, name);
    if (existing === undefined || other !== undefined || !mayGrow(kind, container, existing)) return [];
    const takers = referencesTo(manifest, kind, name).filter((each) => each.whole);
    return takers.length === (whole ? 1 : 0) ? [{ kind, name, existing, taken: whole ? 'all' : 'keys' }] : [];
  });
}

const isSource = (source: Mapping | undefined, name: string): boolean =>
  source !== undefined &&
  lookup(source, 'prefix').presence === 'no' &&
  stringOf(fieldOf(asMapping(fieldOf(source, 'configMapRef')), 'name')) === name;

const fields: ReadonlySet<string> = new Set([
  ...['apiVersion', 'kind', 'metadata', 'type', 'immutable'],
  ...['data', 'stringData', 'binaryData'],
]);

/** Whether a key may be added to an object: it is plain text in plain sight, and not said to stay as it is. */
function mayGrow(kind: ExtractionKind, container: Container, { object }: PlacedObject): boolean {
  const { apiVersion, namespace, node, document, metadata } = object;
  if (apiVersion !== 'v1' || document.mode !== 'plain' || document.format !== 'yaml' || node.open) return false;
  if (namespace !== container.pod.workload.object.namespace) return false;
  if (namespace === undefined && fieldOf(metadata, 'namespace') !== undefined) return false;
  // A slip, such as `dta`, may be where it all belongs.
  if (node.entries.some((entry) => !fields.has(entry.name))) return false;
  const type = fieldOf(node, 'type');
  if (kind === 'Secret' && type !== undefined && stringOf(type) !== 'Opaque') return false;
  return booleanOf(fieldOf(node, 'immutable')) !== true && document.problems.length === 0;
}
