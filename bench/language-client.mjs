// A client of the bundled language server that asks what an editor asks.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { environment } from './measure.mjs';

/** What VS Code says of itself, as far as it decides what it is answered. */
const capabilities = {
  textDocument: {
    diagnostic: { relatedDocumentSupport: false },
    publishDiagnostics: { relatedInformation: true, tagSupport: { valueSet: [1, 2] } },
    completion: {
      completionItem: {
        snippetSupport: true,
        insertReplaceSupport: true,
        labelDetailsSupport: true,
        resolveSupport: { properties: ['documentation', 'detail'] },
        documentationFormat: ['markdown'],
      },
    },
    hover: { contentFormat: ['markdown'] },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor', 'source.fixAll'] } },
      resolveSupport: { properties: ['edit'] },
    },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    foldingRange: {},
    inlayHint: {},
    documentHighlight: {},
  },
};

export class LanguageClient {
  #process;
  #connection;
  #versions = new Map();

  /** @param root of the project, whose bundle is started */
  constructor(root) {
    const words = [path.join(root, 'dist/server.js'), '--stdio'];
    this.#process = spawn(process.execPath, words, { env: environment, stdio: ['pipe', 'pipe', 'inherit'] });
    this.#connection = createMessageConnection(
      new StreamMessageReader(this.#process.stdout),
      new StreamMessageWriter(this.#process.stdin),
    );
    this.#connection.onRequest('workspace/configuration', ({ items }) => items.map(() => null));
    this.#connection.onRequest('client/registerCapability', () => null);
    this.#connection.onRequest('workspace/diagnostic/refresh', () => null);
    this.#connection.onRequest('workspace/inlayHint/refresh', () => null);
    this.#connection.listen();
  }

  get pid() {
    return this.#process.pid;
  }

  async start() {
    const rootUri = 'file:///bench';
    await this.#connection.sendRequest('initialize', { processId: process.pid, rootUri, capabilities });
    await this.#connection.sendNotification('initialized', {});
  }

  open(uri, languageId, text) {
    this.#versions.set(uri, 1);
    return this.#connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  /** Types one text at one place. */
  type(uri, position, text) {
    return this.#change(uri, { range: { start: position, end: position }, text });
  }

  /** Takes away what stands on a line from one character to another. */
  erase(uri, line, from, to) {
    return this.#change(uri, { range: { start: { line, character: from }, end: { line, character: to } }, text: '' });
  }

  #change(uri, change) {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    return this.#connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [change],
    });
  }

  ask(method, uri, params = {}) {
    return this.#connection.sendRequest(`textDocument/${method}`, { textDocument: { uri }, ...params });
  }

  stop() {
    this.#connection.dispose();
    this.#process.kill('SIGKILL');
  }
}
