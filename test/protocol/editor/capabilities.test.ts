import assert from 'node:assert/strict';
import { EditorClient } from '../client';
import { editing, editorSuite } from './editor-client';

const providers = [
  'completionProvider',
  'documentSymbolProvider',
  'foldingRangeProvider',
  'selectionRangeProvider',
  'definitionProvider',
  'referencesProvider',
  'documentHighlightProvider',
  'renameProvider',
  'documentLinkProvider',
  'inlayHintProvider',
];

async function announced(capabilities: typeof editing): Promise<readonly string[]> {
  const client = new EditorClient();
  try {
    await client.start({ capabilities });
    return Object.keys(client.initialized?.capabilities ?? {}).filter((name) => providers.includes(name));
  } finally {
    await client.stop();
  }
}

describe('the features around the findings', () => {
  it('are announced to a client that has a use for them, and to no other', async () => {
    assert.deepEqual([...(await announced(editing))].sort(), [...providers].sort());
    assert.deepEqual(await announced({}), []);
  });

  describe('by settings', () => {
    let configuration: unknown = {};
    const { client, open } = editorSuite({
      configuration: () => configuration,
      initializationOptions: { servedElsewhere: { dockerfile: ['outline'] } },
    });

    it('are left to another extension where that is known to serve them, unless they are wanted', async () => {
      const { textDocument, connection } = await open('FROM alpine\n');
      assert.equal(await connection.sendRequest('textDocument/documentSymbol', { textDocument }), null);
      assert.notEqual(await connection.sendRequest('textDocument/foldingRange', { textDocument }), null);
      configuration = { features: { outline: 'on', folding: 'off' } };
      await client().changeConfiguration();
      assert.notEqual(await connection.sendRequest('textDocument/documentSymbol', { textDocument }), null);
      assert.equal(await connection.sendRequest('textDocument/foldingRange', { textDocument }), null);
    });

    it('are gone with everything else', async () => {
      configuration = { enable: false };
      await client().changeConfiguration();
      const { textDocument, connection } = await open('FROM alpine\n');
      assert.equal(await connection.sendRequest('textDocument/foldingRange', { textDocument }), null);
    });
  });

  it('have no answer for what is in no language of ours, so that the editor goes by itself', async () => {
    const client = new EditorClient();
    try {
      await client.start({ capabilities: editing });
      const textDocument = { uri: 'file:///project/compose.yaml' };
      await client.open(textDocument.uri, 'yaml', 'services:\n  web:\n    image: nginx\n');
      for (const method of ['foldingRange', 'documentSymbol', 'documentLink'])
        assert.equal(await client.connection.sendRequest(`textDocument/${method}`, { textDocument }), null, method);
    } finally {
      await client.stop();
    }
  });
});
