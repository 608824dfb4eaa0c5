import type { Connection } from 'vscode-languageserver';
import type { ClientFeatures } from './client-features';
import { type StatusParams, statusNotification } from './protocol';
import type { AnalysedDocument } from './session';

/** Tells a client that shows it what the last analysis of a document came to. */
export function sendStatus(
  connection: Connection,
  analysed: AnalysedDocument,
  { options }: ClientFeatures,
  paused: boolean,
): void {
  if (options.showsStatus !== true) return;
  const { document, analysis, settings, ignored, milliseconds } = analysed;
  const params: StatusParams = {
    uri: document.uri,
    findings: analysis.findings.length,
    fixable: [...analysis.fixable('safe')].length,
    settingsFile: settings.file ?? null,
    milliseconds: Math.round(milliseconds * 10) / 10,
    ignored,
    paused,
  };
  void connection.sendNotification(statusNotification, params);
}
