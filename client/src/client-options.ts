import { type DocumentSelector, env, type LogOutputChannel, languages, type TextDocument, UIKind, Uri } from 'vscode';
import { type LanguageClientOptions, RevealOutputChannelOn } from 'vscode-languageclient';
import type { InitializationOptions } from '../../server/src/lsp/protocol';
import { servedElsewhere } from './elsewhere';

export const showRuleCommand = 'plimsoll.showRule';

/** The languages that Plimsoll reads, whatever their files' scheme: on disk, remote, virtual or untitled. */
export const documentSelector = [
  { language: 'dockerfile' },
  { language: 'yaml' },
  { language: 'json' },
  { language: 'jsonc' },
] satisfies DocumentSelector;

export const reads = (document: TextDocument): boolean => languages.match(documentSelector, document) > 0;

/**
 * How the client talks to the language server.
 * @param outputChannel receives what client and server log
 * @param extension the folder that the extension is installed in
 */
export function clientOptions(outputChannel: LogOutputChannel, extension: Uri): LanguageClientOptions {
  return {
    documentSelector,
    outputChannel,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions: initializationOptions(extension),
    // The status item says so, with a way to try again: no second notification.
    initializationFailedHandler: () => false,
    diagnosticPullOptions: { onChange: true },
    markdown: { isTrusted: { enabledCommands: [showRuleCommand] } },
  };
}

const initializationOptions = (extension: Uri): InitializationOptions => ({
  readsFiles: true,
  listsFolders: true,
  pagesUri: Uri.joinPath(extension, 'dist/pages.json').toString(),
  showsStatus: true,
  pageCommand: showRuleCommand,
  suggestCommand: 'editor.action.triggerSuggest',
  servedElsewhere: servedElsewhere(),
  // Only a desktop application is registered for its scheme.
  ...(env.uiKind === UIKind.Desktop && { pageLink: `${env.uriScheme}://plimsoll.plimsoll/rules/{id}` }),
});
