import { isBuiltin } from '../../shell/give-way';
import type { SimpleCommand, Word, WordPart } from '../../shell/syntax';
import type { Container, EnvironmentVariable } from './manifest';

/**
 * A command of a shell script as the words of `command` and `args`, without a shell: `$PORT` becomes `$(PORT)`, which
 * Kubernetes replaces, where the container has that variable and the shell would not take its value apart.
 * @returns `undefined` for a command that needs a shell
 */
export function execWords(container: Container, command: SimpleCommand): readonly string[] | undefined {
  const { assignments, redirects } = command;
  if (assignments.length > 0 || redirects.length > 0) return undefined;
  const words = command.words.map((word) => wordOf(container, word));
  const known = words.filter((word) => word !== undefined);
  if (known.length < words.length) return undefined;
  const argv = known[0] === 'exec' ? known.slice(1) : known;
  const [program] = argv;
  return program === undefined || /^[-$]/.test(program) || isBuiltin(program) ? undefined : argv;
}

function wordOf(container: Container, { literal, parts }: Word): string | undefined {
  const written = parts.map((part) => partOf(container, part));
  if (written.includes(undefined) || (parts.length === 0 && literal === undefined)) return undefined;
  const text = parts.length === 0 ? literal : written.join('');
  return text;
}

function partOf({ environment }: Container, part: WordPart): string | undefined {
  // Kubernetes would take it for a variable of its own.
  if (part.kind === 'literal') return part.value.includes('$(') ? undefined : part.value;
  if (part.kind !== 'parameter' || part.operation !== '' || part.prefix !== '') return undefined;
  const variable = environment.findLast(({ name }) => name === part.name);
  return variable !== undefined && (part.quoted || isOneWord(variable)) ? `$(${part.name})` : undefined;
}

/** A value that a shell leaves whole. */
const isOneWord = ({ value }: EnvironmentVariable): boolean => value !== undefined && /^[^\s*?[\]\\]+$/.test(value);
