import assert from 'node:assert/strict';
import { EditorClient } from './client';

const uri = 'file:///work/Dockerfile';
const text = 'FROM debian:13-slim\nRUN apt-get update\nRUN apt-get install -y curl\nUSER 10001:10001\n';
const everywhere = { start: { line: 0, character: 0 }, end: { line: 4, character: 0 } };

describe('a fix of everything, asked for in two steps', () => {
  let client: EditorClient;
  beforeEach(() => {
    client = new EditorClient();
  });
  afterEach(() => client.stop());

  it('is made for a client that sends back no null', async () => {
    await client.start();
    await client.open(uri, 'dockerfile', text);
    const [action] = await client.actions(uri, everywhere, ['source.fixAll.plimsoll']);
    assert.ok(action !== undefined && action.edit === undefined);
    const sentBack: unknown = JSON.parse(JSON.stringify(action.data), (_key, value) => value ?? undefined);
    const resolved = await client.resolve({ ...action, data: sentBack });
    assert.match(client.textAfter(uri, resolved), /^RUN apt-get update && apt-get install -y curl/m);
  });
});
