import { rendered, templates } from '../../engine/message';
import { type CommandWords, splitCommand, type Word } from '../../knowledge/command-options';
import { type PackageAction, type PackageManager, packageManagerFor } from '../../knowledge/package-managers';

const texts = templates({
  assumeYes: 'Answers every question with yes: nobody is there to be asked while an image is built',
  recommended: 'Leaves out what is only recommended: the packages that are named, and what they need',
  noCache: 'Leaves no downloads and no index behind in the layer',
  productionOnly: 'Leaves out what only development needs',
  reproducible: 'Installs what the lock file says, and stops where that is not possible',
  refreshing: 'Fetches the index first',
  value: 'Takes a value',
  update: 'Fetches the index of packages',
  install: 'Installs packages',
  project: 'Installs what the files of the project list',
  upgrade: 'Replaces installed packages by newer ones',
  remove: 'Removes packages',
});

/** An option or a subcommand of a package manager, with what it is for. */
export interface PackageWord {
  readonly word: string;
  readonly says: string;
  /** The value is the next word. */
  readonly valued: boolean;
}

/** A command line of a package manager. */
export interface PackageCommand {
  readonly manager: PackageManager;
  readonly words: CommandWords;
  /** What it is asked to do; `undefined` where no subcommand is there yet. */
  readonly action: PackageAction | undefined;
  readonly subcommand: string | undefined;
}

/** Reads a command line; `undefined` when its program is no package manager. */
export function packageCommand(argv: readonly Word[]): PackageCommand | undefined {
  const manager = packageManagerFor(argv[0] ?? '');
  if (manager === undefined) return undefined;
  const words = splitCommand(argv, 1, manager.syntax);
  const operands = words.operands.map(({ word }) => word ?? '');
  for (const action of ['update', 'install', 'upgrade', 'remove'] as const) {
    const subcommand = manager[action].find((each) => `${operands.join(' ')} `.startsWith(`${each} `));
    if (subcommand !== undefined) return { manager, words, action, subcommand };
  }
  return { manager, words, action: operands.length === 0 ? undefined : 'other', subcommand: operands[0] };
}

/** The subcommands of a package manager: the usual spelling of each, and those for a project's own dependencies. */
export function subcommandsOf(manager: PackageManager): readonly PackageWord[] {
  const found = (['install', 'update', 'upgrade', 'remove'] as const).flatMap((action) => {
    const word = manager[action].find((each) => each.length > 2 && !each.includes(' '));
    return word === undefined ? [] : [{ word, says: rendered(texts[action], {}), valued: false }];
  });
  const projects = (manager.projectInstalls ?? [])
    .flatMap(({ subcommands }) => subcommands)
    .filter((word) => !/ |^$/.test(word) && !found.some((each) => each.word === word))
    .slice(0, 3)
    .map((word) => ({ word, says: rendered(texts.project, {}), valued: false }));
  return [...projects, ...found];
}

/** The options of a package manager that matter in an image, for what it is asked to do, the most important first. */
export function optionsOf({ manager, action, subcommand }: Omit<PackageCommand, 'words'>): readonly PackageWord[] {
  const options: PackageWord[] = [];
  const add = (word: string | undefined, text: keyof typeof texts): void => {
    if (word?.startsWith('-') === true && !options.some((option) => option.word === word))
      options.push({ word, says: rendered(texts[text], {}), valued: text === 'value' });
  };
  const installs = action === 'install';
  const changes = installs || action === 'upgrade' || action === 'remove';
  if (changes) add(manager.assumeYes?.insert, 'assumeYes');
  if (installs) {
    add(manager.recommended?.insert, 'recommended');
    add(manager.noCache?.insert, 'noCache');
    const projects = manager.projectInstalls?.some(({ subcommands }) => subcommands.includes(subcommand ?? ''));
    if (projects === true) {
      add(manager.productionOnly?.insert, 'productionOnly');
      add(manager.reproducible?.insert, 'reproducible');
    }
    add(
      manager.refreshing?.find((word) => word.startsWith('--')),
      'refreshing',
    );
  }
  for (const word of manager.syntax.valueOptions ?? []) add(word.startsWith('--') ? word : undefined, 'value');
  return options;
}
