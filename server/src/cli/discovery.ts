import { existsSync, readdirSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import { pathMatcher } from '../settings/glob';
import { type Complaints, reasonOf } from './complaints';
import { isCandidate } from './file-kind';
import { type IgnoreRules, isIgnored, rulesAbove, rulesWithin } from './gitignore';
import { pathIn, pathWithin, slashed } from './paths';

/** A file to check. */
export interface FoundFile {
  /** As it is called in reports: the way its argument was written. */
  readonly name: string;
  /** Absolute, with `/`. */
  readonly path: string;
  /** `named`: an argument is this file. `matched`: a glob is. `walked`: found in a folder, by its name. */
  readonly origin: 'named' | 'matched' | 'walked';
}

const skippedFolders: ReadonlySet<string> = new Set(['.git', '.hg', '.svn', 'node_modules']);

/**
 * The files that the arguments stand for, each once: a file itself; a folder, with everything below that git does not
 * ignore and whose name says that it may be a Dockerfile or a manifest; a glob that the shell left alone.
 * @param folder where relative arguments count from
 */
export function* findFiles(
  wanted: readonly string[],
  folder: string,
  complaints: Complaints,
): Generator<FoundFile, void, undefined> {
  const seen = new Set<string>();
  for (const argument of wanted)
    for (const file of filesOf(slashed(argument), folder, complaints)) {
      if (seen.has(file.path)) continue;
      seen.add(file.path);
      yield file;
    }
}

function* filesOf(argument: string, folder: string, complaints: Complaints): Generator<FoundFile, void, undefined> {
  const path = pathIn(folder, argument);
  const name = posix.normalize(argument);
  try {
    if (statSync(path).isDirectory()) yield* walk(path, name, rulesAbove(path, isRepository), complaints, isCandidate);
    else yield { name, path, origin: 'named' };
  } catch (error) {
    if (/[*?[{]/.test(argument)) yield* matching(argument, folder, complaints);
    else complaints.fail(`${argument}: ${reasonOf(error)}`);
  }
}

/** The files that a glob matches, below the last folder of it that is written out. */
function* matching(glob: string, folder: string, complaints: Complaints): Generator<FoundFile, void, undefined> {
  const parts = posix.normalize(glob).split('/');
  const fixed = parts.slice(
    0,
    parts.findIndex((part) => /[*?[{]/.test(part)),
  );
  const name = fixed.join('/') || (glob.startsWith('/') ? '/' : '.');
  const base = pathIn(folder, name);
  // The leading slash keeps a glob of one part from matching at any depth, as it does not in a shell.
  const matches = pathMatcher([`/${parts.slice(fixed.length).join('/')}`]);
  const wanted = (path: string): boolean => matches(pathWithin(base, path) ?? '');
  let found = false;
  if (existsSync(base))
    for (const file of walk(base, name, rulesAbove(base, isRepository), complaints, wanted)) {
      found = true;
      yield { ...file, origin: 'matched' };
    }
  if (!found) complaints.fail(`${glob}: no file matches`);
}

/** In the order of names, so that reports are the same everywhere. Links are not followed: what they lead to may lead back. */
function* walk(
  path: string,
  name: string,
  above: IgnoreRules,
  complaints: Complaints,
  wanted: (path: string) => boolean,
): Generator<FoundFile, void, undefined> {
  const entries = entriesOf(path, name, complaints);
  const rules = rulesWithin(path, above, isRepository(path));
  for (const entry of entries) {
    const inner = posix.join(path, entry.name);
    const innerName = posix.join(name, entry.name);
    if (entry.isDirectory()) {
      if (skippedFolders.has(entry.name) || isIgnored(inner, true, rules)) continue;
      yield* walk(inner, innerName, rules, complaints, wanted);
    } else if (entry.isFile() && wanted(inner) && !isIgnored(inner, false, rules))
      yield { name: innerName, path: inner, origin: 'walked' };
  }
}

function entriesOf(path: string, name: string, complaints: Complaints) {
  try {
    return readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    complaints.fail(`${name}: ${reasonOf(error)}`);
    return [];
  }
}

const isRepository = (folder: string): boolean => existsSync(`${folder}/.git`);
