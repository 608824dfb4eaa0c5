import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { TextDocument, type TextEdit } from 'vscode-languageserver-textdocument';
import { EditorClient } from './client';

const dockerfile = 'FROM ubuntu:18.04\nRUN apt -y update\nRUN apt -y install nginx\n';
const merged = 'RUN apt-get -y update && apt-get -y install nginx';
const uri = 'file:///project/Dockerfile';
const firstRun = { start: { line: 1, character: 4 }, end: { line: 1, character: 4 } };

interface Status {
  readonly uri: string;
  readonly findings: number;
  readonly ignored: boolean;
  readonly paused: boolean;
}

describe("Plimsoll's own messages", () => {
  let client: EditorClient;
  let statuses: Map<string, Status>;

  beforeEach(() => {
    client = new EditorClient();
    statuses = new Map();
    client.connection.onNotification('plimsoll/status', (status: Status) => {
      statuses.set(status.uri, status);
    });
  });

  afterEach(() => client.stop());

  const codes = async (of = uri): Promise<readonly unknown[]> => (await client.diagnostics(of)).map(({ code }) => code);

  it('pause the search for findings, and nothing else', async () => {
    await client.start({ initializationOptions: { showsStatus: true } });
    await client.open(uri, 'dockerfile', dockerfile);
    assert.ok((await codes()).length > 0);
    assert.equal(statuses.get(uri)?.paused, false);
    await client.connection.sendNotification('plimsoll/pause', { paused: true });
    assert.deepEqual(await codes(), []);
    assert.deepEqual(await client.actions(uri, firstRun), []);
    assert.equal(statuses.get(uri)?.paused, true);
    assert.match(JSON.stringify(await client.hover(uri, 0, 7)), /ubuntu:18\.04/);
    await client.connection.sendNotification('plimsoll/pause', { paused: false });
    assert.ok((await codes()).includes('split-package-update'));
  });

  it('say which files there is nothing to check in', async () => {
    await client.start({ initializationOptions: { showsStatus: true } });
    const ignored = async (name: string, languageId: string, text: string): Promise<boolean | undefined> => {
      const file = `file:///project/${name}`;
      await client.open(file, languageId, text);
      await client.diagnostics(file);
      return statuses.get(file)?.ignored;
    };
    assert.equal(await ignored('compose.yaml', 'yaml', 'services:\n  web:\n    image: nginx\n'), true);
    assert.equal(await ignored('notes.json', 'json', '{"a": 1}'), true);
    assert.equal(await ignored('pod.yaml', 'yaml', 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n'), false);
    assert.equal(await ignored('Dockerfile', 'dockerfile', 'FROM a\n'), false);
    assert.equal(await ignored('.plimsoll.yaml', 'yaml', 'extends: all\n'), false);
    const before = 'git:/project/Dockerfile?ref=HEAD';
    await client.open(before, 'dockerfile', dockerfile);
    assert.deepEqual(await codes(before), []);
    assert.equal(statuses.get(before)?.ignored, true);
  });

  it('leave a finding to another extension that shows an equal one there, but not its fixes', async () => {
    let configuration: unknown = {};
    await client.start({ configuration: () => configuration });
    await client.open(uri, 'dockerfile', 'FROM ubuntu:24.04\nMAINTAINER me\n');
    const found = async (): Promise<boolean> => (await codes()).includes('deprecated-maintainer');
    const tell = (reports: readonly { readonly id: string; readonly line: number }[]): Promise<void> =>
      client.connection.sendNotification('plimsoll/reportedElsewhere', { uri, reports });
    assert.ok(await found());
    await tell([{ id: 'MaintainerDeprecated', line: 0 }]);
    assert.ok(await found(), 'it is reported on another line');
    await tell([{ id: 'MaintainerDeprecated', line: 1 }]);
    assert.ok(!(await found()));
    const place = { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } };
    const titles = (await client.actions(uri, place, ['quickfix'])).map(({ title }) => title);
    assert.ok(
      titles.some((title) => /the label/.test(title)),
      titles.join('; '),
    );
    configuration = { features: { sharedFindings: 'on' } };
    await client.changeConfiguration();
    assert.ok(await found());
    configuration = {};
    await client.changeConfiguration();
    await tell([{ id: 'DL4000', line: 1 }]);
    assert.ok(!(await found()), 'hadolint says the same');
    await tell([{ id: 'dockerfile-utils/45', line: 1 }]);
    assert.ok(!(await found()), 'the Dockerfile language server says the same');
    await tell([]);
    assert.ok(await found());
  });

  describe('give the safe fixes of a file', () => {
    let folder: string;

    beforeEach(() => {
      folder = mkdtempSync(path.join(tmpdir(), 'plimsoll-'));
    });

    afterEach(() => rmSync(folder, { recursive: true }));

    async function fixed(file: string, text: string): Promise<{ text: string; findings: number } | null> {
      const answer = await client.connection.sendRequest('plimsoll/safeFixes', { uri: file });
      if (!isAnswer(answer)) return null;
      const document = TextDocument.create(file, '', 0, text);
      return { text: TextDocument.applyEdits(document, [...answer.edits]), findings: answer.findings };
    }

    it('that is on the disk, as an editor will read it', async () => {
      const root = pathToFileURL(folder).href;
      writeFileSync(path.join(folder, 'Dockerfile'), `\uFEFF${dockerfile}`);
      writeFileSync(path.join(folder, 'compose.yaml'), 'services: {web: {image: nginx}}\n');
      await client.start({ folders: [root] });
      const found = await fixed(`${root}/Dockerfile`, dockerfile);
      assert.ok(found);
      assert.ok(found.text.includes(merged), found.text);
      assert.ok(found.findings >= 2);
      assert.equal(await fixed(`${root}/compose.yaml`, ''), null);
      assert.equal(await fixed(`${root}/missing.yaml`, ''), null);
      writeFileSync(path.join(folder, '.plimsoll.yaml'), 'ignore: [Dockerfile]\n');
      await client.changeFile(`${root}/.plimsoll.yaml`);
      assert.equal(await fixed(`${root}/Dockerfile`, dockerfile), null);
    });

    it('that is open, as it is there', async () => {
      await client.start();
      await client.open(uri, 'dockerfile', dockerfile);
      assert.ok((await fixed(uri, dockerfile))?.text.includes(merged));
    });
  });
});

const isAnswer = (value: unknown): value is { readonly findings: number; readonly edits: readonly TextEdit[] } =>
  typeof value === 'object' && value !== null && 'edits' in value;
