import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { posix } from 'node:path';

/** From top to bottom: a file may import from its own area and from those below it, never from its neighbours. */
const layers = [
  ['main'],
  ['lsp', 'cli'],
  ['languages', 'editor-languages'],
  ['refactorings', 'workspace'],
  ['settings'],
  ['dockerfile', 'manifest'],
  ['shell', 'image'],
  ['engine'],
];
const readersOfGenerated = ['main', 'lsp', 'cli', 'knowledge'];

const runsOnlyInNode = /^(main\.node\.ts|main\.cli\.ts|cli\/.+|.+\.node\.ts)$/;
const speaksProtocol = /^(main\.\w+\.ts|lsp\/.+)$/;
const dockerfileAstAdapter = 'dockerfile/model/dockerfile-ast.ts';
const languageServiceAdapter = 'dockerfile/model/dockerfile-language-service.ts';

/** The area that a path below server/src belongs to: a folder, or the stem of a file at the top. */
const areaOf = (path: string): string => /^[^/.]+/.exec(path)?.[0] ?? path;
const layerOf = (area: string): number => layers.findIndex((layer) => layer.includes(area));
const isRule = (path: string): boolean => /(^|\/)rules\/(?!index(\.ts)?$)/.test(path);

/** Says why `file` may not import `specifier`; undefined when it may. Paths are relative to server/src. */
function objection(file: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return objectionToPackage(file, specifier);
  const target = posix.join(posix.dirname(file), specifier);
  if (target.startsWith('..')) return 'leaves server/src';
  if (isRule(file) && isRule(target)) return 'a rule imports another rule';

  const [from, to] = [areaOf(file), areaOf(target)];
  if (to === 'generated') return readersOfGenerated.includes(from) ? undefined : `${from} reads generated data`;
  if (from === to || to === 'knowledge') return undefined;
  if (layerOf(to) === -1) return `${to} has no place in the architecture`;
  if (layerOf(from) === -1) return `${from} imports from ${to}`;
  return layerOf(from) < layerOf(to) ? undefined : `${from} is not above ${to}`;
}

function objectionToPackage(file: string, specifier: string): string | undefined {
  if (specifier.startsWith('node:') || builtinModules.includes(specifier))
    return runsOnlyInNode.test(file) ? undefined : 'Node is not there in a browser';
  if (specifier === 'dockerfile-ast')
    return file === dockerfileAstAdapter ? undefined : `only ${dockerfileAstAdapter} may`;
  if (specifier === 'dockerfile-language-service')
    return file === languageServiceAdapter || file.startsWith('lsp/')
      ? undefined
      : `only ${languageServiceAdapter} and lsp may`;
  if (/^(vscode-languageserver|@vscode\/)/.test(specifier))
    return speaksProtocol.test(file) ? undefined : 'only lsp and main speak the protocol';
  return undefined;
}

/** What a source text imports. The formatter fixes the shape of imports, so no parser is needed. */
function importsOf(text: string): string[] {
  const statements = /^(?:import|export)\s(?:[^'";]*?\sfrom\s)?'([^']+)'|\b(?:import|require)\('([^']+)'\)/gm;
  return [...text.matchAll(statements)].map(([, fixed, called]) => fixed ?? called ?? '');
}

function sourcesBelow(folder: string): { path: string; imports: string[] }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts'))
    .map((path) => ({ path, imports: importsOf(readFileSync(`${folder}/${path}`, 'utf8')) }));
}

describe('imports', () => {
  it('finds every form of import', () => {
    const text = [
      "import './effect';",
      "import type { A } from './a';",
      "import {\n  B,\n  C,\n} from 'b';",
      "export * from './c';",
      "export { D } from './d';",
      "const e = await import('./e.js');",
      "const words = `copy --from='f'`;",
    ].join('\n');
    assert.deepEqual(importsOf(text), ['./effect', './a', 'b', './c', './d', './e.js']);
  });

  it('objects to what the architecture forbids', () => {
    const forbidden: [file: string, specifier: string][] = [
      ['engine/rule.ts', '../shell/words'],
      ['dockerfile/model/stage.ts', '../../manifest/model/pod'],
      ['dockerfile/model/stage.ts', 'dockerfile-ast'],
      ['dockerfile/model/stage.ts', '../../generated/pages.json'],
      ['dockerfile/rules/layers/a.ts', './b'],
      ['dockerfile/rules/layers/a.ts', '../stages/b'],
      ['knowledge/images.ts', '../engine/text'],
      ['lsp/hover.ts', '../cli/arguments'],
      ['lsp/hover.ts', 'node:fs'],
      ['lsp/hover.ts', '../elsewhere/a'],
      ['workspace/index.ts', 'vscode-languageserver-types'],
      ['main.node.ts', '../../client/src/main.node'],
    ];
    for (const [file, specifier] of forbidden) assert.ok(objection(file, specifier), `${file} imports ${specifier}`);
  });

  it('accepts what the architecture allows', () => {
    const allowed: [file: string, specifier: string][] = [
      ['main.node.ts', './lsp/server'],
      ['main.cli.ts', './main.node.js'],
      ['cli/check.ts', 'node:fs'],
      ['workspace/files.node.ts', 'node:fs'],
      ['lsp/server.ts', 'vscode-languageserver'],
      ['lsp/hover.ts', '../languages'],
      ['languages.ts', './dockerfile/model/dockerfile'],
      [dockerfileAstAdapter, 'dockerfile-ast'],
      ['dockerfile/rules/index.ts', './layers/a'],
      ['dockerfile/rules/layers/a.ts', '../../../shell/words'],
      ['engine/rule.ts', '../knowledge/versions'],
      ['knowledge/fields.ts', '../generated/fields.json'],
    ];
    for (const [file, specifier] of allowed)
      assert.equal(objection(file, specifier), undefined, `${file} ${specifier}`);
  });

  it('run one way through the server', () => {
    const objections = sourcesBelow('server/src').flatMap(({ path, imports }) =>
      imports.flatMap((specifier) => {
        const why = objection(path, specifier);
        return why === undefined ? [] : [`${path} imports ${specifier}: ${why}`];
      }),
    );
    assert.deepEqual(objections, []);
  });

  it('give every part of the server a place in the architecture', () => {
    const areas = new Set(sourcesBelow('server/src').map(({ path }) => areaOf(path)));
    const unknown = [...areas].filter((area) => area !== 'knowledge' && layerOf(area) === -1);
    assert.deepEqual(unknown, []);
  });

  /** What client and server both know. */
  const shared = ['server/src/lsp/protocol', 'server/src/settings/first-settings'];

  it('keep the client apart from the server, but for what both know', () => {
    const crossing = sourcesBelow('client/src').flatMap(({ path, imports }) =>
      imports
        .filter((specifier) => /(^|\/)server\//.test(specifier) || /^plimsoll(\/|$)/.test(specifier))
        .filter((specifier) => !shared.includes(posix.join('client/src', posix.dirname(path), specifier)))
        .map((specifier) => `${path} imports ${specifier}`),
    );
    assert.deepEqual(crossing, []);
  });

  it('keep what both know free of what only one side has', () => {
    for (const file of shared) assert.deepEqual(importsOf(readFileSync(`${file}.ts`, 'utf8')), []);
  });
});
