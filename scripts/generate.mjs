// Writes what follows from the rules: the rule indexes, the bundled pages, the settings' schema, the rule list and the page
// about other linters in the documentation, the rules' settings in package.json; and all of it that is in other languages.
// Usage: node --import tsx scripts/generate.mjs [--check]   (--check writes nothing and fails when something is stale)
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { otherLinters } from './other-linters.mjs';
import { translatedLanguages, translatedSnippets, translationsInto, withGenerated } from './translations.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const checking = process.argv.includes('--check');
const stale = [];

/** In the order of the guidance that the rules teach. */
const chapters = {
  dockerfile: [
    'parent',
    'layers',
    'stages',
    'scope',
    'configuration',
    'process',
    'health',
    'logging',
    'state',
    'security',
    'correctness',
  ],
  manifest: [
    'pods',
    'configuration',
    'process',
    'health',
    'state',
    'resources',
    'security',
    'access',
    'objects',
    'validity',
  ],
};

const snippetNames = ['dockerfile', 'dockerignore', 'kubernetes'];

/** Rules about settings files cannot be set themselves. */
const isListed = ({ domain }) => domain !== 'settings';

const notice =
  '// The table of contents, written by `npm run generate`: one line for each rule, in the order of the guidance.';

write('server/src/dockerfile/rules/index.ts', dockerfileIndex());
write('server/src/manifest/rules/index.ts', manifestIndex());

const { listedRules } = await import('../server/src/languages.ts');
const { settingsSchema } = await import('../server/src/settings/schema.ts');
await import('../server/src/editor-languages.ts');
await import('../server/src/lsp/server.ts');
const { nameOfTemplates, stringFile, summaryKey, translatable, translationFile } = await import(
  '../server/src/lsp/translations.ts'
);
const { aliasesOf } = await import('../server/src/engine/rule.ts');
/** The rules about files of a language, in the order of the chapters, then those about settings and suppressions. */
const ordered = [
  ...Object.entries(chapters).flatMap(([domain, names]) =>
    names.flatMap((chapter) =>
      listedRules
        .filter((entry) => entry.domain === domain && entry.rule.chapter === chapter)
        .sort((a, b) => (a.rule.id < b.rule.id ? -1 : 1)),
    ),
  ),
  ...listedRules.filter(({ domain }) => !(domain in chapters)),
];
const pages = Object.fromEntries(
  ordered.map((entry) => [entry.rule.id, readFileSync(path.join(root, pageFile(entry)), 'utf8')]),
);
const schema = settingsSchema(ordered.map(({ rule }) => rule));

write('server/src/generated/pages.json', json(pages));
write('schemas/plimsoll.schema.json', json(schema));
write('docs/rules.md', ruleList());
write('docs/coming-from-other-linters.md', otherLinters(ordered.map(named)));
writeManifest();
for (const language of translatedLanguages(root)) writeTranslations(language);

if (stale.length > 0) {
  console.log(`stale, run npm run generate: ${stale.join(' ')}`);
  process.exitCode = 1;
}

function write(name, text) {
  const file = path.join(root, name);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  stale.push(name);
  if (checking) return;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(`wrote ${name}`);
  stale.pop();
}

function json(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** The rule files of a domain, by chapter, with the name that the index gives them. */
function ruleFiles(domain) {
  const folder = path.join(root, 'server/src', domain, 'rules');
  return chapters[domain].map((chapter) => {
    const inside = path.join(folder, chapter);
    const files = existsSync(inside) ? readdirSync(inside).filter((name) => name.endsWith('.md')) : [];
    const ids = files.map((name) => name.slice(0, -'.md'.length)).sort();
    return {
      chapter,
      rules: ids.map((id) => ({
        id,
        name: id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase()),
        source: readFileSync(path.join(inside, `${id}.ts`), 'utf8'),
      })),
    };
  });
}

function imports(found) {
  return found
    .flatMap(({ chapter, rules }) => rules.map(({ id, name }) => `import ${name} from './${chapter}/${id}';`))
    .sort((a, b) => (pathIn(a) < pathIn(b) ? -1 : 1));
}

function pathIn(line) {
  return line.slice(line.indexOf("'"));
}

function list(name, type, found) {
  const lines = found.flatMap(({ chapter, rules }) =>
    rules.length === 0 ? [] : [`  // ${chapter}`, ...rules.map((rule) => `  ${rule.name},`)],
  );
  const head = `export const ${name}: readonly Rule<${type}>[] = [`;
  return lines.length === 0 ? [`${head}];`] : [head, ...lines, '];'];
}

function dockerfileIndex() {
  const found = ruleFiles('dockerfile');
  return [
    notice,
    "import type { Rule } from '../../engine/rule';",
    "import type { Dockerfile } from '../model/dockerfile';",
    ...imports(found),
    '',
    ...list('dockerfileRules', 'Dockerfile', found),
    '',
  ].join('\n');
}

function manifestIndex() {
  const found = ruleFiles('manifest');
  const only = (wanted) =>
    found.map(({ chapter, rules }) => ({ chapter, rules: rules.filter(({ source }) => wanted === ofFile(source)) }));
  return [
    notice,
    "import type { Rule } from '../../engine/rule';",
    "import type { Manifest, ManifestDocument } from '../model/manifest';",
    ...imports(found),
    '',
    ...list('manifestRules', 'ManifestDocument', only(false)),
    '',
    '/** Those that read all documents of a file together. */',
    ...list('manifestFileRules', 'Manifest', only(true)),
    '',
  ].join('\n');
}

function ofFile(source) {
  return /export default manifestFileRule\(/.test(source);
}

/** Where a rule's page is, from the root of the project. */
function pageFile({ domain, rule }) {
  if (domain === 'suppression') return `server/src/engine/${rule.id}.md`;
  if (domain === 'settings') return `server/src/settings/rules/${rule.id}.md`;
  return `server/src/${domain}/rules/${rule.chapter}/${rule.id}.md`;
}

function summaryOf(rule) {
  return /^# .+\n+(.+)/.exec(pages[rule.id])?.[1] ?? '';
}

/** A rule as the page about other linters shows it. */
function named(entry) {
  const [, notReported = ''] = /\n## Not reported\n([\s\S]*?)(?:\n## |$)/.exec(pages[entry.rule.id]) ?? [];
  return { id: entry.rule.id, aliases: aliasesOf(entry.rule), page: `../${pageFile(entry)}`, notReported };
}

function ruleList() {
  const lines = ['# Rules', '', 'Written by `npm run generate`. `plimsoll explain ID` shows a rule’s page.'];
  for (const [domain, names] of Object.entries(chapters)) {
    lines.push('', `## ${domain === 'dockerfile' ? 'Dockerfiles' : 'Kubernetes manifests'}`);
    for (const chapter of names) {
      const inside = ordered.filter((entry) => entry.domain === domain && entry.rule.chapter === chapter);
      if (inside.length > 0) lines.push('', `### ${chapter}`, '', ...ruleTable(inside));
    }
  }
  const others = ordered.filter(({ domain }) => !(domain in chapters));
  lines.push('', '## Settings and suppressions', '', ...ruleTable(others));
  return `${lines.join('\n')}\n`;
}

function ruleTable(entries) {
  return ['| Rule | Severity | Fix | What it says | Also known as |', '|---|---|---|---|---|', ...entries.map(ruleRow)];
}

function ruleRow(entry) {
  const { rule } = entry;
  const link = `<a id="${rule.id}"></a>[${rule.id}](../${pageFile(entry)})`;
  const severities = [...new Set(Object.values(rule.variants).map((variant) => variant.severity))].join(', ');
  const safeties = [...new Set(Object.values(rule.fixes ?? {}).map((fix) => fix.safety))].join(', ') || '–';
  const level = rule.enabled === false ? `off (${severities})` : severities;
  const aliases = aliasesOf(rule)
    .map((alias) => `\`${alias}\``)
    .join(' ');
  return `| ${link} | ${level} | ${safeties} | ${summaryOf(rule).replaceAll('|', '\\|')} | ${aliases} |`;
}

/** package.json: one entry for each rule inside the setting `plimsoll.rules`, so that editors complete and check it. */
function writeManifest() {
  const name = 'package.json';
  const manifest = JSON.parse(readFileSync(path.join(root, name), 'utf8'));
  const setting = manifest.contributes.configuration?.properties?.['plimsoll.rules'];
  if (setting === undefined) return;
  setting.properties = Object.fromEntries(
    ordered
      .filter(isListed)
      .map(({ rule }) => [
        rule.id,
        { enum: ['off', 'hint', 'information', 'warning', 'error', 'on'], description: `%${summaryKey(rule.id)}%` },
      ]),
  );
  write(name, json(manifest));
  writeStrings(
    'package.nls.json',
    (text) => text,
    (name) => name,
  );
}

/** The strings of package.json that are generated: what each rule says, and which files the snippets come from. */
function writeStrings(name, translated, snippetFile) {
  const rules = ordered.filter(isListed).map(({ rule }) => [summaryKey(rule.id), translated(summaryOf(rule))]);
  const snippets = snippetNames.map((each) => [`snippets.${each}`, `./snippets/${snippetFile(each)}.json`]);
  const text = readFileSync(path.join(root, name), 'utf8');
  write(name, withGenerated(text, Object.fromEntries([...rules, ...snippets])));
}

/** What ships of a language: texts without the English ones that they translate, and where the editor looks for them. */
function writeTranslations(language) {
  const translations = translationsInto(language, root);
  const templates = translatable(listedRules.map(({ rule }) => rule));
  const unlisted = ordered.filter((entry) => !isListed(entry)).map(({ rule }) => rule);
  const inLanguage = (text) => translations.get(text) ?? null;
  write(
    `server/src/generated/${translationFile(language)}`,
    json({
      of: nameOfTemplates(templates),
      texts: templates.map(inLanguage),
      summaries: Object.fromEntries(unlisted.map((rule) => [rule.id, inLanguage(summaryOf(rule)) ?? summaryOf(rule)])),
    }),
  );
  writeStrings(
    stringFile(language),
    (text) => inLanguage(text) ?? text,
    (name) => `${name}.${language}`,
  );
  for (const name of snippetNames) {
    const snippets = JSON.parse(readFileSync(path.join(root, `snippets/${name}.json`), 'utf8'));
    write(`snippets/${name}.${language}.json`, json(translatedSnippets(snippets, translations)));
  }
}
