import assert from 'node:assert/strict';
import { settingsOf } from '../../../server/src/settings/file-settings';
import { SettingsFiles, sourceWithoutFile } from '../../../server/src/settings/settings-files';
import { sampleNames } from './sample-rules';

/** Settings files over a tree that is written as paths with texts, and the folders that were read. */
function filesOver(tree: Readonly<Record<string, string>>, workspace = '/w') {
  const files = new SettingsFiles(sampleNames, workspace, '2026-11-26');
  const read: string[] = [];
  const learn = (path: string): void => {
    for (let folder = files.unknownFolder(path); folder !== undefined; folder = files.unknownFolder(path)) {
      read.push(folder);
      const start = folder === '/' ? '/' : `${folder}/`;
      const inside = Object.entries(tree).filter(([name]) => name.startsWith(start));
      files.learn(folder, new Map(inside.map(([name, text]) => [name.slice(start.length).split('/')[0] ?? '', text])));
    }
  };
  const pathsFor = (path: string): (string | undefined)[] => {
    learn(path);
    return files.sourcesFor(path).map((source) => source.path);
  };
  const extendsOf = (path: string): string | undefined => {
    learn(path);
    return files.sourcesFor(path).at(-1)?.layer.extends;
  };
  return { files, read, pathsFor, extendsOf, learn };
}

describe('settings files', () => {
  it('count upwards to the root of the repository, each kind by its nearest', () => {
    const { pathsFor } = filesOver({
      '/.plimsoll.yaml': '',
      '/r/.git/HEAD': '',
      '/r/.plimsoll.yaml': '',
      '/r/.hadolint.yaml': '',
      '/r/a/.hadolint.yml': '',
      '/r/a/b/.trivyignore': '',
      '/r/a/b/.trivyignore.yaml': '',
    });
    assert.deepEqual(pathsFor('/r/a/b/Dockerfile'), [
      '/r/a/b/.trivyignore',
      '/r/a/b/.trivyignore.yaml',
      '/r/a/.hadolint.yml',
      '/r/.plimsoll.yaml',
    ]);
    assert.deepEqual(pathsFor('/r/Dockerfile'), ['/r/.hadolint.yaml', '/r/.plimsoll.yaml']);
  });

  it('count upwards to the workspace where there is no repository', () => {
    const { pathsFor } = filesOver({ '/.plimsoll.yaml': '', '/w/.plimsoll.yaml': '', '/x/.hadolint.yaml': '' });
    assert.deepEqual(pathsFor('/w/a/Dockerfile'), ['/w/.plimsoll.yaml']);
    assert.deepEqual(pathsFor('/x/Dockerfile'), ['/x/.hadolint.yaml']);
    assert.deepEqual(pathsFor('/x/y/Dockerfile'), []);
  });

  it('count from the repository even when it is above the workspace', () => {
    const { pathsFor } = filesOver({ '/r/.git': '', '/r/.plimsoll.yaml': '' }, '/r/w');
    assert.deepEqual(pathsFor('/r/w/Dockerfile'), ['/r/.plimsoll.yaml']);
  });

  it('prefer .yaml to .yml in one folder', () => {
    const { extendsOf } = filesOver({ '/w/.plimsoll.yml': 'extends: all', '/w/.plimsoll.yaml': 'extends: none' });
    assert.equal(extendsOf('/w/Dockerfile'), 'none');
  });

  it('are read once for a folder', () => {
    const { read, pathsFor } = filesOver({ '/w/.git': '' });
    pathsFor('/w/a/Dockerfile');
    pathsFor('/w/a/b/Dockerfile');
    pathsFor('/w/a/Dockerfile.dev');
    assert.deepEqual(read, ['/w/a', '/w', '/w/a/b']);
  });

  it('are read again when one of them changes', () => {
    const tree: Record<string, string> = { '/w/.git': '', '/w/.plimsoll.yaml': 'extends: all' };
    const { files, extendsOf } = filesOver(tree);
    assert.equal(extendsOf('/w/Dockerfile'), 'all');
    tree['/w/.plimsoll.yaml'] = 'extends: none';
    assert.equal(files.forget('/w/other.yaml'), false);
    assert.equal(extendsOf('/w/Dockerfile'), 'all');
    assert.equal(files.forget('/w/.plimsoll.yaml'), true);
    assert.equal(extendsOf('/w/Dockerfile'), 'none');
  });

  it('keep their problems', () => {
    const { files, learn } = filesOver({ '/w/.plimsoll.yaml': 'extend: all', '/w/.hadolint.yaml': 'x: [' });
    learn('/w/Dockerfile');
    assert.deepEqual(
      files.loadedFor('/w/Dockerfile').map(({ problems }) => problems.map(({ kind }) => kind)),
      [[], ['key']],
    );
  });

  it('work where paths start with a drive', () => {
    const { pathsFor } = filesOver({ 'C:/w/.plimsoll.yaml': '' }, 'C:/w');
    assert.deepEqual(pathsFor('C:/w/a/Dockerfile'), ['C:/w/.plimsoll.yaml']);
  });
});

describe('the settings of a file', () => {
  const tree = {
    '/w/.git': '',
    '/w/.plimsoll.yaml':
      'ignore: [vendor]\noverrides:\n- files: test/**\n  extends: none\n- files: "*.dev"\n  strictLabels: true\n',
    '/w/.hadolint.yaml': 'failure-threshold: error\ndisable-ignore-pragma: true\n',
    '/w/.kube-linter.yaml': 'checks: {ignorePaths: [charts]}',
    '/w/.checkov.yaml': 'skip-path: ["^old/"]',
  };
  const of = settingsOf(sampleNames);
  const { files, learn } = filesOver(tree);
  const settingsFor = (path: string, language: 'dockerfile' | 'manifest') => {
    learn(path);
    return of(path, language, files.sourcesFor(path));
  };

  it('take the overrides that match', () => {
    assert.equal(settingsFor('/w/Dockerfile', 'dockerfile').settings.extends, 'recommended');
    assert.equal(settingsFor('/w/test/a/Dockerfile', 'dockerfile').settings.extends, 'none');
    const both = settingsFor('/w/test/Dockerfile.dev', 'dockerfile').settings;
    assert.deepEqual([both.extends, both.strictLabels], ['none', true]);
  });

  it('take from a tool only what it says about this kind of file', () => {
    const dockerfile = settingsFor('/w/Dockerfile', 'dockerfile');
    assert.deepEqual([dockerfile.failOn, dockerfile.settings.honourPeers], ['error', false]);
    const manifest = settingsFor('/w/pod.yaml', 'manifest');
    assert.deepEqual([manifest.failOn, manifest.settings.honourPeers], [undefined, true]);
    assert.equal(settingsFor('/w/charts/pod.yaml', 'manifest').ignored, true);
    assert.equal(settingsFor('/w/charts/Dockerfile', 'dockerfile').ignored, false);
  });

  it('say what is ignored', () => {
    assert.equal(settingsFor('/w/Dockerfile', 'dockerfile').ignored, false);
    assert.equal(settingsFor('/w/a/vendor/b/Dockerfile', 'dockerfile').ignored, true);
    assert.equal(settingsFor('/w/old/Dockerfile', 'dockerfile').ignored, true);
    assert.equal(settingsFor('/w/very/old/Dockerfile', 'dockerfile').ignored, false);
  });

  it('are the same object for files with the same settings', () => {
    const one = settingsFor('/w/a/Dockerfile', 'dockerfile').settings;
    assert.equal(settingsFor('/w/b/Dockerfile', 'dockerfile').settings, one);
    assert.notEqual(settingsFor('/w/test/Dockerfile', 'dockerfile').settings, one);
  });

  it('take what an editor says below what files say', () => {
    const { content } = {
      content: { layer: { ...sourceWithoutFile('/w', {}).layer, extends: 'all', strictLabels: true } },
    } as const;
    learn('/w/test/Dockerfile');
    const sources = [sourceWithoutFile('/w', content), ...files.sourcesFor('/w/test/Dockerfile')];
    const { settings } = of('/w/test/Dockerfile', 'dockerfile', sources);
    assert.deepEqual([settings.extends, settings.strictLabels], ['none', true]);
  });
});
