import {
  type CodeAction,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  type InitializeResult,
  type Position,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { EditorLanguage } from '../engine/editor';
import type { Finding } from '../engine/finding';
import type { Language } from '../engine/language';
import { translate } from '../engine/message';
import type { Rule } from '../engine/rule';
import { ruleNames } from '../settings/rule-names';
import { namesOfInterest } from '../settings/settings-files';
import { BundledTexts } from './bundled-texts';
import { type ClientFeatures, clientFeatures } from './client-features';
import { type BulkFix, bulkEdit, codeActionKinds, codeActionsAt, findingsAt } from './code-actions';
import { diagnosticsOf } from './diagnostics';
import { type Answering, editorCapabilities, serveEditorFeatures } from './editor-features';
import { type EditorRequest, editorRequest } from './editor-request';
import { Elsewhere } from './elsewhere';
import { fingerprint } from './fingerprint';
import type { Host } from './host';
import { hoverAt } from './hover';
import { serveOwnMessages } from './own-messages';
import { pageLink } from './page-address';
import { type ListBesideParams, listBesideRequest, type ReadFileParams, readFileRequest } from './protocol';
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
  editors: readonly EditorLanguage[],
  rules: readonly Rule<never>[],
): void {
  const documents = new TextDocuments(TextDocument);
  const names = ruleNames(rules);
  let features: ClientFeatures;
  let folders: readonly string[] = [];
  let paused = false;
  const elsewhere = new Elsewhere(names);
  const texts = new BundledTexts(host, rules, (name) => {
    const { pagesUri } = features.options;
    return pagesUri === undefined ? Promise.resolve(undefined) : readFile(new URL(name, pagesUri).toString());
  });
  /** Settles when texts are in the language of whoever reads them; nothing is answered before. */
  let inLanguage: Promise<void> = Promise.resolve();

  const settings = new SettingsSource(
    names,
    { ...host, readFile: (uri) => readFile(uri) },
    {
      folders: () => folders,
      configuration: async (scopeUri) =>
        features.configuration ? connection.workspace.getConfiguration({ scopeUri, section: 'plimsoll' }) : {},
    },
  );
  const session = new Session(
    languages,
    names,
    settings,
    () => inLanguage,
    (rule, error) => log(`${rule}: ${messageOf(error)}`),
  );

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
        ...editorCapabilities(params, features, editors),
        ...(features.pullsDiagnostics && {
          diagnosticProvider: { identifier: 'plimsoll', interFileDependencies: false, workspaceDiagnostics: false },
        }),
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });

  /** Texts are read from beside the server, or asked of the client: it answers once it is initialized. */
  async function speak(language: string): Promise<void> {
    const translations = await texts.translations(language);
    if (translations === undefined) log(`There are no texts for ${language}`);
    else translate(translations);
  }

  connection.onInitialized(async () => {
    const { language } = features;
    if (language !== undefined) inLanguage = speak(language);
    if (features.workspaceFolders)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => uri));
        folders = [...folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
        refresh();
      });
    // Eglot, which tells of changes without being asked, warns of a registration.
    if (features.configuration && features.watchesConfiguration)
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
    if (features.refreshesInlayHints) void attempt(() => connection.languages.inlayHint.refresh());
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

  /** The findings to show: those that nobody else shows, unless checking is paused. */
  const shown = (found: AnalysedDocument): readonly Finding[] => (paused ? [] : elsewhere.unshared(found));

  connection.languages.diagnostics.on(async ({ textDocument, previousResultId }) => {
    const found = await attempt(() => analysed(textDocument.uri));
    if (found === undefined) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    const items = diagnosticsOf(found.document, shown(found), features);
    sendStatus(connection, found, features, paused);
    host.worked?.();
    const resultId = fingerprint(JSON.stringify(items));
    if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
  });

  /** For clients that cannot pull. A version that was overtaken while its settings were read is not sent. */
  async function push(document: TextDocument): Promise<void> {
    const found = await attempt(() => session.analysed(document));
    const { uri, version } = document;
    if (documents.get(uri)?.version !== version) return;
    const diagnostics = found === undefined ? [] : diagnosticsOf(document, shown(found), features);
    await connection.sendDiagnostics({ uri, version, diagnostics });
    host.worked?.();
    if (found !== undefined) sendStatus(connection, found, features, paused);
  }

  documents.onDidChangeContent(({ document }) => {
    if (settings.forgetFile(document.uri)) refresh();
    if (!features.pullsDiagnostics) void push(document);
  });

  documents.onDidClose(async ({ document: { uri } }) => {
    session.forget(uri);
    elsewhere.forget(uri);
    settings.forgetDocument(uri);
    if (settings.forgetFile(uri)) refresh();
    if (!features.pullsDiagnostics) await connection.sendDiagnostics({ uri, diagnostics: [] });
  });

  connection.onCodeAction(async (params): Promise<CodeAction[]> => {
    const found = await attempt(() => analysed(params.textDocument.uri));
    if (found === undefined || paused) return [];
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
    const pages = await texts.pages();
    const found = await attempt(() => analysed(textDocument.uri));
    if (found === undefined) return null;
    const read = await session.read(found.document);
    const request = read && editorRequest(read, 'hover', editors, features);
    const findings = paused ? [] : found.analysis.findings;
    return hoverAt(found.document, findings, position, pages, request && (await informed(request)));
  });

  const answering: Answering = async (uri, feature, answer) => {
    const answered = await attempt(async () => {
      const document = documents.get(uri);
      const read = document && (await session.read(document));
      const request = read && editorRequest(read, feature, editors, features);
      return request === undefined ? null : answer(request);
    });
    return answered ?? null;
  };
  /** A request with what there is to read about its language, and about rules where its files name them. */
  const informed = async (request: EditorRequest): Promise<EditorRequest> =>
    request.editor.namesRules === true
      ? texts.withPages(request, (rule) => pageLink(rule, features))
      : texts.withReference(request);

  /** A request with what lies around its document, where its language wants to know. */
  async function inProject(request: EditorRequest, position: Position): Promise<EditorRequest> {
    const { document, editor, model } = request;
    if (editor.asksForProject?.(model, document.offsetAt(position)) !== true) return request;
    const files = await listBeside(document.uri);
    if (files.length === 0) return request;
    const project = { files, snippets: await texts.snippets(editor.id) };
    return { ...request, context: { ...request.context, project } };
  }

  async function listBeside(uri: string): Promise<readonly string[]> {
    const found = await host.listBeside?.(uri);
    if (found !== undefined || features.options.listsFolders !== true) return found ?? [];
    const params: ListBesideParams = { uri };
    return connection.sendRequest<readonly string[]>(listBesideRequest, params);
  }

  serveEditorFeatures(connection, answering, informed, inProject, () => features);

  serveOwnMessages(connection, {
    pages: () => texts.pages(),
    openDocument: (uri) => documents.get(uri),
    readFile,
    analysed: (document) => session.analysed(document),
    glimpsed: async (document) => {
      const found = await session.glimpsed(document);
      settings.forgetDocument(document.uri);
      return found;
    },
    pause: (asked) => {
      paused = asked;
      refresh();
    },
    leaveFeatures: (servedElsewhere) => {
      features = { ...features, options: { ...features.options, servedElsewhere } };
      refresh();
    },
    leaveFindings: ({ uri, reports }) => {
      if (elsewhere.report(uri, reports)) refresh();
    },
  });

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

const isBulkFix = (data: unknown): data is BulkFix => typeof data === 'object' && data !== null && 'uri' in data;
