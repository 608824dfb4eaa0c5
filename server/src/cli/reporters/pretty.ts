import type { Finding } from '../../engine/finding';
import type { Safety } from '../../engine/fix';
import { type Severity, severities } from '../../engine/severity';
import type { CheckedFile } from '../checked-file';
import { counted } from '../counted';
import { pageAddress } from '../rule-page';
import { harmless, linked, type Style, styled } from '../terminal';
import { codeFrame } from './code-frame';
import type { ReportContext, ReporterFactory } from './reporter';

const styleOf: Readonly<Record<Severity, Style>> = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'cyan',
};

const howToApply: Readonly<Record<Safety, string>> = {
  safe: '--fix',
  behaviour: '--fix=all',
  placeholder: 'in an editor',
  refactor: 'in an editor',
};

/** For people: each finding with its line of code, and a summary. */
export const pretty: ReporterFactory = (context) => {
  const counts = new Map<string, number>();
  const count = (what: string): void => void counts.set(what, (counts.get(what) ?? 0) + 1);
  return {
    file: (file) => {
      if (file.findings.length > 0) count('files');
      for (const { severity, fixes } of file.findings) {
        count(severity);
        if (fixes.some(({ safety }) => safety === 'safe')) count('safe');
        else if (fixes.some(({ safety }) => safety === 'behaviour')) count('behaviour');
      }
      if (file.mended.length > 0) count('mendedFiles');
      for (const _ of file.mended) count('mended');
      return mendedIn(file, context) + file.findings.map((finding) => findingIn(file, finding, context)).join('');
    },
    end: (files) => summary(counts, files, context),
  };
};

function mendedIn({ name, mended }: CheckedFile, { terminal }: ReportContext): string {
  if (mended.length === 0) return '';
  const lines = mended.map(({ finding, fix }) => {
    const label = styled(terminal, 'green', 'fixed');
    return `${harmless(name)} ${label} ${harmless(fix.title)} ${styled(terminal, 'dim', finding.rule)}\n`;
  });
  return `${lines.join('')}\n`;
}

function findingIn({ name, lines }: CheckedFile, finding: Finding, context: ReportContext): string {
  const { terminal } = context;
  const place = (offset: number): string => {
    const { line, character } = lines.positionAt(offset);
    return `${line + 1}:${character + 1}`;
  };
  const [best] = finding.fixes;
  return [
    `${styled(terminal, 'bold', `${harmless(name)}:${place(finding.range.start)}`)} ` +
      `${styled(terminal, styleOf[finding.severity], finding.severity)} ${harmless(finding.message)} ` +
      ruleLink(finding.rule, context),
    ...codeFrame(lines, finding.range, terminal),
    ...finding.related.map(({ range, message }) =>
      styled(terminal, 'dim', `    see ${place(range.start)}: ${harmless(message)}`),
    ),
    ...(best === undefined
      ? []
      : [`    ${styled(terminal, 'green', 'fix')} ${harmless(best.title)} (${howToApply[best.safety]})`]),
    '',
    '',
  ].join('\n');
}

function ruleLink(id: string, { rules, terminal }: ReportContext): string {
  const listed = rules.find(({ rule }) => rule.id === id);
  const name = styled(terminal, 'dim', id);
  return listed === undefined ? name : linked(terminal, pageAddress(listed), name);
}

function summary(counts: ReadonlyMap<string, number>, files: number, { terminal }: ReportContext): string {
  const of = (what: string): number => counts.get(what) ?? 0;
  const mended = of('mended');
  const start = mended === 0 ? '' : `Fixed ${counted(mended, 'finding')} in ${counted(of('mendedFiles'), 'file')}. `;
  const total = severities.reduce((sum, severity) => sum + of(severity), 0);
  if (files === 0) return 'There is no Dockerfile or manifest to check\n';
  if (total === 0) return `${start}${styled(terminal, 'green', 'No findings')} in ${counted(files, 'file')}\n`;
  const each = severities
    .filter((severity) => of(severity) > 0)
    .map((severity) => severityCount(severity, of(severity)));
  const fixable = [
    ...(of('safe') > 0 ? [`${of('safe')} fixable with --fix`] : []),
    ...(of('behaviour') > 0 ? [`${of('behaviour')} more with --fix=all`] : []),
  ];
  const found = `${counted(total, 'finding')} (${each.join(', ')}) in ${counted(of('files'), 'file')}`;
  return `${start}${styled(terminal, 'bold', found)}${fixable.map((part) => `, ${part}`).join('')}\n`;
}

const severityCount = (severity: Severity, count: number): string =>
  severity === 'information' ? `${count} information` : counted(count, severity);
