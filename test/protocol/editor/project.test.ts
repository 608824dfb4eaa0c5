import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type CompletionItem, InsertTextFormat } from 'vscode-languageserver-protocol/node';
import { completed, editing, editorSuite } from './editor-client';

const { snippetSupport: _, ...plainItem } = editing.textDocument?.completion?.completionItem ?? {};
const withoutSnippets = {
  ...editing,
  textDocument: { ...editing.textDocument, completion: { completionItem: plainItem } },
};

describe('the project that a Dockerfile lies in', () => {
  const rich = editorSuite();
  const plain = editorSuite({ capabilities: withoutSnippets });
  const folder = mkdtempSync(join(tmpdir(), 'plimsoll-project-'));
  for (const name of ['go.mod', 'package.json']) writeFileSync(join(folder, name), '');
  after(() => rmSync(folder, { recursive: true }));

  async function builds(suite: typeof rich, marked: string): Promise<readonly CompletionItem[]> {
    const name = join(folder, `${marked.length}.Dockerfile`);
    const items = await completed(await suite.open(marked, pathToFileURL(name).toString()));
    return items.filter(({ label }) => label === 'multistage');
  }

  it('decides which multi-stage builds are offered', async () => {
    const items = await builds(rich, 'multi|');
    assert.deepEqual(
      items.map(({ labelDetails, detail }) => [labelDetails?.description, detail]),
      [
        ['Go', 'Go, since `go.mod` is beside this file'],
        ['Node', 'Node, since `package.json` is beside this file'],
      ],
    );
    const [go] = items;
    assert.equal(go?.insertTextFormat, InsertTextFormat.Snippet);
    assert.match(go?.textEdit?.newText ?? '', /^FROM golang:[\s\S]*\nENTRYPOINT \[/);
  });

  it('is not asked where no build can begin', async () => {
    for (const marked of ['FROM a\nRUN multi|', 'FROM a\n|', 'multi| x'])
      assert.deepEqual(await builds(rich, marked), []);
  });

  it('brings nothing to an editor that expands no snippets', async () =>
    assert.deepEqual(await builds(plain, 'multi|'), []));
});
