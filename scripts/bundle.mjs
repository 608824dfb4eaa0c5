// Bundles the extension (Node and web), the language server (Node and web) and the command line.
// Usage: node scripts/bundle.mjs [--minify] [--watch] [--tests]
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { notices } from './notices.mjs';
import { sectionsOf } from './page-sections.mjs';
import { buildSharing } from './shared-modules.mjs';
import { unreached } from './unreached.mjs';

const flags = new Set(process.argv.slice(2));
const root = fileURLToPath(new URL('..', import.meta.url));
const resolve = (name) => fileURLToPath(import.meta.resolve(name));

const serverAliases = {
  // dockerfile-language-service nests older copies of these two; one copy is enough.
  'vscode-languageserver-types': resolve('vscode-languageserver-types'),
  'vscode-languageserver-textdocument': resolve('vscode-languageserver-textdocument'),
  // Its Node build reads the environment for every token; the browser's is the same code without that.
  yaml: `${root}node_modules/yaml/browser/index.js`,
};

/**
 * The command line loads the language server only when asked for it, from the bundle beside its own. The server in Node is
 * a small one that takes rules and features from the worker's: they ship once.
 */
const bundlesBeside = {
  name: 'bundles-beside',
  setup(build) {
    build.onResolve({ filter: /^\.\/main\.node\.js$/ }, () => ({ path: './server.js', external: true }));
    build.onResolve({ filter: /^\.\/main\.browser$/ }, () => ({ path: './server.web.js', external: true }));
  },
};

/** Large data is read as JSON when its module is first needed: an engine parses that faster than the same as a program. */
const dataAsJson = {
  name: 'data-as-json',
  setup(build) {
    build.onLoad({ filter: /\/knowledge\/.*\.json$/ }, ({ path }) => {
      const data = JSON.stringify(JSON.parse(readFileSync(path, 'utf8')));
      return { contents: `module.exports = JSON.parse(${JSON.stringify(data)});`, loader: 'js' };
    });
  },
};

/** Where a fact comes from is for those who read the code: nothing that runs asks for it. */
const sourcesStayBehind = {
  name: 'sources-stay-behind',
  setup(build) {
    build.onLoad({ filter: /\/server\/src\/knowledge\/.*\.ts$/ }, ({ path }) => {
      const contents = readFileSync(path, 'utf8').replace(/^(\s+)source:\s+'(?:[^'\\\n]|\\.)*',$/gm, "$1source: '',");
      return { contents, loader: 'ts' };
    });
  },
};

/** @type {esbuild.BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  target: 'es2022',
  minify: flags.has('--minify'),
  sourcemap: flags.has('--minify') ? false : 'linked',
  logLevel: 'warning',
  // scripts/notices.mjs gathers them in one file.
  legalComments: 'none',
  metafile: true,
};
/** @type {esbuild.BuildOptions} */
const node = { ...common, platform: 'node', target: 'node20', format: 'cjs' };
/** @type {esbuild.BuildOptions} */
const web = { ...common, platform: 'browser' };

/** @type {Record<'node' | 'web', esbuild.BuildOptions>} */
const client = {
  node: {
    ...node,
    entryPoints: ['client/src/main.node.ts'],
    outfile: 'dist/extension.js',
    external: ['vscode'],
    plugins: [unreached],
  },
  web: {
    ...web,
    entryPoints: ['client/src/main.browser.ts'],
    outfile: 'dist/extension.web.js',
    format: 'cjs',
    external: ['vscode'],
    plugins: [unreached],
  },
};

/** @type {Record<'node' | 'web', esbuild.BuildOptions>} */
const server = {
  node: {
    ...node,
    entryPoints: ['server/src/main.node.ts'],
    outfile: 'dist/server.js',
    alias: serverAliases,
    plugins: [bundlesBeside],
  },
  web: {
    ...web,
    entryPoints: ['server/src/main.browser.ts'],
    outfile: 'dist/server.web.js',
    format: 'iife',
    globalName: 'plimsollServer',
    footer: { js: 'if (typeof module === "object") module.exports = plimsollServer;' },
    alias: serverAliases,
    inject: ['scripts/buffer-shim.js'],
    plugins: [unreached, dataAsJson, sourcesStayBehind],
  },
};

/** @type {esbuild.BuildOptions} */
const commandLine = {
  ...node,
  entryPoints: ['server/src/main.cli.ts'],
  outfile: 'server/dist/cli.js',
  alias: serverAliases,
  plugins: [bundlesBeside, unreached, dataAsJson, sourcesStayBehind],
};

/** @type {esbuild.BuildOptions[]} */
const tests = [
  { ...node, entryPoints: ['test/e2e/suite/node.ts'], outfile: 'dist/e2e/node.js', external: ['vscode', 'mocha'] },
  {
    ...web,
    entryPoints: ['test/e2e/suite/web.ts'],
    outfile: 'dist/e2e/web.js',
    format: 'cjs',
    external: ['vscode'],
    // mocha's browser build assigns module.exports itself; put the entry's own exports back.
    footer: { js: 'module.exports = __toCommonJS(web_exports);' },
    minify: false,
  },
];

/**
 * The rules' pages, what the API says of its fields and texts in other languages are files beside the bundles, read when
 * first asked for.
 */
function copyTexts() {
  const generated = `${root}server/src/generated/`;
  const documentation = 'kubernetes-documentation.json';
  const pages = JSON.parse(readFileSync(`${generated}pages.json`, 'utf8'));
  for (const folder of ['dist', 'server/dist']) {
    mkdirSync(`${root}${folder}`, { recursive: true });
    for (const name of readdirSync(generated)) copyFileSync(`${generated}${name}`, `${root}${folder}/${name}`);
    writeFileSync(`${root}${folder}/pages.json`, JSON.stringify(sectionsOf(pages)));
    copyFileSync(`${root}server/src/knowledge/${documentation}`, `${root}${folder}/${documentation}`);
  }
  // The extension has snippets and strings already.
  mkdirSync(`${root}server/dist/snippets`, { recursive: true });
  copyFileSync(`${root}snippets/dockerfile.json`, `${root}server/dist/snippets/dockerfile.json`);
  const strings = readdirSync(root).filter((name) => /^package\.nls\..+\.json$/.test(name));
  for (const name of strings) copyFileSync(`${root}${name}`, `${root}server/dist/${name}`);
}

copyTexts();
const extra = flags.has('--tests') ? tests : [];
if (flags.has('--watch')) {
  const all = [client.node, client.web, server.node, server.web, commandLine, ...extra];
  for (const build of all) await (await esbuild.context(build)).watch();
} else {
  const [clients, servers, ...others] = await Promise.all([
    buildSharing(client.node, client.web),
    buildSharing(server.node, server.web),
    ...[commandLine, ...extra].map((build) => esbuild.build(build)),
  ]);
  const shipped = [...clients, ...servers, others[0]].map(({ metafile }) => metafile);
  for (const folder of ['dist', 'server/dist']) writeFileSync(`${root}${folder}/NOTICE.txt`, notices(shipped, root));
  for (const name of ['server.js', 'server.web.js']) copyFileSync(`${root}dist/${name}`, `${root}server/dist/${name}`);
}
