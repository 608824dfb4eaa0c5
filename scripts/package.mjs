// Copies what ships, as .vscodeignore lists it, to dist/vsix and packs that folder into dist/plimsoll.vsix. vsce walks
// the whole folder it is run in, nested node_modules included: packing the repository itself takes eight seconds more.
// Bundles and archive are then made as small as they can be.
// Run it on a built tree: `npm run package` builds first.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { ensurePackages, root } from './on-demand.mjs';
import { abridged } from './page-sections.mjs';
import { repack } from './repack.mjs';

const stage = `${root}dist/vsix`;
const packed = `${root}dist/plimsoll.vsix`;

/** The files that `.vscodeignore` lets through. A plain name must exist; a pattern may match nothing. */
function shippedFiles() {
  const allowed = readFileSync(`${root}.vscodeignore`, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('!'))
    .map((line) => line.slice(1));
  return allowed.flatMap((pattern) => (pattern.includes('*') ? filesLike(pattern) : [pattern]));
}

/** `*` stands for any part of a file's name, never for a folder. */
function filesLike(pattern) {
  const folder = dirname(pattern);
  const name = new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}$`);
  try {
    return readdirSync(`${root}${folder}`)
      .map((entry) => (folder === '.' ? entry : `${folder}/${entry}`))
      .filter((path) => name.test(path));
  } catch {
    return [];
  }
}

/** The manifest without what only development needs. */
function writeManifest() {
  const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
  for (const key of ['scripts', 'devDependencies', 'workspaces', 'allowScripts', 'private']) delete manifest[key];
  writeFileSync(`${stage}/package.json`, JSON.stringify(manifest));
}

/** Data without the blanks that are there for people: half of a schema is indentation. */
function compact(file) {
  writeFileSync(file, JSON.stringify(JSON.parse(readFileSync(file, 'utf8'))));
}

/** What the texts of package.json say is not said again. */
function abridgePages() {
  const read = (file) => JSON.parse(readFileSync(`${stage}/${file}`, 'utf8'));
  writeFileSync(
    `${stage}/dist/pages.json`,
    JSON.stringify(abridged(read('dist/pages.json'), read('package.nls.json'))),
  );
}

/** Terser takes longer than esbuild, and another twenty-fifth off. */
async function minifyBundles() {
  const { minify } = createRequire(`${root}tools/vsce/package.json`)('terser');
  for (const file of shippedFiles().filter((name) => name.endsWith('.js'))) {
    const path = `${stage}/${file}`;
    const { code } = await minify(readFileSync(path, 'utf8'), { ecma: 2020, compress: { ecma: 2020, passes: 3 } });
    writeFileSync(path, code);
  }
}

ensurePackages('tools/vsce', 'the extension packer');
rmSync(stage, { recursive: true, force: true });
for (const file of [...shippedFiles(), '.vscodeignore']) {
  mkdirSync(dirname(`${stage}/${file}`), { recursive: true });
  cpSync(`${root}${file}`, `${stage}/${file}`);
  if (file.endsWith('.json')) compact(`${stage}/${file}`);
}
writeManifest();
abridgePages();
await minifyBundles();
const vsce = `${root}tools/vsce/node_modules/@vscode/vsce/vsce`;
execFileSync(process.execPath, [vsce, 'package', '--no-dependencies', '--out', packed], {
  cwd: stage,
  stdio: 'inherit',
});
await repack(packed);
console.log(`dist/plimsoll.vsix: ${(statSync(packed).size / 1000).toFixed(0)} kB`);
