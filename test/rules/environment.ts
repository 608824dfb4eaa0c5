import { type Document, parseAllDocuments } from 'yaml';

/** What a refactoring of a manifest must not change, read by means of its own. */
export interface Deployed {
  /** Of every container, in the order of the text: its variables as its process sees them. */
  readonly environments: readonly Readonly<Record<string, string>>[];
  /** The objects without their containers' variables, and without the data of ConfigMaps and Secrets. */
  readonly objects: readonly string[];
  /** The entries of ConfigMaps and Secrets. */
  readonly data: ReadonlySet<string>;
}

type Plain = Readonly<Record<string, unknown>>;

/** Reads what a text deploys; `undefined` for one that is not YAML. */
export function deployed(text: string): Deployed | undefined {
  const documents = parseAllDocuments(text, { merge: true, uniqueKeys: false, stringKeys: false });
  if (!Array.isArray(documents) || documents.some(({ errors }) => errors.length > 0)) return undefined;
  const objects = objectsOf(documents);
  if (objects === undefined) return undefined;
  const sources = objects.filter(({ kind }) => kind === 'ConfigMap' || kind === 'Secret');
  return {
    environments: objects.flatMap((object) =>
      containersIn(object).map((container) => environmentOf(container, sources, namespaceOf(object))),
    ),
    objects: objects.map((object) => JSON.stringify(object, withoutVariables)),
    data: new Set(sources.flatMap(entriesOf)),
  };
}

/** An alias without its anchor, or inside what it names, is no syntax error, but there is nothing to read. */
function objectsOf(documents: readonly Document.Parsed[]): readonly Plain[] | undefined {
  try {
    const objects = documents.flatMap((document) => itemsOf(document.toJS({ maxAliasCount: 1000 })));
    JSON.stringify(objects);
    return objects;
  } catch {
    return undefined;
  }
}

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function itemsOf(value: unknown): readonly Plain[] {
  if (!isPlain(value)) return [];
  return value.kind === 'List' ? listOf(value.items).flatMap(itemsOf) : [value];
}

const at = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((inner, key) => (isPlain(inner) ? inner[key] : undefined), value);

const namespaceOf = (object: Plain): unknown => at(object, 'metadata', 'namespace');

/** Whatever stands in a list of containers, wherever that is. */
function containersIn(value: unknown): readonly Plain[] {
  if (Array.isArray(value)) return value.flatMap(containersIn);
  if (!isPlain(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    /^(?:initC|ephemeralC|c)ontainers$/.test(key) ? listOf(inner).filter(isPlain) : containersIn(inner),
  );
}

/** As the kubelet makes it: kubernetes/kubernetes pkg/kubelet/kubelet_pods.go, makeEnvironmentVariables. */
function environmentOf(container: Plain, sources: readonly Plain[], namespace: unknown): Record<string, string> {
  const environment = new Map<string, string>();
  for (const source of listOf(container.envFrom)) {
    const [kind, name] = ['configMapRef', 'secretRef'].flatMap((field) =>
      at(source, field) === undefined ? [] : [kindOf(field), at(source, field, 'name')],
    );
    const data = dataOf(sources, kind, name, namespace);
    // What is not in the file may set anything that was set so far.
    if (data === undefined)
      for (const [key, value] of environment) environment.set(key, `${value} unless ${String(kind)} ${String(name)}`);
    for (const [key, value] of data ?? []) environment.set(String(at(source, 'prefix') ?? '') + key, value);
  }
  for (const variable of listOf(container.env)) {
    const value = at(variable, 'value');
    const literal = value === undefined || value === null ? undefined : typed(value);
    const taken = literal === undefined || literal === '' ? referred(variable, sources, namespace) : undefined;
    environment.set(String(at(variable, 'name')), taken ?? expanded(literal ?? '', environment));
  }
  return Object.fromEntries([...environment].sort(([one], [other]) => (one < other ? -1 : 1)));
}

const kindOf = (field: string): string => (field.startsWith('configMap') ? 'ConfigMap' : 'Secret');

/** A value of a wrong type is another value. */
const typed = (value: unknown): string => (typeof value === 'string' ? value : `${typeof value} ${String(value)}`);

function referred(variable: unknown, sources: readonly Plain[], namespace: unknown): string | undefined {
  const from = at(variable, 'valueFrom');
  if (from === undefined) return undefined;
  for (const field of ['configMapKeyRef', 'secretKeyRef']) {
    const data = dataOf(sources, kindOf(field), at(from, field, 'name'), namespace);
    const value = data?.get(String(at(from, field, 'key')));
    if (value !== undefined) return value;
  }
  return `from ${JSON.stringify(from)}`;
}

function dataOf(
  sources: readonly Plain[],
  kind: unknown,
  name: unknown,
  namespace: unknown,
): ReadonlyMap<string, string> | undefined {
  const source = sources.findLast(
    (each) => each.kind === kind && at(each, 'metadata', 'name') === name && namespaceOf(each) === namespace,
  );
  if (source === undefined) return undefined;
  const encoded = Object.entries(at(source, 'data') ?? {}).map(([key, value]): [string, string] => [
    key,
    kind === 'Secret' ? `encoded ${typed(value)}` : typed(value),
  ]);
  const plain = Object.entries(at(source, 'stringData') ?? {}).map(([key, value]): [string, string] => [
    key,
    typed(value),
  ]);
  return new Map([...encoded, ...plain]);
}

/** kubernetes/kubernetes third_party/forked/golang/expansion/expand.go */
const expanded = (value: string, environment: ReadonlyMap<string, string>): string =>
  value.replace(/\$\$|\$\(([^)]*)\)/g, (whole, name?: string) => {
    if (name === undefined) return '$';
    return environment.get(name) ?? whole;
  });

const withoutVariables = (key: string, value: unknown): unknown =>
  ['env', 'envFrom', 'data', 'stringData'].includes(key) ? undefined : value;

const entriesOf = (source: Plain): readonly string[] =>
  ['data', 'stringData'].flatMap((field) =>
    Object.entries(at(source, field) ?? {}).map(([key, value]) =>
      JSON.stringify([source.kind, namespaceOf(source), at(source, 'metadata', 'name'), key, value]),
    ),
  );
