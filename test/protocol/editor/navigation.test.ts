import assert from 'node:assert/strict';
import {
  DefinitionRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  InlayHintRequest,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
} from 'vscode-languageserver-protocol/node';
import { editorSuite, short, shortRange } from './editor-client';

const stages = 'FROM golang:1.26 AS build\nFROM build AS test\nFROM alpine\nCOPY --from=BUI|LD /a /b\n';
const everything = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

describe('navigation over the protocol', () => {
  let configuration: unknown = {};
  const { client, open } = editorSuite({ configuration: () => configuration });

  it('goes to a definition, showing the whole of it', async () => {
    const { connection, textDocument, position } = await open(stages);
    const found = await connection.sendRequest(DefinitionRequest.type, { textDocument, position });
    const [link] = Array.isArray(found) ? found : [];
    assert.ok(link !== undefined && 'targetRange' in link);
    assert.equal(shortRange(link.originSelectionRange ?? everything), '3:12-3:17');
    assert.equal(shortRange(link.targetSelectionRange), '0:20-0:25');
    assert.equal(shortRange(link.targetRange), '0:0-0:25');
  });

  it('finds references, with and without the definition', async () => {
    const { connection, textDocument, position } = await open(stages);
    const find = async (includeDeclaration: boolean): Promise<readonly string[]> => {
      const context = { includeDeclaration };
      const found = await connection.sendRequest(ReferencesRequest.type, { textDocument, position, context });
      return (found ?? []).map(({ range }) => shortRange(range));
    };
    assert.deepEqual(await find(true), ['0:20-0:25', '1:5-1:10', '3:12-3:17']);
    assert.deepEqual(await find(false), ['1:5-1:10', '3:12-3:17']);
  });

  it('lights up what means the same', async () => {
    const { connection, textDocument, position } = await open('FROM alpine\nENV A=1\nRUN echo $|A\n');
    const found = (await connection.sendRequest(DocumentHighlightRequest.type, { textDocument, position })) ?? [];
    assert.deepEqual(
      found.map(({ range, kind }) => [shortRange(range), kind]),
      [
        ['1:4-1:5', 3],
        ['2:10-2:11', 2],
      ],
    );
  });

  it('renames, and says why it does not', async () => {
    const { connection, textDocument, position } = await open(stages);
    const prepared = await connection.sendRequest(PrepareRenameRequest.type, { textDocument, position });
    assert.deepEqual(prepared, {
      range: { start: { line: 3, character: 12 }, end: { line: 3, character: 17 } },
      placeholder: 'build',
    });
    const edit = await connection.sendRequest(RenameRequest.type, { textDocument, position, newName: 'compile' });
    const [change] = edit?.documentChanges ?? [];
    assert.ok(change !== undefined && 'edits' in change);
    assert.deepEqual(
      change.edits.map(({ range }) => shortRange(range)),
      ['0:20-0:25', '1:5-1:10', '3:12-3:17'],
    );
    await assert.rejects(
      connection.sendRequest(RenameRequest.type, { textDocument, position, newName: 'test' }),
      /There is a stage `test` already/,
    );
  });

  it('renames nothing where nothing is named', async () => {
    const { connection, textDocument, position } = await open('FROM alpine\nWORKDIR /a|pp\n');
    assert.equal(await connection.sendRequest(PrepareRenameRequest.type, { textDocument, position }), null);
  });

  it('links images to their pages', async () => {
    const { connection, textDocument } = await open('# syntax=docker/dockerfile:1\nFROM node:24@sha256:0123\n');
    const found = (await connection.sendRequest(DocumentLinkRequest.type, { textDocument })) ?? [];
    assert.deepEqual(
      found.map(({ range, target }) => [shortRange(range), target]),
      [
        ['0:9-0:28', 'https://hub.docker.com/r/docker/dockerfile'],
        ['1:5-1:12', 'https://hub.docker.com/_/node'],
      ],
    );
  });

  it('hints at sizes, stages that are not shipped and resolved images, each for itself', async () => {
    const { connection, textDocument } = await open(
      'ARG V=22\nFROM node:$V AS build\nFROM node:22-alpine\nCOPY --from=build /a /b\n',
    );
    const hints = async (): Promise<readonly string[]> => {
      const found = await connection.sendRequest(InlayHintRequest.type, { textDocument, range: everything });
      return (found ?? []).map(({ label, position }) => `${short(position)} ${label}`);
    };
    assert.deepEqual(await hints(), ['1:12 = node:22', '1:12 408 MB', '1:21 not shipped', '2:19 61 MB']);
    configuration = { inlayHints: { parentSize: false, resolvedImages: false } };
    await client().changeConfiguration();
    assert.deepEqual(await hints(), ['1:21 not shipped']);
  });
});
