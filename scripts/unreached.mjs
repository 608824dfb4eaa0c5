// Parts of libraries that are never reached from here, and would be a tenth of what ships.

/** What the language client could do for a server, and this one does not ask for: it says so to nobody, and does nothing. */
const features = [
  ...['callHierarchy', 'codeLens', 'colorProvider', 'declaration', 'fileOperations', 'formatting', 'implementation'],
  ...[
    'inlineCompletion',
    'inlineValue',
    'linkedEditingRange',
    'semanticTokens',
    'signatureHelp',
    'textDocumentContent',
  ],
  ...['typeDefinition', 'typeHierarchy', 'workspaceSymbol'],
];

/** The same of the library that the server is made with: each is a class on top of another. */
const serverFeatures = [
  ...['callHierarchy', 'fileOperations', 'inlineCompletion', 'inlineValue', 'linkedEditingRange', 'moniker'],
  ...['notebook', 'semanticTokens', 'showDocument', 'textDocumentContent', 'typeHierarchy'],
];

const parts = [
  {
    filter: new RegExp(`/vscode-languageserver/lib/common/(?:${serverFeatures.join('|')})\\.js$`),
    contents: 'module.exports = new Proxy({}, { get: () => (Base) => Base });',
  },
  {
    filter: new RegExp(`/vscode-languageclient/lib/common/(?:${features.join('|')})\\.js$`),
    contents: `
      class Feature {
        fillClientCapabilities() {}
        initialize() {}
        getState() { return { kind: 'static' }; }
        clear() {}
      }
      module.exports = new Proxy({}, { get: () => Feature });`,
  },
  {
    // Notebooks have no Dockerfiles and no manifests. The client's diagnostics listen to this feature all the same.
    filter: /\/vscode-languageclient\/lib\/common\/notebook\.js$/,
    contents: `
      const nothing = () => ({ dispose() {} });
      exports.NotebookDocumentSyncFeature = class {
        static CellScheme = 'vscode-notebook-cell';
        registrationType = { method: 'notebookDocument/sync' };
        onOpenNotificationSent = nothing;
        onChangeNotificationSent = nothing;
        onSaveNotificationSent = nothing;
        onCloseNotificationSent = nothing;
        fillClientCapabilities() {}
        initialize() {}
        register() {}
        unregister() {}
        handles() { return false; }
        getState() { return { kind: 'static' }; }
        clear() {}
      };`,
  },
  {
    // Of dockerfile-language-service only the validator is asked.
    filter: /\/dockerfile-language-service\/lib\/docker\w+\.js$/,
    contents: 'module.exports = { MarkdownDocumentation: class {}, PlainTextDocumentation: class {} };',
  },
  {
    // The client matches patterns of document selectors and of file operations: this one registers neither.
    filter: /\/node_modules\/minimatch\/.*\.js$/,
    contents: 'exports.Minimatch = class { constructor() { throw new Error("no patterns"); } };',
  },
  {
    // The client asks whether VS Code is new enough, which VS Code has done by `engines` in package.json.
    filter: /\/node_modules\/semver\/functions\/(?:parse|satisfies)\.js$/,
    contents: 'module.exports = () => true;',
  },
];

/** An esbuild plugin that leaves them out. */
export const unreached = {
  name: 'unreached',
  setup(build) {
    for (const { filter, contents } of parts) build.onLoad({ filter }, () => ({ contents, loader: 'js' }));
  },
};
