import type { ArgvEdit } from './argv-edits';
import {
  baseName,
  type CommandOption,
  type CommandSyntax,
  type CommandWords,
  splitCommand,
  type Word,
} from './command-options';
import type { Family } from './families';
import type { Certainty, Condition, Exception, Place, Rewrite, ServerProgram } from './server-program';
import { serverProgramsNamed } from './servers';
import { isServiceScript, serviceStart } from './service-starters';
import { foregroundOfService } from './services';

/** What is known about the image that the process runs in. Everything is optional; what is missing is not known. */
export interface Surroundings {
  readonly family?: Family;
  /** Official image at the root of the stage, without registry and `library/`, and its tag. */
  readonly repository?: string;
  readonly tag?: string;
  /** Packages that the stage installs. */
  readonly packages?: readonly string[];
  readonly environment?: Readonly<Record<string, Word>>;
  /** Configuration files that the image gets, and commands that may write some (without a path). */
  readonly configuration?: readonly ConfigurationText[];
}

export interface ConfigurationText {
  readonly path?: string;
  readonly text: string;
}

/** Says that a command leaves the foreground, and the container with it. */
export interface Verdict {
  /** The program's name, without its directory. */
  readonly program: string;
  readonly certainty: Certainty;
  /** What makes it so. */
  readonly cause: 'default' | 'option' | 'action' | 'environment' | 'configuration' | 'service';
  /** A phrase for a message, without a full stop at the end. */
  readonly why: string;
  /** Edits that turn the command into its foreground form; absent when there is no such edit. */
  readonly foreground?: readonly ArgvEdit[];
  /** Where it logs then, or what to do for it to log to the standard streams. */
  readonly logs?: string;
  readonly source: string;
}

/**
 * Judges one simple command that stands as process 1, wrappers (tini, exec, env, gosu) taken off. Words that are not literal are
 * `undefined`. No verdict means: stays in the foreground, ends by itself, or cannot be known.
 */
export function daemonizes(argv: readonly Word[], about: Surroundings = {}): Verdict | undefined {
  const first = argv[0];
  if (first === undefined || first === '') return undefined;
  const started = judgeServiceStart(argv, about);
  if (started !== undefined || isServiceScript(first)) return started;

  const applet = baseName(first) === 'busybox';
  const start = applet ? 1 : 0;
  const name = argv[start];
  if (name === undefined) return undefined;
  const place: Surroundings = applet ? { ...about, family: 'busybox', packages: [] } : about;
  const program = serverProgramsNamed(name).find((row) => fits(row.place, name, place));
  return program === undefined ? undefined : judge(program, argv, start, place);
}

function judgeServiceStart(argv: readonly Word[], about: Surroundings): Verdict | undefined {
  const start = serviceStart(argv);
  if (start === undefined) return undefined;
  const [service] = start.services;
  const only = start.services.length === 1 ? service : undefined;
  const words = only === undefined ? undefined : foregroundOfService(only, about.family);
  const command = [start.starter, ...(start.needsSystemd ? ['start'] : [])].join(' ');
  const why = start.needsSystemd
    ? `\`${command}\` needs a running systemd, and ends at once`
    : `\`${start.starter}\` starts ${only === undefined ? 'the service' : baseName(only)} in the background and ends`;
  return {
    program: baseName(start.starter),
    certainty: 'sure',
    cause: 'service',
    why,
    ...(words && { foreground: [{ kind: 'replace', index: 0, count: argv.length, words }] }),
    source: 'Debian 12 service(8), invoke-rc.d(8), systemctl(1); OpenRC rc-service(8)',
  };
}

function fits(place: Place | undefined, name: string, about: Surroundings): boolean {
  if (place === undefined) return true;
  const repository = about.repository ?? '';
  if (place.notRepositories?.includes(repository)) return false;
  if (
    place.withoutPackages?.some((wanted) => about.packages?.some((it) => it === wanted || it.startsWith(`${wanted}-`)))
  ) {
    return false;
  }
  if (place.orRepositories?.includes(repository)) return true;
  if (place.families !== undefined && !place.families.includes(about.family ?? 'unknown')) return false;
  return place.path === undefined || place.path.test(name);
}

type Cause = Pick<Verdict, 'cause' | 'why'>;

function judge(program: ServerProgram, argv: readonly Word[], start: number, about: Surroundings): Verdict | undefined {
  const name = argv[start] ?? '';
  const words = splitCommand(argv, start + 1, completeSyntax(program));
  const holds = (conditions: readonly Condition[] | undefined): boolean =>
    conditions?.some((condition) => meets(condition, words, about)) ?? false;

  if (holds(program.exits) || holds(program.foreground)) return undefined;
  const unclear = holds(program.unclear);
  const exception = program.exceptions?.find((each) => isException(each, about));
  if (exception?.overridesOptions === true) return undefined;

  const asked = askedFor(program, name, words, about);
  // A word that could be anything may be the option that keeps the program in the foreground.
  if (words.uncertain && (asked === undefined || program.foreground !== undefined)) return undefined;
  if (asked === undefined && (unclear || exception !== undefined || program.byDefault === 'foreground'))
    return undefined;
  if (asked === undefined && keptByConfiguration(program, about)) return undefined;
  const unknownParent = about.family === undefined || about.family === 'unknown';
  if (asked === undefined && program.needsKnownParent === true && unknownParent) return undefined;

  const cause = asked ?? { cause: 'default', why: program.why ?? `${nameOf(program, name)} goes to the background` };
  const foreground = unclear ? undefined : rewritten(program.rewrite, argv, start, words);
  return {
    program: baseName(name),
    certainty: certaintyOf(program, asked, words, about, unknownParent),
    ...cause,
    ...(foreground && { foreground }),
    ...(program.logs !== undefined && { logs: program.logs }),
    source: program.source,
  };
}

/** Options that rewrites and conditions name with a value take one, even if the row's syntax forgot to say so. */
function completeSyntax(program: ServerProgram): CommandSyntax {
  const named = program.configuration?.namedBy ?? [];
  return { ...program.syntax, valueOptions: [...(program.syntax.valueOptions ?? []), ...named] };
}

function nameOf(program: ServerProgram, name: string): string {
  return program.label ?? baseName(name);
}

function isException(exception: Exception, about: Surroundings): boolean {
  if (!exception.repositories.test(about.repository ?? '')) return false;
  return exception.tags === undefined || exception.tags.test(about.tag ?? '');
}

function meets(condition: Condition, words: CommandWords, about: Surroundings): boolean {
  switch (condition.kind) {
    case 'option':
      return words.options.some((option) => meetsOption(condition, option));
    case 'operand': {
      const candidates = condition.first === true ? words.operands.slice(0, 1) : words.operands;
      return candidates.some(({ word }) => word !== undefined && condition.words.includes(word));
    }
    case 'bare':
      return words.options.length === 0 && words.operands.length === 0;
    case 'environment':
      return condition.value.test(about.environment?.[condition.name] ?? '');
  }
}

function meetsOption(condition: Condition & { readonly kind: 'option' }, option: CommandOption): boolean {
  if (!condition.names.includes(option.name)) return false;
  return condition.value === undefined || condition.value.test(option.value ?? '');
}

/** What asks for the background: an option, an action, the environment, a configuration file. */
function askedFor(program: ServerProgram, name: string, words: CommandWords, about: Surroundings): Cause | undefined {
  const label = nameOf(program, name);
  for (const condition of program.background ?? []) {
    if (!meets(condition, words, about)) continue;
    switch (condition.kind) {
      case 'option': {
        const option = words.options.find((each) => meetsOption(condition, each));
        const text = condition.value === undefined ? option?.name : `${option?.name} ${option?.value}`;
        return { cause: 'option', why: `\`${text}\` sends ${label} to the background` };
      }
      case 'operand': {
        const action = words.operands.find(({ word }) => word !== undefined && condition.words.includes(word))?.word;
        return { cause: 'action', why: `\`${baseName(name)} ${action}\` leaves ${label} in the background and ends` };
      }
      case 'environment':
        return { cause: 'environment', why: `\`${condition.name}\` sends ${label} to the background` };
      case 'bare':
        return { cause: 'default', why: program.why ?? `${label} goes to the background` };
    }
  }
  const { configuration } = program;
  const background = configuration?.background;
  if (configuration === undefined || background === undefined) return undefined;
  const file = about.configuration?.find(
    (each) => each.path !== undefined && configuration.files.test(each.path) && background.test(each.text),
  );
  if (file?.path === undefined) return undefined;
  const setting = background.exec(file.text)?.[0].trim() ?? '';
  return { cause: 'configuration', why: `\`${setting}\` in ${baseName(file.path)} sends ${label} to the background` };
}

function keptByConfiguration(program: ServerProgram, about: Surroundings): boolean {
  const keeps = program.configuration?.foreground;
  return keeps !== undefined && (about.configuration?.some((each) => keeps.test(each.text)) ?? false);
}

function certaintyOf(
  program: ServerProgram,
  asked: Cause | undefined,
  words: CommandWords,
  about: Surroundings,
  unknownParent: boolean,
): Certainty {
  if (program.certainty !== undefined) return program.certainty;
  if (asked !== undefined) return 'sure';
  const { configuration } = program;
  if (configuration === undefined) return 'sure';
  const seen =
    about.configuration?.some((each) => each.path !== undefined && configuration.files.test(each.path)) ?? false;
  if (seen) return 'sure';
  const named = words.options.some((option) => configuration.namedBy?.includes(option.name));
  return named || unknownParent ? 'likely' : 'sure';
}

/** The row's rewrites as edits; `undefined` when one of them cannot be done on this command. */
function rewritten(
  rewrites: readonly Rewrite[] | undefined,
  argv: readonly Word[],
  start: number,
  words: CommandWords,
): readonly ArgvEdit[] | undefined {
  if (rewrites === undefined) return undefined;
  const edits: ArgvEdit[] = [];
  for (const rewrite of rewrites) {
    const step = editsOf(rewrite, argv, start, words);
    if (step === undefined) return undefined;
    edits.push(...step);
  }
  return edits.length === 0 ? undefined : mergedAppends(edits);
}

function editsOf(rewrite: Rewrite, argv: readonly Word[], start: number, words: CommandWords): ArgvEdit[] | undefined {
  switch (rewrite.kind) {
    case 'append': {
      const [option = ''] = rewrite.words;
      const unless = rewrite.unless ?? [option];
      if (words.options.some((each) => unless.includes(each.name))) return [];
      // Behind `--` an option would be an operand.
      return argv.includes('--') ? undefined : [{ kind: 'append', words: rewrite.words }];
    }
    case 'insertFirst':
      return [{ kind: 'replace', index: start + 1, count: 0, words: rewrite.words }];
    case 'drop':
      return dropped(
        argv,
        words.options.filter((option) => rewrite.options.includes(option.name)),
      );
    case 'dropOperand':
      return words.operands
        .filter(({ word }) => word !== undefined && rewrite.words.includes(word))
        .slice(0, 1)
        .map(({ index }) => ({ kind: 'remove', index, count: 1 }));
    case 'operand':
      return words.operands
        .filter(({ word }) => word !== undefined && rewrite.from.includes(word))
        .slice(0, 1)
        .map(({ index }) => ({ kind: 'replace', index, count: 1, words: [rewrite.to] }));
    case 'program': {
      const path = argv[start] ?? '';
      const directory = path.slice(0, path.lastIndexOf('/') + 1);
      return [{ kind: 'replace', index: start, count: 1, words: [`${directory}${rewrite.name}`] }];
    }
    case 'value':
      return words.options
        .filter((option) => option.name === rewrite.option && option.hasValue)
        .map((option) => withValue(option, rewrite.to));
    case 'extendValue':
      return extended(rewrite, words.options);
    case 'rename':
      return words.options
        .filter((option) => option.name === rewrite.from)
        .map((option) =>
          option.count === 1 && option.hasValue
            ? { kind: 'replace', index: option.index, count: 1, words: [rewrite.to, option.value ?? ''] }
            : { kind: 'replace', index: option.index, count: 1, words: [rewrite.to] },
        );
    case 'unwrap': {
      const command = words.operands[0];
      return command === undefined ? undefined : [{ kind: 'remove', index: start, count: command.index - start }];
    }
    case 'argv': {
      const path = argv[start] ?? '';
      const home = /^(.+)\/[^/]+\/[^/]+$/.exec(path)?.[1];
      if (home === undefined && rewrite.words.some((word) => word.includes('{home}'))) return undefined;
      const written = rewrite.words.map((word) => word.replace('{home}', home ?? ''));
      return [{ kind: 'replace', index: start, count: argv.length - start, words: written }];
    }
  }
}

/** Takes options out; one that shares its word with others leaves them (`-dv` becomes `-v`). */
function dropped(argv: readonly Word[], options: readonly CommandOption[]): ArgvEdit[] {
  const edits: ArgvEdit[] = [];
  for (const index of new Set(options.map((option) => option.index))) {
    const here = options.filter((option) => option.index === index);
    const joined = here.find((option) => option.joined);
    const [first] = here;
    if (joined === undefined && first !== undefined) {
      edits.push({ kind: 'remove', index, count: first.count });
      continue;
    }
    const gone = new Set(here.map((option) => option.name.slice(1)));
    const left = [...(argv[index] ?? '').slice(1)].filter((letter) => !gone.has(letter)).join('');
    edits.push(
      left === '' ? { kind: 'remove', index, count: 1 } : { kind: 'replace', index, count: 1, words: [`-${left}`] },
    );
  }
  return edits;
}

function withValue(option: CommandOption, value: string): ArgvEdit {
  return option.count === 2
    ? { kind: 'replace', index: option.index + 1, count: 1, words: [value] }
    : { kind: 'replace', index: option.index, count: 1, words: [`${option.name}=${value}`] };
}

/** Only the last `-g` counts with nginx, so a second one must not take the first one's directives away. */
function extended(
  rewrite: Rewrite & { readonly kind: 'extendValue' },
  options: readonly CommandOption[],
): ArgvEdit[] | undefined {
  const existing = options.filter((option) => option.name === rewrite.option).at(-1);
  if (existing === undefined) return [{ kind: 'append', words: [rewrite.option, rewrite.text] }];
  if (existing.value === undefined || existing.count !== 2) return undefined;
  const kept = existing.value.replace(/\bdaemon\s+on\s*;\s*/g, '').trim();
  const ended = kept === '' || kept.endsWith(';') ? kept : `${kept};`;
  return [withValue(existing, ended === '' ? rewrite.text : `${ended} ${rewrite.text}`)];
}

function mergedAppends(edits: readonly ArgvEdit[]): readonly ArgvEdit[] {
  const words = edits.flatMap((edit) => (edit.kind === 'append' ? edit.words : []));
  const placed = edits.filter((edit) => edit.kind !== 'append').sort((a, b) => a.index - b.index);
  return words.length === 0 ? placed : [...placed, { kind: 'append', words }];
}
