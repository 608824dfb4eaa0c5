import { TextDocument } from 'vscode-languageserver-textdocument';
import { fixAll } from '../engine/fix-all';
import { plainEdit } from './edits';
import { minimalEdit } from './minimal-edit';
import type { SafeFixes } from './protocol';
import type { AnalysedDocument } from './session';

/** A file that no editor has open. Editors leave a byte order mark out of their texts, and so out of their positions. */
export const closedDocument = (uri: string, text: string): TextDocument =>
  TextDocument.create(uri, languageIdOf(uri), 0, text.replace(/^\uFEFF/, ''));

/** What an editor would call its language, by its name; a Dockerfile without an ending keeps its own. */
function languageIdOf(uri: string): string {
  if (/\.json$/i.test(uri)) return 'json';
  return /\.ya?ml$/i.test(uri) ? 'yaml' : 'dockerfile';
}

/** Every safe fix of a document; `null` where there is none. */
export function safeFixes({ document, analyse, ignored }: AnalysedDocument): SafeFixes | null {
  if (ignored) return null;
  const text = document.getText();
  const fixed = fixAll(text, analyse, (_, { safety }) => safety === 'safe');
  const edits = minimalEdit(text, fixed.text).map((edit) => plainEdit(document, edit));
  return edits.length === 0 ? null : { findings: fixed.applied.length, edits, text: fixed.text };
}
