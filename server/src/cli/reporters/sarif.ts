import type { Finding } from '../../engine/finding';
import type { Severity } from '../../engine/severity';
import type { TextRange } from '../../engine/text';
import type { ListedRule } from '../../languages';
import type { CheckedFile } from '../checked-file';
import { fingerprints } from '../fingerprints';
import type { Lines } from '../lines';
import { informationAddress, pageAddress } from '../rule-page';
import type { ReportContext, ReporterFactory } from './reporter';

const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** SARIF 2.1.0, as code scanning services read it: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html. */
export const sarif: ReporterFactory = (context) => {
  const results: object[] = [];
  const ruleIds: string[] = [];
  const indexOf = (id: string): number => {
    const known = ruleIds.indexOf(id);
    return known === -1 ? ruleIds.push(id) - 1 : known;
  };
  return {
    file: (file) => {
      const prints = fingerprints(file);
      for (const [index, finding] of file.findings.entries())
        results.push(resultOf(file, finding, indexOf(finding.rule), prints[index] ?? ''));
      return '';
    },
    end: () => `${JSON.stringify(logOf(context, results, ruleIds), null, 2)}\n`,
  };
};

const logOf = (context: ReportContext, results: readonly object[], ruleIds: readonly string[]): object => ({
  $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
  version: '2.1.0',
  runs: [
    {
      tool: {
        driver: {
          name: 'Plimsoll',
          version: context.version,
          semanticVersion: context.version,
          informationUri: informationAddress,
          rules: ruleIds.map((id) => descriptorOf(id, context)),
        },
      },
      columnKind: 'utf16CodeUnits',
      results,
    },
  ],
});

function descriptorOf(id: string, { rules, page }: ReportContext): object {
  const listed = rules.find(({ rule }) => rule.id === id);
  if (listed === undefined) return { id };
  const { rule } = listed;
  const markdown = page(id);
  const summary = markdown === undefined ? undefined : /^# .+\n+(.+)/.exec(markdown)?.[1];
  return {
    id,
    shortDescription: { text: summary ?? firstMessage(listed) },
    helpUri: pageAddress(listed),
    ...(markdown === undefined ? {} : { help: { text: markdown, markdown } }),
    defaultConfiguration: { enabled: rule.enabled !== false, level: levels[firstSeverity(listed)] },
    properties: { tags: [...new Set([listed.domain, rule.chapter])] },
  };
}

const firstMessage = ({ rule }: ListedRule): string => Object.values(rule.variants)[0]?.message ?? rule.id;

const firstSeverity = ({ rule }: ListedRule): Severity => Object.values(rule.variants)[0]?.severity ?? 'warning';

function resultOf(file: CheckedFile, finding: Finding, ruleIndex: number, fingerprint: string): object {
  const { lines, name } = file;
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: levels[finding.severity],
    message: { text: finding.message },
    locations: [{ physicalLocation: { artifactLocation: artifact(name), region: region(lines, finding.range) } }],
    partialFingerprints: { 'plimsollFinding/v1': fingerprint },
    ...(finding.related.length === 0
      ? {}
      : {
          relatedLocations: finding.related.map(({ range, message }, id) => ({
            id,
            physicalLocation: { artifactLocation: artifact(name), region: region(lines, range) },
            message: { text: message },
          })),
        }),
    ...fixesOf(file, finding),
    ...(finding.aliases.length === 0 ? {} : { properties: { aliases: finding.aliases } }),
  };
}

/** Fixes whose text is final: one that needs a value from a person is none that a machine may make. */
function fixesOf(file: CheckedFile, finding: Finding): object {
  const fixes = finding.fixes
    .filter(({ safety }) => safety === 'safe' || safety === 'behaviour')
    .flatMap((fix) => {
      const edits = file.editsOf(finding, fix.id) ?? [];
      if (edits.length === 0) return [];
      const replacements = edits.map(({ range, newText }) => ({
        deletedRegion: region(file.lines, range),
        insertedContent: { text: newText },
      }));
      return [
        {
          description: { text: fix.title },
          artifactChanges: [{ artifactLocation: artifact(file.name), replacements }],
        },
      ];
    });
  return fixes.length === 0 ? {} : { fixes };
}

function region(lines: Lines, { start, end }: TextRange): object {
  const [from, to] = [lines.positionAt(start), lines.positionAt(end)];
  return {
    startLine: from.line + 1,
    startColumn: from.character + 1,
    endLine: to.line + 1,
    endColumn: to.character + 1,
  };
}

const artifact = (name: string): object =>
  name.startsWith('/') || /^[a-z]:/i.test(name)
    ? { uri: `file://${name.startsWith('/') ? '' : '/'}${escaped(name)}` }
    : { uri: escaped(name), uriBaseId: '%SRCROOT%' };

/** Half of a surrogate pair, which some file systems allow in a name, cannot be written in an address. */
const escaped = (path: string): string =>
  path
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .split('/')
    .map(encodeURIComponent)
    .join('/')
    .replaceAll('%3A', ':');
