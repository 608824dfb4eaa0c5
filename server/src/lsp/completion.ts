import {
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  InsertReplaceEdit,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
  type Position,
  TextEdit,
} from 'vscode-languageserver';
import type { Completion, CompletionKind, EditorLanguage } from '../engine/editor';
import { type TextEdit as PlainEdit, rangeOf } from '../engine/text';
import type { ClientFeatures } from './client-features';
import type { EditorRequest } from './editor-request';
import { rangeIn } from './positions';
import { snippetText } from './snippet-edit';

const kinds: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  keyword: CompletionItemKind.Keyword,
  flag: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  property: CompletionItemKind.Property,
  variable: CompletionItemKind.Variable,
  stage: CompletionItemKind.Module,
  image: CompletionItemKind.Class,
  tag: CompletionItemKind.Constant,
  program: CompletionItemKind.Function,
  user: CompletionItemKind.Value,
  port: CompletionItemKind.Value,
  file: CompletionItemKind.File,
  reference: CompletionItemKind.Reference,
  snippet: CompletionItemKind.Snippet,
};

/** What an item must know for its documentation to be looked up later. */
interface CompletionTopic {
  readonly uri: string;
  readonly language: EditorLanguage['id'];
  readonly topic: string;
}

/**
 * The completions at a position; `null` where the language has none to offer.
 * @param trigger the character that was typed, where the editor asks because of it
 */
export function completionsAt(
  request: EditorRequest,
  position: Position,
  client: ClientFeatures,
  trigger?: string,
): CompletionItem[] | null {
  const { document, model, editor, context } = request;
  // Editors know the characters of all languages as one set.
  if (trigger !== undefined && editor.completionTriggers?.includes(trigger) !== true) return null;
  const offset = document.offsetAt(position);
  const found = editor.completions?.(model, offset, { ...context, ...(trigger !== undefined && { trigger }) });
  return (
    found
      ?.filter(({ isSnippet }) => isSnippet !== true || client.completion.snippets)
      .map((completion) => itemOf(completion, offset, request, client)) ?? null
  );
}

function itemOf(
  completion: Completion,
  offset: number,
  { document, editor, context }: EditorRequest,
  { completion: client, options }: ClientFeatures,
): CompletionItem {
  const { label, detail, note, edit, order = 5, topic } = completion;
  const text = completion.isSnippet === true ? edit.newText : client.snippets ? snippetOf(edit) : undefined;
  const replaced = rangeIn(document, edit.range);
  const inserted = rangeIn(document, rangeOf(edit.range.start, offset));
  const written = text ?? edit.newText;
  const item: CompletionItem = {
    label,
    kind: kinds[completion.kind],
    sortText: String(order).padStart(4, '0') + label,
    textEdit: client.insertsAndReplaces
      ? InsertReplaceEdit.create(written, inserted, replaced)
      : TextEdit.replace(replaced, written),
    ...(detail !== undefined && { detail }),
    ...(completion.also !== undefined && {
      additionalTextEdits: completion.also.map(({ range, newText }) =>
        TextEdit.replace(rangeIn(document, range), newText),
      ),
    }),
    ...(note !== undefined && client.labelDetails && { labelDetails: { description: note } }),
    ...(completion.filter !== undefined && { filterText: completion.filter }),
    ...(completion.preselected === true && client.preselects && { preselect: true }),
    ...(completion.deprecated === true && client.tags && { tags: [CompletionItemTag.Deprecated] }),
    ...(completion.commitCharacters !== undefined &&
      client.commitCharacters && { commitCharacters: [...completion.commitCharacters] }),
    ...(text !== undefined && { insertTextFormat: InsertTextFormat.Snippet }),
    ...(written.includes('\n') && client.insertTextModes && { insertTextMode: InsertTextMode.asIs }),
    ...(completion.continues === true &&
      options.suggestCommand !== undefined && { command: { title: '', command: options.suggestCommand } }),
  };
  if (topic === undefined) return item;
  const later: CompletionTopic = { uri: document.uri, language: editor.id, topic };
  return client.resolvesDocumentation
    ? { ...item, data: later }
    : documented(item, editor.documentation?.(topic, context), client.markdown);
}

/** The text as a snippet; `undefined` where nothing in it is to be visited. */
const snippetOf = (edit: PlainEdit): string | undefined =>
  edit.placeholders === undefined || edit.placeholders.length === 0 ? undefined : snippetText(edit, 1);

function documented(item: CompletionItem, text: string | undefined, markdown: boolean): CompletionItem {
  if (text === undefined) return item;
  return { ...item, documentation: { kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText, value: text } };
}

/** The document whose completion an item is; `undefined` for one with nothing to look up. */
export const uriOfCompletion = ({ data }: CompletionItem): string | undefined => (isTopic(data) ? data.uri : undefined);

/** An item with what there is to read about it. */
export function resolvedCompletion(
  item: CompletionItem,
  { editor, context }: EditorRequest,
  { completion: { markdown } }: ClientFeatures,
): CompletionItem {
  const { data } = item;
  if (!isTopic(data) || data.language !== editor.id) return item;
  return documented(item, editor.documentation?.(data.topic, context), markdown);
}

const isTopic = (data: unknown): data is CompletionTopic =>
  typeof data === 'object' && data !== null && 'topic' in data && 'uri' in data;
