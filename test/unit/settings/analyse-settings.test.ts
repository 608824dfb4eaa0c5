import assert from 'node:assert/strict';
import { applied } from '../../../server/src/engine/edits';
import { analyseSettings, isSettingsFile } from '../../../server/src/settings/analyse-settings';
import { sampleNames } from './sample-rules';

const analysed = (text: string) =>
  analyseSettings({ path: '/w/.plimsoll.yaml', languageId: undefined, text }, sampleNames);

describe('the analysis of a settings file', () => {
  const cases: [text: string, messages: string[]][] = [
    ['extends: all\n', []],
    ['extend: all', ['There is no setting `extend` here: it has no effect']],
    ['rules: {rot-user: off}', ['There is no rule `rot-user`: the entry has no effect. Did you mean `root-user`?']],
    ['rules: {something-else: off}', ['There is no rule `something-else`: the entry has no effect']],
    ['rules: {root-user: {maximum: 1}}', ['`root-user` has no option `maximum`: it has no effect']],
    ['extends: some', ['`some` is none of `recommended`, `all`, `none`: it is ignored']],
    ['strictLabels: 1', ['`strictLabels` must be `true` or `false`: it is ignored']],
    ['rules: {package-cache: {maximum: 0}}', ['`maximum` must be at least 1: it is ignored']],
    ['ignore: "[a"', ['`[a` matches nothing: a bracket is open, it is empty, or it leaves the folder of this file']],
    ['extends: all\nextends: all', ['This setting stands here twice: only the last counts']],
  ];
  for (const [text, messages] of cases)
    it(`tells about ${JSON.stringify(text)}`, () =>
      assert.deepEqual(
        analysed(text).findings.map(({ message }) => message),
        messages,
      ));

  it('tells in source order', () =>
    assert.deepEqual(
      analysed('strictLabels: 1\nextend: all\nrules: {x: off}\n').findings.map(({ rule }) => rule),
      ['invalid-setting', 'unknown-setting', 'unknown-rule'],
    ));

  const fixes: [text: string, fixed: string][] = [
    ['"extend": all # why', 'extends: all # why'],
    ['rules:\r\n  rot-user: off\r\n', 'rules:\r\n  root-user: off\r\n'],
    ['rules: {root-user: info}', 'rules: {root-user: information}'],
    ["podSecurityStandard: 'restrict'", 'podSecurityStandard: restricted'],
  ];
  for (const [text, fixed] of fixes)
    it(`mends ${JSON.stringify(text)}`, () => {
      const analysis = analysed(text);
      const [finding] = analysis.findings;
      const [fix] = finding?.fixes ?? [];
      assert.ok(finding && fix);
      assert.equal(fix.safety, 'behaviour');
      assert.equal(applied(text, analysis.editsOf(finding, fix.id) ?? []), fixed);
    });

  it('knows its files by name', () => {
    assert.deepEqual(
      ['.plimsoll.yaml', '/a/.plimsoll.yml', 'C:\\a\\.plimsoll.yaml', 'plimsoll.yaml', '/a/.plimsoll.yaml/b'].map(
        isSettingsFile,
      ),
      [true, true, true, false, false],
    );
  });
});
