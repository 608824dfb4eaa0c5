import assert from 'node:assert/strict';
import {
  type DocumentSymbol,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  type SelectionRange,
  SelectionRangeRequest,
} from 'vscode-languageserver-protocol/node';
import { EditorClient } from '../client';
import { editing, editorSuite } from './editor-client';

const text = [
  'ARG VERSION=1',
  'FROM golang:$VERSION AS build',
  'RUN apt-get update \\',
  '    && apt-get install -y git',
  'RUN <<EOF',
  'make all',
  'EOF',
  '',
  '# The image',
  '# that is shipped',
  'FROM scratch',
  'COPY --from=build /a /b',
  '',
].join('\n');

describe('structure over the protocol', () => {
  const { open } = editorSuite();

  it('gives an outline of stages with their instructions', async () => {
    const { connection, textDocument } = await open(text);
    const found = (await connection.sendRequest(DocumentSymbolRequest.type, { textDocument })) ?? [];
    const tree: readonly DocumentSymbol[] = found.flatMap((entry) => ('selectionRange' in entry ? [entry] : []));
    assert.deepEqual(
      tree.map(({ name, detail, children }) => [name, detail, children?.map((child) => child.name)]),
      [
        ['ARG VERSION=1', undefined, undefined],
        ['build', 'golang:$VERSION', ['RUN apt-get update && apt-get install -y git', 'RUN <<EOF']],
        ['FROM scratch', undefined, ['COPY /a /b']],
      ],
    );
  });

  it('gives a flat one to a client that knows no trees', async () => {
    const client = new EditorClient();
    try {
      await client.start({ capabilities: { ...editing, textDocument: { documentSymbol: {} } } });
      const textDocument = { uri: 'file:///project/Dockerfile' };
      await client.open(textDocument.uri, 'dockerfile', text);
      const found = (await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument })) ?? [];
      const named = found.map((entry) => ('location' in entry ? [entry.name, entry.containerName] : entry.name));
      assert.deepEqual(named[2], ['RUN apt-get update && apt-get install -y git', 'build']);
    } finally {
      await client.stop();
    }
  });

  it('folds stages, long instructions, here-documents and comments', async () => {
    const { connection, textDocument } = await open(text);
    const found = (await connection.sendRequest(FoldingRangeRequest.type, { textDocument })) ?? [];
    assert.deepEqual(
      found
        .toSorted((one, other) => one.startLine - other.startLine)
        .map(({ startLine, endLine, kind }) => [startLine, endLine, kind]),
      [
        [1, 6, 'region'],
        [2, 3, undefined],
        [4, 6, undefined],
        [8, 9, 'comment'],
        [10, 11, 'region'],
      ],
    );
  });

  it('grows a selection from the word to the file', async () => {
    const opened = await open(text.replace('install', 'ins|tall'));
    const { connection, textDocument, position } = opened;
    const [innermost] =
      (await connection.sendRequest(SelectionRangeRequest.type, { textDocument, positions: [position] })) ?? [];
    const lines = opened.text.split('\n');
    const shown: string[] = [];
    for (let range: SelectionRange | undefined = innermost; range !== undefined; range = range.parent) {
      const { start, end } = range.range;
      const first = lines[start.line]?.slice(start.character, start.line === end.line ? end.character : undefined);
      shown.push(`${first}${start.line === end.line ? '' : ` …${end.line - start.line}`}`);
    }
    assert.deepEqual(shown, [
      'install',
      'apt-get install -y git',
      'apt-get update \\ …1',
      'RUN apt-get update \\ …1',
      'FROM golang:$VERSION AS build …5',
      'ARG VERSION=1 …12',
    ]);
  });
});
