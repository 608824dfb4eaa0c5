import { baseName, type CommandOption, splitCommand, type Word } from './command-options';
import type { CleanCommand, OptionChoice, PackageAction, PackageManager } from './package-manager';
import { packageManagerFor } from './package-managers';

/** A call of a package manager, read word by word. All indexes point into the words that were given. */
export interface PackageCommand {
  readonly manager: PackageManager;
  /** The program's name as written, without its directory: `pip3`, `dnf`. For `python -m pip` the module's name. */
  readonly command: string;
  readonly action: PackageAction;
  /** The subcommand's words joined by blanks; empty for a bare `yarn`. */
  readonly subcommand: string;
  /** First word and one past the last word of the subcommand. Insert an option for it at `subcommandEnd`. */
  readonly subcommandStart: number;
  readonly subcommandEnd: number;
  readonly options: readonly CommandOption[];
  /** Words that name packages, files or paths. */
  readonly operands: readonly { readonly word: Word; readonly index: number }[];
  /** The index is refreshed by this very command (`apk add -U`, `pacman -Sy PACKAGE`, an `update`). */
  readonly refreshes: boolean;
}

const python = /^(?:python|pypy)\d*(?:\.\d+)?$/;

/** Reads a simple command. `undefined` when it is no package manager or its subcommand is not literal. */
export function readPackageCommand(words: readonly Word[]): PackageCommand | undefined {
  const first = words[0];
  if (first === undefined) return undefined;
  const program = baseName(first);
  if (python.test(program)) {
    const position = words.indexOf('-m');
    const module = position > 0 && position <= 3 ? words[position + 1] : undefined;
    const manager = module === undefined ? undefined : packageManagerFor(module, 'module');
    return manager === undefined || module === undefined ? undefined : read(manager, module, words, position + 2);
  }
  const manager = packageManagerFor(program);
  return manager === undefined ? undefined : read(manager, program, words, 1);
}

function read(
  manager: PackageManager,
  command: string,
  words: readonly Word[],
  start: number,
): PackageCommand | undefined {
  if (manager.id === 'pacman') return readPacman(manager, command, words, start);
  const before = splitCommand(words, start, {
    ...manager.syntax,
    valueOptions: [...(manager.syntax.valueOptions ?? []), ...(manager.valueOptionsBefore ?? [])],
  });
  const position = before.operands[0];
  if (position === undefined) {
    const end = words.length;
    const found = {
      manager,
      command,
      subcommand: '',
      subcommandStart: start,
      subcommandEnd: start,
      options: before.options,
    };
    if (
      manager.bareInstall === true &&
      !before.options.some((option) => /^(?:-v|--version|-h|--help)$/.test(option.name))
    ) {
      return { ...found, action: 'install', operands: [], refreshes: false };
    }
    return { ...found, subcommandStart: end, subcommandEnd: end, action: 'other', operands: [], refreshes: false };
  }
  if (position.word === undefined) return undefined;

  const { action, length } = actionOf(manager, words, position.index);
  const end = position.index + length;
  const after = splitCommand(words, end, manager.syntax);
  const options = [...before.options.filter((option) => option.index < position.index), ...after.options];
  const refreshing = new Set(manager.refreshing);
  return {
    manager,
    command,
    action,
    subcommand: words.slice(position.index, end).join(' '),
    subcommandStart: position.index,
    subcommandEnd: end,
    options,
    operands: after.operands,
    refreshes: action === 'update' || options.some((option) => refreshing.has(option.name)),
  };
}

const listedActions = ['install', 'update', 'upgrade', 'remove'] as const;

/** The longest listed subcommand that the words at `index` spell. */
function actionOf(
  manager: PackageManager,
  words: readonly Word[],
  index: number,
): { action: PackageAction; length: number } {
  for (let length = Math.min(3, words.length - index); length > 0; length -= 1) {
    const text = words.slice(index, index + length).join(' ');
    for (const action of listedActions) {
      if (manager[action].includes(text)) return { action, length };
    }
    if (manager.clean.some((clean) => clean.words.length > 0 && clean.words.join(' ') === text)) {
      return { action: 'clean', length };
    }
  }
  return { action: 'other', length: 1 };
}

const pacmanLong: Readonly<Record<string, string>> = {
  '--sync': 'S',
  '--remove': 'R',
  '--upgrade': 'U',
  '--refresh': 'y',
  '--sysupgrade': 'u',
  '--clean': 'c',
  '--query': 'Q',
  '--database': 'D',
  '--deptest': 'T',
  '--files': 'F',
  '--search': 's',
  '--info': 'i',
  '--list': 'l',
};

/** pacman's operations are options that may be joined in any order: `-Syu`, `-S -y`, `--sync --refresh`. */
function readPacman(manager: PackageManager, command: string, words: readonly Word[], start: number): PackageCommand {
  const { options, operands } = splitCommand(words, start, manager.syntax);
  let letters = '';
  let operation: CommandOption | undefined;
  for (const option of options) {
    const short = /^-([A-Za-z]+)$/.exec(option.name)?.[1] ?? pacmanLong[option.name] ?? '';
    if (operation === undefined && /[SRUQDTF]/.test(short)) operation = option;
    letters += short;
  }
  let action: PackageAction = 'other';
  if (letters.includes('R')) action = 'remove';
  else if (letters.includes('U')) action = 'install';
  else if (letters.includes('S')) {
    if (letters.includes('c')) action = 'clean';
    else if (letters.includes('u')) action = 'upgrade';
    else if (operands.length > 0 && !/[sil]/.test(letters)) action = 'install';
    else if (letters.includes('y')) action = 'update';
  }
  const index = operation?.index ?? start;
  return {
    manager,
    command,
    action,
    subcommand: letters === '' ? '' : `-${letters}`,
    subcommandStart: index,
    subcommandEnd: index + 1,
    options,
    operands,
    refreshes: letters.includes('y'),
  };
}

/** Whether options or environment of a command already say what `choice` asks for. Configuration files are not looked at. */
export function isSatisfied(
  choice: OptionChoice,
  command: Pick<PackageCommand, 'options'>,
  environment: Readonly<Record<string, Word>> = {},
): boolean {
  if (choice.environment?.some(({ name, value }) => value.test(environment[name] ?? ''))) return true;
  if (command.options.some((option) => choice.satisfiedBy.includes(option.name))) return true;
  for (const { options, value } of choice.satisfiedByValue ?? []) {
    if (command.options.some((option) => options.includes(option.name) && value.test(option.value ?? ''))) return true;
  }
  return (choice.satisfiedTwice ?? []).some(
    (name) => command.options.filter((option) => option.name === name).length >= 2,
  );
}

/** What a `clean` command takes away; `undefined` for every other command. */
export function cleanedBy(command: PackageCommand): CleanCommand['cleans'] | undefined {
  if (command.manager.id === 'pacman') {
    if (command.action !== 'clean') return undefined;
    return (command.subcommand.match(/c/g) ?? []).length >= 2 ? 'both' : 'cache';
  }
  for (const clean of command.manager.clean) {
    if (clean.words.join(' ') !== command.subcommand) continue;
    if (clean.options === undefined || command.options.some((option) => clean.options?.includes(option.name))) {
      return clean.cleans;
    }
  }
  return undefined;
}

/** Whether the command installs what the project's own files list, and not packages that it names. */
export function installsProject(command: PackageCommand): boolean {
  if (command.action !== 'install') return false;
  return (command.manager.projectInstalls ?? []).some((install) => {
    if (!install.subcommands.includes(command.subcommand)) return false;
    if (install.when === 'any') return true;
    if (install.when === 'none') return command.operands.length === 0;
    return command.options.some((option) => install.options?.includes(option.name) ?? false);
  });
}

/** Text of the command that cleans up behind this one, or `undefined` where an option does it instead. */
export function cleaningFor(command: Pick<PackageCommand, 'manager' | 'command'>): string | undefined {
  return command.manager.cleaning?.replace('{command}', command.command);
}

/** Packages named without a version. Only literal operands; empty for an install from files. */
export function unpinnedOperands(
  command: PackageCommand,
): readonly { readonly word: string; readonly index: number }[] {
  const pins = command.manager.pins;
  if (pins === undefined || command.action !== 'install') return [];
  if (command.options.some((option) => pins.options?.includes(option.name) ?? false)) return [];
  const found: { word: string; index: number }[] = [];
  for (const { word, index } of command.operands) {
    if (word === undefined || word === '' || pins.pinned.test(word) || pins.exempt?.test(word) === true) continue;
    found.push({ word, index });
  }
  return found;
}

/**
 * Whether removing or mounting `path` covers `directory`. `~`, `$HOME` and `${HOME}` stand for any home; a trailing `/*` or `/`
 * is the directory itself. A parent covers what is in it.
 */
export function coversDirectory(path: string, directory: string): boolean {
  const plain = (text: string): string =>
    text
      .replace(/^(?:~|\$HOME|\$\{HOME\}|\/root|\/home\/[^/]+)(?=\/|$)/, '~')
      .replace(/\/\*+$/, '')
      .replace(/\/+$/, '');
  const covering = plain(path);
  const covered = plain(directory);
  return covering !== '' && (covered === covering || covered.startsWith(`${covering}/`));
}
