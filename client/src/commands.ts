import {
  commands,
  Disposable,
  type ExtensionContext,
  type LogOutputChannel,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import { reads, showRuleCommand } from './client-options';
import { readText } from './files';
import type { Pages } from './pages';
import type { Server } from './server';
import { createSettingsFile, openSettingsFile } from './settings-file';
import type { Status } from './status';
import { fixWorkspace } from './workspace-fixes';

export interface CommandContext {
  readonly context: ExtensionContext;
  readonly output: LogOutputChannel;
  readonly pages: Pages;
  readonly server: Server;
  readonly status: Status;
}

/** The commands that package.json contributes. */
export function registerCommands({ context, output, pages, server, status }: CommandContext): Disposable {
  const settingsInForce = (): Uri | undefined => {
    const active = window.activeTextEditor?.document.uri;
    const file = active === undefined ? undefined : status.of(active)?.settingsFile;
    return typeof file === 'string' ? Uri.parse(file) : undefined;
  };
  const handlers: Readonly<Record<string, (argument: unknown) => Promise<void> | void>> = {
    [showRuleCommand]: (rule) => pages.show(typeof rule === 'string' ? rule : undefined),
    'plimsoll.fixAll': fixAll,
    'plimsoll.fixWorkspace': () => fixWorkspace((uri) => server.safeFixes(uri)),
    'plimsoll.pause': () => server.pause(true),
    'plimsoll.resume': () => server.pause(false),
    'plimsoll.showOutput': () => output.show(true),
    'plimsoll.restartServer': () => server.restart(),
    'plimsoll.createSettingsFile': createSettingsFile,
    'plimsoll.openSettingsFile': (file) => openSettingsFile(file instanceof Uri ? file : settingsInForce()),
    'plimsoll.openSample': () => openSample(context),
  };
  return Disposable.from(...Object.entries(handlers).map(([name, handler]) => commands.registerCommand(name, handler)));
}

/** Applies every safe fix in the active editor, as fixing on save does; beside the walkthrough, in the sample. */
async function fixAll(): Promise<void> {
  const editor = window.activeTextEditor ?? window.visibleTextEditors.find(({ document }) => reads(document));
  if (editor === undefined) return;
  await window.showTextDocument(editor.document, editor.viewColumn);
  await commands.executeCommand('editor.action.codeAction', { kind: 'source.fixAll.plimsoll', apply: 'first' });
}

/** Opens a copy of the walkthrough's Dockerfile, which can be fixed without touching any file. */
async function openSample({ extensionUri }: ExtensionContext): Promise<void> {
  const content = await readText(Uri.joinPath(extensionUri, 'walkthrough/Dockerfile').toString());
  if (content === null) return;
  const document = await workspace.openTextDocument({ language: 'dockerfile', content });
  await window.showTextDocument(document, ViewColumn.Beside);
}
