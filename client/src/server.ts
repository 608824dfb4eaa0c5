import { Disposable, l10n, type Uri, workspace } from 'vscode';
import { type BaseLanguageClient, type LanguageClientOptions, State } from 'vscode-languageclient';
import {
  type ListBesideParams,
  listBesideRequest,
  type PageParams,
  type PauseParams,
  pageRequest,
  pauseNotification,
  type ReadFileParams,
  type ReportElsewhere,
  type ReportedElsewhereParams,
  readFileRequest,
  reportedElsewhereNotification,
  type SafeFixes,
  type SafeFixesParams,
  type ServedElsewhereParams,
  type StatusParams,
  safeFixesRequest,
  servedElsewhereNotification,
  statusNotification,
} from '../../server/src/lsp/protocol';
import { reads } from './client-options';
import { onReportedElsewhere, onServedElsewhere, reportsOn, servedElsewhere } from './elsewhere';
import { filesBeside, readText } from './files';
import type { ServerState, Status } from './status';

export type MakeClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** The language server of this window. A client that has failed cannot start again, so each start makes a new one. */
export class Server implements Disposable {
  readonly #makeClient: () => BaseLanguageClient;
  readonly #status: Status;
  #client: BaseLanguageClient | undefined;
  #started: Promise<void> = Promise.resolve();
  #paused = false;
  readonly #subscriptions: Disposable;

  constructor(makeClient: () => BaseLanguageClient, status: Status) {
    this.#makeClient = makeClient;
    this.#status = status;
    this.#subscriptions = Disposable.from(
      onServedElsewhere(() =>
        this.#tell<ServedElsewhereParams>(servedElsewhereNotification, { servedElsewhere: servedElsewhere() }),
      ),
      onReportedElsewhere(isRead, (uri, reports) => this.#report(uri, reports)),
    );
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** Starts the server. Settles when it has answered or failed; a failure is shown, not thrown. */
  start(): Promise<void> {
    const client = this.#makeClient();
    this.#client = client;
    client.onNotification(statusNotification, (params: StatusParams) => this.#status.update(params));
    client.onRequest(readFileRequest, ({ uri }: ReadFileParams) => readText(uri));
    client.onRequest(listBesideRequest, ({ uri }: ListBesideParams) => filesBeside(uri));
    client.onDidChangeState(({ newState }) => this.#show(client, shownStates[newState]));
    this.#started = client.start().then(
      () => this.#inform(),
      (error: unknown) => {
        client.error(l10n.t('The language server did not start.'), error, false);
        this.#show(client, 'stopped');
      },
    );
    return this.#started;
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  /** Stops the server; one that does not answer is left behind. */
  async stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    try {
      await client?.dispose();
    } catch (error) {
      client?.warn(l10n.t('The language server did not stop by itself.'), error, false);
    }
  }

  /**
   * The page of a rule, as Markdown.
   * @returns `undefined` for an unknown rule, and when there is no server to ask
   */
  async page(rule: string): Promise<string | undefined> {
    await this.#started;
    if (this.#client?.isRunning() !== true) return undefined;
    const params: PageParams = { rule };
    const page: unknown = await this.#client.sendRequest(pageRequest, params);
    return typeof page === 'string' ? page : undefined;
  }

  /** Tells a server that has just started what the ones before it knew. */
  #inform(): void {
    this.pause(this.#paused);
    for (const document of workspace.textDocuments.filter(reads)) {
      const reports = reportsOn(document.uri);
      if (reports.length > 0) this.#report(document.uri, reports);
    }
  }

  /** Stops looking for findings, or begins again; also in servers that are started later. */
  pause(paused: boolean): void {
    if (paused || this.#paused) this.#tell<PauseParams>(pauseNotification, { paused });
    this.#paused = paused;
    this.#status.pause(paused);
  }

  /** The safe fixes of a file; `null` where there are none, and when there is no server to ask. */
  async safeFixes(uri: Uri): Promise<SafeFixes | null> {
    const client = this.#client;
    if (client?.isRunning() !== true) return null;
    const params: SafeFixesParams = { uri: client.code2ProtocolConverter.asUri(uri) };
    return client.sendRequest<SafeFixes | null>(safeFixesRequest, params);
  }

  #report(uri: Uri, reports: readonly ReportElsewhere[]): void {
    const spelled = this.#client?.code2ProtocolConverter.asUri(uri);
    if (spelled !== undefined)
      this.#tell<ReportedElsewhereParams>(reportedElsewhereNotification, { uri: spelled, reports });
  }

  /** Says something to a server that runs; one that does not is told all it needs when it starts. */
  #tell<Params>(notification: string, params: Params): void {
    if (this.#client?.isRunning() === true) void this.#client.sendNotification(notification, params);
  }

  /** A client that has been replaced has nothing more to say. */
  #show(client: BaseLanguageClient, state: ServerState): void {
    if (this.#client === client) this.#status.show(state);
  }
}

const isRead = (uri: Uri): boolean =>
  workspace.textDocuments.some((document) => document.uri.toString() === uri.toString() && reads(document));

const shownStates: Readonly<Record<State, ServerState>> = {
  [State.Starting]: 'starting',
  [State.StartFailed]: 'stopped',
  [State.Running]: 'running',
  [State.Stopped]: 'stopped',
};
