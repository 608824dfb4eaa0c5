import type { TextEdit } from '../../engine/text';
import type { DocumentPlace, Manifest } from '../model/manifest';
import { endsInOpenScalar } from './block-scalar-end';
import { renderEntries } from './render-block';
import { insertionOf, joined } from './rendered';
import { styleAt } from './style';
import { type BlockMapping, entriesOf } from './value';

/**
 * Adds a document to a file: at its end, or behind one of its documents.
 * @returns edits in offsets of the file; `undefined` for JSON, which holds one document only
 */
export function appendDocument(
  manifest: Manifest,
  object: BlockMapping,
  behind: DocumentPlace | undefined = manifest.documents.at(-1),
): readonly TextEdit[] | undefined {
  const { text, lineEnding } = manifest;
  if (manifest.format === 'json' || behind === undefined) return undefined;
  const { document, start } = behind;
  const rendered = renderEntries(entriesOf(object), 0, styleAt(document, undefined));
  if (rendered === undefined || endsInOpenScalar(document.text, document.root)) return undefined;
  const end = start + document.text.length;
  const marker = isUnbegun(document.text) ? '' : `---${lineEnding}`;
  const startsLine = end === 0 || text[end - 1] === '\n';
  const parts = startsLine ? [marker, rendered, lineEnding] : [lineEnding, marker, rendered];
  return [insertionOf(end, joined(parts))];
}

/** Whether a document holds nothing yet but its marker, directives and comments. */
const isUnbegun = (text: string): boolean =>
  text.split('\n').every((line) => /^\uFEFF?\s*(?:$|#|%|---\s*$)/.test(line));
