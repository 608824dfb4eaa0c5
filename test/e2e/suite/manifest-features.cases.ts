import * as vscode from 'vscode';
import { equal, match } from './assertions';
import { eventually, hoverText, plimsoll, show, suggestions } from './editor';

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels: {app: web}
  template:
    metadata:
      labels: {app: web}
    spec:
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
          ports:
            - {name: http, containerPort: 8080}
          livenessProbe:
            httpGet: {path: /livez, port: http}
            periodSeconds: 10
            failureThreshold: 3
`;

const at = (document: vscode.TextDocument, text: string): vscode.Position =>
  document.positionAt(document.getText().indexOf(text) + 1);

const ask = <Answer>(command: string, { uri }: vscode.TextDocument, ...rest: readonly unknown[]): Thenable<Answer> =>
  vscode.commands.executeCommand<Answer>(command, uri, ...rest);

const labelOf = ({ label }: vscode.CompletionItem): string => (typeof label === 'string' ? label : label.label);

describe('manifests in the editor', () => {
  before(plimsoll);

  it('are completed: fields and their values', async () => {
    const { document } = await show('yaml', `${deployment}          \n`);
    const fields = await suggestions(document, new vscode.Position(document.lineCount - 2, 10));
    equal(
      fields.some((item) => labelOf(item) === 'readinessProbe'),
      true,
    );
    const policies = await show('yaml', `${deployment}          imagePullPolicy: \n`);
    const values = await suggestions(policies.document, new vscode.Position(policies.document.lineCount - 2, 27));
    equal(
      values.some((item) => labelOf(item) === 'IfNotPresent'),
      true,
    );
  });

  it('tell on hover what a field is for', async () => {
    const { document } = await show('yaml', deployment);
    match(await hoverText(document, at(document, 'failureThreshold')), /failureThreshold/);
  });

  it('have an outline of objects and containers', async () => {
    const { document } = await show('yaml', deployment);
    const symbols = await eventually('the outline', async () => {
      const found = await ask<readonly vscode.DocumentSymbol[] | undefined>(
        'vscode.executeDocumentSymbolProvider',
        document,
      );
      return found !== undefined && found.length > 0 && found;
    });
    match(`${symbols[0]?.name} ${symbols[0]?.detail}`, /web/);
    match(JSON.stringify(symbols[0]?.children), /web/);
  });

  it('show hints between the words', async () => {
    const { document } = await show('yaml', deployment);
    const hints = await ask<readonly vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      document,
      new vscode.Range(0, 0, document.lineCount, 0),
    );
    const texts = hints.map(({ label }) =>
      typeof label === 'string' ? label : label.map(({ value }) => value).join(''),
    );
    match(texts.join('; '), /30 s/);
  });

  it('rename a port everywhere', async () => {
    const { document } = await show('yaml', deployment);
    const edit = await ask<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document,
      at(document, 'http, containerPort'),
      'web-http',
    );
    equal(await vscode.workspace.applyEdit(edit), true);
    equal(
      document.getText(),
      deployment.replace('name: http', 'name: web-http').replace('port: http', 'port: web-http'),
    );
  });
});
