import { commandPlaces } from '../../shell/commands';
import type {
  Body,
  CommandPlace,
  CompoundCommand,
  Pipeline,
  Place,
  Script,
  SimpleCommand,
  Statement,
} from '../../shell/syntax';
import { remembered } from './remembered';

/** Options that `set` or a shell's start switches on or off, by their letters; `errexit` and the like by their names. */
interface ShellOptions {
  readonly on: ReadonlySet<string>;
  readonly off: ReadonlySet<string>;
}

const letters: Readonly<Record<string, string>> = {
  e: 'errexit',
  x: 'xtrace',
  u: 'nounset',
  v: 'verbose',
  f: 'noglob',
};

/**
 * Whether the shell stops (`set -e`) when the list fails that holds a command. It does not while it runs a group, a branch or
 * the like whose own result something else looks at: in a condition, or in front of `&&` and `||`.
 * @param shell the words that start the shell, such as `/bin/bash -eo pipefail -c`
 */
export function stopsOnFailure(script: Script, place: Place, shell: readonly string[]): boolean {
  return stopsFromHere(script, place, shell) && !isResultLookedAt(place);
}

/** Whether a group, a branch or the like around a command stands in a condition, or in front of `&&` or `||`. */
export const isResultLookedAt = (place: Place): boolean => levelsAround(place).some(isLookedAt);

const stopsFromHere = (script: Script, place: Place, shell: readonly string[]): boolean =>
  isOptionOn(script, place, shell, 'errexit');

/**
 * Whether an option is on where a command stands: set at the shell's start, or by a `set` before it in the same shell.
 * @param shell the words that start the shell
 */
export function isOptionOn(
  script: Script,
  place: Place,
  shell: readonly string[],
  option: 'errexit' | 'pipefail',
): boolean {
  let isOn = optionsOf(shell.slice(1)).on.has(option);
  for (const { place: other, options } of switchesOf(script)) {
    if (other.command.range.start >= place.command.range.start) break;
    if (!sharesShell(other, place)) continue;
    if (options.off.has(option)) isOn = false;
    else if (options.on.has(option)) isOn = true;
  }
  return isOn;
}

/** The `set` commands of a script that change an option. */
const switchesOf = remembered((script: Script): readonly Switch[] =>
  commandPlaces(script).flatMap((place): readonly Switch[] => {
    const options = setOptions(place.command);
    return options === undefined || options.on.size + options.off.size === 0 ? [] : [{ place, options }];
  }),
);

interface Switch {
  readonly place: CommandPlace;
  readonly options: ShellOptions;
}

/** Whether a shell that is started with these words has `errexit`. */
export const startsStopping = (shell: readonly string[]): boolean => optionsOf(shell.slice(1)).on.has('errexit');

/** The options that a `set` command changes; `undefined` for any other command. */
export function setOptions(command: SimpleCommand): ShellOptions | undefined {
  if (command.words[0]?.literal !== 'set') return undefined;
  return optionsOf(command.words.slice(1).map((word) => word.literal ?? ''));
}

function optionsOf(words: readonly string[]): ShellOptions {
  const on = new Set<string>();
  const off = new Set<string>();
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? '';
    const match = /^([-+])([A-Za-z]+)$/.exec(word);
    if (match === null) {
      if (!word.startsWith('-')) break;
      continue;
    }
    const target = match[1] === '-' ? on : off;
    for (const letter of match[2] ?? '') {
      if (letter === 'o') target.add(words[++index] ?? '');
      else if (letters[letter] !== undefined) target.add(letters[letter]);
    }
  }
  return { on, off };
}

/** A compound command around a command, with the list that it is part of. */
interface Level {
  readonly compound: CompoundCommand;
  readonly body: Body;
  readonly statement: Statement;
  readonly pipeline: Pipeline;
}

/** The compound commands around a command, the innermost first; not beyond a substitution. */
function levelsAround({ path, enclosing }: Place): readonly Level[] {
  const levels: Level[] = [];
  for (let index = enclosing.length - 1; index > 0; index--) {
    const compound = enclosing[index];
    const statement = path[index - 1];
    const inner = path[index];
    if (compound === undefined || compound.kind === 'script' || statement === undefined) break;
    const pipeline = statement.pipelines.find(({ commands }) => commands.includes(compound));
    const body = compound.bodies.find(({ statements }) => inner !== undefined && statements.includes(inner));
    if (pipeline === undefined || body === undefined) break;
    levels.push({ compound, body, statement, pipeline });
  }
  return levels;
}

const isLookedAt = ({ body, statement, pipeline }: Level): boolean =>
  body.role === 'condition' || pipeline.negated || statement.pipelines.at(-1) !== pipeline;

/**
 * Where in a script a list stands. `end`: what it returns is what the script, or the subshell around it, returns; `inside`:
 * something follows; `repeated`: it is the end of what a loop or a function runs.
 */
export function positionOf(place: Place): 'end' | 'inside' | 'repeated' {
  let { siblings, statement } = place;
  for (const level of levelsAround(place)) {
    if (siblings.at(-1) !== statement) return 'inside';
    const { kind } = level.compound;
    if (kind === 'subshell' || level.pipeline.commands.length > 1) return 'end';
    if (kind !== 'group' && kind !== 'if' && kind !== 'case') return 'repeated';
    statement = level.statement;
    siblings = siblingsOf(place, statement);
  }
  return siblings.at(-1) === statement ? 'end' : 'inside';
}

/** The sequence of statements that holds one of those around a command. */
function siblingsOf({ enclosing }: Place, statement: Statement): readonly Statement[] {
  for (const around of enclosing) {
    const sequences =
      around.kind === 'script' ? [around.statements] : around.bodies.map(({ statements }) => statements);
    const found = sequences.find((statements) => statements.includes(statement));
    if (found !== undefined) return found;
  }
  return [];
}

/** Whether what `other` sets is still set at `place`: no subshell or substitution ends in between. */
export function sharesShell(other: CommandPlace, place: Place): boolean {
  return other.enclosing.every(
    (around) =>
      place.enclosing.includes(around) ||
      (around.kind !== 'script' && around.kind !== 'subshell' && around.kind !== 'function'),
  );
}
