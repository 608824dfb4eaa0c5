// What the language server holds with many files open, and whether it grows with edits.
// Usage: npm run bench:memory [-- EDITS]   Builds first. Where there is /proc.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { LanguageClient } from './language-client.mjs';
import { longDockerfile, longManifest } from './texts.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const edits = Number(process.argv[2] ?? 10_000);

const firstLines = (text, count) => `${text.split('\n').slice(0, count).join('\n')}\n`;

const files = Array.from({ length: 200 }, (_, index) => [
  {
    uri: `file:///bench/${index}/Dockerfile`,
    languageId: 'dockerfile',
    text: `# ${index}\n${firstLines(longDockerfile(), 49)}`,
  },
  { uri: `file:///bench/${index}/deployment.yaml`, languageId: 'yaml', text: `# ${index}\n${longManifest(199)}` },
]).flat();

/** Megabytes of the process that are in memory. */
const resident = ({ pid }) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

const client = new LanguageClient(root);
try {
  execFileSync(process.execPath, [path.join(root, 'scripts/bundle.mjs'), '--minify'], { cwd: root, stdio: 'inherit' });
  await client.start();
  console.log(`started: ${resident(client).toFixed(0)} MB`);
  for (const { uri, languageId, text } of files) {
    await client.open(uri, languageId, text);
    await client.ask('diagnostic', uri);
  }
  console.log(`${files.length} files open: ${resident(client).toFixed(0)} MB`);
  for (let edit = 1; edit <= edits; edit++) {
    const { uri } = files[edit % files.length];
    await client.type(uri, { line: 0, character: 2 }, 'x');
    await client.ask('diagnostic', uri);
    await client.erase(uri, 0, 2, 3);
    if (edit % (edits / 5) === 0) console.log(`${edit} edits: ${resident(client).toFixed(0)} MB`);
  }
} catch (error) {
  console.error(error);
} finally {
  client.stop();
}
