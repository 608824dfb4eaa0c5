/** The messages that Plimsoll adds to the protocol. Client and server both read this file; nothing here needs either. */

/** Server to client, after each analysis of a document: what the status item shows. */
export const statusNotification = 'plimsoll/status';

export interface StatusParams {
  readonly uri: string;
  readonly findings: number;
  /** Findings that `source.fixAll.plimsoll` would put right. */
  readonly fixable: number;
  /** The nearest settings file that is in force, as a URI. */
  readonly settingsFile: string | null;
  readonly milliseconds: number;
  /** Plimsoll does not read this file: another language, or the settings ignore it. */
  readonly ignored: boolean;
}

/** Client to server: the page of a rule, as Markdown; `null` for an unknown rule. */
export const pageRequest = 'plimsoll/page';

export interface PageParams {
  readonly rule: string;
}

/** Server to client: the text of a file that only the editor can reach; `null` where there is none. */
export const readFileRequest = 'plimsoll/readFile';

export interface ReadFileParams {
  readonly uri: string;
}

/** What a client tells at the start; every member may be left out. */
export interface InitializationOptions {
  /** The client answers `plimsoll/readFile`. */
  readonly readsFiles?: boolean;
  /** The client shows `plimsoll/status`. */
  readonly showsStatus?: boolean;
  /** The name of a command of the client's that shows a rule's page; its argument is the rule's id. */
  readonly pageCommand?: string;
  /** Where the rules' pages are, as JSON, for a server that has no disk to read them from. */
  readonly pagesUri?: string;
  /** Where a rule's page can be opened, with `{id}` for the rule. */
  readonly pageLink?: string;
}
