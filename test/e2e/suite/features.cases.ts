import * as vscode from 'vscode';
import { equal, match } from './assertions';
import { eventually, hoverText, plimsoll, show, suggestions } from './editor';

const staged =
  'FROM node:24-slim AS build\nWORKDIR /app\nCOPY . .\nRUN npm ci && npm run build\n\n' +
  'FROM nginx:1.29-alpine\nCOPY --from=build /app/dist /usr/share/nginx/html\n';

const ask = <Answer>(command: string, { uri }: vscode.TextDocument, ...rest: readonly unknown[]): Thenable<Answer> =>
  vscode.commands.executeCommand<Answer>(command, uri, ...rest);

/** On the stage's name where it is copied from. */
const reference = new vscode.Position(6, 13);

describe('Dockerfiles in the editor', () => {
  before(plimsoll);

  it('are completed, images with their sizes', async () => {
    const { document } = await show('dockerfile', 'FROM node:');
    const items = await suggestions(document, new vscode.Position(0, 10));
    const slim = items.find(({ label }) => typeof label !== 'string' && /^\d+-slim$/.test(label.label));
    match(typeof slim?.label === 'string' ? '' : (slim?.label.description ?? ''), /^\d+ MB$/);
  });

  it('begin as a build for the project that they lie in', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    if (folder === undefined) throw new Error('no folder is open');
    const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, 'shop/Dockerfile'));
    await vscode.window.showTextDocument(document);
    const items = await suggestions(document, new vscode.Position(0, 5));
    const builds = items.flatMap(({ label }) =>
      typeof label !== 'string' && label.label === 'multistage' ? [label.description] : [],
    );
    equal(builds.join(', '), 'Go');
  });

  it('tell on hover about an image', async () => {
    const { document } = await show('dockerfile', staged);
    match(await hoverText(document, new vscode.Position(0, 7)), /node:24-slim/);
  });

  it('have an outline of stages and instructions', async () => {
    const { document } = await show('dockerfile', staged);
    const symbols = await eventually('the outline', async () => {
      const found = await ask<readonly vscode.DocumentSymbol[] | undefined>(
        'vscode.executeDocumentSymbolProvider',
        document,
      );
      return found !== undefined && found.length > 0 ? found : undefined;
    });
    equal(symbols.length, 2);
    match(symbols[0]?.name ?? '', /build/);
    equal((symbols[0]?.children.length ?? 0) > 0, true);
  });

  it('show hints between the words', async () => {
    const { document } = await show('dockerfile', staged);
    const hints = await ask<readonly vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      document,
      new vscode.Range(0, 0, document.lineCount, 0),
    );
    const texts = hints.map(({ label }) =>
      typeof label === 'string' ? label : label.map(({ value }) => value).join(''),
    );
    match(texts.join('; '), /MB/);
    match(texts.join('; '), /not shipped/);
  });

  it('lead from a stage to where it is defined, and to all its uses', async () => {
    const { document } = await show('dockerfile', staged);
    const [definition] = await ask<readonly (vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document,
      reference,
    );
    equal(definition !== undefined && 'targetUri' in definition && definition.targetSelectionRange?.start.line, 0);
    const uses = await ask<readonly vscode.Location[]>('vscode.executeReferenceProvider', document, reference);
    equal(uses.length, 2);
    const lit = await ask<readonly vscode.DocumentHighlight[]>('vscode.executeDocumentHighlights', document, reference);
    equal(lit.length, 2);
  });

  it('rename a stage everywhere', async () => {
    const { document } = await show('dockerfile', staged);
    const edit = await ask<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document,
      reference,
      'compile',
    );
    equal(await vscode.workspace.applyEdit(edit), true);
    equal(document.getText(), staged.replaceAll('AS build', 'AS compile').replace('=build', '=compile'));
  });

  it('fold, grow selections and link images', async () => {
    const { document } = await show('dockerfile', staged);
    const folds = await ask<readonly vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', document);
    equal(
      folds.some(({ start, end }) => start === 0 && end >= 3),
      true,
    );
    const [selection] = await ask<readonly vscode.SelectionRange[]>('vscode.executeSelectionRangeProvider', document, [
      new vscode.Position(3, 6),
    ]);
    equal(selection?.range.isSingleLine, true);
    equal(selection?.parent?.range.contains(selection.range), true);
    const links = await ask<readonly vscode.DocumentLink[]>('vscode.executeLinkProvider', document);
    match(links.map(({ target }) => String(target)).join(' '), /hub\.docker\.com/);
  });
});
