import * as vscode from 'vscode';
import type { Plimsoll } from '../../../client/src/extension';

/** The running extension; its language server has answered. */
export async function plimsoll(): Promise<Plimsoll> {
  const extension = vscode.extensions.getExtension<Plimsoll>('plimsoll.plimsoll');
  if (extension === undefined) throw new Error('the extension is not installed');
  const running = await extension.activate();
  await running.ready;
  return running;
}

/** Asks again and again, at short intervals, until there is an answer. */
export async function eventually<Answer>(
  what: string,
  ask: () => Answer | undefined | false | Promise<Answer | undefined | false>,
): Promise<Answer> {
  const deadline = performance.now() + 10_000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (performance.now() > deadline) throw new Error(`waited in vain for ${what}`);
    await new Promise((done) => setTimeout(done, 10));
  }
}

/** Shows a new document that is in no file. */
export async function show(language: string, content: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language, content }));
}

/** Shows a file of the workspace as YAML, whatever the editor takes it for. */
export async function showYaml(path: string): Promise<vscode.TextEditor> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error('no folder is open');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, path));
  return vscode.window.showTextDocument(await vscode.languages.setTextDocumentLanguage(document, 'yaml'));
}

export const findingsOf = ({ uri }: vscode.TextDocument): readonly vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'plimsoll');

export const ruleOf = ({ code }: vscode.Diagnostic): string => String(typeof code === 'object' ? code.value : code);

/** Waits for a rule's first finding in a document. */
export const finding = (document: vscode.TextDocument, rule: string): Promise<vscode.Diagnostic> =>
  eventually(`${rule} in ${document.getText()}`, () => findingsOf(document).find((found) => ruleOf(found) === rule));

/** Waits until a document has no findings, and the server has said so too. */
export async function nothingFound(document: vscode.TextDocument): Promise<void> {
  const { statusOf } = await plimsoll();
  const left = (): string =>
    findingsOf(document)
      .map(({ message }) => message)
      .join('; ');
  await eventually('no findings', () => statusOf(document.uri)?.findings === 0 && left() === '').catch(() => {
    throw new Error(`still found: ${left()} in\n${document.getText()}`);
  });
}

/** What the light bulb offers on a finding, resolved, in its order. */
export async function offers(
  { uri }: vscode.TextDocument,
  { range }: vscode.Diagnostic,
): Promise<readonly vscode.CodeAction[]> {
  const kind = vscode.CodeActionKind.QuickFix.value;
  return vscode.commands.executeCommand('vscode.executeCodeActionProvider', uri, range, kind, 100);
}

/** Makes the edit of a quick fix. */
export async function apply(action: vscode.CodeAction | undefined): Promise<void> {
  if (action?.edit === undefined) throw new Error(`${action?.title ?? 'no fix'} makes no edit`);
  if (!(await vscode.workspace.applyEdit(action.edit))) throw new Error(`${action.title} could not be applied`);
}

/** Accepts the offer with this title on a rule's finding, once both are there for the text as it is now. */
export async function accept(document: vscode.TextDocument, rule: string, title: string): Promise<void> {
  let titles: readonly string[] = [];
  const wanted = await eventually(title, async () => {
    const offered = await offers(document, await finding(document, rule));
    titles = offered.map((action) => action.title);
    return offered.find((action) => action.title === title);
  }).catch(() => {
    throw new Error(`no '${title}' among: ${titles.join('; ')}`);
  });
  await apply(wanted);
}

/** Types a snippet's prefix where the cursor is and accepts the suggestion. */
export async function typeSnippet({ document }: vscode.TextEditor, prefix: string, firstWord: string): Promise<void> {
  await vscode.commands.executeCommand('type', { text: prefix });
  await vscode.commands.executeCommand('editor.action.triggerSuggest');
  await eventually(`the snippet ${prefix}`, () => {
    if (document.getText().includes(firstWord)) return true;
    // Does nothing until the suggestions are there.
    void vscode.commands.executeCommand('acceptSelectedSuggestion');
    return false;
  });
}

/** Makes a file in the workspace, shows it, and takes it away again. */
export async function withFile(
  path: string,
  text: string,
  use: (document: vscode.TextDocument) => Promise<void>,
): Promise<void> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error('no folder is open');
  const file = vscode.Uri.joinPath(folder.uri, path);
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  try {
    const document = await vscode.workspace.openTextDocument(file);
    await vscode.window.showTextDocument(document);
    // The editor may still hold the text of a file of this name that is gone.
    await eventually('the text', () => document.getText() === text);
    await use(document);
  } finally {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    const [top = path] = path.split('/');
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder.uri, top), { recursive: true });
  }
}

/** What is suggested at a position, once there is something, in the order of the list. */
export async function suggestions(
  { uri }: vscode.TextDocument,
  position: vscode.Position,
): Promise<readonly vscode.CompletionItem[]> {
  const items = await eventually('suggestions', async () => {
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      uri,
      position,
    );
    return list.items.some(({ sortText }) => sortText !== undefined) && list.items;
  });
  return [...items].sort((one, other) => ((one.sortText ?? '~') < (other.sortText ?? '~') ? -1 : 1));
}

/** What is shown for the word at a position, once there is something. */
export async function hoverText({ uri }: vscode.TextDocument, position: vscode.Position): Promise<string> {
  return eventually('the hover', async () => {
    const hovers = await vscode.commands.executeCommand<readonly vscode.Hover[]>(
      'vscode.executeHoverProvider',
      uri,
      position,
    );
    const texts = hovers.flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value)));
    return texts.length > 0 && texts.join('\n');
  });
}

/** Replaces a document's whole text. */
export async function replace({ uri, lineCount }: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(uri, new vscode.Range(0, 0, lineCount, 0), text);
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error('the text could not be replaced');
}
