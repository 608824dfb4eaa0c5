import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { Workspace } from './cli-process';

describe('the npm package', function () {
  this.timeout(60_000);
  const workspace = new Workspace({ Dockerfile: 'FROM debian:13\nRUN apt-get update\nRUN apt-get install -y curl\n' });

  after(() => workspace.remove());

  it('runs by npx with nothing else installed', () => {
    const run = (program: string, words: readonly string[], cwd: string): string =>
      execFileSync(program, words, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    const packing = ['pack', '--ignore-scripts', '--json', '--pack-destination', workspace.folder];
    const [packed] = JSON.parse(run('npm', packing, resolve('server')));
    const names: readonly string[] = packed.files.map(({ path }: { path: string }) => path).sort();
    assert.deepEqual(names, [
      'LICENSE',
      'README.md',
      'bin/plimsoll.js',
      'dist/NOTICE.txt',
      'dist/cli.js',
      'dist/kubernetes-documentation.json',
      'dist/messages.zh-cn.json',
      'dist/package.nls.zh-cn.json',
      'dist/pages.json',
      'dist/server.js',
      'dist/server.web.js',
      'dist/snippets/dockerfile.json',
      'package.json',
    ]);
    const npx = ['--yes', '--offline', '--package', resolve(workspace.folder, packed.filename), 'plimsoll'];
    const report = JSON.parse(run('npx', [...npx, 'check', '--format', 'json', '--fail-on', 'none'], workspace.folder));
    assert.ok(report.findings.some(({ rule }: { rule: string }) => rule === 'split-package-update'));
    assert.match(run('npx', [...npx, 'explain', 'root-user'], workspace.folder), /^# root-user/);
  });
});
