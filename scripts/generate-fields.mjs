// Writes what the Kubernetes API knows of its objects: server/src/knowledge/kubernetes-fields.json, and the documentation of the
// fields in kubernetes-documentation.json beside it, from the published models in tools/kubernetes (installed on demand).
// Usage: node scripts/generate-fields.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { enums, optional, quantities, texts, writtenByPrograms } from './generate-fields/corrections.mjs';
import { shortened } from './generate-fields/documentation.mjs';
import { readKinds, readModels, readRelease } from './generate-fields/models.mjs';
import { ensurePackages, root } from './on-demand.mjs';

const tool = 'tools/kubernetes';
const packageFolder = `${root}${tool}/node_modules/@kubernetes/client-node`;

ensurePackages(tool, 'the models of the Kubernetes API');
const models = readModels(packageFolder);
const { version } = JSON.parse(readFileSync(`${packageFolder}/package.json`, 'utf8'));
const source = `@kubernetes/client-node ${version} (Apache-2.0), made from the OpenAPI description of Kubernetes`;
const kubernetes = readRelease(packageFolder);

const compared = ([one], [other]) => (one < other ? -1 : one > other ? 1 : 0);
const words = (text) => text.trim().split(/\s+/);

correct();
const kinds = servedKinds();
const reached = reachable([...kinds.values()].flatMap((served) => [...served.values()]));
writeTable();
writeDocumentation();

function fieldOf(name) {
  const [type, field] = name.split('.');
  const found = models.get(type)?.fields.find((each) => each.name === field);
  if (found === undefined) throw new Error(`the models have no ${name}`);
  return found;
}

function correct() {
  for (const name of words(quantities)) {
    const field = fieldOf(name);
    field.type = field.type.replace('s', 'q');
  }
  for (const [name, text] of Object.entries(texts)) fieldOf(name).documentation = text;
  for (const name of words(optional)) fieldOf(name).required = false;
  for (const [name, values] of Object.entries(enums)) {
    const field = fieldOf(name);
    field.type = field.type.replace('s', `s(${values.replaceAll(' ', '|')})`);
  }
  for (const { fields } of models.values())
    for (const field of fields) {
      // What the cluster fills in is not for people to write, so nothing is said about it.
      if (field.name === 'status' || field.name === 'managedFields') field.type = 'o';
      // A switch that is not there is off.
      if (field.type === 'b') field.required = false;
    }
}

/** By `apiVersion`, without versions that are off unless somebody switches them on. */
function servedKinds() {
  return new Map([...readKinds(packageFolder)].filter(([apiVersion]) => !/alpha\d*$/.test(apiVersion)).sort(compared));
}

/** The types of some objects, and those that their fields have, and so on. */
function reachable(names) {
  const found = new Set(names);
  for (const name of found)
    for (const { type } of models.get(name)?.fields ?? []) {
      const inner = /^[[{]*([A-Z]\w*)/.exec(type)?.[1];
      if (inner !== undefined) found.add(inner);
    }
  return found;
}

function writeTable() {
  const types = [...reached].sort().map((name) => {
    const { fields } = models.get(name);
    const written = fields.map((field) => {
      const type = field.type === 's' ? '' : `:${field.type}`;
      return `${field.name}${field.required ? '!' : ''}${type}`;
    });
    return [name, written.join(' ')];
  });
  const served = [...kinds].map(([apiVersion, byKind]) => {
    const written = [...byKind].sort(compared).map(([kind, type]) => (kind === type ? kind : `${kind}=${type}`));
    return [apiVersion, written.join(' ')];
  });
  write('kubernetes-fields.json', { kinds: served, types });
}

function writeDocumentation() {
  const explained = [...kinds.values()].flatMap((served) =>
    [...served].filter(([kind]) => !writtenByPrograms.has(kind)).map(([, type]) => type),
  );
  const types = [...reachable(explained)].sort().map((name) => {
    const { about, fields } = models.get(name);
    const texts = fields.flatMap((field) => {
      const own = shortened(field.documentation);
      return own === '' || field.type === 'o' ? [] : [[field.name, own]];
    });
    return [name, Object.fromEntries([['', shortened(about)], ...texts])];
  });
  write('kubernetes-documentation.json', { types });
}

/** One type on a line, so that a diff shows what has changed. */
function write(name, sections) {
  const head = Object.entries({ source, kubernetes }).map(([key, value]) => `  "${key}": ${JSON.stringify(value)}`);
  const body = Object.entries(sections).map(([key, entries]) => {
    const lines = entries.map(([id, value]) => `    ${JSON.stringify(id)}: ${JSON.stringify(value)}`);
    return `  "${key}": {\n${lines.join(',\n')}\n  }`;
  });
  writeFileSync(`${root}server/src/knowledge/${name}`, `{\n${[...head, ...body].join(',\n')}\n}\n`);
  const counts = Object.entries(sections).map(([key, entries]) => `${entries.length} ${key}`);
  console.log(`${name}: ${counts.join(', ')}`);
}
