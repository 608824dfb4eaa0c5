import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import pages from './generated/pages.json';
import { languages, listedRules } from './languages';
import type { Host } from './lsp/host';
import { serve } from './lsp/server';

/** A worker has no disk: every file is asked of the client, and the pages are part of the bundle. */
const workerHost: Host = {
  readFile: async () => undefined,
  loadPages: async () => pages,
};

serve(
  createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)),
  workerHost,
  languages,
  listedRules.map(({ rule }) => rule),
);
