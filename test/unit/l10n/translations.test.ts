import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import '../../../server/src/editor-languages';
import { listedRules } from '../../../server/src/languages';
import '../../../server/src/lsp/server';
import pages from '../../../server/src/generated/pages.json';
import { languageOf, translatable, translationsBy } from '../../../server/src/lsp/translations';

type Strings = Readonly<Record<string, string>>;

const stringsIn = (file: string): Strings => {
  const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
  assert.ok(isRecord(parsed));
  return Object.fromEntries(
    Object.entries(parsed).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** The translations of a language, whatever section they stand in. */
function translationsOf(language: string): Strings {
  const sections: unknown = JSON.parse(readFileSync(`l10n/${language}.json`, 'utf8'));
  assert.ok(isRecord(sections));
  return Object.assign({}, ...Object.values(sections));
}

const summaries = Object.values(pages).map((page) => /^# .+\n+(.+)/.exec(page)?.[1] ?? '');
const templates = translatable(listedRules.map(({ rule }) => rule));

/** The names and descriptions of the snippets; a name may be the same in every language. */
const snippets = readdirSync('snippets')
  .filter((name) => /^\w+\.json$/.test(name))
  .flatMap((name) => Object.entries(JSON.parse(readFileSync(`snippets/${name}`, 'utf8'))))
  .map(([name, snippet]) => ({ name, description: isRecord(snippet) ? String(snippet.description) : '' }));

const placeholders = (text: string): readonly string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
const literals = (text: string): readonly string[] => [...new Set(text.match(/`+[^`]+`+/g) ?? [])].sort();
const addresses = (text: string): readonly string[] => (text.match(/\]\([^)]+\)/g) ?? []).toSorted();

/** Whether there is a word of ours in a template, and not only names, values and signs. */
const hasWords = (template: string): boolean =>
  /[A-Za-z]/.test(template.replace(/`[^`]*`|\{\w+\}|\bFROM\b|\bPID\b|\[Docker Hub\]/g, ''));

/** The strings of the client, which are its own keys. */
const clientStrings = readdirSync('client/src').flatMap((name) =>
  [...readFileSync(`client/src/${name}`, 'utf8').matchAll(/\bl10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g)].map((match) =>
    (match[1] ?? '').replace(/\\(.)/g, '$1'),
  ),
);

for (const language of ['zh-cn']) {
  const translations = translationsOf(language);
  const translated = (text: string): boolean => Object.hasOwn(translations, text);

  describe(`texts in ${language}`, () => {
    it('are there for every template', () => {
      assert.ok(templates.length > 1000);
      assert.deepEqual(
        templates.filter((template) => hasWords(template) && !translated(template)),
        [],
      );
    });

    it("are there for the summary of every rule's page, and for every snippet", () => {
      assert.deepEqual(
        [...summaries, ...snippets.map(({ description }) => description)].filter((text) => !translated(text)),
        [],
      );
    });

    it('are of texts that are still there', () => {
      const known = new Set([
        ...templates,
        ...summaries,
        ...snippets.flatMap(({ name, description }) => [name, description]),
      ]);
      assert.deepEqual(
        Object.keys(translations).filter((text) => !known.has(text)),
        [],
      );
    });

    it('keep values, literals and addresses', () => {
      for (const [english, text] of Object.entries(translations)) {
        assert.deepEqual(placeholders(text), placeholders(english), english);
        assert.deepEqual(literals(text), literals(english), english);
        assert.deepEqual(addresses(text).length, addresses(english).length, english);
      }
    });

    it('are there for what package.json shows', () => {
      const [own, english] = [stringsIn(`package.nls.${language}.json`), stringsIn('package.nls.json')];
      assert.deepEqual(Object.keys(own), Object.keys(english));
      for (const [key, text] of Object.entries(own)) {
        if (key.startsWith('snippets.')) continue;
        const said = english[key] ?? '';
        assert.notEqual(text, said, key);
        assert.deepEqual(literals(text), literals(said), key);
        assert.deepEqual(addresses(text), addresses(said), key);
      }
    });

    it('are there for every string of the client, and for no other', () => {
      const own = stringsIn(`l10n/bundle.l10n.${language}.json`);
      assert.ok(clientStrings.length > 20);
      assert.deepEqual(Object.keys(own).sort(), [...new Set(clientStrings)].sort());
      const values = (text: string): readonly string[] => (text.match(/\{\d\}/g) ?? []).toSorted();
      for (const [english, text] of Object.entries(own)) assert.deepEqual(values(text), values(english), english);
    });
  });
}

describe('translations', () => {
  it('are chosen by the tag of a language, however it is spelled', () => {
    for (const tag of ['zh-cn', 'zh-CN', 'zh_CN.UTF-8', 'zh', 'zh-Hans', 'zh-Hans-CN', 'zh-SG'])
      assert.equal(languageOf(tag), 'zh-cn', tag);
    for (const tag of [undefined, 'en', 'en-US', 'zh-tw', 'zh-Hant-TW', 'zh-HK', 'C', ''])
      assert.equal(languageOf(tag), undefined, tag);
  });

  it('of other templates are not taken', () => {
    assert.equal(translationsBy(['one', 'two'], { of: 'others', texts: ['eins', 'zwei'], summaries: {} }), undefined);
  });
});

describe('templates', () => {
  it('stand in tables wherever they are filled in, so that they are found', () => {
    const sources = readdirSync('server/src', { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    const texts = sources.map((name) => ({ name, text: readFileSync(`server/src/${name}`, 'utf8') }));
    const filling = texts.filter(({ text }) => /\brendered\(/.test(text) && /\/engine\/message'/.test(text));
    assert.ok(filling.length > 20);
    assert.deepEqual(
      filling
        .filter(({ text }) => !/\btemplates\(/.test(text) && !/from '\.\/texts'/.test(text))
        .map(({ name }) => name),
      [],
    );
    for (const { name, text } of filling) assert.doesNotMatch(text, /\brendered\(\s*['`]/, name);
  });
});
