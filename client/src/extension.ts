import { type ExtensionContext, type Uri, window } from 'vscode';
import type { StatusParams } from '../../server/src/lsp/protocol';
import { clientOptions } from './client-options';
import { registerCommands } from './commands';
import { Pages } from './pages';
import { type MakeClient, Server } from './server';
import { Status } from './status';

/** What other extensions, and the editor tests, can ask. */
export interface Plimsoll {
  /** Settles when the language server has answered, or has failed to. */
  readonly ready: Promise<void>;
  /** What the language status says about a document; `undefined` before its first analysis. */
  statusOf(uri: Uri): StatusParams | undefined;
}

let running: Server | undefined;

/**
 * Wires the extension up and starts the language server, without waiting for it.
 * @param makeClient makes a client with these options and a server of the host's own kind
 */
export function start(context: ExtensionContext, makeClient: MakeClient): Plimsoll {
  const output = window.createOutputChannel('Plimsoll', { log: true });
  const status = new Status();
  const server = new Server(() => makeClient(clientOptions(output, context.extensionUri)), status);
  const pages = new Pages(server, context.extension.packageJSON);
  running = server;
  context.subscriptions.push(
    output,
    status,
    server,
    pages,
    registerCommands({ context, output, pages, server, status }),
  );
  return { ready: server.start(), statusOf: (uri) => status.of(uri) };
}

export async function deactivate(): Promise<void> {
  await running?.stop();
}
