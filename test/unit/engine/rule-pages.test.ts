import assert from 'node:assert/strict';
import { pagesFrom, type RulePages } from '../../../server/src/engine/rule-pages';
import pages from '../../../server/src/generated/pages.json';

const apart = async (whole: RulePages): Promise<unknown> => {
  const { sectionsOf } = await import('../../../scripts/page-sections.mjs');
  return JSON.parse(JSON.stringify(sectionsOf(whole)));
};

describe('rule pages', () => {
  it('come together again as they were', async () => assert.deepEqual(pagesFrom(await apart(pages)), pages));

  it('may lack a section', async () => {
    const some = { a: '# a\n\nA.\n\n## Why\n\nSo.\n', b: '# b\n\nB.\n\n## Fix\n\nNone.\n', c: '' };
    assert.deepEqual(pagesFrom(await apart(some)), some);
  });

  it('are taken as they are when they were not taken apart', () => assert.deepEqual(pagesFrom(pages), pages));

  for (const value of [undefined, null, 'text', { rules: 1 }, { rules: ['a'], sections: { a: 1 } }])
    it(`are not found in ${JSON.stringify(value)}`, () => assert.equal(pagesFrom(value), undefined));
});
