import * as vscode from 'vscode';
import { equal, match } from './assertions';
import { eventually, finding, hoverText, plimsoll, suggestions, withFile } from './editor';

const settings = (text: string, use: (document: vscode.TextDocument) => Promise<void>): Promise<void> =>
  withFile('.plimsoll.yaml', text, use);

describe('settings files', () => {
  before(plimsoll);

  it('are completed: settings, rules, levels and options', () =>
    settings('extends: \nrules:\n  low-user-id: \n  \n', async (document) => {
      const labels = async (line: number, character: number): Promise<readonly string[]> =>
        (await suggestions(document, new vscode.Position(line, character))).map(({ label }) =>
          typeof label === 'string' ? label : label.label,
        );
      equal((await labels(0, 9)).slice(0, 3).join(), 'recommended,all,none');
      equal((await labels(2, 15)).includes('severity and options'), true);
      equal((await labels(3, 2)).includes('split-package-update'), true);
      equal((await labels(4, 0)).includes('kubernetesVersion'), true);
    }));

  it('explain a rule on hover, and link it to its page', () =>
    settings('rules:\n  root-user: off\n', async (document) => {
      match(await hoverText(document, new vscode.Position(1, 4)), /root-user.*\n[\s\S]*Read its page/);
      const links = await vscode.commands.executeCommand<readonly vscode.DocumentLink[]>(
        'vscode.executeLinkProvider',
        document.uri,
      );
      match(String(links[0]?.target?.toString(true)), /^command:plimsoll\.showRule\?\["root-user"\]/);
    }));

  it('are checked', () =>
    settings('rules:\n  root-uset: off\n', async (document) => {
      const { message } = await eventually('the finding', () => finding(document, 'unknown-rule'));
      match(message, /Did you mean `root-user`/);
    }));
});
