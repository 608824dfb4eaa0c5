import assert from 'node:assert/strict';
import { levels, settingNames } from '../../../../server/src/settings/setting-names';
import { accepted, completions, documented, labels } from './asked';

describe('completions in a settings file', () => {
  it('offer every setting that is not there yet', () => {
    assert.deepEqual([...labels('|')].sort(), [...settingNames].sort());
    assert.deepEqual(
      [...labels('extends: all\n|\nhonourPeers: false\n')].sort(),
      settingNames.filter((name) => name !== 'extends' && name !== 'honourPeers').sort(),
    );
    for (const setting of completions('|')) assert.notEqual(documented(setting), '', setting.label);
  });

  it('write what has to follow a key', () => {
    assert.equal(accepted('ext|', 'extends'), 'extends: ');
    assert.equal(accepted('ru|', 'rules'), 'rules:\n  ');
    assert.equal(accepted('ig|', 'ignore'), 'ignore: []');
    assert.equal(accepted('|', 'overrides'), 'overrides:\n  - files: []\n    ');
    assert.equal(
      accepted('overrides:\n  - files: [a]\n    |', 'rules'),
      'overrides:\n  - files: [a]\n    rules:\n      ',
    );
  });

  it('leave what follows a key as it is', () => {
    assert.equal(accepted('ext|: all\n', 'extends'), 'extends: all\n');
  });

  it('offer the choices of a setting, its own value among them', () => {
    assert.deepEqual(labels('extends: |'), ['recommended', 'all', 'none']);
    assert.deepEqual(labels('podSecurityStandard: base|line # yes\n'), ['off', 'baseline', 'restricted']);
    assert.deepEqual(labels('honourPeers: |'), ['true', 'false']);
    assert.equal(
      accepted('podSecurityStandard: ba|seline # yes\n', 'restricted'),
      'podSecurityStandard: restricted # yes\n',
    );
    assert.equal(accepted('extends:|', 'all'), 'extends: all');
    for (const choice of completions('podSecurityStandard: |')) assert.notEqual(documented(choice), '');
  });

  it('offer versions of Kubernetes, the newest first', () => {
    const found = labels('kubernetesVersion: |');
    assert.deepEqual(found.slice(0, 2), ['1.36', '1.35']);
    assert.ok(found.length > 5);
  });

  it('offer rules, without those that are set', () => {
    const found = labels('rules:\n  root-user: off\n  |\n');
    assert.ok(found.includes('split-package-update') && found.includes('unused-suppression'));
    assert.ok(!found.includes('root-user'));
    assert.equal(accepted('rules:\n  spl|\n', 'split-package-update'), 'rules:\n  split-package-update: \n');
    assert.ok(labels('overrides:\n- files: [a]\n  rules:\n    |').includes('root-user'));
    assert.ok(labels('rules: { root-user: off, | }').includes('split-package-update'));
  });

  it('offer ids of other tools to those who begin to write one', () => {
    assert.ok(!labels('rules:\n  |').some((label) => label.includes('/')));
    const found = completions('rules:\n  hadolint/DL300|');
    const cleaned = found.find(({ label }) => label === 'hadolint/DL3009');
    assert.equal(cleaned?.note, 'cleanup-in-later-layer, package-cache-left-in-layer');
    assert.match(cleaned === undefined ? '' : documented(cleaned), /package-cache-left-in-layer/);
  });

  it('offer levels for a rule, and its options where it has some', () => {
    assert.deepEqual(labels('rules:\n  root-user: |'), levels);
    assert.deepEqual(labels('rules:\n  hadolint/DL3008: |'), levels);
    assert.equal(
      accepted('rules:\n  low-user-id: |', 'severity and options'),
      'rules:\n  low-user-id: \n    severity: on\n    minimum: 10000',
    );
    assert.deepEqual(labels('rules:\n  low-user-id:\n    |'), ['severity', 'minimum']);
    assert.deepEqual(labels('rules:\n  low-user-id:\n    minimum: 1\n    |'), ['severity']);
    assert.deepEqual(labels('rules:\n  low-user-id: { severity: | }'), levels);
    assert.deepEqual(labels('rules:\n  low-user-id: { severity: on, | }'), ['minimum']);
    assert.deepEqual(labels('rules:\n  low-user-id:\n    severity: |'), levels);
  });

  it('offer kinds of labels, and registries', () => {
    assert.ok(labels('labelSchema:\n  maintainer: |').includes('email'));
    assert.ok(labels('trustedRegistries: [|]').includes('docker.io'));
    assert.equal(accepted('trustedRegistries:\n  |', 'ghcr.io'), 'trustedRegistries:\n  - ghcr.io');
    assert.equal(accepted('trustedRegistries:\n  - |', 'ghcr.io'), 'trustedRegistries:\n  - ghcr.io');
  });

  it('offer nothing in comments, nor where nothing can be set', () => {
    assert.deepEqual(labels('# ext|'), []);
    assert.deepEqual(labels('extends: all # re|'), []);
    assert.deepEqual(labels('nothing:\n  |'), []);
    assert.deepEqual(labels('ignore: [|]'), []);
  });

  it('stand whatever is half typed', () => {
    for (const text of [
      'rules:\n\t- {',
      'a: [[[',
      '"',
      "rules:\n  'a",
      '- - -',
      ': :',
      '{{',
      `rules:${' '.repeat(5000)}x`,
    ])
      for (let offset = 0; offset <= Math.min(text.length, 40); offset++)
        assert.ok(Array.isArray(completions(`${text.slice(0, offset)}|${text.slice(offset)}`)));
  });

  it('do not grow with the square of the file', () => {
    const text = `rules:\n${'  root-user: off\n'.repeat(20_000)}`;
    const started = performance.now();
    assert.ok(completions(`${text}  |`).length > 0);
    assert.ok(performance.now() - started < 2000);
  });
});
