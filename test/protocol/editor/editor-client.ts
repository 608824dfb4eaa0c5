import assert from 'node:assert/strict';
import {
  type CompletionItem,
  CompletionRequest,
  type InitializeParams,
  type Position,
  type ProtocolConnection,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type ClientOptions, capable, EditorClient } from '../client';

/** An editor that makes use of everything around the findings. */
export const editing: InitializeParams['capabilities'] = {
  ...capable,
  textDocument: {
    ...capable.textDocument,
    completion: {
      completionItem: {
        snippetSupport: true,
        insertReplaceSupport: true,
        labelDetailsSupport: true,
        commitCharactersSupport: true,
        preselectSupport: true,
        documentationFormat: ['markdown'],
        resolveSupport: { properties: ['documentation'] },
        tagSupport: { valueSet: [1] },
      },
    },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    foldingRange: {},
    selectionRange: {},
    definition: { linkSupport: true },
    references: {},
    documentHighlight: {},
    rename: { prepareSupport: true },
    documentLink: { tooltipSupport: true },
    inlayHint: {},
  },
};

/** An open document with the cursor where its text had `|`. */
export interface Opened {
  readonly connection: ProtocolConnection;
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
  readonly text: string;
}

/** Starts the bundled server for the tests of a suite. Each document that they open is one of its own. */
export function editorSuite(options: ClientOptions = {}): {
  readonly client: () => EditorClient;
  readonly open: (marked: string, name?: string, languageId?: string) => Promise<Opened>;
} {
  let running: EditorClient | undefined;
  let opened = 0;
  const client = (): EditorClient => {
    if (running === undefined) throw new Error('the suite has not begun');
    return running;
  };
  before(async () => {
    running = new EditorClient();
    await running.start({ capabilities: editing, ...options });
  });
  after(() => running?.stop());
  return {
    client,
    async open(marked, name = 'Dockerfile', languageId = 'dockerfile') {
      const offset = Math.max(0, marked.indexOf('|'));
      const text = marked.slice(0, offset) + marked.slice(offset + (marked[offset] === '|' ? 1 : 0));
      const uri = name.startsWith('file:') ? name : `file:///project/${++opened}/${name}`;
      await client().open(uri, languageId, text);
      const position = TextDocument.create(uri, languageId, 1, text).positionAt(offset);
      return { connection: client().connection, textDocument: { uri }, position, text };
    },
  };
}

/** A position or range as `line:character`, for short expectations. */
export const short = ({ line, character }: Position): string => `${line}:${character}`;

export const shortRange = ({ start, end }: { readonly start: Position; readonly end: Position }): string =>
  `${short(start)}-${short(end)}`;

/** What the server offers at the cursor. */
export async function completed({ connection, textDocument, position }: Opened): Promise<readonly CompletionItem[]> {
  const found = await connection.sendRequest(CompletionRequest.type, { textDocument, position });
  return Array.isArray(found) ? found : (found?.items ?? []);
}

export const labelled = (items: readonly CompletionItem[], label: string): CompletionItem => {
  const item = items.find((each) => each.label === label);
  assert.ok(item !== undefined, `no ${label} among ${items.map((each) => each.label).join(', ')}`);
  return item;
};
