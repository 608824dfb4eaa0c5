import { type Document, isMap, parseDocument, type Scalar, visit, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Mutation } from './mutation';
import type { Random } from './random';

/** The documents of a text, changed as trees and written anew; what cannot be read stays as it is. */
const rewritten =
  (change: (document: Document, random: Random) => void, write: (document: Document, random: Random) => string) =>
  (text: string, random: Random): string =>
    text
      .split(/(?<=\n)(?=---)/)
      .map((part) => {
        const opening = /^---.*\n/.exec(part)?.[0] ?? '';
        const document = parseDocument(part.slice(opening.length));
        if (document.errors.length > 0 || document.contents === null) return part;
        try {
          change(document, random);
          return opening + write(document, random);
        } catch {
          // What an alias names may not stand before it any more.
          return part;
        }
      })
      .join('');

/** Block collections in flow style and the other way round, about one of so many, with the habits of another tool. */
export const restyled = (oneOf: number): Mutation =>
  rewritten(
    (document, random) =>
      visit(document, {
        Collection: (_, node) => {
          if (random.below(oneOf) === 0) node.flow = node.flow !== true;
        },
      }),
    (document, random) =>
      document.toString({
        indent: random.oneOf([2, 2, 3, 4, 8]),
        indentSeq: random.below(2) === 0,
        lineWidth: random.oneOf([0, 0, 40]),
        flowCollectionPadding: random.below(2) === 0,
      }),
  );

/** One node is named, and an alias stands in the place of a later one, or is merged into it. */
export const withAlias: Mutation = rewritten(
  (document, random) => {
    const nodes = valuesOf(document);
    const at = random.below(nodes.length);
    const source = nodes[at];
    const target = nodes[at + 1 + random.below(nodes.length)];
    if (source === undefined || target === undefined) return;
    const alias = document.createAlias(source, 'a');
    if (isMap(source) && isMap(target) && random.below(2) === 0) target.set('<<', alias);
    else visit(document, { Value: (key, node) => (node === target && key !== 'key' ? alias : undefined) });
  },
  (document) => String(document),
);

function valuesOf(document: Document): readonly (Scalar | YAMLMap | YAMLSeq)[] {
  const found: (Scalar | YAMLMap | YAMLSeq)[] = [];
  visit(document, {
    Value: (key, node) => {
      if (key !== 'key') found.push(node);
    },
  });
  return found;
}
