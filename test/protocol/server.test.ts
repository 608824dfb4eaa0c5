import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { capable, EditorClient } from './client';

const dockerfile = 'FROM ubuntu:18.04\nRUN apt -y update\nRUN apt -y install nginx\n';
const uri = 'file:///project/Dockerfile';
const firstRun = { start: { line: 1, character: 4 }, end: { line: 1, character: 4 } };
const everywhere = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels: { app: web }
  template:
    metadata:
      labels: { app: web }
    spec:
      containers:
        - name: web # the site
          image: registry.example.com/web:1.4.2
          ports:
            - name: http
              containerPort: 8080
`;

describe('the bundled language server', () => {
  let client: EditorClient;
  let folder: string;

  beforeEach(() => {
    client = new EditorClient();
    folder = mkdtempSync(path.join(tmpdir(), 'plimsoll-'));
  });

  afterEach(async () => {
    await client.stop();
    rmSync(folder, { recursive: true });
  });

  it('answers a pull with findings that name rule, place and page', async () => {
    await client.start();
    await client.open(uri, 'dockerfile', dockerfile);
    const diagnostics = await client.diagnostics(uri);
    const split = diagnostics.find(({ code }) => code === 'split-package-update');
    assert.deepEqual(split?.range, { start: { line: 1, character: 4 }, end: { line: 1, character: 17 } });
    assert.equal(split?.source, 'plimsoll');
    assert.match(split?.codeDescription?.href ?? '', /split-package-update/);
    assert.equal(split?.relatedInformation?.[0]?.location.range.start.line, 2);
  });

  it('says that nothing changed when nothing did', async () => {
    await client.start();
    await client.open(uri, 'dockerfile', dockerfile);
    const first = await client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
    assert.ok(isReport(first));
    const second = await client.connection.sendRequest('textDocument/diagnostic', {
      textDocument: { uri },
      previousResultId: first.resultId,
    });
    assert.deepEqual(second, { kind: 'unchanged', resultId: first.resultId });
  });

  it('pushes findings to a client that cannot pull, and clears them', async () => {
    await client.start({ capabilities: {} });
    assert.equal(client.initialized?.capabilities.diagnosticProvider, undefined);
    await client.open(uri, 'dockerfile', dockerfile);
    await client.pushedDiagnostics(uri, (found) => found.some(({ code }) => code === 'split-package-update'));
    await client.replace(uri, '');
    assert.deepEqual(await client.pushedDiagnostics(uri, (found) => found.length === 0), []);
  });

  it('fixes one finding after the other to the text that an expert would write', async () => {
    const rules = ['split-package-update', 'recommended-packages', 'package-cache-left-in-layer'];
    const configuration = { extends: 'none', rules: Object.fromEntries(rules.map((rule) => [rule, 'on'])) };
    await client.start({ configuration: () => configuration });
    await client.open(uri, 'dockerfile', dockerfile);
    for (const title of [/^Merge/, /^Add `--no-install-recommends`/, /^Clean up/]) {
      const actions = await client.actions(uri, everywhere, ['quickfix']);
      const action = actions.find((candidate) => title.test(candidate.title));
      assert.ok(action !== undefined, `no ${title} among ${actions.map((one) => one.title).join(', ')}`);
      await client.replace(uri, client.textAfter(uri, action));
    }
    const [fixed] = await client.actions(uri, everywhere, ['source.fixAll.plimsoll']);
    assert.equal(fixed, undefined);
    const noop = { title: '', edit: { changes: {} } };
    assert.equal(
      client.textAfter(uri, noop),
      'FROM ubuntu:18.04\nRUN apt -y update && apt -y install --no-install-recommends nginx && rm -rf /var/lib/apt/lists/*\n',
    );
  });

  it('prefers a safe fix, and offers it under source.fixAll', async () => {
    await client.start();
    await client.open(uri, 'dockerfile', dockerfile);
    const actions = await client.actions(uri, firstRun);
    const merge = actions.find(({ title }) => title.startsWith('Merge'));
    assert.equal(merge?.isPreferred, true);
    assert.equal(actions[0], merge);
    const [all] = await client.actions(uri, firstRun, ['source.fixAll']);
    assert.equal(all?.kind, 'source.fixAll.plimsoll');
    assert.equal(all?.edit, undefined);
    const resolved = await client.resolve(all ?? { title: '' });
    assert.match(client.textAfter(uri, resolved), /^RUN apt(-get)? -y update && apt(-get)? -y install nginx/m);
  });

  it('puts tab stops into fixes that need a person, for clients that know snippets', async () => {
    const manifest = 'file:///project/web.yaml';
    await client.start();
    await client.open(manifest, 'yaml', deployment);
    const [action] = (await client.actions(manifest, everywhere)).filter(({ title }) => /readiness/.test(title));
    const [change] = action?.edit?.documentChanges ?? [];
    assert.ok(change !== undefined && 'edits' in change);
    const [edit] = change.edits;
    assert.ok(edit !== undefined && 'snippet' in edit);
    assert.match(edit.snippet.value, /path: \$\{1:\/\}/);
    assert.equal(
      client.textAfter(manifest, action ?? { title: '' }),
      `${deployment}          readinessProbe:
            httpGet:
              path: /
              port: http
            periodSeconds: 10
            timeoutSeconds: 2
`,
    );
  });

  it('writes plain text for clients that do not', async () => {
    const manifest = 'file:///project/web.yaml';
    await client.start({ capabilities: {} });
    await client.open(manifest, 'yaml', deployment);
    const [action] = (await client.actions(manifest, everywhere)).filter(({ title }) => /readiness/.test(title));
    assert.match(action?.edit?.changes?.[manifest]?.[0]?.newText ?? '', /path: \/\n/);
  });

  describe('refactorings', () => {
    const manifest = 'file:///project/web.yaml';
    const text = deployment.replace(
      '          ports:\n',
      '          env:\n            - name: SESSION_SECRET\n              value: battery-staple\n          ports:\n',
    );
    const secret = { start: { line: 16, character: 24 }, end: { line: 16, character: 24 } };

    it('offers them where they are asked for, and not among the quick fixes', async () => {
      await client.start();
      await client.open(manifest, 'yaml', text);
      const titles = async (only?: readonly string[]): Promise<readonly string[]> =>
        (await client.actions(manifest, secret, only)).map(({ title }) => title);
      const title = 'Move `SESSION_SECRET` to the Secret `web-secret`';
      assert.deepEqual(await titles(['refactor']), [title]);
      assert.deepEqual(await titles(['refactor.extract']), [title]);
      assert.deepEqual(await titles(['refactor.rewrite']), []);
      assert.ok((await titles()).includes(title));
      assert.ok(!(await titles(['quickfix'])).includes(title));
      assert.deepEqual(await titles(['source.fixAll']), []);
    });

    it('offers them anywhere in what they would move', async () => {
      await client.start();
      await client.open(manifest, 'yaml', text);
      const atName = { start: { line: 15, character: 20 }, end: { line: 15, character: 20 } };
      const [action, other] = await client.actions(manifest, atName, ['refactor']);
      assert.equal(action?.title, 'Move `SESSION_SECRET` to the Secret `web-secret`');
      assert.equal(other, undefined);
      const [elsewhere] = await client.actions(manifest, firstRun, ['refactor']);
      assert.equal(elsewhere, undefined);
    });

    it('says what they are in the preview of a client that has one', async () => {
      const { workspace, ...others } = capable;
      const workspaceEdit = { ...workspace?.workspaceEdit, changeAnnotationSupport: {} };
      await client.start({ capabilities: { ...others, workspace: { ...workspace, workspaceEdit } } });
      await client.open(manifest, 'yaml', text);
      const [action] = await client.actions(manifest, secret, ['refactor']);
      assert.equal(action?.kind, 'refactor.extract');
      assert.deepEqual(action?.edit?.changeAnnotations, {
        refactoring: { label: action?.title, needsConfirmation: false },
      });
      assert.equal(
        client.textAfter(manifest, action ?? { title: '' }),
        `${text.replace(
          'value: battery-staple',
          [
            'valueFrom:',
            '                secretKeyRef:',
            '                  name: web-secret',
            '                  key: session-secret',
          ].join('\n'),
        )}---
apiVersion: v1
kind: Secret
metadata:
  name: web-secret
type: Opaque
stringData:
  session-secret: battery-staple
`,
      );
    });
  });

  it('silences here, in this file and everywhere, into what is there', async () => {
    const root = pathToFileURL(folder).href;
    const file = `${root}/Dockerfile`;
    writeFileSync(path.join(folder, '.plimsoll.yaml'), 'rules:\n  root-user: off\n');
    await client.start({ folders: [root] });
    await client.open(file, 'dockerfile', dockerfile);
    const actions = await client.actions(file, firstRun);
    const titled = (text: string) => actions.find(({ title }) => title === text) ?? { title: '' };
    const here = client.textAfter(file, titled('Ignore split-package-update here'));
    assert.equal(here.split('\n')[1], '# plimsoll-disable-next-line split-package-update -- reason');
    const inFile = client.textAfter(file, titled('Ignore split-package-update in this file'));
    assert.equal(inFile.split('\n')[0], '# plimsoll-disable split-package-update -- reason');
    const [change] = titled('Switch split-package-update off in .plimsoll.yaml').edit?.documentChanges ?? [];
    assert.ok(change !== undefined && 'edits' in change);
    assert.deepEqual(change.edits, [
      {
        range: { start: { line: 1, character: 16 }, end: { line: 1, character: 16 } },
        newText: '\n  split-package-update: off',
      },
    ]);
    await client.replace(file, here);
    assert.ok(!(await client.diagnostics(file)).some(({ code }) => code === 'split-package-update'));
  });

  it('lists the actions in the order that people expect, all of them about the finding', async () => {
    const root = pathToFileURL(folder).href;
    const file = `${root}/Dockerfile`;
    const cleaned = 'RUN apt-get update && apt-get install -y curl\n';
    await client.start({ folders: [root], initializationOptions: { pageCommand: 'show' } });
    await client.open(file, 'dockerfile', `FROM debian:13\nMAINTAINER a\n${cleaned}${cleaned}`);
    const actions = await client.actions(file, { start: { line: 2, character: 4 }, end: { line: 2, character: 40 } });
    const about = actions.filter(({ diagnostics = [], title }) =>
      /all safe/.test(title) ? true : diagnostics.some(({ code }) => code === 'package-cache-left-in-layer'),
    );
    assert.deepEqual(
      about.map(({ title }) => title),
      [
        'Clean up in the same layer: append `rm -rf /var/lib/apt/lists/*`',
        'Fix all 2 of package-cache-left-in-layer in this file',
        'Apply all safe fixes in this file',
        'Ignore package-cache-left-in-layer here',
        'Ignore package-cache-left-in-layer in this file',
        'Switch package-cache-left-in-layer off in .plimsoll.yaml',
        'Show the page of package-cache-left-in-layer',
      ],
    );
    assert.ok(actions.every(({ diagnostics = [] }) => diagnostics.length > 0));
    assert.ok(actions.every(({ isPreferred, title }) => isPreferred !== true || !/Ignore|Switch|Show/.test(title)));
  });

  it('asks for a reason where a client knows snippets, and only in a new comment', async () => {
    await client.start();
    await client.open(uri, 'dockerfile', dockerfile);
    const ignore = async (rule: string) =>
      (await client.actions(uri, firstRun)).find(({ title }) => title === `Ignore ${rule} here`) ?? { title: '' };
    const action = await ignore('split-package-update');
    assert.match(JSON.stringify(action.edit), /split-package-update -- \$\{1:reason\}/);
    await client.replace(uri, dockerfile.replace('RUN', '# plimsoll-disable-next-line root-user -- known\nRUN'));
    const at = { start: { line: 2, character: 4 }, end: { line: 2, character: 4 } };
    const into = (await client.actions(uri, at)).find(({ title }) => title === 'Ignore split-package-update here');
    assert.match(
      client.textAfter(uri, into ?? { title: '' }),
      /^# plimsoll-disable-next-line root-user, split-package-update -- known$/m,
    );
  });

  it('heeds settings files, and their changes', async () => {
    const root = pathToFileURL(folder).href;
    const file = `${root}/Dockerfile`;
    await client.start({ folders: [root] });
    await client.open(file, 'dockerfile', dockerfile);
    const codes = async () => (await client.diagnostics(file)).map(({ code }) => code);
    assert.ok((await codes()).includes('split-package-update'));
    writeFileSync(path.join(folder, '.plimsoll.yaml'), 'rules:\n  split-package-update: off\n');
    await client.changeFile(`${root}/.plimsoll.yaml`);
    assert.ok(!(await codes()).includes('split-package-update'));
  });

  it('heeds the editor’s settings, and their changes', async () => {
    let configuration: unknown = { rules: { 'split-package-update': 'error' } };
    await client.start({ configuration: () => configuration });
    await client.open(uri, 'dockerfile', dockerfile);
    const severity = async () =>
      (await client.diagnostics(uri)).find(({ code }) => code === 'split-package-update')?.severity;
    assert.equal(await severity(), 1);
    configuration = { enable: false };
    await client.changeConfiguration();
    assert.deepEqual(await client.diagnostics(uri), []);
  });

  it('says what is wrong with a settings file, on its line', async () => {
    const file = 'file:///project/.plimsoll.yaml';
    await client.start();
    await client.open(file, 'yaml', 'extends: recommended\nrules:\n  split-package-updates: off\n');
    const [diagnostic] = await client.diagnostics(file);
    assert.equal(diagnostic?.range.start.line, 2);
    assert.match(String(diagnostic?.message), /split-package-updates/);
    const [fix] = await client.actions(file, everywhere);
    assert.match(client.textAfter(file, fix ?? { title: '' }), /split-package-update: off/);
  });

  it('shows the page of a rule on hover', async () => {
    await client.start();
    await client.open(uri, 'dockerfile', dockerfile);
    const hover = await client.hover(uri, 1, 6);
    assert.match(JSON.stringify(hover?.contents), /split-package-update.*\*\*Why\*\*/);
    const page = await client.connection.sendRequest('plimsoll/page', { rule: 'split-package-update' });
    assert.match(String(page), /^# split-package-update/);
  });

  it('is silent about YAML that is no manifest', async () => {
    await client.start();
    const compose = 'file:///project/compose.yaml';
    await client.open(compose, 'yaml', 'services:\n  web:\n    image: nginx:latest\n    ports: ["80:80"]\n');
    assert.deepEqual(await client.diagnostics(compose), []);
  });

  it('lives through whatever is typed', async () => {
    await client.start();
    await client.open(uri, 'dockerfile', dockerfile);
    for (const text of [
      '',
      '\u0000\u0001',
      'FROM',
      'FROM a\nRUN <<EOF\n',
      'FROM a\nRUN "',
      `FROM a\nRUN ${'x'.repeat(1e6)}\n`,
    ]) {
      await client.replace(uri, text);
      assert.ok(Array.isArray(await client.diagnostics(uri)));
    }
    await client.replace(uri, '');
    assert.deepEqual(await client.diagnostics(uri), []);
  });

  it('serves clients with the fewest capabilities', async () => {
    await client.start({ capabilities: { ...capable, workspace: {} } });
    await client.open(uri, 'dockerfile', dockerfile);
    const [action] = await client.actions(uri, firstRun);
    assert.ok(action?.edit?.changes !== undefined);
  });
});

const isReport = (value: unknown): value is { readonly resultId: string } =>
  typeof value === 'object' && value !== null && 'resultId' in value;
