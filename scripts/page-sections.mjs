/**
 * Takes the pages of rules apart, for `server/src/engine/rule-pages.ts` to put them together again: what stands in the same
 * place of each page stands together.
 * @param {Readonly<Record<string, string>>} pages by rule
 * @returns {import('../server/src/engine/rule-pages').PageSections} with sections in the order in which they first come
 */
export function sectionsOf(pages) {
  const rules = Object.keys(pages);
  const sections = {};
  for (const [index, rule] of rules.entries())
    for (const part of pages[rule].split(/\n(?=## )/)) {
      const [heading, name = ''] = /^## (.*)\n/.exec(part) ?? [''];
      sections[name] ??= rules.map(() => null);
      sections[name][index] = part.slice(heading.length);
    }
  return { rules, sections };
}
