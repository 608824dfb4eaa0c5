import { comesWithDevelopment, startsProject } from '../../knowledge/development-programs';
import { installsProject } from '../../knowledge/package-commands';
import type { PackageManager } from '../../knowledge/package-managers';
import type { Argument } from '../../shell/command-line';
import { baseName } from '../../shell/commands';
import { buildStepsOf } from './build-steps';
import type { Dockerfile, Stage } from './dockerfile';
import { runsOf } from './lookups';
import { isChosen, type PackageOperation, packageOperations } from './packages';

/** An install that brings what only development needs. */
export interface DevelopmentInstall {
  readonly operation: PackageOperation;
  /** The file or extra that says so; absent where the package manager takes all by default. */
  readonly named: Argument | undefined;
}

/** Calls that check or build with what is installed: then it is needed here. */
const needing =
  /^(?:tests?|test:.*|lint|lint:.*|check|build|build:.*|compile|generate|typecheck|pytest|tox|rspec|phpunit)$/;

/** What the stages, from the first to the one that ships, install for development and leave. */
export function developmentInstalls(dockerfile: Dockerfile, stages: readonly Stage[]): readonly DevelopmentInstall[] {
  const runs = stages.flatMap(runsOf);
  const commands = runs.flatMap((run) => run.commands);
  if (runs.flatMap(buildStepsOf).length > 0 || runsWithThem(stages.at(-1))) return [];
  const calls = commands.flatMap(({ words }) => words.map(({ value }) => value ?? ''));
  if (calls.some((word) => needing.test(word) || word === 'prune')) return [];
  const found: DevelopmentInstall[] = [];
  const replaced = new Set<PackageManager>();
  for (const operation of runs.flatMap(packageOperations).reverse()) {
    const named = namedForDevelopment(operation);
    if (named !== undefined) found.push({ operation, named });
    else if (!takesAll(dockerfile, operation)) {
      // A later install of the same kind that leaves them out takes them away.
      if (installsProject(operation.words)) replaced.add(operation.manager);
    } else if (!replaced.has(operation.manager)) found.push({ operation, named: undefined });
  }
  return found.reverse();
}

/** Whether the process may need them itself. */
const runsWithThem = (stage: Stage | undefined): boolean =>
  (stage?.process?.program ?? []).some(({ value = '' }, index) => {
    const name = baseName(value);
    return comesWithDevelopment(name) || (index === 0 && startsProject(name));
  });

/** Managers whose project installs take the development dependencies unless they are told not to. */
const takingAll: ReadonlySet<string> = new Set(['npm', 'yarn', 'pnpm', 'bun', 'composer', 'uv', 'poetry', 'pdm']);

const takesAll = (dockerfile: Dockerfile, operation: PackageOperation): boolean => {
  const { manager, words } = operation;
  if (!takingAll.has(manager.id) || manager.productionOnly === undefined) return false;
  // `uv pip install` knows of no groups, `pnpm fetch` and a global install not of the project's.
  if (/^(?:pip |fetch)/.test(words.subcommand) || words.options.some(({ name }) => /^(?:-g|--global)$/.test(name)))
    return false;
  return installsProject(words) && !isChosen(dockerfile, operation, manager.productionOnly);
};

const developmentFile = /(?:^|[-_./])(?:dev|develop|development|tests?|testing|lint)(?:[-_.][\w-]*)?\.(?:txt|in)$/i;
const developmentExtra =
  /^(?:\.|\.\/?|[\w./-]+)\[(?:[\w-]+,)*(?:dev|develop|development|tests?|testing|lint|docs)(?:,[\w-]+)*\]$/i;

/** `pip install -r requirements-dev.txt`, `pip install .[dev]`. */
function namedForDevelopment({ manager, action, command, words }: PackageOperation): Argument | undefined {
  if (action !== 'install' || (manager.id !== 'pip' && manager.id !== 'uv')) return undefined;
  const given = command.words.slice(words.subcommandEnd);
  return given.find(
    ({ value }) => value !== undefined && (developmentFile.test(value) || developmentExtra.test(value)),
  );
}
