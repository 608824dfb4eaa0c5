import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Complaints } from '../../../server/src/cli/complaints';
import { findFiles } from '../../../server/src/cli/discovery';
import { slashed } from '../../../server/src/cli/paths';
import { hostWith } from './hosts';

describe('finding files', () => {
  let folder = '';

  before(() => {
    folder = slashed(realpathSync(mkdtempSync(join(tmpdir(), 'plimsoll-discovery-'))));
    const files: Record<string, string> = {
      'r/.git/Dockerfile': '',
      'r/.git/info/exclude': 'excluded.yaml\n',
      'r/.gitignore': 'build/\n*.gen.yaml\n!kept.gen.yaml\n/only-here.yaml\n',
      'r/Dockerfile': '',
      'r/excluded.yaml': '',
      'r/only-here.yaml': '',
      'r/a.gen.yaml': '',
      'r/kept.gen.yaml': '',
      'r/build/Dockerfile': '',
      'r/build/sub/Dockerfile': '',
      'r/node_modules/x/Dockerfile': '',
      'r/.devcontainer/Dockerfile': '',
      'r/sub/.gitignore': '!b.gen.yaml\nsecret.yaml\n',
      'r/sub/b.gen.yaml': '',
      'r/sub/c.gen.yaml': '',
      'r/sub/only-here.yaml': '',
      'r/sub/secret.yaml': '',
      'r/sub/notes.txt': '',
      'r/sub/build/Dockerfile': '',
      'plain/.gitignore': 'skipped.yaml\n',
      'plain/skipped.yaml': '',
      'plain/kept.yaml': '',
      'plain/[x].yaml': '',
    };
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    symlinkSync('..', join(folder, 'r/sub/loop'));
    symlinkSync('nowhere', join(folder, 'r/sub/Dockerfile.dangling'));
  });

  after(() => rmSync(folder, { recursive: true }));

  /** The names that arguments find, and what is said about them. */
  function found(within: string, ...wanted: string[]): { names: string[]; complaints: string } {
    const { host, errors } = hostWith({ folder: `${folder}${within}` });
    const names = [...findFiles(wanted, host.folder, new Complaints(host))].map(({ name }) => name);
    return { names, complaints: errors() };
  }

  const inRepository = [
    '.devcontainer/Dockerfile',
    'Dockerfile',
    'kept.gen.yaml',
    'sub/b.gen.yaml',
    'sub/only-here.yaml',
  ];

  it('walks a repository as git sees it', () =>
    assert.deepEqual(found('/r', '.'), { names: inRepository, complaints: '' }));

  it('names files the way that their argument does', () => {
    assert.deepEqual(
      found('', 'r').names,
      inRepository.map((name) => `r/${name}`),
    );
    assert.deepEqual(
      found('', './r/').names,
      inRepository.map((name) => `r/${name}`),
    );
    assert.deepEqual(
      found('/r/sub', '..').names,
      inRepository.map((name) => `../${name}`),
    );
    assert.deepEqual(found('/r', `${folder}/r/sub`).names, [
      `${folder}/r/sub/b.gen.yaml`,
      `${folder}/r/sub/only-here.yaml`,
    ]);
  });

  it('obeys what stands above the folder that is named', () =>
    assert.deepEqual(found('/r/sub', '.').names, ['b.gen.yaml', 'only-here.yaml']));

  it('walks an ignored folder that is named', () =>
    assert.deepEqual(found('/r', 'build').names, ['build/Dockerfile', 'build/sub/Dockerfile']));

  it('takes a named file, whatever ignores it', () =>
    assert.deepEqual(found('/r', 'a.gen.yaml', 'sub/notes.txt').names, ['a.gen.yaml', 'sub/notes.txt']));

  it('obeys ignore files outside of a repository', () =>
    assert.deepEqual(found('/plain', '.').names, ['[x].yaml', 'kept.yaml']));

  it('finds each file once', () =>
    assert.deepEqual(found('/r', 'sub', 'sub/b.gen.yaml', '.', './sub/../Dockerfile').names, [
      'sub/b.gen.yaml',
      'sub/only-here.yaml',
      '.devcontainer/Dockerfile',
      'Dockerfile',
      'kept.gen.yaml',
    ]));

  it('expands globs, but not into what git ignores', () => {
    assert.deepEqual(found('/r', '**/*.yaml').names, ['kept.gen.yaml', 'sub/b.gen.yaml', 'sub/only-here.yaml']);
    assert.deepEqual(found('/r', 'sub/*.txt').names, ['sub/notes.txt']);
    assert.deepEqual(found('', 'r/*file').names, ['r/Dockerfile']);
    assert.deepEqual(found('', `${folder}/r/*file`).names, [`${folder}/r/Dockerfile`]);
  });

  it('takes a file whose name looks like a glob', () =>
    assert.deepEqual(found('/plain', '[x].yaml').names, ['[x].yaml']));

  it('says what is not there, and goes on', () => {
    const { names, complaints } = found('/r', 'nope', 'Dockerfile', 'x/*.yaml', 'sub/Dockerfile.dangling');
    assert.deepEqual(names, ['Dockerfile']);
    assert.equal(
      complaints,
      'plimsoll: nope: no such file or folder\nplimsoll: x/*.yaml: no file matches\n' +
        'plimsoll: sub/Dockerfile.dangling: no such file or folder\n',
    );
  });
});
