import type { TextEdit } from '../../engine/text';
import { commandPlaces } from '../../shell/commands';
import { insertedExec, needsShell, onlyCommand } from '../../shell/give-way';
import type { Place, Script, SimpleCommand } from '../../shell/syntax';
import { execWords } from '../model/exec-words';
import type { Container, ContainerProcess, ManifestDocument } from '../model/manifest';
import { editArgv } from './argv';
import { editScript } from './script-text';

/**
 * Writes `exec` in front of the command that a script ends with, so that the shell gives up its place to it.
 * @returns `undefined` where the shell is still needed, or the text cannot be edited safely
 */
export function insertExec(
  document: ManifestDocument,
  script: Script,
  place: Place<SimpleCommand>,
): readonly TextEdit[] | undefined {
  if (!script.located || commandPlaces(script).some(needsShell)) return undefined;
  const edits = insertedExec(place);
  return edits && editScript(document, edits);
}

export interface WithoutShell {
  readonly words: readonly string[];
  readonly edits: readonly TextEdit[];
}

/**
 * Starts the one command of a script without the shell.
 * @returns `undefined` where it needs one, or the text cannot be edited safely
 */
export function withoutShell(
  document: ManifestDocument,
  container: Container,
  process: ContainerProcess,
): WithoutShell | undefined {
  const command = process.script && onlyCommand(process.script);
  const words = command && execWords(container, command);
  const edits = words && replaceShell(document, process, words);
  return words && edits && { words, edits };
}

/** Puts a command in the place of the shell and its script. */
export function replaceShell(
  document: ManifestDocument,
  { argv, wrappers, scriptOperands }: ContainerProcess,
  words: readonly string[],
): readonly TextEdit[] | undefined {
  const shell = wrappers.at(-1);
  const [first] = shell?.words ?? [];
  if (shell?.kind !== 'shell' || first === undefined || scriptOperands.length > 0 || readsProfile(shell.words))
    return undefined;
  const index = argv.indexOf(first);
  if (index === -1) return undefined;
  return editArgv(document, argv, [{ kind: 'replace', index, count: argv.length - index, words }]);
}

/** A login shell reads a profile first, which may set what the command needs. */
const readsProfile = (words: readonly { readonly prefix: string }[]): boolean =>
  words.slice(1).some(({ prefix }) => prefix === '--login' || /^-[a-z]*[li]/.test(prefix));
