import type { Safety } from '../engine/fix';
import { aliasesOf, type Rule } from '../engine/rule';
import type { Severity } from '../engine/severity';
import { type ListedRule, listedRules } from '../languages';
import { lastOf } from './arguments';
import type { Command } from './command';
import { Complaints } from './complaints';
import { exitStatus } from './host';

export const rulesCommand: Command = {
  name: 'rules',
  usage: '[--format pretty|json]',
  summary: 'list the rules',
  options: [{ name: 'format', value: 'pretty|json', description: 'how to list them (default: pretty)' }],
  sections: [
    {
      title: 'DESCRIPTION',
      lines: [
        'Each rule with the severity and the safest fix that it has by itself, and the ids of equal checks of other tools.',
        'As JSON: [{"id", "domain", "chapter", "severity", "aliases", "fix"}].',
      ],
    },
  ],
  examples: [['plimsoll rules', 'list them by chapter']],
  run(given, host) {
    const format = lastOf(given, 'format') ?? 'pretty';
    if (format === 'json') host.output.write(asJson(listedRules));
    else if (format === 'pretty') host.output.write(asTable(listedRules));
    else {
      new Complaints(host).fail(`--format cannot be \`${format}\`; it is one of pretty, json`);
      return exitStatus.failed;
    }
    return exitStatus.clean;
  },
};

/** From the safest on. */
const safeties: readonly Safety[] = ['safe', 'behaviour', 'placeholder', 'refactor'];

/** The safest kind of fix that a rule may offer; `undefined` when it offers none. */
export function bestSafety(rule: Rule<never>): Safety | undefined {
  const offered = Object.values(rule.fixes ?? {}).map((fix) => fix.safety);
  return safeties.find((safety) => offered.includes(safety));
}

/** The severity of a rule's first variant; `off` for a rule that is not on by itself. */
export const defaultSeverity = (rule: Rule<never>): Severity | 'off' =>
  rule.enabled === false ? 'off' : (Object.values(rule.variants)[0]?.severity ?? 'off');

const asJson = (rules: readonly ListedRule[]): string =>
  `${JSON.stringify(
    rules.map(({ domain, rule }) => ({
      id: rule.id,
      domain,
      chapter: rule.chapter,
      severity: defaultSeverity(rule),
      aliases: aliasesOf(rule),
      fix: bestSafety(rule) ?? null,
    })),
    null,
    1,
  )}\n`;

function asTable(rules: readonly ListedRule[]): string {
  const width = Math.max(...rules.map(({ rule }) => rule.id.length));
  let chapter = '';
  return rules
    .map(({ domain, rule }) => {
      const cells = [rule.id.padEnd(width), defaultSeverity(rule).padEnd(11), (bestSafety(rule) ?? '').padEnd(11)];
      const row = `  ${[...cells, aliasesOf(rule).join(' ')].join('  ').trimEnd()}\n`;
      const title = `${domain}: ${rule.chapter}`;
      if (title === chapter) return row;
      const space = chapter === '' ? '' : '\n';
      chapter = title;
      return `${space}${title}\n${row}`;
    })
    .join('');
}
