import { readFileSync } from 'node:fs';
import ignore, { type Ignore } from 'ignore';
import { parentFolder, pathWithin } from './paths';

/** What the `.gitignore` files of a folder and of those above it say, the outermost first. */
export interface IgnoreRules {
  readonly levels: readonly { readonly folder: string; readonly rules: Ignore }[];
}

export const noIgnoreRules: IgnoreRules = { levels: [] };

/** The rules for a folder's content: those of the folder above, and its own. */
export function rulesWithin(folder: string, above: IgnoreRules, isRoot: boolean): IgnoreRules {
  const own = [...(isRoot ? [`${folder}/.git/info/exclude`] : []), `${folder}/.gitignore`];
  const texts = own.map(textOf).filter((text) => text !== undefined);
  if (texts.length === 0) return above;
  return { levels: [...above.levels, { folder, rules: texts.reduce((rules, text) => rules.add(text), ignore()) }] };
}

/** The rules that hold in a folder by the `.gitignore` files above it, up to the root of its repository. */
export function rulesAbove(folder: string, isRepository: (folder: string) => boolean): IgnoreRules {
  const folders: string[] = [];
  let rootFound = isRepository(folder);
  for (let next = parentFolder(folder); next !== undefined && !rootFound; next = parentFolder(next)) {
    folders.unshift(next);
    rootFound = isRepository(next);
  }
  if (!rootFound) return noIgnoreRules;
  const rules = folders.reduce((above, next, index) => rulesWithin(next, above, index === 0), noIgnoreRules);
  // Whoever names a folder that is ignored wants to see what is in it.
  return isIgnored(folder, true, rules) ? noIgnoreRules : rules;
}

/** Whether git would skip a path. The innermost file that says something about it decides. */
export function isIgnored(path: string, isFolder: boolean, { levels }: IgnoreRules): boolean {
  for (const { folder, rules } of levels.toReversed()) {
    const below = pathWithin(folder, path);
    if (below === undefined || below === '') continue;
    const result = rules.test(isFolder ? `${below}/` : below);
    if (result.ignored) return true;
    if (result.unignored) return false;
  }
  return false;
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
