// Looks at Plimsoll in an editor whose display language is simplified Chinese. Usage: node test/e2e/language.mjs [FOLDER]
// A picture of each host goes to FOLDER, where one is given.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { ensurePackages } from '../../scripts/on-demand.mjs';

ensurePackages('test/e2e', 'two builds of VS Code and a browser');
const { openEditor } = await import('./screenshot.mjs');
const { serveWeb } = await import('./vscode-web.mjs');
const { serveNode } = await import('./vscode-node.mjs');

// The editor saves what is typed.
const folder = mkdtempSync(`${tmpdir()}/plimsoll-`);
cpSync(fileURLToPath(new URL('../../samples', import.meta.url)), folder, { recursive: true });
const pictures = process.argv[2];
const patience = { timeout: 60_000 };

/** What comes from the server and from the client's own strings. */
async function findings({ page }) {
  await page.keyboard.press('Control+Shift+M');
  const rows = page.locator('.markers-panel .monaco-list-row');
  await rows.filter({ hasText: '与需要它的安装分开缓存' }).first().waitFor(patience);
}

async function fixes(editor) {
  const offered = await editor.quickFixes('RUN apt -y update');
  assert.ok(offered.includes('将 `apt -y update` 合并到下面的安装中'), offered.join('; '));
  assert.ok(offered.includes('在此处忽略 split-package-update'), offered.join('; '));
  await editor.page.keyboard.press('Escape');
}

/** What comes from package.json; an editor in a page reads its strings in English, but for extensions of the marketplace. */
async function commands({ page }) {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').first().fill('>Plimsoll');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: '查看规则…' }).first().click(patience);
  await page
    .locator('.quick-input-list .monaco-list-row', { hasText: '父镜像仍有安全更新。' })
    .first()
    .waitFor(patience);
  await page.keyboard.press('Escape');
}

async function snippets(editor) {
  const { page } = editor;
  await editor.clickLine('FROM');
  for (const key of ['Control+End', 'Enter']) await page.keyboard.press(key);
  await page.keyboard.type('multistage-go');
  await page.keyboard.press('Control+Space');
  await page.locator('.suggest-widget .monaco-list-row', { hasText: '多阶段构建：Go' }).first().waitFor(patience);
}

const hosts = [
  { name: 'web', serve: serveWeb, checks: [findings, fixes] },
  { name: 'node', serve: serveNode, checks: [findings, fixes, commands, snippets] },
];

let failed = false;
for (const { name, serve, checks } of hosts) {
  const server = await serve({ folder });
  const editor = await openEditor(server.url, { language: 'zh-cn' });
  try {
    await editor.openFile('Dockerfile');
    await editor.squiggle();
    for (const check of checks) await check(editor);
    console.log(`ok    ${name} host speaks Chinese`);
  } catch (error) {
    failed = true;
    console.error(error);
  }
  if (pictures !== undefined) await editor.picture(`${pictures}/chinese-${name}.png`);
  await editor.close();
  await server.close();
}
rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
process.exit(failed ? 1 : 0);
