import type { TextRange } from '../../engine/text';
import { isPlaceholder, secretArguments, secretValueKind } from '../../knowledge/secrets';
import { rangeWithin } from '../../shell/command-line';
import type { ShellCommand } from '../../shell/syntax';
import type { Run, RunCommand } from './dockerfile';

/** A secret that is written into a command. */
export interface WrittenSecret {
  /** The program, with the option that takes the secret; never the secret itself. */
  readonly command: string;
  readonly at: TextRange;
  /** What kind of secret it is, where it says so itself. */
  readonly label: string | undefined;
}

/** The secrets that stand among the words of the commands of a `RUN`. */
export const writtenSecrets = (run: Run): readonly WrittenSecret[] => run.commands.flatMap(secretsOf);

function secretsOf({ name, words }: RunCommand): readonly WrittenSecret[] {
  const program = name ?? 'RUN';
  const found = words.flatMap(({ value, prefix, range }): readonly WrittenSecret[] => {
    const label = secretValueKind(value ?? prefix);
    return label === undefined || range === undefined ? [] : [{ command: program, at: range, label }];
  });
  if (found.length > 0) return found;
  return secretArguments(words.map(({ value }) => value)).flatMap(({ index, start, value, option }) => {
    const word = words[index];
    const at = word && (rangeWithin(word, start, start + value.length) ?? word.range);
    if (at === undefined || isPlaceholder(value)) return [];
    return [{ command: `${program} ${option}`, at, label: undefined }];
  });
}

/** A command that sets a password which is written in the document. */
export interface BakedAccount {
  readonly name: string;
  readonly at: TextRange;
}

/** `echo 'root:secret' | chpasswd`, with what it reads written out. */
export const bakedAccounts = (run: Run): readonly BakedAccount[] =>
  run.commands.flatMap(({ name, words, place }) => {
    const at = words[0]?.range;
    const reads = name === 'chpasswd' || (name === 'passwd' && words.some(({ value }) => value === '--stdin'));
    if (name === undefined || !reads || at === undefined) return [];
    const { commands } = place.pipeline;
    const feeders = commands.slice(0, commands.indexOf(place.command));
    const { redirects } = place.command;
    const isWritten =
      feeders.length > 0
        ? feeders.every(isLiteral)
        : redirects.some(
            ({ operator, body, expansions, target }) =>
              (body !== undefined && (expansions ?? []).length === 0) ||
              (operator === '<<<' && target?.literal !== undefined),
          );
    return isWritten ? [{ name, at }] : [];
  });

const isLiteral = (command: ShellCommand): boolean =>
  command.kind === 'simple' && command.words.every(({ literal }) => literal !== undefined);
