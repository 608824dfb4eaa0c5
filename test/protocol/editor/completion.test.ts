import assert from 'node:assert/strict';
import { CompletionItemTag, CompletionResolveRequest, InsertTextFormat } from 'vscode-languageserver-protocol/node';
import { EditorClient } from '../client';
import { completed, editing, editorSuite, labelled, shortRange } from './editor-client';

describe('completion over the protocol', () => {
  const { open } = editorSuite({ initializationOptions: { suggestCommand: 'suggest' } });

  it('inserts and replaces by ranges of their own', async () => {
    const item = labelled(await completed(await open('FROM node:22-al|pine AS x')), '22-slim');
    assert.ok(item.textEdit !== undefined && 'insert' in item.textEdit);
    assert.equal(shortRange(item.textEdit.insert), '0:10-0:15');
    assert.equal(shortRange(item.textEdit.replace), '0:10-0:19');
    assert.match(item.labelDetails?.description ?? '', /^\d+ MB$/);
    assert.match(item.detail ?? '', /Node\.js 22: supported until/);
  });

  it('strikes through what is not supported any more, and puts it last', async () => {
    const items = await completed(await open('FROM python:|'));
    const ended = items.filter(({ tags }) => tags?.includes(CompletionItemTag.Deprecated));
    const sorted = [...items].sort((one, other) => ((one.sortText ?? '') < (other.sortText ?? '') ? -1 : 1));
    assert.ok(ended.every((item) => sorted.indexOf(item) >= sorted.length - ended.length));
    assert.match(sorted[0]?.label ?? '', /^3/);
  });

  it('goes on behind a word that wants another one', async () => {
    const items = await completed(await open('FROM alpine\nCO|'));
    assert.equal(labelled(items, 'COPY').command?.command, 'suggest');
  });

  it('tells about an item when it is looked at', async () => {
    const opened = await open('FROM no|');
    const item = labelled(await completed(opened), 'node');
    assert.equal(item.documentation, undefined);
    const resolved = await opened.connection.sendRequest(CompletionResolveRequest.type, item);
    assert.match(JSON.stringify(resolved.documentation), /runs as root.*users `node` \(1000:1000\)/);
  });

  it('writes snippets with tab stops', async () => {
    const item = labelled(await completed(await open('FROM alpine\nCMD |')), '["program"]');
    assert.equal(item.insertTextFormat, InsertTextFormat.Snippet);
    assert.match(item.textEdit?.newText ?? '', /^\["\$\{1:program\}"\]$/);
  });

  it('offers nothing in comments', async () => {
    assert.deepEqual(await completed(await open('FROM alpine\n# RU|')), []);
  });

  it('does without what a client cannot do', async () => {
    const client = new EditorClient();
    try {
      await client.start({ capabilities: { ...editing, textDocument: { completion: {} } } });
      const textDocument = { uri: 'file:///project/Dockerfile' };
      await client.open(textDocument.uri, 'dockerfile', 'FROM alpine\nCMD ');
      const position = { line: 1, character: 4 };
      const { connection } = client;
      const [item] = await completed({ connection, textDocument, position, text: '' });
      assert.deepEqual(item?.textEdit, { range: { start: position, end: position }, newText: '["program"]' });
      assert.deepEqual(
        [item?.insertTextFormat, item?.command, item?.data, item?.commitCharacters],
        [undefined, undefined, undefined, undefined],
      );
    } finally {
      await client.stop();
    }
  });
});
