import assert from 'node:assert/strict';
import { isActive, severityOf } from '../../../server/src/engine/selection';
import { defaultSettings, type RuleSetting, type Settings } from '../../../server/src/engine/settings';
import { emptyLayer, type SettingsLayer } from '../../../server/src/settings/layer';
import { settingsMerger } from '../../../server/src/settings/merge';
import { sampleNames, sampleRules } from './sample-rules';

const layer = (content: Partial<SettingsLayer>): SettingsLayer => ({ ...emptyLayer, ...content });

const rules = (entries: Readonly<Record<string, RuleSetting>>): SettingsLayer => layer({ rules: entries });

const merged = (...layers: SettingsLayer[]): Settings => settingsMerger(sampleNames)(layers).settings;

/** How a finding of a rule with some aliases comes out. */
function outcome(settings: Settings, id: string, aliases: readonly string[]): string {
  const rule = sampleRules.find((candidate) => candidate.id === id);
  assert.ok(rule);
  return isActive(rule, settings) ? (severityOf(rule, 'information', aliases, settings) ?? 'none') : 'inactive';
}

describe('merged settings', () => {
  it('are the defaults without a source', () => assert.equal(merged(), defaultSettings));

  it('take from each layer what it says, the last one first', () => {
    const settings = merged(
      layer({ extends: 'all', kubernetesVersion: '1.30', strictLabels: true }),
      layer({ kubernetesVersion: '1.31', trustedRegistries: ['a'], honourPeers: false }),
      layer({ trustedRegistries: [], podSecurityStandard: 'off', labelSchema: { a: 'text' }, select: ['root-user'] }),
    );
    assert.deepEqual(settings, {
      extends: 'all',
      rules: {},
      select: ['root-user'],
      kubernetesVersion: '1.31',
      podSecurityStandard: 'off',
      trustedRegistries: [],
      labelSchema: { a: 'text' },
      strictLabels: true,
      honourPeers: false,
    });
  });

  it('merge a rule by its severity and its options', () => {
    const settings = merged(
      rules({ 'package-cache': { severity: 'error', options: { maximum: 1, strict: true } } }),
      rules({ 'package-cache': { options: { maximum: 2 } } }),
    );
    assert.deepEqual(settings.rules['package-cache'], { severity: 'error', options: { maximum: 2, strict: true } });
  });

  it('say the limit of the nearest source that has one', () => {
    const merge = settingsMerger(sampleNames);
    assert.equal(merge([layer({ failOn: 'error' }), emptyLayer]).failOn, 'error');
    assert.equal(merge([emptyLayer]).failOn, undefined);
  });

  const apt = ['hadolint/DL3009'];
  const apk = ['hadolint/DL3019'];
  const cases: [name: string, layers: SettingsLayer[], aliases: readonly string[], wanted: string][] = [
    [
      'an alias is more exact than its rule',
      [rules({ 'package-cache': { severity: 'error' }, 'hadolint/DL3009': { severity: 'off' } })],
      apt,
      'none',
    ],
    [
      'and the other findings stay',
      [rules({ 'package-cache': { severity: 'error' }, 'hadolint/DL3009': { severity: 'off' } })],
      apk,
      'error',
    ],
    [
      'a rule above outweighs an alias below',
      [rules({ 'hadolint/DL3009': { severity: 'off' } }), rules({ 'package-cache': { severity: 'error' } })],
      apt,
      'error',
    ],
    [
      'an alias above outweighs a rule below',
      [rules({ 'package-cache': { severity: 'error' } }), rules({ 'hadolint/DL3009': { severity: 'hint' } })],
      apt,
      'hint',
    ],
    [
      'options above do not outweigh anything',
      [rules({ 'hadolint/DL3009': { severity: 'off' } }), rules({ 'package-cache': { options: { maximum: 1 } } })],
      apt,
      'none',
    ],
    [
      'none is off but for what is on',
      [layer({ extends: 'none' }), rules({ 'hadolint/DL3009': { severity: 'on' } })],
      apt,
      'information',
    ],
    ['none is off', [layer({ extends: 'none' }), rules({ 'hadolint/DL3009': { severity: 'on' } })], apk, 'none'],
  ];
  for (const [name, layers, aliases, wanted] of cases)
    it(name, () => assert.equal(outcome(merged(...layers), 'package-cache', aliases), wanted));

  it('keep one kind of finding of a rule that is off otherwise', () => {
    const settings = merged(
      rules({ 'package-cache': { severity: 'off' }, 'hadolint/DL3009': { severity: 'warning' } }),
    );
    assert.deepEqual(
      [outcome(settings, 'package-cache', apt), outcome(settings, 'package-cache', apk)],
      ['warning', 'none'],
    );
  });

  it('keep an alias below that another rule carries too', () => {
    const settings = merged(
      rules({ 'kube-score/pod-probes': { severity: 'off' } }),
      rules({ 'missing-readiness-probe': { severity: 'error' } }),
    );
    assert.equal(outcome(settings, 'missing-liveness-probe', ['kube-score/pod-probes']), 'none');
  });

  it('are the same object for the same layers', () => {
    const merge = settingsMerger(sampleNames);
    const [one, other] = [layer({ extends: 'all' }), layer({ strictLabels: true })];
    assert.equal(merge([one, other]).settings, merge([one, other]).settings);
    assert.notEqual(merge([one, other]).settings, merge([other, one]).settings);
    assert.equal(merge([one]).settings, merge([one]).settings);
  });
});
