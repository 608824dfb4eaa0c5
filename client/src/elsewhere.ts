import { Disposable, extensions, languages, type Uri, workspace } from 'vscode';
import type { ReportElsewhere } from '../../server/src/lsp/protocol';
import { type Served, servedBy } from './other-extensions';

/** By language, what the extensions that are installed and switched on serve. */
export const servedElsewhere = (): Served =>
  servedBy({
    manifestOf: (id) => extensions.getExtension(id)?.packageJSON,
    yamlSchemas: Object.keys(workspace.getConfiguration('yaml').get<object>('schemas') ?? {}),
  });

/** Tells whenever other extensions, or what they serve, may have changed. */
export const onServedElsewhere = (tell: () => void): Disposable =>
  Disposable.from(
    extensions.onDidChange(tell),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('yaml.schemas')) tell();
    }),
  );

/**
 * Tells all that other extensions report in a document, whenever that changes.
 * @param reads whether the document is one that Plimsoll reads
 */
export function onReportedElsewhere(
  reads: (uri: Uri) => boolean,
  tell: (uri: Uri, reports: readonly ReportElsewhere[]) => void,
): Disposable {
  const told = new Map<string, string>();
  const update = (uri: Uri): void => {
    const key = uri.toString();
    const reports = reads(uri) ? reportsOn(uri) : [];
    const text = reports.map(({ id, line }) => `${id} ${line}`).join();
    if (text === (told.get(key) ?? '')) return;
    if (text === '') told.delete(key);
    else told.set(key, text);
    tell(uri, reports);
  };
  return Disposable.from(
    languages.onDidChangeDiagnostics(({ uris }) => uris.forEach(update)),
    workspace.onDidOpenTextDocument(({ uri }) => update(uri)),
    // The server forgets what was told of a document that is closed.
    workspace.onDidCloseTextDocument(({ uri }) => told.delete(uri.toString())),
  );
}

/** Checks name themselves in the code of what they report; those of hadolint's extension once did so in the message. */
export const reportsOn = (uri: Uri): readonly ReportElsewhere[] =>
  languages
    .getDiagnostics(uri)
    .filter(({ source }) => source !== 'plimsoll')
    .flatMap(({ code, message, range, source }) => {
      const value = typeof code === 'object' ? code.value : code;
      const inMessage = /\(((?:DL|SC)\d{4})\)/.exec(message)?.[1];
      const id = typeof value === 'string' ? value : typeof value === 'number' ? `${source}/${value}` : inMessage;
      return id === undefined ? [] : [{ id, line: range.start.line }];
    });
