import {
  type CodeAction,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Language } from '../engine/language';
import type { Rule } from '../engine/rule';
import { ruleNames } from '../settings/rule-names';
import { namesOfInterest } from '../settings/settings-files';
import { type ClientFeatures, clientFeatures } from './client-features';
import { type BulkFix, bulkEdit, codeActionKinds, codeActionsAt, findingsAt } from './code-actions';
import { diagnosticsOf } from './diagnostics';
import type { Host, Pages } from './host';
import { hoverAt } from './hover';
import { type PageParams, pageRequest, type ReadFileParams, readFileRequest } from './protocol';
import { type AnalysedDocument, Session } from './session';
import { SettingsSource } from './settings-source';
import { sendStatus } from './status';
import { suppressionActions } from './suppress';
import { switchedOff } from './switch-off';

export const serverName = 'Plimsoll';

/**
 * Serves one client until it goes away.
 * @param rules every rule that a setting may name
 */
export function serve(
  connection: Connection,
  host: Host,
  languages: readonly Language[],
  rules: readonly Rule<never>[],
): void {
  const documents = new TextDocuments(TextDocument);
  const names = ruleNames(rules);
  let features: ClientFeatures;
  let folders: readonly string[] = [];
  let pages: Promise<Pages> | undefined;
  const loadPages = (): Promise<Pages> => {
    pages ??= host.loadPages === undefined ? askForPages() : host.loadPages();
    return pages;
  };

  async function askForPages(): Promise<Pages> {
    const { pagesUri } = features.options;
    const text = pagesUri === undefined ? undefined : await readFile(pagesUri);
    const read: Pages = text === undefined ? {} : JSON.parse(text);
    return read;
  }

  const settings = new SettingsSource(
    names,
    { ...host, readFile: (uri) => readFile(uri) },
    {
      folders: () => folders,
      configuration: async (scopeUri) =>
        features.configuration ? connection.workspace.getConfiguration({ scopeUri, section: 'plimsoll' }) : {},
    },
  );
  const session = new Session(languages, names, settings, (rule, error) => log(`${rule}: ${messageOf(error)}`));

  /** The disk is nearer than the client; the client reaches what is not on a disk. */
  async function readFile(uri: string): Promise<string | undefined> {
    const open = documents.get(uri);
    if (open !== undefined) return open.getText();
    if (uri.startsWith('file:') || features.options.readsFiles !== true) {
      const text = await host.readFile(uri);
      if (text !== undefined || features.options.readsFiles !== true) return text;
    }
    const params: ReadFileParams = { uri };
    return (await connection.sendRequest<string | null>(readFileRequest, params)) ?? undefined;
  }

  const log = (message: string): void => connection.console.error(message);

  connection.onInitialize((params): InitializeResult => {
    features = clientFeatures(params);
    folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri == null ? [] : [params.rootUri]);
    return {
      serverInfo: { name: serverName },
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        hoverProvider: true,
        codeActionProvider: { codeActionKinds, resolveProvider: true },
        ...(features.pullsDiagnostics && {
          diagnosticProvider: { identifier: 'plimsoll', interFileDependencies: false, workspaceDiagnostics: false },
        }),
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });

  connection.onInitialized(async () => {
    if (features.workspaceFolders)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => uri));
        folders = [...folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
        refresh();
      });
    if (features.configuration)
      await connection.client.register(DidChangeConfigurationNotification.type, { section: 'plimsoll' });
    if (features.watchesFiles)
      await connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: namesOfInterest.map((name) => ({ globPattern: `**/${name}` })),
      });
  });

  connection.onDidChangeConfiguration(() => {
    settings.forgetConfiguration();
    refresh();
  });

  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (changes.map(({ uri }) => settings.forgetFile(uri)).some((changed) => changed)) refresh();
  });

  /** Everything that is shown may be out of date: have it asked for, or send it, again. */
  function refresh(): void {
    if (features.pullsDiagnostics) {
      if (features.refreshesDiagnostics) void attempt(() => connection.languages.diagnostics.refresh());
      return;
    }
    for (const document of documents.all()) void push(document);
  }

  async function analysed(uri: string): Promise<AnalysedDocument | undefined> {
    const document = documents.get(uri);
    return document === undefined ? undefined : session.analysed(document);
  }

  connection.languages.diagnostics.on(async ({ textDocument, previousResultId }) => {
    const found = await attempt(() => analysed(textDocument.uri));
    if (found === undefined) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    const items = diagnosticsOf(found.document, found.analysis, features);
    sendStatus(connection, found, features);
    const resultId = fingerprint(JSON.stringify(items));
    if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
  });

  /** For clients that cannot pull. A version that was overtaken while its settings were read is not sent. */
  async function push(document: TextDocument): Promise<void> {
    const found = await attempt(() => session.analysed(document));
    const { uri, version } = document;
    if (documents.get(uri)?.version !== version) return;
    const diagnostics = found === undefined ? [] : diagnosticsOf(document, found.analysis, features);
    await connection.sendDiagnostics({ uri, version, diagnostics });
    if (found !== undefined) sendStatus(connection, found, features);
  }

  documents.onDidChangeContent(({ document }) => {
    if (settings.forgetFile(document.uri)) refresh();
    if (!features.pullsDiagnostics) void push(document);
  });

  documents.onDidClose(async ({ document: { uri } }) => {
    session.forget(uri);
    if (settings.forgetFile(uri)) refresh();
    if (!features.pullsDiagnostics) await connection.sendDiagnostics({ uri, diagnostics: [] });
  });

  connection.onCodeAction(async (params): Promise<CodeAction[]> => {
    const found = await attempt(() => analysed(params.textDocument.uri));
    if (found === undefined) return [];
    const { document, analysis, language, analyse } = found;
    const { model } = analysis;
    const off = new Map<string, Awaited<ReturnType<typeof switchedOff>>>();
    for (const rule of new Set(findingsAt(params, found).map((finding) => finding.rule)))
      off.set(rule, await switchedOff(rule, document.uri, found.settings, settings, readFile, features));
    return codeActionsAt(params, {
      document,
      analysis,
      features,
      analyse,
      suppressions: (finding) =>
        language === undefined || model === undefined
          ? []
          : suppressionActions(finding, { document, language, model }, features, off.get(finding.rule)),
    });
  });

  connection.onCodeActionResolve(async (action) => {
    const data = action.data;
    if (action.edit !== undefined || !isBulkFix(data)) return action;
    const found = await attempt(() => analysed(data.uri));
    return found === undefined ? action : { ...action, edit: bulkEdit(data, { ...found, features }) };
  });

  connection.onHover(async ({ textDocument, position }) => {
    const found = await attempt(() => analysed(textDocument.uri));
    return found === undefined ? null : hoverAt(found.document, found.analysis, position, await loadPages());
  });

  connection.onRequest(pageRequest, async ({ rule }: PageParams) => (await loadPages())[rule] ?? null);

  /** A defect of ours must not leave stale squiggles or take the server down: it is logged, and there is no answer. */
  async function attempt<Value>(action: () => Promise<Value>): Promise<Value | undefined> {
    try {
      return await action();
    } catch (error) {
      log(messageOf(error));
      return undefined;
    }
  }

  documents.listen(connection);
  connection.listen();
}

const messageOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

const isBulkFix = (data: unknown): data is BulkFix => typeof data === 'object' && data !== null && 'rule' in data;

/** A short name for a text: equal texts have equal names, and others most likely other ones (FNV-1a, twice). */
function fingerprint(text: string): string {
  let one = 0x811c9dc5;
  let other = 0x01000193;
  for (let i = 0; i < text.length; i++) {
    one = Math.imul(one ^ text.charCodeAt(i), 0x01000193);
    other = Math.imul(other + text.charCodeAt(i), 0x85ebca6b) ^ (other >>> 13);
  }
  return `${text.length}-${(one >>> 0).toString(36)}-${(other >>> 0).toString(36)}`;
}
