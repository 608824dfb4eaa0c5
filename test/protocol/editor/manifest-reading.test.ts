import assert from 'node:assert/strict';
import {
  DefinitionRequest,
  DocumentLinkRequest,
  type DocumentSymbol,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRequest,
  MarkupContent,
  ReferencesRequest,
  RenameRequest,
  SelectionRangeRequest,
} from 'vscode-languageserver-protocol/node';
import { TextDocument, type TextEdit } from 'vscode-languageserver-textdocument';
import { editorSuite, type Opened, short, shortRange } from './editor-client';
import { manifest } from './manifest';

const probed = `${manifest}          livenessProbe:
            httpGet:
              path: /
              port: http
          resources:
            limits:
              memory: 512Mi
---
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
    - name: public
      port: 80
      targetPort: http
`;

describe('reading a manifest over the protocol', () => {
  const { open } = editorSuite();
  const opened = (marked: string): Promise<Opened> => open(marked, 'app.yaml', 'yaml');
  const behind = (piece: string): string => probed.replace(piece, `${piece}|`);

  async function hover(marked: string): Promise<string> {
    const { connection, textDocument, position } = await opened(marked);
    const found = await connection.sendRequest(HoverRequest.type, { textDocument, position });
    return found !== null && MarkupContent.is(found.contents) ? found.contents.value : '';
  }

  it('explains fields and values', async () => {
    assert.match(await hover(behind('replic')), /^\*\*replicas\*\* · integer\n\n\w+/);
    assert.match(
      await hover(behind('livenessPr')),
      /^- Asked every 10 s; after 3 failures.*30 s.*\*\*livenessProbe\*\*/s,
    );
    assert.match(await hover(behind('512')), /^536,870,912 bytes/);
    assert.match(await hover(behind('- name: we')), /^the only container of its pod/);
  });

  it('goes from a Service to the port of its pods, and back', async () => {
    const { connection, textDocument, position } = await opened(behind('targetPort: ht'));
    const found = await connection.sendRequest(DefinitionRequest.type, { textDocument, position });
    const [link] = Array.isArray(found) ? found : [];
    assert.ok(link !== undefined && 'targetSelectionRange' in link);
    assert.equal(shortRange(link.targetSelectionRange), '18:20-18:24');
    const context = { includeDeclaration: true };
    const all = await connection.sendRequest(ReferencesRequest.type, { textDocument, position, context });
    assert.deepEqual(
      all?.map(({ range }) => short(range.start)),
      ['18:20', '23:20', '38:18'],
    );
  });

  it('renames a port everywhere', async () => {
    const { connection, textDocument, position, text } = await opened(behind('targetPort: ht'));
    const edit = await connection.sendRequest(RenameRequest.type, { textDocument, position, newName: 'main' });
    const edits: TextEdit[] = Object.values(edit?.changes ?? {}).flat();
    const versioned = (edit?.documentChanges ?? []).flatMap((change) =>
      'edits' in change ? change.edits.flatMap((each) => ('newText' in each ? [each] : [])) : [],
    );
    const document = TextDocument.create(textDocument.uri, 'yaml', 1, text);
    assert.equal(TextDocument.applyEdits(document, [...edits, ...versioned]), text.replaceAll(': http\n', ': main\n'));
    await assert.rejects(
      connection.sendRequest(RenameRequest.type, { textDocument, position, newName: 'Not A Port' }),
      /lower-case/,
    );
  });

  it('gives an outline, selections and links, and leaves folding to the editor', async () => {
    const { connection, textDocument, position } = await opened(behind('512'));
    const symbols = (await connection.sendRequest(DocumentSymbolRequest.type, { textDocument })) ?? [];
    const tree: readonly DocumentSymbol[] = symbols.flatMap((entry) => ('selectionRange' in entry ? [entry] : []));
    assert.deepEqual(
      tree.map(({ name, children }) => [name, children?.map((child) => child.name)]),
      [
        ['Deployment web', ['web']],
        ['Service web', ['port public']],
      ],
    );
    const [selection] =
      (await connection.sendRequest(SelectionRangeRequest.type, { textDocument, positions: [position] })) ?? [];
    assert.equal(selection && shortRange(selection.range), '26:22-26:27');
    assert.deepEqual(await connection.sendRequest(DocumentLinkRequest.type, { textDocument }), []);
    assert.equal(await connection.sendRequest(FoldingRangeRequest.type, { textDocument }), null);
  });

  it('hints at how long a probe may fail', async () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 40, character: 0 } };
    const hints = async (): Promise<readonly unknown[] | undefined> => {
      const { connection, textDocument } = await opened(probed);
      const found = await connection.sendRequest(InlayHintRequest.type, { textDocument, range });
      return found?.map(({ position, label }) => `${short(position)} ${String(label)}`);
    };
    assert.deepEqual(await hints(), ['20:24 dead after 30 s']);
  });
});
