import { isUtf8 } from 'node:buffer';
import { chmodSync, readFileSync, realpathSync, renameSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { reasonOf } from './complaints';

/** A file's text, without the byte order mark that it may start with. */
export interface TextFile {
  readonly text: string;
  readonly hasMark: boolean;
}

export type ReadText =
  | ({ readonly kind: 'text' } & TextFile)
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'binary'; readonly reason: string }
  | { readonly kind: 'huge'; readonly reason: string };

const mostBytes = 5 * 1024 * 1024;
const mark = '\uFEFF';

export function readText(path: string): ReadText {
  try {
    const file = statSync(path);
    if (!file.isFile()) return { kind: 'unreadable', reason: file.isDirectory() ? 'it is a folder' : 'it is no file' };
    if (file.size > mostBytes)
      return { kind: 'huge', reason: `larger than 5 MB (${(file.size / 1024 / 1024).toFixed(1)} MB)` };
    return decoded(readFileSync(path));
  } catch (error) {
    return { kind: 'unreadable', reason: reasonOf(error) };
  }
}

export function decoded(bytes: Buffer): ReadText {
  if (bytes.length > mostBytes) return { kind: 'huge', reason: 'larger than 5 MB' };
  if (/^(?:\xff\xfe|\xfe\xff)/.test(bytes.toString('latin1', 0, 2)))
    return { kind: 'binary', reason: 'it is UTF-16: save it as UTF-8' };
  if (bytes.includes(0)) return { kind: 'binary', reason: 'it is a binary file' };
  if (!isUtf8(bytes)) return { kind: 'binary', reason: 'it is not UTF-8' };
  const text = bytes.toString('utf8');
  return { kind: 'text', text: text.startsWith(mark) ? text.slice(1) : text, hasMark: text.startsWith(mark) };
}

export const encoded = ({ text, hasMark }: TextFile): string => (hasMark ? mark : '') + text;

/**
 * Replaces a file's text at once, so that nobody ever sees half of it; its permissions stay. Through a symbolic link the
 * file behind it is written. Throws what the file system throws.
 */
export function writeText(path: string, file: TextFile): void {
  const target = realpathSync(path);
  const { mode } = statSync(target);
  const draft = join(dirname(target), `.${basename(target)}.${process.pid}.plimsoll`);
  try {
    writeFileSync(draft, encoded(file), { flag: 'wx', mode });
  } catch {
    // A folder that takes no new files may hold a file that can be written.
    writeFileSync(target, encoded(file));
    return;
  }
  try {
    // The process's mask took bits from the mode.
    chmodSync(draft, mode);
    renameSync(draft, target);
  } catch (error) {
    unlinkSync(draft);
    throw error;
  }
}
