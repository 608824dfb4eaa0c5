import { contains, rangeOf, shifted, type TextRange } from '../../../engine/text';
import type { KubernetesObject, Manifest, ManifestDocument } from '../../model/manifest';
import type { Entry, Mapping, Node } from '../../model/nodes';
import { objectsOf } from '../../model/objects';
import { parseManifest } from '../../model/parse';
import type { Opening } from '../place/block-line';
import type { Place } from '../place/place';
import { mappingsAround } from '../place/tree-path';

/**
 * The file without the word that is half typed. One without a colon is read as a part of the next key, with which the tree loses
 * what is there: that key is put right, which takes no reading of the text.
 */
export function mended(place: Place): Manifest {
  const { kind, isFollowed, range, manifest, document, start } = place;
  if (kind === 'value' || isFollowed || range.start === range.end) return manifest;
  const word = shifted(range, -start);
  const { mappings } = mappingsAround(document.root, place);
  const swallowing = mappings[0]?.entries.find((entry) => swallows(entry, word));
  if (document.recognised && swallowing === undefined) return manifest;
  return putRight(place, swallowing, word) ?? withoutWord(place);
}

const swallows = ({ key }: Entry, word: TextRange): boolean =>
  key.range.start <= word.start && word.end < key.range.end && contains(key.range, word);

function withoutWord({ manifest, range }: Place): Manifest {
  const { text, path } = manifest;
  const blank = ' '.repeat(range.end - range.start);
  return parseManifest(text.slice(0, range.start) + blank + text.slice(range.end), path, manifest);
}

function putRight(
  { manifest, document, openings }: Place,
  entry: Entry | undefined,
  word: TextRange,
): Manifest | undefined {
  const key = entry && keyBehind(document.text, entry, word);
  if (!document.recognised || document.root === undefined || entry === undefined || key === undefined) return undefined;
  const root = replaced(document.root, openings, entry, key);
  const objects: KubernetesObject[] = [];
  const better: ManifestDocument = { ...document, root, objects };
  objects.push(...objectsOf(root, better));
  const documents = manifest.documents.map((each) =>
    each.document === document ? { ...each, document: better } : each,
  );
  return { ...manifest, documents };
}

/** The entry as it is without the word in front of its key; `undefined` where more than that is between the two. */
function keyBehind(text: string, entry: Entry, word: TextRange): Entry | undefined {
  const { key, range } = entry;
  const between = text.slice(word.end, key.range.end);
  const [, name] = /^[ \t]*\r?\n[ \t]*([\w./-]+)$/.exec(between) ?? [];
  if (name === undefined || key.range.start !== word.start) return undefined;
  const start = key.range.end - name.length;
  const itself = { ...key, value: name, source: name, range: rangeOf(start, key.range.end) };
  return { ...entry, key: itself, name, range: rangeOf(start, range.end) };
}

/** The tree with an entry of the mapping that the openings lead to in place of another. */
function replaced(node: Node, openings: readonly Opening[], old: Entry, entry: Entry): Node {
  const [opening, ...rest] = openings;
  if (node.kind === 'scalar') return node;
  if (opening === undefined) {
    if (node.kind !== 'mapping') return node;
    const better: Mapping = { ...node, entries: node.entries.map((each) => (each === old ? entry : each)) };
    return better;
  }
  const inside = (value: Node | undefined): Node | undefined => value && replaced(value, rest, old, entry);
  return node.kind === 'mapping'
    ? {
        ...node,
        entries: node.entries.map((each) =>
          each.key.range.start === opening.offset ? { ...each, value: inside(each.value) } : each,
        ),
      }
    : {
        ...node,
        items: node.items.map((each) =>
          each.range.start === opening.offset ? { ...each, value: inside(each.value) } : each,
        ),
      };
}
