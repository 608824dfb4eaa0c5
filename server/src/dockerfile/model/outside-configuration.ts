import type { Word } from '../../knowledge/command-options';
import type { Surroundings } from '../../knowledge/foreground';
import { type ProgramConfiguration, serverProgramsNamed } from '../../knowledge/servers';
import { absolute, type CopiedPath, copiedPaths, mayBeCopied } from './copied-paths';
import type { RunCommand, Stage } from './dockerfile';
import { lineageOf } from './lineage';
import { runsOf } from './lookups';
import { speaksOfForeground } from './surroundings';

/**
 * Whether a `RUN` or a here-document speaks of daemons: it most likely tells the program to stay, be it by `sed`, whose
 * outcome is not known.
 * @param argv the program and its arguments
 */
export const mentionsForeground = ([program]: readonly Word[], { configuration = [] }: Surroundings): boolean =>
  decidingFiles(program).length > 0 && configuration.some(({ text }) => speaksOfForeground(text));

/**
 * Whether a program may be told to stay in the foreground by something that is not in the Dockerfile: a file from the build
 * context, another stage or the network, or a parent image that nobody knows.
 * @param argv the program and its arguments
 */
export function mayBeConfiguredElsewhere(stage: Stage, argv: readonly Word[], about: Surroundings): boolean {
  const [program = ''] = argv;
  const files = decidingFiles(program);
  if (files.length === 0) return false;
  const unknown = about.family === undefined || about.family === 'unknown';
  if (unknown && !isInstalled(program, about.packages ?? [])) return true;
  const lineage = lineageOf(stage);
  const copied = lineage.flatMap(copiedPaths);
  return files.some(
    (configuration) =>
      copied.some((path) => mayHold(path, configuration)) ||
      argv.slice(1).some((word) => word?.includes('.') && mayBeCopied(absolute(word, stage), copied)) ||
      lineage.some((each) => carriedPaths(each).some((path) => configuration.files.test(path))),
  );
}

/** The configuration of a program that may keep it in the foreground. */
const decidingFiles = (program: Word): readonly ProgramConfiguration[] =>
  serverProgramsNamed(program ?? '').flatMap(({ configuration }) =>
    configuration?.foreground === undefined ? [] : [configuration],
  );

/** Whether one of the packages is named after the program: `supervisor` after `supervisord`, `php8.4-fpm` after `php-fpm`. */
function isInstalled(program: string, packages: readonly string[]): boolean {
  const stem = letters(program.slice(program.lastIndexOf('/') + 1)).replace(/d$/, '');
  return packages.some((name) => letters(name).includes(stem));
}

const letters = (name: string): string => name.replace(/[^a-zA-Z]/g, '');

const configurationFolder = /^\/$|\/(?:etc|conf|config|conf\.d)(?:\/|$)/;

const mayHold = ({ path, folder }: CopiedPath, { files }: ProgramConfiguration): boolean =>
  folder ? configurationFolder.test(path) : files.test(path);

/** Commands that put a text into a file which does not stand in the Dockerfile. */
const carriers = [
  'cp',
  'mv',
  'ln',
  'install',
  'rsync',
  'curl',
  'wget',
  'aria2c',
  'git',
  'tar',
  'unzip',
  'envsubst',
  'tee',
];

const carried = new WeakMap<Stage, readonly string[]>();

/** The files that the commands of a stage write without the Dockerfile saying what. */
function carriedPaths(stage: Stage): readonly string[] {
  const known = carried.get(stage);
  if (known !== undefined) return known;
  const paths = runsOf(stage).flatMap(({ commands }) => commands.flatMap(pathsWrittenBy));
  carried.set(stage, paths);
  return paths;
}

function pathsWrittenBy({ name, words, place }: RunCommand): readonly string[] {
  if (name === undefined || name === 'echo' || name === 'printf') return [];
  const targets = place.command.redirects.flatMap(({ operator, target, body }) =>
    operator.startsWith('>') && body === undefined ? (target?.literal ?? []) : [],
  );
  return carriers.includes(name) ? [...targets, ...words.slice(1).flatMap(({ value }) => value ?? [])] : targets;
}
