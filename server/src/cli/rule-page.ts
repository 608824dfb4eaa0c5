import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pagesFrom } from '../engine/rule-pages';
import type { ListedRule } from '../languages';

const repository = 'https://github.com/plimsoll/plimsoll';

/** Where a rule's page can be read on the web. */
export function pageAddress({ domain, rule }: ListedRule): string {
  switch (domain) {
    case 'dockerfile':
    case 'manifest':
      return `${repository}/blob/main/server/src/${domain}/rules/${rule.chapter}/${rule.id}.md`;
    case 'settings':
      return `${repository}/blob/main/server/src/settings/rules/${rule.id}.md`;
    case 'suppression':
      return `${repository}/blob/main/docs/rules.md`;
  }
}

export const informationAddress = repository;

/** Reads the bundled pages when the first one is asked for. */
export function pageReader(): (rule: string) => string | undefined {
  let pages: ReadonlyMap<string, string> | undefined;
  return (rule) => {
    pages ??= readPages();
    return pages.get(rule);
  };
}

/** Beside the bundle, or where they are generated. */
const places = ['pages.json', '../generated/pages.json'];

function readPages(): ReadonlyMap<string, string> {
  for (const place of places) {
    const pages = pagesIn(join(__dirname, place));
    if (pages !== undefined) return pages;
  }
  return new Map();
}

function pagesIn(path: string): ReadonlyMap<string, string> | undefined {
  try {
    const pages = pagesFrom(JSON.parse(readFileSync(path, 'utf8')));
    return pages && new Map(Object.entries(pages));
  } catch {
    return undefined;
  }
}
