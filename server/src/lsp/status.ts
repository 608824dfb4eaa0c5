import type { Connection } from 'vscode-languageserver';
import type { ClientFeatures } from './client-features';
import { type StatusParams, statusNotification } from './protocol';
import type { AnalysedDocument } from './session';

/** Tells a client that shows it what the last analysis of a document came to. */
export function sendStatus(connection: Connection, analysed: AnalysedDocument, { options }: ClientFeatures): void {
  if (options.showsStatus !== true) return;
  const { document, analysis, settings, language, milliseconds } = analysed;
  const params: StatusParams = {
    uri: document.uri,
    findings: analysis.findings.length,
    fixable: analysis.findings.filter(({ fixes }) => fixes.some(({ safety }) => safety === 'safe')).length,
    settingsFile: settings.file ?? null,
    milliseconds: Math.round(milliseconds * 10) / 10,
    ignored: language === undefined,
  };
  void connection.sendNotification(statusNotification, params);
}
