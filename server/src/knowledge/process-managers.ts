import { baseName, splitCommand, type Word } from './command-options';

/** A program that runs several others side by side in one container. */
export interface ProcessManager {
  readonly names: readonly string[];
  /** It does so only with one of these as its first operand. */
  readonly actions?: readonly string[];
  /** It does so only with one of these options. */
  readonly options?: readonly string[];
  readonly source: string;
}

/** Programs whose very purpose is several processes at once, unless given a single one. */
export const processManagers: readonly ProcessManager[] = [
  { names: ['concurrently'], source: 'open-cli-tools/concurrently:README.md' },
  {
    names: ['npm-run-all', 'npm-run-all2'],
    options: ['-p', '--parallel'],
    source: 'mysticatea/npm-run-all:docs/npm-run-all.md',
  },
  { names: ['run-p'], source: 'mysticatea/npm-run-all:docs/run-p.md' },
  { names: ['foreman'], actions: ['start'], source: 'ddollar/foreman:man/foreman.1.ronn' },
  { names: ['honcho'], actions: ['start'], source: 'nickstenning/honcho:README.rst' },
  { names: ['overmind', 'hivemind', 'goreman'], source: 'DarthSim/overmind:README.md, DarthSim/hivemind:README.md' },
  { names: ['parallel'], source: 'GNU parallel(1)' },
];

/**
 * Programs that stay as a parent in front of one server: not in the background, but signals and exit codes pass through a script.
 * The second word list is what to run instead. Source: MariaDB/server:scripts/mysqld_safe.sh
 */
export const supervisingScripts: readonly { readonly names: readonly string[]; readonly instead: readonly string[] }[] =
  [
    { names: ['mysqld_safe'], instead: ['mysqld', '--user=mysql'] },
    { names: ['mariadbd-safe'], instead: ['mariadbd', '--user=mysql'] },
  ];

/** What runs a program of a project's packages, by its first word or its first two. */
const runners = {
  one: /^(?:npx|bunx|pnpx)$/,
  two: /^(?:(?:npm|pnpm|bundle) exec|yarn (?:run|exec)|(?:poetry|uv|pipenv) run)$/,
};

/** The process manager that a command runs, when it runs several processes with it, and the index of its name. */
export function processManagerOf(
  argv: readonly Word[],
): { readonly manager: ProcessManager; readonly index: number } | undefined {
  const index = nameIndex(argv);
  const name = baseName(argv[index] ?? '');
  const manager = processManagers.find((each) => each.names.includes(name));
  if (manager === undefined) return undefined;
  const { options, operands } = splitCommand(argv.slice(index));
  if (manager.actions !== undefined && !manager.actions.includes(operands[0]?.word ?? '')) return undefined;
  if (manager.options !== undefined && !options.some((option) => manager.options?.includes(option.name)))
    return undefined;
  return { manager, index };
}

/** Looks past `npx -y` and `bundle exec`. */
function nameIndex(argv: readonly Word[]): number {
  const program = baseName(argv[0] ?? '');
  let index = runners.one.test(program) ? 1 : runners.two.test(`${program} ${argv[1]}`) ? 2 : 0;
  while (index > 0 && argv[index]?.startsWith('-') === true) index++;
  return index;
}
