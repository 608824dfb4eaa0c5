import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import everyPage from '../../../server/src/generated/pages.json';
import { BundledTexts } from '../../../server/src/lsp/bundled-texts';
import { nameOfTemplates, translatable } from '../../../server/src/lsp/translations';
import { settingsRules } from '../../../server/src/settings/rules';

const isTranslated = (template: string): boolean => template.startsWith('There is no rule');

/** Of all templates that have been declared by now, some translated. */
function messagesOf(templates: readonly string[]): object {
  const texts = templates.map((template) => (isTranslated(template) ? `在这里：${template}` : null));
  return { of: nameOfTemplates(templates), texts, summaries: { 'unknown-rule': '名称。' } };
}

const known = (): readonly string[] => translatable(settingsRules);
const pages = { 'root-user': '# root-user\n\nEnglish.\n\n## Why\n', 'unknown-rule': '# unknown-rule\n\nEnglish.\n' };

/** What a worker, which has no disk, gets from its client. */
const served = (files: Readonly<Record<string, unknown>>): BundledTexts =>
  new BundledTexts({ readFile: async () => undefined }, settingsRules, async (name) =>
    Object.hasOwn(files, name) ? JSON.stringify(files[name]) : undefined,
  );

const strings = { 'rule.root-user': '用户。' };

describe('texts beside the server, in another language', () => {
  it('are translations of templates, English where there are none', async () => {
    const translations = await served({ 'messages.zh-cn.json': messagesOf(known()) }).translations('zh-cn');
    assert.deepEqual([...(translations?.keys() ?? [])], known().filter(isTranslated));
  });

  it('give pages their summaries, wherever the strings of package.json are', async () => {
    for (const folder of ['', '../']) {
      const found = served({
        'messages.zh-cn.json': messagesOf(known()),
        'pages.json': pages,
        [`${folder}package.nls.zh-cn.json`]: strings,
      });
      await found.translations('zh-cn');
      assert.deepEqual(await found.pages(), {
        'root-user': '# root-user\n\n用户。\n\n## Why\n',
        'unknown-rule': '# unknown-rule\n\n名称。\n',
      });
    }
  });

  it('leave everything in English where they cannot be read, or are of another release', async () => {
    for (const broken of [undefined, 'no texts', messagesOf(['others'])]) {
      const found = served({ 'messages.zh-cn.json': broken, 'pages.json': pages });
      assert.equal(await found.translations('zh-cn'), undefined);
      assert.equal((await found.pages())['root-user'], pages['root-user']);
    }
  });
});

describe('pages that were packed', () => {
  it('get back the titles and summaries that package.json has', async () => {
    const { abridged, sectionsOf } = await import('../../../scripts/page-sections.mjs');
    const summaries = JSON.parse(readFileSync('package.nls.json', 'utf8'));
    const packed = abridged(sectionsOf(everyPage), summaries);
    const withoutReferences = (page: string | undefined): string | undefined =>
      page?.replace(/\n## References[\s\S]*$/, '');
    const found = await served({ 'pages.json': packed, '../package.nls.json': summaries }).pages();
    for (const [rule, page] of Object.entries(everyPage))
      assert.equal(withoutReferences(found[rule]), withoutReferences(page));
    assert.ok(JSON.stringify(packed).length < JSON.stringify(everyPage).length * 0.95);
  });
});
