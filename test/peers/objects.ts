import { createHash } from 'node:crypto';
import type { TextRange } from '../../server/src/engine/text';
import { nodePath } from '../../server/src/manifest/model/lookup';
import type { KubernetesObject, Node } from '../../server/src/manifest/model/manifest';
import { parseManifest } from '../../server/src/manifest/model/parse';
import { type PlainData, plainMapping } from '../../server/src/manifest/model/plain-data';
import { isFormBlank } from '../../server/src/manifest/schema/accepted';
import { customTypes } from '../../server/src/manifest/schema/custom-types';
import { type Mismatch, mismatchesOf } from '../../server/src/manifest/schema/mismatches';

/** An object as a validator of schemas is given it, and what we say of it in the words of the comparison. */
export interface ComparedObject {
  readonly key: string;
  readonly json: string;
  readonly ours: readonly string[];
}

/** The objects of a file that are there as a whole: no templates, no patches, no blanks, no lines that cannot be read. */
export function comparedObjects(text: string, path: string | undefined): readonly ComparedObject[] {
  const manifest = parseManifest(text, path);
  const custom = customTypes(manifest);
  return manifest.documents
    .filter(({ document }) => document.mode === 'plain' && document.problems.length === 0)
    .flatMap(({ document }) => {
      const mismatches = mismatchesOf(document, custom);
      return document.objects.flatMap((object) => comparedObject(object, mismatches) ?? []);
    });
}

function comparedObject(object: KubernetesObject, mismatches: readonly Mismatch[]): ComparedObject | undefined {
  const data = plainMapping(object.node);
  if (data === undefined || object.apiVersion === '' || object.kind === '' || holdsBlank(data) || holdsMark(object))
    return undefined;
  const json = JSON.stringify(withoutMaps(data));
  const own = mismatches.filter(({ place }) => place.object === object);
  return {
    key: keyOf(json),
    json,
    ours: [...new Set(own.flatMap((mismatch) => complaintsOf(object, mismatch)))].sort(),
  };
}

/** Something that is filled in before the object is sent. */
function holdsBlank(data: PlainData): boolean {
  if (data instanceof Map) return [...data.values()].some(holdsBlank);
  return Array.isArray(data) ? data.some(holdsBlank) : typeof data === 'string' && isFormBlank(data);
}

const keyOf = (json: string): string => createHash('sha256').update(json).digest('hex').slice(0, 16);

/** The same in what YAML takes for a comment: `name: ##NAME##`. */
const holdsMark = ({ document, node }: KubernetesObject): boolean =>
  /:[ \t]*##\w+##/.test(document.text.slice(node.range.start, node.range.end + longestMark));

const longestMark = 100;

function withoutMaps(data: PlainData): unknown {
  if (data instanceof Map) return Object.fromEntries([...data].map(([key, value]) => [key, withoutMaps(value)]));
  return Array.isArray(data) ? data.map(withoutMaps) : data;
}

/** `path unknown key`, `path missing key` or `path type`, as scripts/kubernetes-validate.py says it. */
function complaintsOf(object: KubernetesObject, mismatch: Mismatch): readonly string[] {
  const pathTo = (range: TextRange): readonly (string | number)[] => nodePath(object.node, range);
  // A mapping is as long as the only key in it.
  const pathOf = (node: Node): readonly (string | number)[] => {
    const [first] = node.kind === 'mapping' ? node.entries : [];
    return first === undefined ? pathTo(node.range) : pathTo(first.key.range).slice(0, -1);
  };
  switch (mismatch.kind) {
    case 'unknownField':
      return [`${pathTo(mismatch.entry.key.range).slice(0, -1).join('.')} unknown ${mismatch.entry.name}`];
    case 'wrongValue':
      return [`${pathOf(mismatch.node).join('.')} type`];
    case 'missingField': {
      const { place, needed } = mismatch;
      const path = pathOf(place.mapping);
      const names = needed.path === undefined ? [`one of ${needed.oneOf?.join(' ')}`] : [needed.path.join('.')];
      return names.map((name) => `${path.join('.')} missing ${name}`);
    }
    case 'datedField':
      return [];
  }
}
