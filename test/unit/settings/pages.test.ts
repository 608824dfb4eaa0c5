import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fixAll } from '../../../server/src/engine/fix-all';
import { unusedSuppression } from '../../../server/src/engine/unused-suppression';
import { analyseSettings } from '../../../server/src/settings/analyse-settings';
import { ruleNames } from '../../../server/src/settings/rule-names';
import { settingsRules } from '../../../server/src/settings/rules';
import { parsePage } from '../../rules/page';

const names = ruleNames([...settingsRules, unusedSuppression]);
const analysed = (text: string) => analyseSettings({ path: undefined, languageId: undefined, text }, names);

for (const rule of settingsRules)
  describe(`the page of ${rule.id}`, () => {
    const page = parsePage(readFileSync(`server/src/settings/rules/${rule.id}.md`, 'utf8'));
    const findingsIn = (text: string) => analysed(text).findings.filter((finding) => finding.rule === rule.id);

    it('says what, why and how', () => {
      assert.equal(page.title, rule.id);
      assert.deepEqual(page.sections, ['Why', 'Fix', 'Not reported', 'Examples', 'References']);
    });

    page.examples.forEach(({ role, text, marks, line }, index) => {
      it(`is right at line ${line}`, () => {
        const expected = role === 'bad' ? marks : [];
        assert.deepEqual(
          findingsIn(text).map(({ range }) => text.slice(range.start, range.end)),
          expected.map(({ start, end }) => text.slice(start, end)),
        );
        const before = page.examples[index - 1];
        if (role === 'fixed' && before !== undefined)
          assert.equal(fixAll(before.text, analysed, (finding) => finding.rule === rule.id).text, text);
      });
    });
  });
