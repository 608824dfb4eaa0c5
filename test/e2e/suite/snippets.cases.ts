import * as vscode from 'vscode';
import { equal, match } from './assertions';
import { nothingFound, plimsoll, show, typeSnippet, withFile } from './editor';

/** A Deployment of which nothing but the probes is missing; they belong where the mark is. */
const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 3
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      automountServiceAccountToken: false
      securityContext:
        runAsNonRoot: true
        seccompProfile:
          type: RuntimeDefault
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: kubernetes.io/hostname
          whenUnsatisfiable: ScheduleAnyway
          labelSelector:
            matchLabels:
              app: web
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
          ports:
            - name: http
              containerPort: 8080
          securityContext:
            allowPrivilegeEscalation: false
            readOnlyRootFilesystem: true
            capabilities:
              drop: [ALL]
          resources:
            requests:
              cpu: 100m
              memory: 128Mi
            limits:
              memory: 128Mi
          |
`;

describe('snippets', () => {
  before(plimsoll);

  it('multistage-go, typed and accepted, leaves nothing to find', async () => {
    const editor = await show('dockerfile', '');
    await typeSnippet(editor, 'multistage-go', 'FROM golang');
    match(editor.document.getText(), /^FROM golang:[\d.]+-trixie AS build\n[\s\S]*\nENTRYPOINT \["\/app"\]\n$/);
    await nothingFound(editor.document);
  });

  it('probes, typed and accepted, leaves nothing to find', async () => {
    const at = deployment.indexOf('|');
    const editor = await show('yaml', deployment.replace('|', ''));
    const cursor = editor.document.positionAt(at);
    editor.selection = new vscode.Selection(cursor, cursor);
    await typeSnippet(editor, 'probes', 'startupProbe:');
    match(editor.document.getText(), /\n {10}startupProbe:\n {12}httpGet:\n {14}path: \/livez\n {14}port: http\n/);
    await nothingFound(editor.document);
  });

  it('deployment, typed and accepted, is a whole manifest with nothing to find', async () => {
    const editor = await show('yaml', '');
    await typeSnippet(editor, 'deployment', 'kind: Deployment');
    match(editor.document.getText(), /^apiVersion: apps\/v1\nkind: Deployment\n[\s\S]* {14}drop: \[ALL\]\n$/);
    await nothingFound(editor.document);
  });

  it('dockerignore is offered in a .dockerignore', async () => {
    await withFile('.dockerignore', '', async (document) => {
      equal(document.languageId, 'ignore');
      const editor = await vscode.window.showTextDocument(document);
      await typeSnippet(editor, 'dockerignore', '# What no image needs');
      match(document.getText(), /\n\*\*\/\.git\n[\s\S]*\n\*\*\/node_modules\n\*\*\/dist\n/);
    });
  });
});
