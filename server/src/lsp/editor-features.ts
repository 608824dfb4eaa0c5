import {
  type Connection,
  type InitializeParams,
  type Position,
  ResponseError,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { EditorLanguage } from '../engine/editor';
import type { ClientFeatures } from './client-features';
import { completionsAt, resolvedCompletion, uriOfCompletion } from './completion';
import { definitionAt } from './definition';
import { documentLinks } from './document-links';
import { documentSymbols } from './document-symbols';
import type { EditorRequest } from './editor-request';
import type { EditorFeature } from './editor-settings';
import { foldingRanges } from './folding';
import { highlightsAt } from './highlights';
import { inlayHints } from './inlay-hints';
import { referencesAt } from './references';
import { preparedRename, renameAt } from './rename';
import { selectionRanges } from './selection-ranges';

/** What to announce of the features around the findings: those that the client has a use for. */
export function editorCapabilities(
  { capabilities: { textDocument } }: InitializeParams,
  client: ClientFeatures,
  editors: readonly EditorLanguage[],
): ServerCapabilities {
  const triggerCharacters = [...new Set(editors.flatMap(({ completionTriggers }) => completionTriggers ?? []))];
  return {
    ...(textDocument?.completion && {
      completionProvider: { triggerCharacters, resolveProvider: client.completion.resolvesDocumentation },
    }),
    ...(textDocument?.documentSymbol && { documentSymbolProvider: true }),
    ...(textDocument?.foldingRange && { foldingRangeProvider: true }),
    ...(textDocument?.selectionRange && { selectionRangeProvider: true }),
    ...(textDocument?.definition && { definitionProvider: true }),
    ...(textDocument?.references && { referencesProvider: true }),
    ...(textDocument?.documentHighlight && { documentHighlightProvider: true }),
    ...(textDocument?.rename && { renameProvider: client.preparesRename ? { prepareProvider: true } : true }),
    ...(textDocument?.documentLink && { documentLinkProvider: {} }),
    ...(textDocument?.inlayHint && { inlayHintProvider: true }),
  };
}

/** Answers a request about a document with what `answer` makes of it; `null` where nobody is to answer, or cannot. */
export type Answering = <Answer>(
  uri: string,
  feature: EditorFeature,
  answer: (request: EditorRequest) => Answer | null | Promise<Answer | null>,
) => Promise<Answer | null>;

/**
 * Answers the requests for the features around the findings.
 * @param informed gives a request what there is to read about its language
 * @param inProject gives a request what lies around its document, where its language asks for that
 */
export function serveEditorFeatures(
  connection: Connection,
  answering: Answering,
  informed: (request: EditorRequest) => Promise<EditorRequest>,
  inProject: (request: EditorRequest, position: Position) => Promise<EditorRequest>,
  client: () => ClientFeatures,
): void {
  connection.onCompletion(({ textDocument, position, context }) =>
    answering(textDocument.uri, 'completion', async (request) => {
      const { resolvesDocumentation } = client().completion;
      const trigger = context?.triggerCharacter;
      const placed = await inProject(request, position);
      return completionsAt(resolvesDocumentation ? placed : await informed(placed), position, client(), trigger);
    }),
  );
  connection.onCompletionResolve(async (item) => {
    const uri = uriOfCompletion(item);
    if (uri === undefined) return item;
    const resolved = await answering(uri, 'completion', async (request) =>
      resolvedCompletion(item, await informed(request), client()),
    );
    return resolved ?? item;
  });
  connection.onDocumentSymbol(({ textDocument }) =>
    answering(textDocument.uri, 'outline', (request) => documentSymbols(request, client())),
  );
  connection.onFoldingRanges(({ textDocument }) => answering(textDocument.uri, 'folding', foldingRanges));
  connection.onSelectionRanges(({ textDocument, positions }) =>
    answering(textDocument.uri, 'selectionRanges', (request) => selectionRanges(request, positions)),
  );
  connection.onDefinition(({ textDocument, position }) =>
    answering(textDocument.uri, 'navigation', (request) => definitionAt(request, position, client())),
  );
  connection.onReferences(({ textDocument, position, context }) =>
    answering(textDocument.uri, 'navigation', (request) => referencesAt(request, position, context.includeDeclaration)),
  );
  connection.onDocumentHighlight(({ textDocument, position }) =>
    answering(textDocument.uri, 'highlights', (request) => highlightsAt(request, position)),
  );
  connection.onPrepareRename(({ textDocument, position }) =>
    answering(textDocument.uri, 'rename', (request) => preparedRename(request, position)),
  );
  connection.onRenameRequest(async ({ textDocument, position, newName }) => {
    const answer = await answering(textDocument.uri, 'rename', (request) =>
      renameAt(request, position, newName, client()),
    );
    if (answer instanceof ResponseError) throw answer;
    return answer;
  });
  connection.onDocumentLinks(({ textDocument }) =>
    answering(textDocument.uri, 'links', (request) => documentLinks(request, client())),
  );
  connection.languages.inlayHint.on(({ textDocument, range }) =>
    answering(textDocument.uri, 'inlayHints', (request) => inlayHints(request, range)),
  );
}
