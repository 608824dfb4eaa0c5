import { replacement, type TextEdit } from '../../engine/text';
import type { Dockerfile, Instruction, Stage, User } from '../model/dockerfile';
import { textIn } from '../model/lookups';
import { insertInstruction } from './insert-instruction';
import { keywordFor } from './keyword';

/**
 * Lets a stage's image run as another user: what is built before stays as it is.
 * @param operand of the `USER` to write
 * @param set the `USER` in force; replaced when nothing below it needs it
 * @param commands to run before, as the user that builds
 * @returns `undefined` at the end of a file that breaks off in a continued line
 */
export function setUser(
  dockerfile: Dockerfile,
  stage: Stage,
  operand: string,
  { set, commands = [] }: { readonly set?: User | undefined; readonly commands?: readonly string[] } = {},
): readonly TextEdit[] | undefined {
  if (set?.word !== undefined && commands.length === 0 && isUnused(stage, set))
    return [replacement(set.word.range, operand)];
  const place = placeIn(stage);
  if ('after' in place && textIn(dockerfile, place.after.range).trimEnd().endsWith(dockerfile.escape)) return undefined;
  const lines = commands.length === 0 ? [] : [`${keywordFor(dockerfile, 'RUN')} ${joined(dockerfile, commands)}`];
  lines.push(`${keywordFor(dockerfile, 'USER')} ${operand}`);
  return insertInstruction(dockerfile, place, lines.join('\n'));
}

/** Whether a `USER` stands in the stage itself and no command runs as that user. */
const isUnused = ({ index, instructions }: Stage, set: User): boolean =>
  set.stage === index &&
  set.onbuild === undefined &&
  !instructions.some(({ keyword, range }) => keyword === 'RUN' && range.start > set.range.start);

const joined = ({ escape: escapeCharacter }: Dockerfile, commands: readonly string[]): string =>
  commands.join(` ${escapeCharacter}\n    && `);

const starting = new Set<Instruction['keyword']>(['CMD', 'ENTRYPOINT']);
const building = new Set<Instruction['keyword']>(['RUN', 'COPY', 'ADD', 'WORKDIR', 'USER']);

/** In front of what starts the application, else at the end of the stage. */
function placeIn({ from, instructions }: Stage): { readonly before: Instruction } | { readonly after: Instruction } {
  const built = instructions.findLastIndex(({ keyword }) => building.has(keyword));
  const start = instructions.slice(built + 1).find(({ keyword }) => starting.has(keyword));
  return start === undefined ? { after: instructions.at(-1) ?? from } : { before: start };
}
