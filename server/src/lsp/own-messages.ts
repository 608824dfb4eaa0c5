import type { Connection } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { RulePages } from '../engine/rule-pages';
import {
  type PageParams,
  type PauseParams,
  pageRequest,
  pauseNotification,
  type ReportedElsewhereParams,
  reportedElsewhereNotification,
  type SafeFixesParams,
  type ServedElsewhereParams,
  safeFixesRequest,
  servedElsewhereNotification,
} from './protocol';
import { closedDocument, safeFixes } from './safe-fixes';
import type { AnalysedDocument } from './session';

/** What the answers to Plimsoll's own messages need of the server. */
export interface OwnMessages {
  pages(): Promise<RulePages>;
  openDocument(uri: string): TextDocument | undefined;
  readFile(uri: string): Promise<string | undefined>;
  analysed(document: TextDocument): Promise<AnalysedDocument>;
  /** Analyses a document that is not open. */
  glimpsed(document: TextDocument): Promise<AnalysedDocument>;
  pause(paused: boolean): void;
  leaveFeatures(servedElsewhere: ServedElsewhereParams['servedElsewhere']): void;
  leaveFindings(params: ReportedElsewhereParams): void;
}

/** Answers the messages that Plimsoll adds to the protocol. */
export function serveOwnMessages(connection: Connection, server: OwnMessages): void {
  connection.onRequest(pageRequest, async ({ rule }: PageParams) => (await server.pages())[rule] ?? null);
  connection.onRequest(safeFixesRequest, async ({ uri }: SafeFixesParams) => {
    const open = server.openDocument(uri);
    if (open !== undefined) return safeFixes(await server.analysed(open));
    const text = await server.readFile(uri);
    return text === undefined ? null : safeFixes(await server.glimpsed(closedDocument(uri, text)));
  });
  connection.onNotification(pauseNotification, ({ paused }: PauseParams) => server.pause(paused));
  connection.onNotification(servedElsewhereNotification, ({ servedElsewhere }: ServedElsewhereParams) =>
    server.leaveFeatures(servedElsewhere),
  );
  connection.onNotification(reportedElsewhereNotification, (params: ReportedElsewhereParams) =>
    server.leaveFindings(params),
  );
}
