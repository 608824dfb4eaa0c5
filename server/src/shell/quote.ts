import { parseShell } from './parser';
import { sourceAt } from './source';
import type { SimpleCommand } from './syntax';

/** The words of a text that is one plain command without expansions; `undefined` for any other. */
export function splitWords(text: string): readonly string[] | undefined {
  const { statements, problems } = parseShell(sourceAt(text, 0));
  const [statement, other] = statements;
  if (statement === undefined || other !== undefined || problems.length > 0) return undefined;
  const [pipeline] = statement.pipelines;
  const [command] = pipeline?.commands ?? [];
  const alone = statement.pipelines.length === 1 && pipeline?.commands.length === 1 && !pipeline.negated;
  if (!alone || command?.kind !== 'simple' || statement.terminator?.text === '&') return undefined;
  return toExecForm(command);
}

/** A command as an array of words that needs no shell; `undefined` when it does need one. */
export function toExecForm({ words, assignments, redirects }: SimpleCommand): readonly string[] | undefined {
  if (words.length === 0 || assignments.length > 0 || redirects.length > 0) return undefined;
  const literals = words.map(({ literal }) => literal).filter((literal) => literal !== undefined);
  return literals.length === words.length ? literals : undefined;
}

/** A word as it has to be written for a shell to leave it as it is. */
export function shellQuote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

/** A JSON array in the style of Dockerfiles: `["a", "b"]`. */
export const jsonArray = (words: readonly string[]): string =>
  `[${words.map((word) => JSON.stringify(word)).join(', ')}]`;
