// Reads the generated models of @kubernetes/client-node: what the OpenAPI description of Kubernetes says of each type.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const read = (file) => readFileSync(file, 'utf8');

/** `V1Container` is Container to everybody; other versions and groups keep their names. */
export const shortName = (model) => model.replace(/^V1(?=[A-Z])/, '');

const scalars = {
  'string ': 's',
  'string byte': 'y',
  'Date date-time': 'd',
  'V1MicroTime date-time-micro': 'd',
  'number int32': 'i',
  'number int64': 'l',
  'number double': 'n',
  'boolean ': 'b',
  'IntOrString int-or-string': 'x',
  'any ': 'o',
};

/** A type of the models in the table's own words. */
function encoded(type, format) {
  const list = /^Array<(.*)>$/.exec(type);
  if (list !== null) return `[${encoded(list[1], format)}]`;
  const map = /^\{ \[key: string\]: (.*); \}$/.exec(type);
  if (map !== null) return `{${encoded(map[1], format)}}`;
  const scalar = scalars[`${type} ${format}`];
  if (scalar !== undefined) return scalar;
  if (!/^[A-Z]\w*$/.test(type)) throw new Error(`a type that this script does not know: ${type} ${format}`);
  return shortName(type);
}

/** Comments stand in the declarations as JSDoc, with quotes escaped as in a string. */
const textOf = (comment) =>
  comment
    .replace(/^\s*\*\s?/gm, '')
    .replace(/\\(['"`])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();

function modelIn(folder, name) {
  const source = read(join(folder, `${name}.js`));
  const attributes = /attributeTypeMap = (\[[\s\S]*?\n?\]);/.exec(source)?.[1];
  if (attributes === undefined) return undefined;
  const declarations = read(join(folder, `${name}.d.ts`));
  const documentation = new Map();
  for (const [, comment, field] of declarations.matchAll(/\/\*\*\n((?:\s*\*.*\n)+?)\s*\*\/\n\s*'([^']+)'\??:/g))
    documentation.set(field, textOf(comment));
  const optional = new Set([...declarations.matchAll(/\n\s*'([^']+)'\?:/g)].map(([, field]) => field));
  const about = /\/\*\*\n((?:\*.*\n)+?)\*\/\nexport declare class/.exec(declarations)?.[1] ?? '';
  return {
    about: textOf(about),
    fields: JSON.parse(attributes).map(({ baseName, name: property, type, format }) => ({
      name: baseName,
      type: encoded(type, format),
      required: !optional.has(property) && !optional.has(baseName),
      documentation: documentation.get(property) ?? documentation.get(baseName) ?? '',
    })),
  };
}

/** Every model by its short name. */
export function readModels(packageFolder) {
  const folder = join(packageFolder, 'dist/gen/models');
  const models = new Map();
  for (const file of readdirSync(folder)) {
    const name = /^([A-Z]\w*)\.js$/.exec(file)?.[1];
    if (name === undefined || name === 'ObjectSerializer' || name === 'IntOrString') continue;
    const model = modelIn(folder, name);
    if (model !== undefined) models.set(shortName(name), model);
  }
  return models;
}

/** What can be created, by `apiVersion`: kind to type. Read from the addresses that the clients send new objects to. */
export function readKinds(packageFolder) {
  const folder = join(packageFolder, 'dist/gen/apis');
  const kinds = new Map();
  for (const file of readdirSync(folder)) {
    if (!/V\w+Api\.js$/.test(file)) continue;
    for (const request of read(join(folder, file)).split('const localVarPath = ').slice(1)) {
      const address = /^'\/(api\/v1|apis\/[\w.]+\/\w+)\/(?:namespaces\/\{namespace\}\/)?\w+'/.exec(request)?.[1];
      const model = /ObjectSerializer\.serialize\(body, "(\w+)"/.exec(request)?.[1];
      if (address === undefined || model === undefined || model === 'V1DeleteOptions') continue;
      const apiVersion = address.replace(/^apis?\//, '');
      const known = kinds.get(apiVersion) ?? new Map();
      known.set(model.replace(/^(?:[A-Z][a-z]*)?V\d+(?:(?:alpha|beta)\d+)?(?=[A-Z])/, ''), shortName(model));
      kinds.set(apiVersion, known);
    }
  }
  return kinds;
}

/** The release of Kubernetes that the models are of: `1.36`. */
export function readRelease(packageFolder) {
  const release = /release-(\d+\.\d+)/.exec(read(join(packageFolder, 'dist/gen/models/V1Pod.js')))?.[1];
  if (release === undefined) throw new Error('the models do not say which release they are of');
  return release;
}
