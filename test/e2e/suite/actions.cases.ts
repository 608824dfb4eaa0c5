import * as vscode from 'vscode';
import { equal, match } from './assertions';
import { eventually, finding, findingsOf, offers, plimsoll, ruleOf, show, withFile } from './editor';

const uncleaned = 'RUN apt-get update && apt-get install -y --no-install-recommends curl\n';
const twice = `FROM debian:13\n${uncleaned}${uncleaned}`;

describe('code actions', () => {
  before(plimsoll);

  it('come in the order that people expect', async () => {
    const { document } = await show('dockerfile', twice);
    const found = await finding(document, 'package-cache-left-in-layer');
    const offered = await eventually('the actions', async () => {
      const actions = await offers(document, found);
      return actions.some(({ title }) => title.startsWith('Show the page')) && actions;
    });
    const wanted = [
      /^Clean up/,
      /^Fix all 2 of package-cache/,
      /^Apply all safe/,
      /^Ignore .* here/,
      /^Ignore .* in this file$/,
      /^Show/,
    ];
    const titles = offered
      .filter(({ title }) => wanted.some((pattern) => pattern.test(title)))
      .map(({ title }) => title);
    const places = wanted.map((pattern) => titles.findIndex((title) => pattern.test(title)));
    equal(
      places.every((place, index) => place >= 0 && place >= (places[index - 1] ?? 0)),
      true,
    );
    match(offered[0]?.title ?? '', /^Clean up/);
    equal(offered[0]?.isPreferred, true);
  });

  it('remove a suppression that silences nothing', async () => {
    const { document } = await show(
      'dockerfile',
      'FROM debian:13\n# plimsoll-disable-next-line sudo-command\nUSER 1000\n',
    );
    const found = await finding(document, 'unused-suppression');
    equal(found.tags?.includes(vscode.DiagnosticTag.Unnecessary), true);
    const removal = (await offers(document, found)).find(({ title }) => title === 'Remove the suppression');
    if (removal?.edit === undefined) throw new Error('no way to remove it');
    await vscode.workspace.applyEdit(removal.edit);
    equal(document.getText(), 'FROM debian:13\nUSER 1000\n');
  });

  it('fix the whole workspace, once somebody has seen the changes and agreed', () =>
    withFile('fixed/Dockerfile', twice, async (document) => {
      const [folder] = vscode.workspace.workspaceFolders ?? [];
      if (folder === undefined) throw new Error('no folder is open');
      const other = vscode.Uri.joinPath(folder.uri, 'Dockerfile');
      const before = await vscode.workspace.fs.readFile(other);
      try {
        const running = vscode.commands.executeCommand('plimsoll.fixWorkspace');
        await eventually('the changes', () =>
          vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label.startsWith('Safe Fixes'))),
        );
        equal(document.getText(), twice);
        await eventually('the fixes', async () => {
          // Does nothing until the question is there.
          await vscode.commands.executeCommand('notification.acceptPrimaryAction');
          return document.getText() !== twice;
        });
        await running;
        match(document.getText(), /rm -rf \/var\/lib\/apt\/lists\/\*\nRUN .*rm -rf/);
        match(
          new TextDecoder().decode(await vscode.workspace.fs.readFile(other)),
          /RUN apt-get update && apt-get install/,
        );
      } finally {
        await vscode.workspace.fs.writeFile(other, before);
      }
    }));
});

describe('checking', () => {
  before(plimsoll);

  it('is paused and resumed', async () => {
    const { statusOf } = await plimsoll();
    const { document } = await show('dockerfile', twice);
    await finding(document, 'package-cache-left-in-layer');
    await vscode.commands.executeCommand('plimsoll.pause');
    try {
      await eventually('no findings', () => findingsOf(document).length === 0);
      await eventually('the status', () => statusOf(document.uri)?.paused);
    } finally {
      await vscode.commands.executeCommand('plimsoll.resume');
    }
    await finding(document, 'package-cache-left-in-layer');
    equal(statusOf(document.uri)?.paused, false);
  });

  it('leaves a finding to another extension that shows an equal one', async () => {
    const { document } = await show('dockerfile', 'FROM debian:13\nMAINTAINER me\n');
    const found = (): boolean => findingsOf(document).some((one) => ruleOf(one) === 'deprecated-maintainer');
    await eventually('our finding', found);
    const others = vscode.languages.createDiagnosticCollection('docker-language-server');
    try {
      const theirs = new vscode.Diagnostic(new vscode.Range(1, 0, 1, 13), 'Maintainer is deprecated');
      theirs.code = { value: 'MaintainerDeprecated', target: vscode.Uri.parse('https://docs.docker.com/') };
      others.set(document.uri, [theirs]);
      await eventually('our finding to go', () => !found());
    } finally {
      others.dispose();
    }
    await eventually('our finding to come back', found);
  });
});
