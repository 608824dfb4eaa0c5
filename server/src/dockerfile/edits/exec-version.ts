import type { TextEdit } from '../../engine/text';
import { isBuiltin, onlyCommand } from '../../shell/give-way';
import type { SimpleCommand } from '../../shell/syntax';
import type { ShellForm } from '../model/dockerfile';
import { scriptLine } from './script-line';

/** The words of a command as an array needs them: all literal, nothing set or redirected, without the `exec` in front. */
export function literalWords({ words, assignments, redirects }: SimpleCommand): readonly string[] | undefined {
  if (assignments.length > 0 || redirects.length > 0) return undefined;
  const literals = words.flatMap(({ literal }) => literal ?? []);
  const argv = literals[0] === 'exec' ? literals.slice(1) : literals;
  const [program] = argv;
  if (literals.length < words.length || program === undefined) return undefined;
  return program.startsWith('-') || isBuiltin(program) ? undefined : argv;
}

/**
 * The words of an exec form that does without a shell what a shell form does with one.
 * @returns `undefined` where only a shell can do it, or where it reads a profile first that may set what the command needs
 */
export function withoutShell({ script, shell }: ShellForm): readonly string[] | undefined {
  const command = script && onlyCommand(script);
  return command === undefined || readsProfile(shell.words) ? undefined : literalWords(command);
}

export const readsProfile = (shell: readonly string[]): boolean =>
  shell.slice(1).some((word) => word === '--login' || /^-[a-z]*[li]/.test(word));

/**
 * The words of an exec form that hands the text to the same shell.
 * @param edits to make in the text on the way, such as `insertedExecs`
 */
export function withShell(form: ShellForm, edits: readonly TextEdit[]): readonly string[] | undefined {
  const line = scriptLine(form, edits);
  return line === undefined ? undefined : [...form.shell.words, line];
}
