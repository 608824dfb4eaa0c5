import { CompletionItemTag, type InitializeParams, InsertTextMode, MarkupKind } from 'vscode-languageserver';
import type { InitializationOptions } from './protocol';
import { languageOf } from './translations';

/** What the client at the other end can do, read once from `initialize`. */
export interface ClientFeatures {
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly relatedInformation: boolean;
  readonly versionedEdits: boolean;
  readonly snippetEdits: boolean;
  readonly annotatesEdits: boolean;
  readonly createsFiles: boolean;
  readonly resolvesEdits: boolean;
  readonly configuration: boolean;
  readonly watchesConfiguration: boolean;
  readonly watchesFiles: boolean;
  readonly workspaceFolders: boolean;
  readonly completion: CompletionFeatures;
  readonly symbolTree: boolean;
  readonly definitionLinks: boolean;
  readonly linkTooltips: boolean;
  readonly preparesRename: boolean;
  readonly refreshesInlayHints: boolean;
  /** The language of ours that the person in front of it reads; `undefined` for English. */
  readonly language: string | undefined;
  readonly options: InitializationOptions;
}

/** What a client makes of completions. */
export interface CompletionFeatures {
  readonly snippets: boolean;
  readonly insertsAndReplaces: boolean;
  readonly insertTextModes: boolean;
  readonly resolvesDocumentation: boolean;
  readonly markdown: boolean;
  readonly labelDetails: boolean;
  readonly preselects: boolean;
  readonly commitCharacters: boolean;
  readonly tags: boolean;
}

export function clientFeatures({ capabilities, locale, initializationOptions }: InitializeParams): ClientFeatures {
  const { textDocument, workspace } = capabilities;
  const edits = workspace?.workspaceEdit;
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation: textDocument?.publishDiagnostics?.relatedInformation === true || relatedOnPull(textDocument),
    versionedEdits: edits?.documentChanges === true,
    snippetEdits: edits?.snippetEditSupport === true && edits.documentChanges === true,
    annotatesEdits: edits?.changeAnnotationSupport !== undefined,
    createsFiles: edits?.resourceOperations?.includes('create') === true && edits.documentChanges === true,
    resolvesEdits: textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true,
    configuration: workspace?.configuration === true,
    watchesConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    completion: completionFeatures(textDocument),
    symbolTree: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    linkTooltips: textDocument?.documentLink?.tooltipSupport === true,
    preparesRename: textDocument?.rename?.prepareSupport === true,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
    language: languageOf(locale),
    options: isOptions(initializationOptions) ? initializationOptions : {},
  };
}

function completionFeatures(textDocument: InitializeParams['capabilities']['textDocument']): CompletionFeatures {
  const item = textDocument?.completion?.completionItem;
  return {
    snippets: item?.snippetSupport === true,
    insertsAndReplaces: item?.insertReplaceSupport === true,
    insertTextModes: item?.insertTextModeSupport?.valueSet.includes(InsertTextMode.asIs) === true,
    resolvesDocumentation: item?.resolveSupport?.properties.includes('documentation') === true,
    markdown: item?.documentationFormat?.includes(MarkupKind.Markdown) === true,
    labelDetails: item?.labelDetailsSupport === true,
    preselects: item?.preselectSupport === true,
    commitCharacters: item?.commitCharactersSupport === true,
    tags: item?.tagSupport?.valueSet.includes(CompletionItemTag.Deprecated) === true,
  };
}

const relatedOnPull = (textDocument: InitializeParams['capabilities']['textDocument']): boolean =>
  textDocument?.diagnostic?.relatedInformation === true;

const isOptions = (value: unknown): value is InitializationOptions => typeof value === 'object' && value !== null;
