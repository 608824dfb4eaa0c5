import { Reader } from './reader';
import type { ShellSource } from './source';
import { readStatements } from './statements';
import type { Script } from './syntax';

/**
 * Reads a shell script. It never throws, whatever the text: what does not belong where it stands is passed over and
 * listed among the script's problems, and what is unfinished ends with the text.
 */
export function parseShell(source: ShellSource): Script {
  const reader = new Reader(source, readStatements);
  return reader.scriptUntil();
}
