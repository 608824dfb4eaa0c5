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

/**
 * The same without what is elsewhere: the title and summary of each rule that package.json has a text of, and the references,
 * which are of no use without a network and stand on the page on the web.
 * @param {import('../server/src/engine/rule-pages').PageSections} pages
 * @param {Readonly<Record<string, string>>} strings of package.json
 */
export function abridged({ rules, sections: { '': heads, References: references, ...others } }, strings) {
  const shortened = heads.map((head, index) => {
    const title = `# ${rules[index]}\n\n${strings[`rule.${rules[index]}`]}\n`;
    if (!head?.startsWith(title)) return head;
    return head === title ? null : head.slice(title.length);
  });
  const web = '\n[Rules](https://github.com/plimsoll/plimsoll/blob/main/docs/rules.md)\n';
  const links = references.map((list) => (list === null ? null : web));
  return { rules, sections: { '': shortened, ...others, References: links } };
}
