import { l10n } from 'vscode';
import { type BaseLanguageClient, type LanguageClientOptions, State } from 'vscode-languageclient';
import {
  type PageParams,
  pageRequest,
  type ReadFileParams,
  readFileRequest,
  type StatusParams,
  statusNotification,
} from '../../server/src/lsp/protocol';
import { readText } from './files';
import type { ServerState, Status } from './status';

export type MakeClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** The language server of this window. A client that has failed cannot start again, so each start makes a new one. */
export class Server {
  readonly #makeClient: () => BaseLanguageClient;
  readonly #status: Status;
  #client: BaseLanguageClient | undefined;
  #started: Promise<void> = Promise.resolve();

  constructor(makeClient: () => BaseLanguageClient, status: Status) {
    this.#makeClient = makeClient;
    this.#status = status;
  }

  /** Starts the server. Settles when it has answered or failed; a failure is shown, not thrown. */
  start(): Promise<void> {
    const client = this.#makeClient();
    this.#client = client;
    client.onNotification(statusNotification, (params: StatusParams) => this.#status.update(params));
    client.onRequest(readFileRequest, ({ uri }: ReadFileParams) => readText(uri));
    client.onDidChangeState(({ newState }) => this.#show(client, shownStates[newState]));
    this.#started = client.start().catch((error: unknown) => {
      client.error(l10n.t('The language server did not start.'), error, false);
      this.#show(client, 'stopped');
    });
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

  /** A client that has been replaced has nothing more to say. */
  #show(client: BaseLanguageClient, state: ServerState): void {
    if (this.#client === client) this.#status.show(state);
  }
}

const shownStates: Readonly<Record<State, ServerState>> = {
  [State.Starting]: 'starting',
  [State.StartFailed]: 'stopped',
  [State.Running]: 'running',
  [State.Stopped]: 'stopped',
};
