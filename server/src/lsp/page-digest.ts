import { rendered, templates } from '../engine/message';

const texts = templates({ why: 'Why', fix: 'Fix' });

/**
 * What of a rule's page fits into a hover: the summary, why it matters and what the fix does. Examples and references
 * stay on the page.
 */
export function pageDigest(page: string): string {
  const sections = page.split(/^(?=## )/m);
  const wanted = sections.filter((section, index) => index === 0 || /^## (Why|Fix)\n/.test(section));
  return wanted
    .map((section) =>
      section
        .replace(/^# (.+)$/m, '### $1')
        .replace(/^## (Why|Fix)$/m, (_, head: string) => `**${rendered(head === 'Why' ? texts.why : texts.fix, {})}**`)
        .trim(),
    )
    .join('\n\n');
}

/** A page with another summary, which is the paragraph behind its title. */
export const withSummary = (page: string, summary: string | undefined): string =>
  summary === undefined ? page : page.replace(/^(# .+\n+).+/, (_, title: string) => title + summary);

/** A page that begins with its title and summary, whether it had them or not. */
export const withTitle = (page: string, rule: string, summary: string): string =>
  page.startsWith('# ') ? page : `# ${rule}\n\n${summary}\n${page.startsWith('## ') ? '\n' : ''}${page}`;
