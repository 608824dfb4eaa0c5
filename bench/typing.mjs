// What an editor waits for while somebody types: the bundled server over its protocol, after each keystroke.
// Usage: npm run bench:typing   Builds first.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { LanguageClient } from './language-client.mjs';
import { percentile } from './measure.mjs';
import { longDockerfile, longManifest } from './texts.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Typed in the middle of each text, character by character, and taken away again. */
const texts = [
  {
    uri: 'file:///bench/Dockerfile',
    languageId: 'dockerfile',
    text: longDockerfile(),
    typed: ['RUN apt-get install -y curl', 'COPY --from=build /app /app', 'ENV PORT=8080'],
  },
  {
    uri: 'file:///bench/deployment.yaml',
    languageId: 'yaml',
    text: longManifest(1_000),
    typed: ['# a comment that grows', '# and one more'],
  },
];

try {
  execFileSync(process.execPath, [path.join(root, 'scripts/bundle.mjs'), '--minify'], { cwd: root, stdio: 'inherit' });
  for (const each of texts) await measure(each);
} catch (error) {
  console.error(error);
}

async function measure({ uri, languageId, text, typed }) {
  const client = new LanguageClient(root);
  const times = new Map();
  try {
    await client.start();
    await client.open(uri, languageId, text);
    await client.ask('diagnostic', uri);
    for (let round = 0; round < 4; round++)
      for (const words of typed) await typeWords(client, uri, middleLine(text), words, round > 0 ? times : new Map());
  } finally {
    client.stop();
  }
  console.log(`${path.basename(uri)}, ${text.split('\n').length - 1} lines: milliseconds after a keystroke`);
  for (const [name, all] of times)
    console.log(
      `  ${name.padEnd(20)} median ${percentile(all, 50).toFixed(1)}   p95 ${percentile(all, 95).toFixed(1)}`,
    );
}

function middleLine(text) {
  return Math.floor(text.split('\n').length / 2);
}

async function typeWords(client, uri, line, words, times) {
  await client.type(uri, { line, character: 0 }, '\n');
  for (const [character, letter] of [...words].entries()) {
    await client.type(uri, { line, character }, letter);
    await askAll(client, uri, { line, character: character + 1 }, times);
  }
  await client.erase(uri, line, 0, words.length);
}

/** What VS Code asks when a character was typed, in its order. */
async function askAll(client, uri, position, times) {
  const range = {
    start: { line: Math.max(0, position.line - 30), character: 0 },
    end: { line: position.line + 30, character: 0 },
  };
  const requests = {
    completion: { position },
    diagnostic: {},
    codeAction: { range: { start: position, end: position }, context: { diagnostics: [] } },
    documentHighlight: { position },
    inlayHint: { range },
    documentSymbol: {},
    foldingRange: {},
    hover: { position },
  };
  for (const [method, params] of Object.entries(requests)) {
    const started = performance.now();
    await client.ask(method, uri, params);
    const known = times.get(method) ?? [];
    known.push(performance.now() - started);
    times.set(method, known);
  }
}
