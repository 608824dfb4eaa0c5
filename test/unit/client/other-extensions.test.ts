import assert from 'node:assert/strict';
import { servedBy } from '../../../client/src/other-extensions';
import { editorFeatures } from '../../../server/src/lsp/editor-settings';

const among = (installed: Readonly<Record<string, object>>, yamlSchemas: readonly string[] = []) =>
  servedBy({ manifestOf: (id) => installed[id], yamlSchemas });

describe('what is left to other extensions', () => {
  it('is nothing where there are none, or only those that report findings', () => {
    assert.deepEqual(among({}), {});
    assert.deepEqual(among({ 'docker.docker': {}, 'exiasr.hadolint': {} }), {});
  });

  it('is Dockerfiles with a language server for them', () => {
    assert.ok(among({ 'ms-azuretools.vscode-containers': {} }).dockerfile?.includes('completion'));
    assert.ok(among({ 'ms-azuretools.vscode-docker': {} }).dockerfile?.includes('hover'));
    assert.deepEqual(among({ 'ms-azuretools.vscode-docker': { extensionPack: ['docker.docker'] } }), {});
  });

  it('is of manifests what the YAML server knows, which depends on its schemas', () => {
    const alone = among({ 'redhat.vscode-yaml': {} });
    assert.deepEqual(alone.manifest, ['outline', 'folding', 'selectionRanges', 'links']);
    assert.ok(!alone.settings?.includes('completion'), 'it knows nothing of our settings');
    assert.ok(among({ 'redhat.vscode-yaml': {} }, ['kubernetes']).manifest?.includes('completion'));
    const both = among({ 'redhat.vscode-yaml': {}, 'ms-kubernetes-tools.vscode-kubernetes-tools': {} });
    assert.ok(both.manifest?.includes('hover') && both.manifest.includes('outline'));
  });

  it('goes by the names of the settings', () => {
    const all = among({
      'ms-azuretools.vscode-containers': {},
      'redhat.vscode-yaml': {},
      'ms-kubernetes-tools.vscode-kubernetes-tools': {},
    });
    const known: readonly string[] = editorFeatures;
    assert.deepEqual(
      Object.values(all)
        .flat()
        .filter((feature) => !known.includes(feature)),
      [],
    );
  });
});
