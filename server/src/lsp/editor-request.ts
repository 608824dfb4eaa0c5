import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { EditorContext, EditorLanguage } from '../engine/editor';
import type { ClientFeatures } from './client-features';
import { type EditorFeature, type EditorSettings, isServed } from './editor-settings';
import type { ReadDocument } from './session';

/** What the answer to a request about an open document is made of. */
export interface EditorRequest {
  readonly document: TextDocument;
  readonly model: object;
  readonly editor: EditorLanguage;
  readonly context: EditorContext;
  readonly settings: EditorSettings;
}

/**
 * Puts together what a feature's answer needs.
 * @returns `undefined` where no language of ours, or another extension, serves the feature: then there is no answer, which
 * is not the same as an empty one
 */
export function editorRequest(
  { document, language, model, isConcerned, settings, today }: ReadDocument,
  feature: EditorFeature,
  editors: readonly EditorLanguage[],
  client: ClientFeatures,
): EditorRequest | undefined {
  const editor = editors.find(({ id }) => id === language);
  if (editor === undefined || !(isConcerned || feature === 'completion')) return undefined;
  if (!isServed(feature, language, settings.editor, client.options.servedElsewhere ?? {})) return undefined;
  const context = { settings: settings.settings, today };
  return { document, model, editor, context, settings: settings.editor };
}
