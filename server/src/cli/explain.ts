import { aliasesOf } from '../engine/rule';
import { type ListedRule, listedRules } from '../languages';
import { closestRuleName, ruleName, ruleNames, rulesNamed } from '../settings/rule-names';
import type { Command } from './command';
import { Complaints } from './complaints';
import { exitStatus } from './host';
import { pageAddress, pageReader } from './rule-page';
import { bestSafety, defaultSeverity } from './rules';

export const explainCommand: Command = {
  name: 'explain',
  usage: 'ID...',
  summary: "show a rule's page: what it finds, why, and how to put it right",
  options: [],
  sections: [
    { title: 'DESCRIPTION', lines: ['ID is a rule, or what another tool calls it: hadolint/DL3009, or DL3009.'] },
  ],
  examples: [
    ['plimsoll explain split-package-update', 'show one page'],
    ['plimsoll explain DL3009 KSV-0014', 'show the pages of what other tools report'],
  ],
  run({ operands }, host) {
    const complaints = new Complaints(host);
    if (operands.length === 0) complaints.fail('explain needs the id of a rule (see plimsoll rules)');
    const names = ruleNames(listedRules.map(({ rule }) => rule));
    const pageOf = pageReader();
    for (const operand of operands) {
      const name = ruleName(names, operand);
      if (name === undefined) {
        const meant = closestRuleName(names, operand);
        complaints.fail(`there is no rule ${operand}${meant === undefined ? '' : `; did you mean ${meant}?`}`);
        continue;
      }
      for (const rule of rulesNamed(names, name)) {
        const listed = listedRules.find((candidate) => candidate.rule === rule);
        if (listed !== undefined) host.output.write(explanation(listed, pageOf(rule.id)));
      }
    }
    return complaints.failed ? exitStatus.failed : exitStatus.clean;
  },
};

function explanation(listed: ListedRule, page: string | undefined): string {
  const { rule, domain } = listed;
  const aliases = aliasesOf(rule);
  const facts = [
    `Severity: ${defaultSeverity(rule)}`,
    `Fix: ${bestSafety(rule) ?? 'none'}`,
    `Chapter: ${domain}, ${rule.chapter}`,
    ...(aliases.length > 0 ? [`Also known as: ${aliases.join(', ')}`] : []),
    pageAddress(listed),
  ];
  return `${page?.trimEnd() ?? `# ${rule.id}\n\n${messages(listed)}`}\n\n${facts.join('\n')}\n\n`;
}

const messages = ({ rule }: ListedRule): string =>
  Object.values(rule.variants)
    .map(({ severity, message }) => `${severity}: ${message}`)
    .join('\n');
