import { type ExtensionContext, Uri } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { type Plimsoll, start } from './extension';

/** The browser's entry point: the language server is a web worker. */
export function activate(context: ExtensionContext): Plimsoll {
  const server = Uri.joinPath(context.extensionUri, 'dist/server.web.js').toString(true);
  let worker: Worker | undefined;
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  // The transports, not the worker: a web extension host has a `Worker` of its own, whose workers are no instances of it.
  const launch = async (): Promise<MessageTransports> => {
    worker?.terminate();
    worker = new Worker(server);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  return start(context, (options) => new LanguageClient('plimsoll', 'Plimsoll', launch, options));
}

export { deactivate } from './extension';
