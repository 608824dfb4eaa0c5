// Takes the README's pictures, images/readme-*.png, in VS Code for the Web. Each is a test as well: what it shows is
// looked for before it is taken. Usage: node test/e2e/pictures.mjs [FOLDER]
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { ensurePackages } from '../../scripts/on-demand.mjs';

ensurePackages('test/e2e', 'two builds of VS Code and a browser');
const { openEditor } = await import('./screenshot.mjs');
const { serveWeb } = await import('./vscode-web.mjs');

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const target = process.argv[2] ?? path('../../images');
/** Below the title bar, right of the activity bar, in pixels. */
const shown = (width, height) => ({ x: 48, y: 35, width, height });

/** Each opens a file of samples/, leaves the editor as it is to be shown, and says what to show of it. */
const pictures = [
  {
    name: 'dockerfile',
    file: 'Dockerfile',
    clip: shown(640, 330),
    async prepare(editor) {
      await editor.squiggle();
      const offered = await editor.quickFixes('RUN apt -y update');
      assert.ok(offered.includes('Merge `apt -y update` into the install below'), offered.join('; '));
    },
  },
  {
    name: 'probe',
    file: 'kubernetes/deployment.yaml',
    clip: shown(640, 600),
    async prepare(editor) {
      await editor.squiggle();
      const offered = await editor.quickFixes('- name: shop');
      const title = offered.find((one) => one.startsWith('Add a readiness probe'));
      assert.ok(title, offered.join('; '));
      await editor.choose(title);
      await line(editor, 'readinessProbe:');
      await line(editor, 'port: http');
    },
  },
  {
    name: 'page',
    file: 'Dockerfile',
    clip: shown(1150, 560),
    async prepare(editor) {
      await editor.squiggle();
      await editor.quickFixes('RUN apt -y update');
      await editor.choose('Show the page of split-package-update');
      const preview = editor.page.frameLocator('iframe.webview').frameLocator('iframe');
      await preview.getByRole('heading', { name: 'Why' }).waitFor({ timeout: 60_000 });
    },
  },
];

const line = (editor, text) =>
  editor.page.locator('.view-line', { hasText: text }).first().waitFor({ timeout: 60_000 });

/** Takes one picture, in an editor of its own. */
async function take(base, { name, file, clip, prepare }) {
  const opened = JSON.stringify([['openFile', `vscode-test-web://mount/${file}`]]);
  const editor = await openEditor(`${base}?payload=${encodeURIComponent(opened)}`, { width: 1200, height: 680 });
  try {
    await editor.page.locator('.monaco-editor .view-line').first().waitFor({ timeout: 60_000 });
    await editor.runCommand('View: Toggle Primary Side Bar Visibility');
    await editor.runCommand('View: Toggle Minimap');
    await prepare(editor);
    await editor.picture(`${target}/readme-${name}.png`, clip);
    console.log(`${target}/readme-${name}.png`);
  } finally {
    await editor.close();
  }
}

let failed = false;
const server = await serveWeb({ folder: path('../../samples') });
try {
  for (const picture of pictures) await take(server.url, picture);
} catch (error) {
  failed = true;
  console.error(error);
}
await server.close();
process.exit(failed ? 1 : 0);
