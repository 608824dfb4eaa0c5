import assert from 'node:assert/strict';
import { closest } from '../../../server/src/engine/closest';
import {
  closestRuleName,
  ruleName,
  ruleSettings,
  rulesNamed,
  trivyAlias,
} from '../../../server/src/settings/rule-names';
import { sampleNames } from './sample-rules';

describe('the closest word', () => {
  const cases: [word: string, candidates: string[], wanted: string | undefined][] = [
    ['recomended', ['all', 'recommended', 'none'], 'recommended'],
    ['ovrerides', ['overrides', 'rules'], 'overrides'],
    ['Rules', ['overrides', 'rules'], 'rules'],
    ['quite-something-else', ['rules'], undefined],
    ['x', ['on', 'off'], undefined],
    ['', ['on'], undefined],
  ];
  for (const [word, candidates, wanted] of cases)
    it(`to ${word} is ${wanted}`, () => assert.equal(closest(word, candidates), wanted));
});

describe('the names of rules', () => {
  const cases: [text: string, name: string | undefined][] = [
    ['root-user', 'root-user'],
    ['hadolint/DL3002', 'hadolint/DL3002'],
    ['DL3002', 'hadolint/DL3002'],
    ['CKV_DOCKER_3', 'checkov/CKV_DOCKER_3'],
    ['no-readiness-probe', 'kube-linter/no-readiness-probe'],
    ['DS-0017', 'trivy/DS-0017'],
    ['DS017', 'trivy/DS-0017'],
    ['AVD-DS-0017', 'trivy/DS-0017'],
    ['trivy/AVD-DS-0017', 'trivy/DS-0017'],
    ['hadolint/DL3015', 'hadolint/DL3015'],
    ['DL9999', undefined],
    ['toString', undefined],
    ['__proto__', undefined],
  ];
  for (const [text, name] of cases) it(`${text} is ${name}`, () => assert.equal(ruleName(sampleNames, text), name));

  it('are guessed when they are mistyped', () => {
    assert.equal(closestRuleName(sampleNames, 'rot-user'), 'root-user');
    assert.equal(closestRuleName(sampleNames, 'DL30009'), 'hadolint/DL3009');
    assert.equal(closestRuleName(sampleNames, 'something-else-entirely'), undefined);
  });

  it('stand for all rules that carry an alias', () => {
    const ids = (name: string): string[] => rulesNamed(sampleNames, name).map(({ id }) => id);
    assert.deepEqual(ids('kube-score/pod-probes'), ['missing-readiness-probe', 'missing-liveness-probe']);
    assert.deepEqual(ids('root-user'), ['root-user']);
    assert.deepEqual(ids('hadolint/DL3015'), ['unpinned-package']);
    assert.deepEqual(ids('nothing'), []);
  });

  it('leave unknown ids of trivy as they are', () => assert.equal(trivyAlias('CVE-2024-1'), 'trivy/CVE-2024-1'));

  it('silence what a silenced check covers, unless the rule has its own entry', () => {
    const off = { severity: 'off' } as const;
    const warning = { severity: 'warning' } as const;
    assert.deepEqual(ruleSettings(sampleNames, [['hadolint/DL3015', off]]), {
      'unpinned-package': off,
      'hadolint/DL3015': off,
    });
    assert.deepEqual(
      ruleSettings(sampleNames, [
        ['unpinned-package', warning],
        ['hadolint/DL3015', off],
      ]),
      { 'unpinned-package': warning, 'hadolint/DL3015': off },
    );
    assert.deepEqual(ruleSettings(sampleNames, [['hadolint/DL3015', warning]]), { 'hadolint/DL3015': warning });
  });
});
