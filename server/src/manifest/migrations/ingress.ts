import type { TextEdit } from '../../engine/text';
import { insertKey } from '../edits/insert-key';
import { type Nesting, nestEntries } from '../edits/nest-entries';
import { renameKey, unquoteScalar } from '../edits/replace-scalar';
import { together } from '../edits/together';
import { asScalar, numberOf, stringOf } from '../model/lookup';
import type { ManifestDocument, Mapping } from '../model/manifest';
import { different, type Migrate, unchanged, writtenEntry, writtenItems, writtenMapping } from './migration';

type Edits = readonly TextEdit[] | undefined;

/** An Ingress of a beta version as one of `networking.k8s.io/v1`. */
export const migrateIngress: Migrate = (object) => {
  const { document } = object;
  const spec = writtenMapping(object.node, 'spec');
  if (spec === 'none') return unchanged;
  const rules = spec && writtenItems(spec, 'rules');
  if (spec === undefined || rules === undefined) return undefined;
  return different(together(defaultBackend(document, spec), ...rules.map((rule) => ruleEdits(document, rule))));
};

function defaultBackend(document: ManifestDocument, spec: Mapping): Edits {
  const entry = writtenEntry(spec, 'backend');
  if (entry === undefined) return [];
  if (entry === 'unknown' || entry.value?.kind !== 'mapping') return undefined;
  return together(renameKey(document, spec, entry, 'defaultBackend'), backendEdits(document, entry.value));
}

function ruleEdits(document: ManifestDocument, rule: Mapping): Edits {
  const http = writtenMapping(rule, 'http');
  if (http === 'none') return [];
  const paths = http && writtenItems(http, 'paths');
  return paths && together(...paths.map((path) => pathEdits(document, path)));
}

/** The default of the beta versions has to be written out now. */
function pathEdits(document: ManifestDocument, path: Mapping): Edits {
  const type = writtenEntry(path, 'pathType');
  const backend = writtenMapping(path, 'backend');
  if (type === 'unknown' || backend === undefined || backend === 'none') return undefined;
  return together(
    type === undefined ? insertKey(document, path, 'pathType', 'ImplementationSpecific') : [],
    backendEdits(document, backend),
  );
}

function backendEdits(document: ManifestDocument, backend: Mapping): Edits {
  const name = writtenEntry(backend, 'serviceName');
  const port = writtenEntry(backend, 'servicePort');
  // A backend may be a resource, and may have been migrated already.
  if (name === undefined && port === undefined) return [];
  if (name === undefined || port === undefined || name === 'unknown' || port === 'unknown') return undefined;
  const scalar = asScalar(port.value);
  const text = stringOf(scalar);
  const digits = text !== undefined && /^\d+$/.test(text);
  if (scalar === undefined || (text === undefined && numberOf(scalar) === undefined)) return undefined;
  const nestings: readonly Nesting[] = [
    { entry: name, path: ['service', 'name'] },
    { entry: port, path: ['service', 'port', text === undefined || digits ? 'number' : 'name'] },
  ];
  return together(nestEntries(document, backend, nestings), digits ? unquoteScalar(document, scalar) : []);
}
