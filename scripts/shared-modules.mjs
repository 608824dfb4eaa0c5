// Lets a Node bundle take the libraries that it shares with a browser bundle from that bundle, so that they ship once.
import path from 'node:path';
import * as esbuild from 'esbuild';

/**
 * Builds both bundles.
 * @param {esbuild.BuildOptions} node its outfile stands beside that of `web`
 * @param {esbuild.BuildOptions} web ends as a CommonJS module where there is `module`
 * @returns {Promise<[esbuild.BuildResult, esbuild.BuildResult]>} that of `node`, that of `web`
 */
export async function buildSharing(node, web) {
  const [inNode, inWeb] = await Promise.all([node, web].map(librariesOf));
  const shared = new Set([...inNode].filter((file) => inWeb.has(file)));
  /** The shared modules that the others ask for; what these need in turn stays inside the browser bundle. */
  const wanted = new Set();
  const nodeResult = await esbuild.build({
    ...node,
    plugins: [
      ...(node.plugins ?? []),
      takenFrom(`./${path.basename(web.outfile)}`, shared, wanted, node.absWorkingDir),
    ],
  });
  return [nodeResult, await esbuild.build(offering(web, [...wanted]))];
}

/** The files of a bundle that are somebody else's, relative to the root. */
async function librariesOf(options) {
  const { metafile } = await esbuild.build({ ...options, write: false, metafile: true, sourcemap: false });
  return new Set(Object.keys(metafile.inputs).filter((file) => file.startsWith('node_modules/')));
}

const takenFrom = (bundle, shared, wanted, root) => ({
  name: 'shared-modules',
  setup(build) {
    build.onResolve({ filter: /./ }, async ({ path: name, pluginData, ...place }) => {
      if (pluginData === 'resolved' || place.kind === 'entry-point') return undefined;
      const found = await build.resolve(name, { ...place, pluginData: 'resolved' });
      const file = path.relative(root, found.path).replaceAll('\\', '/');
      if (!shared.has(file)) return found;
      wanted.add(file);
      return { path: file, namespace: 'shared' };
    });
    build.onLoad({ filter: /./, namespace: 'shared' }, ({ path: file }) => ({
      contents: `module.exports = require(${JSON.stringify(bundle)}).libraries[${JSON.stringify(nameOf(file))}]();`,
    }));
    build.onResolve({ filter: /./, namespace: 'shared' }, () => ({ path: bundle, external: true }));
  },
});

/** The browser bundle, with the wanted modules among its exports. */
function offering({ entryPoints: [entry], ...options }, files) {
  const libraries = files.map((file) => `${JSON.stringify(nameOf(file))}: () => require('./${file}')`);
  const contents = `export * from './${entry}';\nexport const libraries = {\n${libraries.join(',\n')}\n};\n`;
  return { ...options, stdin: { contents, resolveDir: options.absWorkingDir, sourcefile: 'entry.js' } };
}

const nameOf = (file) => file.slice('node_modules/'.length);
