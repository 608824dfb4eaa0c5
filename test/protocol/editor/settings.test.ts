import assert from 'node:assert/strict';
import {
  type CompletionItem,
  CompletionRequest,
  CompletionResolveRequest,
  DocumentLinkRequest,
  HoverRequest,
  MarkupContent,
} from 'vscode-languageserver-protocol/node';
import { EditorClient } from '../client';
import { editing, editorSuite, shortRange } from './editor-client';

describe('a settings file over the protocol', () => {
  const { open } = editorSuite({ initializationOptions: { pageCommand: 'show', suggestCommand: 'suggest' } });

  async function completed(marked: string): Promise<readonly CompletionItem[]> {
    const { connection, textDocument, position } = await open(marked, '.plimsoll.yaml', 'yaml');
    const found = await connection.sendRequest(CompletionRequest.type, { textDocument, position });
    return Array.isArray(found) ? found : (found?.items ?? []);
  }

  it('completes rules, and tells what each is for when it is looked at', async () => {
    const items = await completed('rules:\n  split|\n');
    const rule = items.find(({ label }) => label === 'split-package-update');
    assert.ok(rule !== undefined);
    assert.equal(rule.command?.command, 'suggest');
    const { connection } = await open('');
    const resolved = await connection.sendRequest(CompletionResolveRequest.type, rule);
    assert.ok(MarkupContent.is(resolved.documentation));
    assert.match(resolved.documentation.value, /index update.*\n/);
    assert.match(resolved.documentation.value, /\(command:show\?%5B%22split-package-update%22%5D\)/);
  });

  it('offers the options of a rule as a snippet', async () => {
    const item = (await completed('rules:\n  low-user-id: |')).find(({ label }) => label === 'severity and options');
    const text = item?.textEdit?.newText ?? '';
    assert.match(text, /^\n {4}severity: \$\{1\|on,error,[^}]+,off\|\}\n {4}minimum: \$\{2:10000\}$/);
  });

  it('tells on hover what a rule finds, and links it to its page', async () => {
    const { connection, textDocument, position } = await open('rules:\n  root-|user: off\n', '.plimsoll.yaml', 'yaml');
    const hover = await connection.sendRequest(HoverRequest.type, { textDocument, position });
    assert.ok(hover !== null && MarkupContent.is(hover.contents));
    assert.match(hover.contents.value, /^\*\*root-user\*\*/);
    const [link] = (await connection.sendRequest(DocumentLinkRequest.type, { textDocument })) ?? [];
    assert.equal(link && shortRange(link.range), '1:2-1:11');
    assert.equal(link?.target, 'command:show?%5B%22root-user%22%5D');
  });

  it('is left to another extension that serves it', async () => {
    const client = new EditorClient();
    await client.start({
      capabilities: editing,
      initializationOptions: { servedElsewhere: { settings: ['completion'] } },
    });
    const uri = 'file:///project/.plimsoll.yaml';
    await client.open(uri, 'yaml', '');
    const asked = { textDocument: { uri }, position: { line: 0, character: 0 } };
    assert.equal(await client.connection.sendRequest(CompletionRequest.type, asked), null);
    await client.connection.sendNotification('plimsoll/servedElsewhere', { servedElsewhere: {} });
    const items = await client.connection.sendRequest(CompletionRequest.type, asked);
    assert.ok(Array.isArray(items) && items.length > 0);
    await client.stop();
  });
});
