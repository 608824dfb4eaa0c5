import type { Dockerfile, DockerfileWord, Instruction, Stage, Workdir } from './dockerfile';
import { expandedWord } from './expanded-word';
import { stageOf } from './lookups';
import { longestPath, normalizedPath } from './paths';
import { remembered } from './remembered';
import { defaultsOfParent } from './stages';
import { variableBefore } from './variables';

/** What `WORKDIR` has come to at a place. */
export interface WrittenDirectory {
  /**
   * Absolute, as it can be written there: the variables of the instructions that set it stand for the same as they did.
   * `undefined` where that cannot be told.
   */
  readonly path: string | undefined;
  /** Whether the file sets it: in this stage, or in one that it is built from. */
  readonly set: boolean;
}

/** The directory in which an instruction works; what `ONBUILD` triggers starts where its stage ends. */
export function writtenDirectoryBefore(dockerfile: Dockerfile, instruction: Instruction): WrittenDirectory {
  const stage = stageOf(dockerfile, instruction);
  if (stage === undefined) return { path: undefined, set: false };
  const changes = instruction.onbuild === undefined ? changesOf(stage) : triggeredChangesOf(stage);
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((changes[middle]?.start ?? 0) < instruction.range.start) low = middle + 1;
    else high = middle;
  }
  return changes[low - 1]?.state ?? startOf(stage);
}

/** Whether a path starts at a root: `/srv`, `C:\srv`, `\srv`. */
export const isAbsolute = (path: string): boolean => /^(?:[/\\]|[A-Za-z]:)/.test(path);

interface State extends WrittenDirectory {
  /** Those in the path. */
  readonly variables: readonly string[];
}

interface Change {
  readonly start: number;
  readonly state: State;
}

const changesOf = remembered((stage: Stage): readonly Change[] =>
  changesFrom(startOf(stage), stage, stage.instructions),
);

const triggeredChangesOf = remembered((stage: Stage): readonly Change[] => {
  const triggers = stage.instructions.flatMap((each) => (each.keyword === 'ONBUILD' ? (each.trigger ?? []) : []));
  const end = endOf(stage);
  return [{ start: -1, state: end }, ...changesFrom(end, stage, triggers)];
});

function changesFrom(start: State, stage: Stage, instructions: readonly Instruction[]): readonly Change[] {
  const changes: Change[] = [];
  let state = start;
  for (const instruction of instructions) {
    const before = state;
    if (instruction.keyword === 'WORKDIR') state = afterWorkdir(before, stage, instruction);
    else if (instruction.keyword === 'ENV' || instruction.keyword === 'ARG') {
      const names = instruction.properties.map(({ name }) => name);
      if (state.variables.some((name) => names.includes(name))) state = { ...state, path: undefined, variables: [] };
    }
    if (state !== before) changes.push({ start: instruction.range.start, state });
  }
  return changes;
}

const endOf = (stage: Stage): State => changesOf(stage).at(-1)?.state ?? startOf(stage);

const startOf = remembered((stage: Stage): State => {
  const { parent, initialShell } = stage;
  if (parent.kind === 'stage') {
    const { path, set, variables } = endOf(parent.stage);
    const triggered = parent.stage.instructions.some(
      (each) => each.keyword === 'ONBUILD' && each.trigger?.keyword === 'WORKDIR',
    );
    return { path: variables.length > 0 || triggered ? undefined : path, set: set || triggered, variables: [] };
  }
  const known = initialShell.posix ? defaultsOfParent(parent)?.workdir : undefined;
  return { path: known === undefined ? undefined : writable(known ?? '/'), set: false, variables: [] };
});

function afterWorkdir(before: State, stage: Stage, { word, range }: Workdir): State {
  if (word === undefined) return before;
  const names = word.variables.map(({ name }) => name);
  const written = hasPlainVariables(word) ? word.value : undefined;
  if (written === undefined) return { path: undefined, set: true, variables: [] };
  if (written.startsWith('/') || startsWithRoot(stage, word, range.start))
    return { path: writable(normalized(written)), set: true, variables: names };
  const joined = written.startsWith('$') || isAbsolute(written) ? undefined : joinedPath(before.path, written);
  return { path: joined, set: true, variables: [...before.variables, ...names] };
}

/**
 * A path below a directory.
 * @returns `undefined` when the directory is not known, or it cannot be told what `..` leads to
 */
export function joinedPath(directory: string | undefined, path: string): string | undefined {
  if (directory === undefined || (directory.includes('$') && path.split('/').includes('..'))) return undefined;
  return writable(normalized(`${directory}/${path}`));
}

const normalized = (path: string): string =>
  path.startsWith('/') ? normalizedPath(path) : normalizedPath(`/${path}`).slice(1);

/** Whether a variable that an `ENV` or the parent sets makes a path absolute; what an `ARG` sets can change. */
function startsWithRoot(stage: Stage, word: DockerfileWord, offset: number): boolean {
  const [variable] = word.variables;
  if (variable === undefined || !word.value.startsWith('$')) return false;
  if (variableBefore(stage, variable.name, offset)?.instruction?.keyword === 'ARG') return false;
  return expandedWord(word, (name) => variableBefore(stage, name, offset)?.value)?.startsWith('/') === true;
}

const hasPlainVariables = ({ value, variables }: DockerfileWord): boolean =>
  value.split('$').length - 1 === variables.length && variables.every(({ operation }) => operation === '');

/** Only what needs neither quotes nor escapes. */
const writable = (path: string): string | undefined =>
  path.length <= longestPath && /^[\w./@+:,${} =-]+$/.test(path) ? path : undefined;
