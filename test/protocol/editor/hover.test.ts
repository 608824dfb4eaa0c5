import assert from 'node:assert/strict';
import { HoverRequest, MarkupContent } from 'vscode-languageserver-protocol/node';
import { editorSuite, shortRange } from './editor-client';

describe('hover over the protocol', () => {
  const { open } = editorSuite();

  async function hover(marked: string): Promise<{ readonly value: string; readonly range: string } | undefined> {
    const { connection, textDocument, position } = await open(marked);
    const found = await connection.sendRequest(HoverRequest.type, { textDocument, position });
    if (found === null || !MarkupContent.is(found.contents)) return undefined;
    return { value: found.contents.value, range: found.range === undefined ? '' : shortRange(found.range) };
  }

  it('tells about an image, and then why it is underlined', async () => {
    const found = await hover('FROM node:1|6\nUSER node\nCMD ["node", "server.js"]\n');
    assert.equal(found?.range, '0:5-0:12');
    assert.match(found?.value ?? '', /^\*\*node:16\*\*/);
    assert.match(found?.value ?? '', /support ended 2023-09-11.*\n---\n.*end-of-life-parent/s);
  });

  it('tells what runs as PID 1', async () => {
    const found = await hover('FROM node:24\nENTRYPOINT ["tini", "--"]\nCMD ["node", "ser|ver.js"]\n');
    assert.match(found?.value ?? '', /\*\*PID 1\*\* `tini -- node server\.js`/);
    assert.match(found?.value ?? '', /`tini` gets SIGTERM and passes it on to `node`/);
  });

  it('says nothing where there is nothing to say', async () => {
    assert.equal(await hover('FROM alpine\n# com|ment\n'), undefined);
  });
});
