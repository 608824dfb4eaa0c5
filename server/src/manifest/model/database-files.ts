import type { TextRange } from '../../engine/text';
import { rangeWithin } from '../../shell/command-line';
import type { Container } from './manifest';

/** A database in a file, which a container is told to use. */
export interface DatabaseFile {
  readonly path: string;
  readonly range: TextRange;
}

/** `sqlite:////data/app.db`, of which a fourth slash says that the path is absolute; or a path that ends like one. */
const asUrl = /\bsqlite3?(?:\+\w+)?:(?:\/\/\/)?(\/[^\s?"'/][^\s?"']*)/i;
const asPath = /(?:^|[=\s])(\/[\w./-]+\.(?:db|sqlite3?))$/i;

/** The database files that the variables and the words of a container's command name by an absolute path. */
export function databaseFilesOf({ environment, command, args }: Container): readonly DatabaseFile[] {
  const values = environment.flatMap(({ value, valueNode }) => {
    const path = pathIn(value);
    return path === undefined || valueNode === undefined ? [] : [{ path, range: valueNode.range }];
  });
  const words = [...(command ?? []), ...(args ?? [])].flatMap((word) => {
    const path = pathIn(word.value);
    const start = path === undefined ? -1 : (word.value ?? '').indexOf(path);
    const range = path === undefined ? undefined : (rangeWithin(word, start, start + path.length) ?? word.range);
    return path === undefined || range === undefined ? [] : [{ path, range }];
  });
  return [...values, ...words];
}

/** What lies in a temporary folder is meant to go. */
function pathIn(text: string | undefined): string | undefined {
  const path = text === undefined ? undefined : (asUrl.exec(text) ?? asPath.exec(text))?.[1];
  return path === undefined || /^\/(?:tmp|var\/tmp|dev|run|var\/run)\//.test(path) ? undefined : path;
}
