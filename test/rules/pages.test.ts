import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Analyser, type Analysis } from '../../server/src/engine/analyser';
import { applied } from '../../server/src/engine/edits';
import type { Finding } from '../../server/src/engine/finding';
import type { Fix } from '../../server/src/engine/fix';
import { fixAll } from '../../server/src/engine/fix-all';
import type { Rule } from '../../server/src/engine/rule';
import { defaultSettings, type Settings } from '../../server/src/engine/settings';
import type { TextRange } from '../../server/src/engine/text';
import { languages } from '../../server/src/languages';
import { violations } from './contract';
import { type Example, type Page, parsePage } from './page';

const source = path.resolve('server/src');
const shapesFolder = path.resolve('test/rules');
const sections = ['Why', 'Fix', 'Not reported', 'Examples', 'References'];
const today = '2026-11-26';

for (const language of languages)
  for (const rule of [...language.rules, ...language.fileRules])
    describe(`${language.id} ${rule.id}`, () => testRule(language.id, rule));

describe('pages', () => {
  it('each have a rule', () => {
    const known = new Set(
      languages.flatMap((language) => [...language.rules, ...language.fileRules].map((rule) => `${rule.id}.md`)),
    );
    const stray = ['dockerfile', 'manifest'].flatMap((domain) =>
      readdirSync(path.join(source, domain, 'rules'), { recursive: true, encoding: 'utf8' }).filter(
        (name) => name.endsWith('.md') && !known.has(path.basename(name)),
      ),
    );
    const shapes = readdirSync(shapesFolder).filter((name) => name.endsWith('.md') && !known.has(name));
    assert.deepEqual([...stray, ...shapes], []);
  });
});

function testRule(domain: string, rule: Rule<never>): void {
  const file = path.join(source, domain, 'rules', rule.chapter, `${rule.id}.md`);
  const page = parsePage(existsSync(file) ? readFileSync(file, 'utf8') : '');

  it('has a page that says what, why and how', () => {
    assert.equal(page.title, rule.id, `no page at ${file}`);
    assert.match(page.summary, /^[^\n]+\.$/, 'the summary is one sentence');
    assert.deepEqual(page.sections, sections);
  });

  it('has messages and titles of one line that name their values', () => {
    for (const { message } of Object.values(rule.variants)) assert.match(message, /^[^\n]+[^.\n]$/);
    for (const { title } of Object.values(rule.fixes ?? {})) assert.match(title, /^[A-Z][^\n]+[^.\n]$/);
  });

  it('shows each of its variants and fixes in an example', () => {
    const seen = seenIn(rule, [page, shapesOf(rule)]);
    const expected = [...Object.keys(rule.variants), ...Object.keys(rule.fixes ?? {})];
    assert.deepEqual(
      expected.filter((name) => !seen.has(name)),
      [],
    );
  });

  testExamples(rule, page, 'page');
  testExamples(rule, shapesOf(rule), 'shapes');
}

function shapesOf(rule: Rule<never>): Page {
  const file = path.join(shapesFolder, `${rule.id}.md`);
  return parsePage(existsSync(file) ? readFileSync(file, 'utf8') : '');
}

function seenIn(rule: Rule<never>, pages: readonly Page[]): ReadonlySet<string> {
  const seen = new Set<string>();
  for (const example of pages.flatMap((page) => page.examples))
    if (example.role === 'bad')
      for (const finding of own(rule, analysisOf(rule, example, example.text))) {
        seen.add(finding.variant);
        for (const fix of finding.fixes) seen.add(fix.id);
      }
  return seen;
}

function testExamples(rule: Rule<never>, page: Page, where: string): void {
  let bad: Example | undefined;
  for (const example of page.examples) {
    const title = `${where}:${example.line}`;
    if (example.role === 'bad') {
      bad = example;
      it(`finds what is marked at ${title}`, () => assertFindings(rule, example));
      it(`keeps the contract of its fixes at ${title}`, () => assertContract(rule, example));
      continue;
    }
    it(`finds nothing at ${title}`, () =>
      assert.deepEqual(told(own(rule, analysisOf(rule, example, example.text))), []));
    const before = bad;
    if (example.role === 'fixed' && before !== undefined)
      it(`fixes to the byte at ${title}`, () => assertFixed(rule, before, example));
  }
}

function assertFindings(rule: Rule<never>, example: Example): void {
  const findings = own(rule, analysisOf(rule, example, example.text));
  const shown = (ranges: readonly TextRange[]) =>
    [...ranges]
      .sort((a, b) => a.start - b.start || a.end - b.end)
      .map(({ start, end }) => example.text.slice(start, end));
  assert.deepEqual(shown(findings.map((finding) => finding.range)), shown(example.marks), told(findings).join('\n'));
  assert.deepEqual(
    findings.map(({ range }) => [range.start, range.end]),
    [...example.marks].sort((a, b) => a.start - b.start || a.end - b.end).map(({ start, end }) => [start, end]),
  );
}

function assertContract(rule: Rule<never>, example: Example): void {
  const before = analysisOf(rule, example, example.text);
  const broken = own(rule, before).flatMap((finding) =>
    finding.fixes.flatMap((fix) => [
      ...(isDeclared(rule, fix) ? [] : [`${fix.title}: the rule does not say that it can be safe`]),
      ...violations({
        before,
        finding,
        fix,
        revealing: rule.fixes?.[fix.id]?.revealing === true,
        analyse: (text) => analysisOf(rule, example, text),
      }).map((violation) => `${fix.title}: ${violation}`),
    ]),
  );
  assert.deepEqual(broken, []);
}

/** Whoever looks for safe fixes and refactorings goes by what the rules say of theirs. */
function isDeclared(rule: Rule<never>, { id, safety }: Fix): boolean {
  const kind = rule.fixes?.[id];
  return (safety !== 'safe' && safety !== 'refactor') || kind?.safety === safety || kind?.safest === safety;
}

function assertFixed(rule: Rule<never>, bad: Example, fixed: Example): void {
  const wanted = fixed.attributes.fix;
  const analyse = (text: string): Analysis => analysisOf(rule, bad, text);
  const mended = (text: string): string =>
    fixAll(text, analyse, (finding, fix) => finding.rule === rule.id && (wanted ?? finding.fixes[0]?.id) === fix.id)
      .text;
  const once = wanted === undefined ? mended(bad.text) : firstOnly(rule, bad, wanted);
  assert.equal(once, fixed.text);
  if (wanted === undefined) assert.equal(mended(once), once, 'a second run changes the text again');
}

/** The text after one named fix of each finding that offers it, in one round; one that several offer is made once. */
function firstOnly(rule: Rule<never>, bad: Example, wanted: string): string {
  const before = analysisOf(rule, bad, bad.text);
  const offered = own(rule, before).map((finding) => before.editsOf(finding, wanted) ?? []);
  const distinct = new Map(offered.map((edits) => [JSON.stringify(edits), edits]));
  return applied(bad.text, [...distinct.values()].flat());
}

const own = (rule: Rule<never>, analysis: Analysis): readonly Finding[] =>
  analysis.findings.filter((finding) => finding.rule === rule.id);

const told = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ variant, range, message }) => `${variant} ${range.start}-${range.end} ${message}`);

function analysisOf(rule: Rule<never>, example: Example, text: string): Analysis {
  const dockerfile = example.language === 'dockerfile';
  const fallback = dockerfile ? 'Dockerfile' : example.language === 'json' ? 'manifest.json' : 'manifest.yaml';
  const file = { path: example.attributes.file ?? fallback, languageId: undefined, text };
  return new Analyser(languages).analyse(file, settingsOf(rule, example), today);
}

function settingsOf(rule: Rule<never>, example: Example): Settings {
  const set: Record<string, unknown> = {};
  const options: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(example.attributes)) {
    if (name.startsWith('set.')) set[name.slice('set.'.length)] = plain(value);
    if (name.startsWith('option.')) options[name.slice('option.'.length)] = plain(value);
  }
  return { ...defaultSettings, ...set, rules: { [rule.id]: { severity: 'on', options } } };
}

/** An attribute's value: JSON where it is that, a list where it has commas, else the text itself. */
function plain(value: string): unknown {
  if (/^(\d+|true|false|\{.*\}|\[.*\])$/.test(value) && !/^\d+\.\d+$/.test(value)) return JSON.parse(value);
  return value;
}
