import type { InitializeParams } from 'vscode-languageserver';
import type { InitializationOptions } from './protocol';

/** What the client at the other end can do, read once from `initialize`. */
export interface ClientFeatures {
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly relatedInformation: boolean;
  readonly versionedEdits: boolean;
  readonly snippetEdits: boolean;
  readonly createsFiles: boolean;
  readonly resolvesEdits: boolean;
  readonly configuration: boolean;
  readonly watchesFiles: boolean;
  readonly workspaceFolders: boolean;
  readonly options: InitializationOptions;
}

export function clientFeatures({ capabilities, initializationOptions }: InitializeParams): ClientFeatures {
  const { textDocument, workspace } = capabilities;
  const edits = workspace?.workspaceEdit;
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation: textDocument?.publishDiagnostics?.relatedInformation === true || relatedOnPull(textDocument),
    versionedEdits: edits?.documentChanges === true,
    snippetEdits: edits?.snippetEditSupport === true && edits.documentChanges === true,
    createsFiles: edits?.resourceOperations?.includes('create') === true && edits.documentChanges === true,
    resolvesEdits: textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true,
    configuration: workspace?.configuration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    options: isOptions(initializationOptions) ? initializationOptions : {},
  };
}

const relatedOnPull = (textDocument: InitializeParams['capabilities']['textDocument']): boolean =>
  textDocument?.diagnostic?.relatedInformation === true;

const isOptions = (value: unknown): value is InitializationOptions => typeof value === 'object' && value !== null;
