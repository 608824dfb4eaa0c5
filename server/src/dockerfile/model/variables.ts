import { commandPlaces } from '../../shell/commands';
import type { Script } from '../../shell/syntax';
import type { Dockerfile, DockerfileWord, Inherited, Instruction, RunCommand, Stage } from './dockerfile';
import { expandedWord } from './expanded-word';
import { lastBefore } from './last-before';
import { stageOf } from './lookups';
import { remembered } from './remembered';
import { defaultsOfParent } from './stages';

/** Values that refer to others deeper than this are not followed. */
const deepest = 20;

interface Definition {
  readonly instruction: Instruction;
  readonly word: DockerfileWord | undefined;
}

/** What a stage itself defines by one name, in source order. */
interface Definitions {
  readonly ENV: Definition[];
  readonly ARG: Definition[];
}

const definitionsOf = remembered((stage: Stage): ReadonlyMap<string, Definitions> => {
  const found = new Map<string, Definitions>();
  for (const instruction of stage.instructions) {
    if (instruction.keyword !== 'ENV' && instruction.keyword !== 'ARG') continue;
    const { keyword } = instruction;
    for (const { name, value } of instruction.properties) {
      const list = found.get(name) ?? { ENV: [], ARG: [] };
      list[keyword].push({ instruction, word: value });
      found.set(name, list);
    }
  }
  return found;
});

const startOf = ({ instruction }: Definition): number => instruction.range.start;

/**
 * The value that a variable has in a stage in front of an offset: from `ENV`, else from `ARG`, of the stage, the stages that
 * it is built from, or a known parent image.
 * @returns `undefined` when nothing sets it; a `value` of `undefined` when what it is set to is not known
 */
export function variableBefore(
  stage: Stage,
  name: string,
  offset: number,
  depth = 0,
): Inherited<string | undefined> | undefined {
  const own = definitionsOf(stage).get(name);
  const set = own && lastBefore(own.ENV, offset, startOf);
  if (set !== undefined) return valueSetBy(stage, set, depth);
  const { parent } = stage;
  const inherited = parent.kind === 'stage' ? parent.stage.environment[name] : imageValue(stage, name);
  if (inherited !== undefined) return inherited;
  const declared = own && lastBefore(own.ARG, offset, startOf);
  if (declared === undefined) return parent.kind === 'stage' ? parent.stage.arguments[name] : undefined;
  return declared.word === undefined ? stage.arguments[name] : valueSetBy(stage, declared, depth);
}

function valueSetBy(stage: Stage, { instruction, word }: Definition, depth: number): Inherited<string | undefined> {
  if (word === undefined || depth > deepest) return { value: word === undefined ? '' : undefined, instruction };
  const lookup = (name: string): string | undefined =>
    variableBefore(stage, name, instruction.range.start, depth + 1)?.value;
  return { value: expandedWord(word, lookup), instruction };
}

const defaultsOf = remembered(defaultsOfParent);

function imageValue(stage: Stage, name: string): Inherited<string> | undefined {
  const value = defaultsOf(stage.parent)?.env?.[name];
  return value === undefined ? undefined : { value, instruction: undefined };
}

/**
 * The value that a variable has for a command: set in front of it (`X=1 command`), exported earlier in its script, or set
 * in the stage.
 */
export function variableFor(
  dockerfile: Dockerfile,
  command: RunCommand,
  name: string,
): Inherited<string | undefined> | undefined {
  const { run } = command;
  if (Object.hasOwn(command.environment, name)) return { value: command.environment[name], instruction: run };
  const exported = exportedBefore(command, name);
  if (exported !== undefined) return { value: exported.value, instruction: run };
  const stage = stageOf(dockerfile, run);
  return stage === undefined ? undefined : variableBefore(stage, name, run.range.start);
}

/** What `export NAME=value` says last before a command of the same script. */
const exportedBefore = ({ script, place }: RunCommand, name: string): Export | undefined =>
  exportsOf(script).findLast((one) => one.name === name && one.start < place.command.range.start);

interface Export {
  readonly name: string;
  /** `undefined` when it is not literal. */
  readonly value: string | undefined;
  readonly start: number;
}

const exportsOf = remembered((script: Script): readonly Export[] =>
  commandPlaces(script).flatMap(({ command, substituted }) => {
    const [program, ...operands] = command.words;
    if (substituted || !/^(?:export|declare|typeset)$/.test(program?.literal ?? '')) return [];
    return operands.flatMap(({ text, literal, range }) => {
      const name = /^([A-Za-z_]\w*)=/.exec(text)?.[1];
      return name === undefined ? [] : [{ name, value: literal?.slice(name.length + 1), start: range.start }];
    });
  }),
);
