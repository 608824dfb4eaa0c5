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
  /** Plimsoll has nothing to say about this file: it is something else, or the settings ignore it. */
  readonly ignored: boolean;
  /** Checking is paused. */
  readonly paused: boolean;
}

/** Client to server: stop looking for findings, or begin again. Completion, hover and the like go on. */
export const pauseNotification = 'plimsoll/pause';

export interface PauseParams {
  readonly paused: boolean;
}

/** Client to server: other extensions came or went; see `InitializationOptions.servedElsewhere`. */
export const servedElsewhereNotification = 'plimsoll/servedElsewhere';

export interface ServedElsewhereParams {
  readonly servedElsewhere: Readonly<Record<string, readonly string[]>>;
}

/** Client to server: all that other extensions report in a document now. Equal findings are left to them. */
export const reportedElsewhereNotification = 'plimsoll/reportedElsewhere';

export interface ReportedElsewhereParams {
  readonly uri: string;
  readonly reports: readonly ReportElsewhere[];
}

export interface ReportElsewhere {
  /** The check's id, as its tool writes it: `DL3008`, `StageNameCasing`; a number behind its source: `dockerfile-utils/45`. */
  readonly id: string;
  /** From 0. */
  readonly line: number;
}

/** Client to server: the safe fixes of a file, open or not; `null` where there are none. */
export const safeFixesRequest = 'plimsoll/safeFixes';

export interface SafeFixesParams {
  readonly uri: string;
}

export interface SafeFixes {
  /** How many findings they put right. */
  readonly findings: number;
  readonly edits: readonly PlainTextEdit[];
  /** The whole text after them. */
  readonly text: string;
}

export interface PlainTextEdit {
  readonly range: { readonly start: PlainPosition; readonly end: PlainPosition };
  readonly newText: string;
}

export interface PlainPosition {
  readonly line: number;
  readonly character: number;
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

/** Server to client: the names of the files in the folder of a file that only the editor can reach. */
export const listBesideRequest = 'plimsoll/listBeside';

export interface ListBesideParams {
  readonly uri: string;
}

/** What a client tells at the start; every member may be left out. */
export interface InitializationOptions {
  /** The client answers `plimsoll/listBeside`. */
  readonly listsFolders?: boolean;
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
  /** The name of a command of the client's that asks for completions at the cursor. */
  readonly suggestCommand?: string;
  /**
   * The features that another extension serves, by language (`dockerfile`, `manifest`, `settings`): where their setting,
   * `plimsoll.features.NAME`, is `auto`, they are left to it.
   */
  readonly servedElsewhere?: Readonly<Record<string, readonly string[]>>;
}
