import { type ChildProcess, spawn } from 'node:child_process';
import {
  type CodeAction,
  CodeActionRequest,
  CodeActionResolveRequest,
  ConfigurationRequest,
  createProtocolConnection,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  ExitNotification,
  FileChangeType,
  type Hover,
  HoverRequest,
  InitializedNotification,
  type InitializeParams,
  InitializeRequest,
  type InitializeResult,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type Range,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { TextDocument, type TextEdit } from 'vscode-languageserver-textdocument';

export interface ClientOptions {
  readonly capabilities?: InitializeParams['capabilities'];
  /** The language of the person in front of it, as a tag; English without. */
  readonly locale?: string;
  readonly folders?: readonly string[];
  readonly initializationOptions?: InitializeParams['initializationOptions'];
  /** What the editor's settings say. */
  readonly configuration?: () => unknown;
}

/** An editor that can do everything that the server makes use of. */
export const capable: InitializeParams['capabilities'] = {
  textDocument: {
    diagnostic: { relatedInformation: true },
    codeAction: { resolveSupport: { properties: ['edit'] } },
  },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, snippetEditSupport: true, resourceOperations: ['create'] },
  },
};

/** The bundled server, as an editor talks to it. */
export class EditorClient {
  readonly connection: ProtocolConnection;
  readonly pushed = new Map<
    string,
    { readonly version: number | undefined; readonly diagnostics: readonly Diagnostic[] }
  >();
  initialized: InitializeResult | undefined;
  readonly #process: ChildProcess;
  readonly #documents = new Map<string, TextDocument>();
  readonly #waiting: (() => void)[] = [];

  constructor(command: readonly [string, ...string[]] = [process.execPath, 'dist/server.js', '--stdio']) {
    const [program, ...words] = command;
    const child = spawn(program, words, { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#process = child;
    this.connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    this.connection.onRequest(RegistrationRequest.type, () => undefined);
    this.connection.onRequest(DiagnosticRefreshRequest.type, () => undefined);
    this.connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, version, diagnostics }) => {
      this.pushed.set(uri, { version, diagnostics });
      for (const wake of this.#waiting.splice(0)) wake();
    });
    this.connection.listen();
  }

  async start({
    capabilities = capable,
    locale,
    folders,
    initializationOptions,
    configuration,
  }: ClientOptions = {}): Promise<void> {
    this.connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => configuration?.() ?? {}));
    this.initialized = await this.connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: folders?.[0] ?? null,
      workspaceFolders: folders?.map((uri) => ({ uri, name: uri })) ?? null,
      capabilities,
      ...(locale !== undefined && { locale }),
      ...(initializationOptions !== undefined && { initializationOptions }),
    });
    await this.connection.sendNotification(InitializedNotification.type, {});
  }

  async open(uri: string, languageId: string, text: string): Promise<void> {
    this.#documents.set(uri, TextDocument.create(uri, languageId, 1, text));
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  /** Sends one change of a range, as an editor does while somebody types. */
  async type(uri: string, range: Range, text: string): Promise<void> {
    const before = this.#document(uri);
    const changes = [{ range, text }];
    const version = before.version + 1;
    const after = TextDocument.create(uri, before.languageId, before.version, before.getText());
    TextDocument.update(after, changes, version);
    this.#documents.set(uri, after);
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges: changes,
    });
  }

  async replace(uri: string, text: string): Promise<void> {
    const document = this.#document(uri);
    await this.type(uri, { start: document.positionAt(0), end: document.positionAt(document.getText().length) }, text);
  }

  async close(uri: string): Promise<void> {
    this.#documents.delete(uri);
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  async diagnostics(uri: string): Promise<readonly Diagnostic[]> {
    const report = await this.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
    return report.kind === DocumentDiagnosticReportKind.Full ? report.items : [];
  }

  /** Waits for what the server sends by itself until it fits. */
  async pushedDiagnostics(
    uri: string,
    fits: (diagnostics: readonly Diagnostic[]) => boolean,
  ): Promise<readonly Diagnostic[]> {
    for (;;) {
      const known = this.pushed.get(uri);
      if (known !== undefined && fits(known.diagnostics)) return known.diagnostics;
      await new Promise<void>((wake) => this.#waiting.push(wake));
    }
  }

  async actions(uri: string, range: Range, only?: readonly string[]): Promise<readonly CodeAction[]> {
    const found = await this.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range,
      context: { diagnostics: [], ...(only !== undefined && { only: [...only] }) },
    });
    return (found ?? []).filter((action): action is CodeAction => 'kind' in action);
  }

  resolve(action: CodeAction): Promise<CodeAction> {
    return this.connection.sendRequest(CodeActionResolveRequest.type, action);
  }

  hover(uri: string, line: number, character: number): Promise<Hover | null> {
    return this.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position: { line, character } });
  }

  async changeConfiguration(): Promise<void> {
    await this.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
  }

  async changeFile(uri: string): Promise<void> {
    await this.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri, type: FileChangeType.Changed }],
    });
  }

  /** The document's text after an action's edits, placeholders as plain text. */
  textAfter(uri: string, action: CodeAction): string {
    const edits: TextEdit[] = [];
    for (const change of action.edit?.documentChanges ?? [])
      if ('edits' in change && change.textDocument.uri === uri)
        for (const edit of change.edits)
          edits.push({
            range: edit.range,
            newText: 'newText' in edit ? edit.newText : plain(edit.snippet.value),
          });
    edits.push(...(action.edit?.changes?.[uri] ?? []));
    return TextDocument.applyEdits(this.#document(uri), edits);
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    this.connection.dispose();
    this.#process.kill();
  }

  #document(uri: string): TextDocument {
    const document = this.#documents.get(uri);
    if (document === undefined) throw new Error(`${uri} is not open`);
    return document;
  }
}

const plain = (snippet: string): string =>
  snippet.replace(/\$\{\d+:((?:\\.|[^}])*)\}/g, '$1').replace(/\\([\\$}])/g, '$1');
