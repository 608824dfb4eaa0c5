import {
  BrowserMessageReader,
  BrowserMessageWriter,
  type Connection,
  createConnection,
} from 'vscode-languageserver/browser';
import { editorLanguages } from './editor-languages';
import { languages, listedRules } from './languages';
import type { Host } from './lsp/host';
import { serve } from './lsp/server';

/** Serves a client with every language and rule there is. Node takes this from the same bundle as the worker. */
export function serveOn(connection: Connection, host: Host): void {
  const rules = listedRules.map(({ rule }) => rule);
  serve(connection, host, languages, editorLanguages(rules), rules);
}

/** A worker has no disk: every file is asked of the client. */
const workerHost: Host = { readFile: async () => undefined };

if (typeof WorkerGlobalScope === 'function')
  serveOn(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), workerHost);
