import assert from 'node:assert/strict';
import { applyArgvEdits } from '../../../server/src/knowledge/argv-edits';
import { splitCommand } from '../../../server/src/knowledge/command-options';
import {
  bootsInitSystem,
  initSystemNamed,
  isMinimalInit,
  machineImages,
} from '../../../server/src/knowledge/init-systems';
import { processManagerOf, supervisingScripts } from '../../../server/src/knowledge/process-managers';

describe('knowledge about processes', () => {
  it('knows init systems, and inits that are fine', () => {
    for (const word of [
      '/sbin/init',
      '/lib/systemd/systemd',
      'systemd',
      'supervisord',
      '/usr/bin/supervisord',
      'runsvdir',
      's6-svscan',
      '/sbin/my_init',
      'circusd',
      'monit',
    ]) {
      assert.ok(initSystemNamed(word), word);
      assert.equal(isMinimalInit(word), false, word);
    }
    for (const word of ['tini', '/sbin/tini', '/usr/bin/dumb-init', 'catatonit', 'docker-init']) {
      assert.equal(initSystemNamed(word), undefined, word);
      assert.equal(isMinimalInit(word), true, word);
    }
    assert.equal(initSystemNamed('/init'), undefined);
    assert.equal(initSystemNamed('/init', { hasS6Overlay: true })?.label, 's6');
    assert.equal(initSystemNamed('/app/init'), undefined);
    assert.equal(initSystemNamed('node'), undefined);
  });

  it('knows parents that boot one', () => {
    for (const name of [
      'registry.access.redhat.com/ubi9-init',
      'registry.access.redhat.com/ubi9/ubi-init',
      'phusion/baseimage',
      'lscr.io/linuxserver/baseimage-alpine',
      'jrei/systemd-ubuntu',
    ]) {
      assert.equal(bootsInitSystem(name), true, name);
    }
    for (const name of ['registry.access.redhat.com/ubi9/ubi', 'debian', 'linuxserver/nginx', 'example/init']) {
      assert.equal(bootsInitSystem(name), false, name);
    }
    assert.match('docker:27-dind', machineImages);
    assert.match('kindest/kind', machineImages);
    assert.doesNotMatch('example/kindness', machineImages);
  });

  it('knows programs that run several others', () => {
    for (const text of [
      'concurrently npm:start npm:watch',
      'npm-run-all -p a b',
      'run-p a b',
      'foreman start',
      'honcho start web',
      'overmind start',
    ]) {
      assert.equal(processManagerOf(text.split(' '))?.index, 0, text);
    }
    for (const [text, index] of [
      ['npx concurrently a b', 1],
      ['npx -y concurrently a b', 2],
      ['bundle exec foreman start', 2],
    ] as const) {
      assert.equal(processManagerOf(text.split(' '))?.index, index, text);
    }
    for (const text of [
      'npm-run-all a b',
      'foreman check',
      'honcho export',
      'npm start',
      'npm run concurrently',
      'npx',
    ]) {
      assert.equal(processManagerOf(text.split(' ')), undefined, text);
    }
    assert.equal(processManagerOf([undefined]), undefined);
    assert.ok(supervisingScripts.some((script) => script.names.includes('mysqld_safe')));
  });

  it('splits commands as their programs do', () => {
    const options = (text: string, syntax = {}) =>
      splitCommand(text.split(' '), 1, syntax).options.map(({ name, value, index }) => [name, value, index]);
    assert.deepEqual(options('x -De -p22', { clusters: true, valueOptions: ['-p'] }), [
      ['-D', undefined, 1],
      ['-e', undefined, 1],
      ['-p', '22', 2],
    ]);
    assert.deepEqual(options('x -Dp 22', { clusters: true, valueOptions: ['-p'] }), [
      ['-D', undefined, 1],
      ['-p', '22', 1],
    ]);
    assert.deepEqual(options('x --a=b --c d', { valueOptions: ['--c'] }), [
      ['--a', 'b', 1],
      ['--c', 'd', 2],
    ]);
    assert.deepEqual(options('x -daemon y'), [['-daemon', undefined, 1]]);
    assert.deepEqual(options('x a -- -b'), []);
    assert.deepEqual(splitCommand(['x', '-p', undefined, 'a'], 1, { valueOptions: ['-p'] }).uncertain, false);
    assert.deepEqual(splitCommand(['x', undefined], 1).uncertain, true);
    assert.deepEqual(options('x -p', { valueOptions: ['-p'] }), [['-p', undefined, 1]]);
  });

  it('applies edits in terms of the words before any of them', () => {
    const argv = ['a', 'b', 'c', 'd'];
    assert.deepEqual(
      applyArgvEdits(argv, [
        { kind: 'append', words: ['z'] },
        { kind: 'remove', index: 1, count: 1 },
        { kind: 'replace', index: 3, count: 1, words: ['x', 'y'] },
        { kind: 'replace', index: 1, count: 0, words: ['i'] },
      ]),
      ['a', 'i', 'c', 'x', 'y', 'z'],
    );
    assert.deepEqual(argv, ['a', 'b', 'c', 'd']);
  });
});
