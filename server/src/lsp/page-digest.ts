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
        .replace(/^## (.+)$/m, '**$1**')
        .trim(),
    )
    .join('\n\n');
}
