import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { aliasesOf } from '../../server/src/engine/rule';
import { languages } from '../../server/src/languages';

/** The pages of the rules that carry each id of another tool, by that id without the tool's name. */
export function pagesByCheck(tool: string): ReadonlyMap<string, readonly string[]> {
  const pages = new Map<string, string[]>();
  for (const { id, rules, fileRules } of languages)
    for (const rule of [...rules, ...fileRules])
      for (const alias of aliasesOf(rule)) {
        if (!alias.startsWith(`${tool}/`)) continue;
        const check = alias.slice(tool.length + 1);
        const file = path.join('server/src', id, 'rules', rule.chapter, `${rule.id}.md`);
        pages.set(check, [...(pages.get(check) ?? []), existsSync(file) ? readFileSync(file, 'utf8') : '']);
      }
  return new Map([...pages].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Whether a page says, under "Not reported", that the check answers differently. */
export const namesCheck = (pages: readonly string[], check: string): boolean =>
  pages.some((page) => {
    const [, notReported = ''] = /\n## Not reported\n([\s\S]*?)(?:\n## |$)/.exec(page) ?? [];
    return new RegExp(`(?<![\\w-])${check}(?![\\w-])`).test(notReported);
  });

/** The checks of a tool in its table of the page for those who come from other linters. */
export function checksListed(tool: string): ReadonlySet<string> {
  const page = readFileSync('docs/coming-from-other-linters.md', 'utf8');
  const section = page.split('\n## ').find((each) => each.startsWith(`${tool}\n`)) ?? '';
  const cells = [...section.matchAll(/^\| ([^|]+) \|/gm)].map(([, cell = '']) => cell);
  return new Set(cells.flatMap((cell) => cell.split(', ')));
}
