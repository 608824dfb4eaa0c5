import * as vscode from 'vscode';
import { equal, match } from './assertions';
import { accept, apply, eventually, finding, findingsOf, plimsoll, ruleOf, show } from './editor';

const legacy = 'FROM ubuntu:18.04\nRUN apt -y update\nRUN apt -y install nginx\n';

/** What the safe fixes make of it. */
const mended = 'FROM ubuntu:18.04\nRUN apt-get -y update && apt-get -y install nginx && rm -rf /var/lib/apt/lists/*\n';

const textOf = (contents: vscode.MarkdownString | vscode.MarkedString): string =>
  typeof contents === 'string' ? contents : contents.value;

describe('Dockerfiles', () => {
  it('are underlined within a second', async () => {
    await plimsoll();
    const started = performance.now();
    const { document } = await show('dockerfile', legacy);
    const found = await finding(document, 'split-package-update');
    const milliseconds = performance.now() - started;
    equal(found.range.start.line, 1);
    equal(found.severity, vscode.DiagnosticSeverity.Warning);
    if (milliseconds >= 1000) throw new Error(`it took ${milliseconds.toFixed(0)} ms`);
    console.info(`[test]       shown and underlined in ${milliseconds.toFixed(0)} ms`);
  });

  it('are fixed, one click after another', async () => {
    const { document } = await show('dockerfile', legacy);
    await accept(document, 'split-package-update', 'Merge `apt -y update` into the install below');
    await accept(document, 'recommended-packages', 'Add `--no-install-recommends` to `apt -y install nginx`');
    await accept(
      document,
      'package-cache-left-in-layer',
      'Clean up in the same layer: append `rm -rf /var/lib/apt/lists/*`',
    );
    equal(
      document.getText(),
      'FROM ubuntu:18.04\n' +
        'RUN apt -y update && apt -y install --no-install-recommends nginx && rm -rf /var/lib/apt/lists/*\n',
    );
  });

  it('explain a finding on hover, as its page does', async () => {
    const { document } = await show('dockerfile', legacy);
    const { range } = await finding(document, 'split-package-update');
    const hovers = await vscode.commands.executeCommand<readonly vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      range.start,
    );
    const text = hovers.flatMap(({ contents }) => contents.map(textOf)).join('\n');
    match(text, /split-package-update/);
    match(text, /An index update and the install that reads it belong in one `RUN`/);
  });

  it('lose every safe finding at once', async () => {
    const { document } = await show('dockerfile', legacy);
    await finding(document, 'split-package-update');
    await vscode.commands.executeCommand('plimsoll.fixAll');
    await eventually('the merged layer', () => document.getText() === mended);
    await eventually('the finding to go', () =>
      findingsOf(document).every((one) => ruleOf(one) !== 'split-package-update'),
    );
  });

  it('offer every safe fix to those who fix on save', async () => {
    const { document } = await show('dockerfile', legacy);
    await finding(document, 'split-package-update');
    const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(0, 0, document.lineCount, 0),
      'source.fixAll.plimsoll',
      1,
    );
    equal(actions.length, 1);
    await apply(actions[0]);
    equal(document.getText(), mended);
  });

  it('silence a finding with a comment above it', async () => {
    const { document } = await show('dockerfile', legacy);
    await accept(document, 'split-package-update', 'Ignore split-package-update here');
    match(
      document.getText(),
      /^FROM ubuntu:18.04\n# plimsoll-disable-next-line split-package-update -- reason\nRUN apt -y update\n/,
    );
    await eventually('the finding to go', () =>
      findingsOf(document).every((one) => ruleOf(one) !== 'split-package-update'),
    );
  });
});
