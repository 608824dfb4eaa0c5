import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import '../../../server/src/editor-languages';
import { Analyser } from '../../../server/src/engine/analyser';
import { translate } from '../../../server/src/engine/message';
import { defaultSettings } from '../../../server/src/engine/settings';
import pages from '../../../server/src/generated/pages.json';
import { languages } from '../../../server/src/languages';
import { parsePage } from '../../rules/page';

const settings = { ...defaultSettings, extends: 'all' } as const;

/** Two words of English that are no code: a value that no table of templates and no rule's `phrases` has. */
const prose = /[a-z]{2,} [a-z]{2,}/;

/** What a probe would run is code, and a reader of YAML complains in its own words. */
const isCode = (text: string): boolean => /redis-cli ping|^kubectl 无法读取：/.test(text);

/** Every text about the examples of a page, without literals. */
function textsAbout(page: string): readonly string[] {
  const bad = parsePage(page).examples.filter(({ role }) => role === 'bad');
  return bad.flatMap(({ text, language, attributes }) => {
    const fallback = language === 'dockerfile' ? 'Dockerfile' : `manifest.${language}`;
    const file = { path: attributes.file ?? fallback, languageId: undefined, text };
    const { findings } = new Analyser(languages).analyse(file, settings, '2026-11-26');
    return findings.flatMap(({ message, fixes, related }) => [
      message,
      ...fixes.map(({ title }) => title),
      ...related.map((place) => place.message),
    ]);
  });
}

describe('findings in zh-cn', () => {
  before(() => {
    const sections: Readonly<Record<string, Readonly<Record<string, string>>>> = JSON.parse(
      readFileSync('l10n/zh-cn.json', 'utf8'),
    );
    translate(new Map(Object.values(sections).flatMap((section) => Object.entries(section))));
  });

  after(() => translate(new Map()));

  it('hold no English but literals, names and numbers', () => {
    const texts = new Set(Object.values(pages).flatMap(textsAbout));
    assert.ok(texts.size > 500);
    assert.deepEqual(
      [...texts].filter((text) => !isCode(text) && prose.test(text.replace(/`[^`]*`/g, ''))),
      [],
    );
  }).timeout(60_000);
});
