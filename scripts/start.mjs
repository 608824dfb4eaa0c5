// Builds Plimsoll, prints what the command line finds in samples/, and serves VS Code in the browser with the extension
// and that folder open. Usage: npm start [-- PORT]
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { ensurePackages, root } from './on-demand.mjs';

const asked = process.argv[2];
if (asked !== undefined && !/^\d+$/.test(asked)) {
  console.error('usage: npm start [-- PORT]');
  process.exit(2);
}

ensurePackages('test/e2e', 'two builds of VS Code and a browser');
execFileSync(process.execPath, [`${root}scripts/bundle.mjs`], { stdio: 'inherit' });

console.log('\n$ plimsoll check samples');
// Findings make the exit status 1, which is what the samples are for.
spawnSync(process.execPath, [`${root}server/bin/plimsoll.js`, 'check', 'samples'], { cwd: root, stdio: 'inherit' });

const { freePort, serveWeb } = await import('../test/e2e/vscode-web.mjs');
const wanted = Number(asked ?? 3000);
const port = await freePort(wanted);
if (asked !== undefined && port !== wanted) {
  console.error(`port ${wanted} is taken`);
  process.exit(1);
}
const { url: base } = await serveWeb({ folder: `${root}samples`, port });
const opened = JSON.stringify([['openFile', 'vscode-test-web://mount/Dockerfile']]);
const url = `${base}?payload=${encodeURIComponent(opened)}`;
console.log(`\nVS Code with Plimsoll: ${url}\nEdits stay in the page; Ctrl+C stops the server.`);

const opener = { darwin: 'open', win32: 'explorer' }[process.platform] ?? 'xdg-open';
const desktop = opener !== 'xdg-open' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
if (desktop && !process.env.CI)
  spawn(opener, [url], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
