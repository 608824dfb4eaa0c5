import assert from 'node:assert/strict';
import { CompletionResolveRequest, InsertTextFormat } from 'vscode-languageserver-protocol/node';
import { completed, editorSuite, labelled, type Opened } from './editor-client';
import { manifest } from './manifest';

describe('completion in a manifest over the protocol', () => {
  const { open } = editorSuite({ initializationOptions: { suggestCommand: 'suggest' } });
  const opened = (marked: string): Promise<Opened> => open(marked, 'app.yaml', 'yaml');

  it('offers fields, and tells about one when it is looked at, from its own files', async () => {
    const document = await opened(`${manifest}          |\n`);
    const item = labelled(await completed(document), 'imagePullPolicy');
    assert.equal(item.detail, 'string');
    assert.equal(item.documentation, undefined);
    assert.equal(item.command?.command, 'suggest');
    const resolved = await document.connection.sendRequest(CompletionResolveRequest.type, item);
    assert.match(JSON.stringify(resolved.documentation), /\*\*imagePullPolicy\*\*.*One of `Always`/);
  });

  it('writes a whole probe of the port that is there, with a tab stop on what is a guess', async () => {
    const item = labelled(
      await completed(await opened(`${manifest}          readi|\n          tty: false\n`)),
      'readinessProbe',
    );
    assert.equal(item.insertTextFormat, InsertTextFormat.Snippet);
    assert.equal(
      item.textEdit?.newText,
      [
        'readinessProbe:',
        '            httpGet:',
        `              path: \${1:/}`,
        '              port: http',
        '            periodSeconds: 10',
        '            timeoutSeconds: 2',
      ].join('\n'),
    );
  });

  it('changes what has to change elsewhere', async () => {
    const requested = `${manifest}          resources: {requests: {cpu: 100m}}\n---\n|`;
    const item = labelled(await completed(await opened(requested)), 'HorizontalPodAutoscaler web');
    assert.equal(item.additionalTextEdits?.length, 1);
    assert.equal(item.additionalTextEdits?.[0]?.newText, '');
  });

  it('is silent in files of other tools', async () => {
    assert.deepEqual(await completed(await opened('services:\n  web:\n    |\n')), []);
    assert.deepEqual(await completed(await open('on:\n  |\n', '.github/workflows/test.yaml', 'yaml')), []);
  });
});
