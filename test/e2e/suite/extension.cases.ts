import * as vscode from 'vscode';
import { equal, match } from './assertions';
import { eventually, finding, findingsOf, nothingFound, plimsoll, replace, ruleOf, show, showYaml } from './editor';

const split = 'FROM debian:13\nRUN apt-get update\nRUN apt-get install -y curl\n';

describe(`extension in VS Code ${vscode.version}, ${vscode.env.appHost} host`, () => {
  it('starts its language server', async () => {
    await plimsoll();
  });

  it('says in the language status what the file in the editor is like', async () => {
    const { statusOf } = await plimsoll();
    const { document } = await show('dockerfile', split);
    await finding(document, 'split-package-update');
    const status = statusOf(document.uri);
    equal(status?.ignored, false);
    equal(status?.findings, findingsOf(document).length);
    equal(status?.settingsFile, null);
  });

  it('takes the underlines away when the text goes', async () => {
    const { document } = await show('dockerfile', split);
    await finding(document, 'split-package-update');
    await replace(document, '');
    await nothingFound(document);
  });

  for (const path of ['compose.yaml', '.github/workflows/build.yml', 'chart/values.yaml', 'chart/Chart.yaml'])
    it(`has nothing to say about ${path}`, async () => {
      const { statusOf } = await plimsoll();
      const { document } = await showYaml(path);
      const status = await eventually('the status', () => statusOf(document.uri));
      equal(status.ignored, true);
      equal(findingsOf(document).length, 0);
    });

  it('obeys the settings, at once', async () => {
    const { document } = await show('dockerfile', split);
    await finding(document, 'split-package-update');
    const settings = vscode.workspace.getConfiguration('plimsoll');
    const found = (): boolean => findingsOf(document).some((one) => ruleOf(one) === 'split-package-update');
    await settings.update('rules', { 'split-package-update': 'off' }, vscode.ConfigurationTarget.Global);
    try {
      await eventually('the rule to be off', () => !found());
    } finally {
      await settings.update('rules', undefined, vscode.ConfigurationTarget.Global);
    }
    await eventually('the rule to be on again', found);
  });

  it('shows the page of a rule', async () => {
    await vscode.commands.executeCommand('plimsoll.showRule', 'split-package-update');
    const tab = await eventually('the preview', () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .find(({ label }) => label.includes('split-package-update')),
    );
    equal(tab.input instanceof vscode.TabInputWebview, true);
    await vscode.window.tabGroups.close(tab);
  });

  it('makes a settings file, and offers it for editing', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    if (folder === undefined) throw new Error('no folder is open');
    const file = vscode.Uri.joinPath(folder.uri, '.plimsoll.yaml');
    try {
      await vscode.commands.executeCommand('plimsoll.createSettingsFile');
      const document = vscode.window.activeTextEditor?.document;
      equal(document?.uri.toString(), file.toString());
      match(document?.getText() ?? '', /^extends: recommended$/m);
    } finally {
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      await vscode.workspace.fs.delete(file);
    }
  });

  it('has a walkthrough, and a sample to try it on', async () => {
    await vscode.commands.executeCommand('workbench.action.openWalkthrough', 'plimsoll.plimsoll#start');
    await vscode.commands.executeCommand('plimsoll.openSample');
    const sample = await eventually('the sample', () =>
      vscode.window.visibleTextEditors.find(
        ({ document }) => document.isUntitled && document.languageId === 'dockerfile',
      ),
    );
    await finding(sample.document, 'split-package-update');
    // The walkthrough takes the focus once more when it has loaded.
    await vscode.window.showTextDocument(sample.document);
    await vscode.commands.executeCommand('plimsoll.fixAll');
    await eventually('the merged layer', () => /update && apt-get/.test(sample.document.getText()));
    await vscode.commands.executeCommand('workbench.action.closeEditorsInOtherGroups');
  });

  it('tells of each finding what it belongs to, where else to look and where its page is', async () => {
    const { document } = await show('dockerfile', `${split}MAINTAINER me\n`);
    const found = await finding(document, 'split-package-update');
    match(found.relatedInformation?.[0]?.message ?? '', /install/);
    match(JSON.stringify(found.code), /split-package-update/);
    const deprecated = await finding(document, 'deprecated-maintainer');
    equal(deprecated.tags?.includes(vscode.DiagnosticTag.Deprecated), true);
  });

  it('survives a restart of its server', async () => {
    const { document } = await show('dockerfile', split);
    await finding(document, 'split-package-update');
    await vscode.commands.executeCommand('plimsoll.restartServer');
    await finding(document, 'split-package-update');
  });
});
