import {
  type Command,
  commands,
  Disposable,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  l10n,
  languages,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { StatusParams } from '../../server/src/lsp/protocol';
import { documentSelector } from './client-options';

export type ServerState = 'starting' | 'running' | 'stopped';

/** What the language status (the braces in the status bar) says about the file in the active editor. */
export class Status implements Disposable {
  readonly #item: LanguageStatusItem = languages.createLanguageStatusItem('plimsoll', documentSelector);
  readonly #known = new Map<string, StatusParams>();
  readonly #subscriptions: Disposable;
  #state: ServerState = 'starting';
  #paused = false;

  constructor() {
    this.#item.name = 'Plimsoll';
    this.#subscriptions = Disposable.from(
      this.#item,
      window.onDidChangeActiveTextEditor(() => this.#render()),
      workspace.onDidCloseTextDocument((document) => this.#known.delete(document.uri.toString())),
    );
    this.#render();
  }

  /** Takes the server's word on a document. */
  update(params: StatusParams): void {
    // The server spells a URI its own way; `Uri` spells it one way.
    this.#known.set(Uri.parse(params.uri).toString(), params);
    this.#render();
  }

  show(state: ServerState): void {
    this.#state = state;
    if (state !== 'running') this.#known.clear();
    this.#render();
  }

  /** Shows that checking is paused, and lets the palette offer what can be done about it. */
  pause(paused: boolean): void {
    this.#paused = paused;
    void commands.executeCommand('setContext', 'plimsoll.paused', paused);
    this.#render();
  }

  /** What the server last said about a document. */
  of(uri: Uri): StatusParams | undefined {
    return this.#known.get(uri.toString());
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #render(): void {
    const active = window.activeTextEditor?.document.uri;
    const params = active === undefined ? undefined : this.of(active);
    const { text, detail, command } =
      this.#paused && this.#state === 'running' ? paused() : contents(this.#state, params);
    // The list that shows the text does not show the item's name.
    this.#item.text = `Plimsoll: ${text}`;
    this.#item.detail = detail;
    this.#item.command = command;
    this.#item.busy = this.#state === 'starting';
    this.#item.severity = this.#severity();
  }

  #severity(): LanguageStatusSeverity {
    if (this.#state === 'stopped') return LanguageStatusSeverity.Error;
    return this.#paused ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
  }
}

interface Contents {
  readonly text: string;
  readonly detail: string;
  readonly command: Command;
}

const paused = (): Contents => ({
  text: l10n.t('paused'),
  detail: '',
  command: { title: l10n.t('Resume'), command: 'plimsoll.resume' },
});

function contents(state: ServerState, params: StatusParams | undefined): Contents {
  if (state === 'starting') return { text: l10n.t('starting'), detail: '', command: showOutput() };
  if (state === 'stopped') return { text: l10n.t('not running'), detail: '', command: restart() };
  if (params === undefined) return { text: l10n.t('ready'), detail: '', command: showOutput() };
  if (params.ignored) return { text: l10n.t('not checked'), detail: '', command: settingsOrOutput(params) };
  const duration = l10n.t('{0} ms', Math.max(1, Math.round(params.milliseconds)));
  const detail = [settingsLabel(params), duration].join(' · ');
  return { text: findingsLabel(params), detail, command: settingsOrOutput(params) };
}

function findingsLabel({ findings, fixable }: StatusParams): string {
  if (findings === 0) return l10n.t('no findings');
  const found = findings === 1 ? l10n.t('1 finding') : l10n.t('{0} findings', findings);
  return fixable === 0 ? found : l10n.t('{0}, {1} safely fixable', found, fixable);
}

const settingsLabel = ({ settingsFile }: StatusParams): string =>
  settingsFile === null ? l10n.t('no settings file') : workspace.asRelativePath(Uri.parse(settingsFile));

const settingsOrOutput = ({ settingsFile }: StatusParams): Command =>
  settingsFile === null
    ? showOutput()
    : {
        title: l10n.t('Open Settings File'),
        command: 'plimsoll.openSettingsFile',
        arguments: [Uri.parse(settingsFile)],
      };

const showOutput = (): Command => ({ title: l10n.t('Show Output'), command: 'plimsoll.showOutput' });

const restart = (): Command => ({ title: l10n.t('Restart Server'), command: 'plimsoll.restartServer' });
