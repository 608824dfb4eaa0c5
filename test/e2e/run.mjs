// Runs test/e2e/suite inside real editors. Usage: node test/e2e/run.mjs [web|node]... [--packed]
// --packed: the extension is what `scripts/package.mjs` has packed, and not what lies in dist.
import { copyFileSync, mkdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensurePackages } from '../../scripts/on-demand.mjs';

ensurePackages('test/e2e', 'two builds of VS Code and a browser');
const { runInPage } = await import('./page.mjs');
const { serveWeb } = await import('./vscode-web.mjs');
const { serveNode } = await import('./vscode-node.mjs');

const path = (name) => fileURLToPath(new URL(name, import.meta.url)).replace(/\/$/, '');
const hosts = {
  web: { serve: serveWeb, tests: path('../../dist/e2e/web.js') },
  node: { serve: serveNode, tests: path('../../dist/e2e/node.js') },
};

/** VS Code for the Web loads tests from inside of the extension. */
function testsWithin(folder, tests) {
  const inside = `${folder}/dist/e2e/${basename(tests)}`;
  if (inside === tests) return tests;
  mkdirSync(dirname(inside), { recursive: true });
  copyFileSync(tests, inside);
  return inside;
}

const words = process.argv.slice(2);
const asked = words.filter((word) => word !== '--packed');
const extension = path(words.includes('--packed') ? '../../dist/vsix' : '../..');
let failed = false;
for (const name of asked.length > 0 ? asked : Object.keys(hosts)) {
  const { serve, tests } = hosts[name];
  const started = Date.now();
  const server = await serve({ folder: path('workspace'), tests: testsWithin(extension, tests), extension });
  const code = await runInPage(server.url);
  await server.close();
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${name} host ${code === 0 ? 'done' : `failed (${code})`} in ${seconds} s`);
  failed ||= code !== 0;
}
process.exit(failed ? 1 : 0);
