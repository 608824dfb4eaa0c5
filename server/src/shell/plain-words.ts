import { isBuiltin, onlyCommand } from './give-way';
import { parseShell } from './parser';
import { unlocatedSource } from './source';

/**
 * The words of a command line that means the same without a shell: one program, nothing to expand, redirect or assign.
 * @returns `undefined` where a shell has something to do
 */
export function plainWords(text: string): readonly string[] | undefined {
  const command = onlyCommand(parseShell(unlocatedSource(text)));
  if (command === undefined || command.assignments.length > 0 || command.redirects.length > 0) return undefined;
  const words = command.words.map(({ literal }) => literal);
  const known = words.filter((word) => word !== undefined);
  if (known.length < words.length || known.length === 0) return undefined;
  return isBuiltin(known[0] ?? '') ? undefined : known;
}
