import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type Plimsoll, start } from './extension';

/** The desktop's entry point: the language server is a process of its own. */
export function activate(context: ExtensionContext): Plimsoll {
  const run = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6010'] } };
  return start(context, (options) => new LanguageClient('plimsoll', 'Plimsoll', { run, debug }, options));
}

export { deactivate } from './extension';
