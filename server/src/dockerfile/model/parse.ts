import { lineEndingOf } from '../../engine/text';
import { commentsOf } from './comments';
import { readDirectives } from './directives';
import type { Arg, Dockerfile, DockerfileProblem, Instruction } from './dockerfile';
import { instructionHeads } from './dockerfile-ast';
import { instructionOf } from './instructions';
import { logicalLines } from './logical-lines';
import { ShellTracker } from './shell-tracker';
import { buildStages, type StageOptions } from './stages';

/** What the workspace knows of the file's stages. */
export type ParseOptions = Pick<StageOptions, 'targets'>;

/**
 * Reads a Dockerfile. It never throws, whatever the text: what cannot be understood becomes an unknown instruction or a
 * problem, and the rest of the file is read all the same.
 * @param path of the file, for rules that look at its name
 */
export function parseDockerfile(text: string, path?: string, { targets }: ParseOptions = {}): Dockerfile {
  const nul = text.indexOf('\u0000');
  if (nul !== -1) return unread(text, path, [{ kind: 'not-text', range: { start: nul, end: nul + 1 } }]);
  const { directives, escapeCharacter } = readDirectives(text);
  const lines = logicalLines(text, escapeCharacter);
  const heads = instructionHeads(text, lines.logical, escapeCharacter);
  if (heads.some(({ keywordText }) => templateAction.test(keywordText))) return unread(text, path, []);
  const comments = commentsOf(text, lines, directives);
  const tracker = new ShellTracker(escapeCharacter);
  const instructions: Instruction[] = [];
  const globalArguments: Arg[] = [];
  const problems: DockerfileProblem[] = lines.tooLong.map((range) => ({ kind: 'line-too-long', range }));
  let stage: number | undefined;
  for (const head of heads) {
    const { range, heredocs, emptyContinuations } = head.line;
    if (head.keyword === 'FROM') stage = stage === undefined ? 0 : stage + 1;
    const around = comments.around(range);
    tracker.heed(around.before);
    const { above, inside } = around;
    const context = {
      text,
      escapeCharacter,
      stage,
      shell: tracker.shell,
      comments: above,
      innerComments: inside,
      onbuild: undefined,
    };
    const instruction = instructionOf(head, context);
    for (const comment of inside) comment.inside = instruction;
    if (instruction.keyword === 'ARG' && stage === undefined) globalArguments.push(instruction);
    tracker.pass(instruction);
    instructions.push(instruction);
    for (const empty of emptyContinuations) problems.push({ kind: 'empty-continuation', range: empty, instruction });
    for (const { name, range, terminator } of heredocs)
      if (terminator === undefined) problems.push({ kind: 'unterminated-heredoc', range, name });
  }
  problems.sort((one, other) => one.range.start - other.range.start);
  const lineEnding = lineEndingOf(text);
  const stages = buildStages(instructions, globalArguments, {
    text,
    escape: escapeCharacter,
    ...(targets && { targets }),
  });
  return {
    text,
    path,
    lineEnding,
    escape: escapeCharacter,
    directives,
    comments: comments.all,
    instructions,
    globalArguments,
    stages,
    problems,
  };
}

/** Where an instruction should stand: what a generator reads, which will be a Dockerfile only when it has run. */
const templateAction = /^(?:\{\{|\{%|<%)/;

/** A file that is no Dockerfile: one with a NUL in it is binary, or in an encoding of two bytes a character. */
const unread = (text: string, path: string | undefined, problems: readonly DockerfileProblem[]): Dockerfile => ({
  text,
  path,
  lineEnding: lineEndingOf(text),
  escape: '\\',
  directives: [],
  comments: [],
  instructions: [],
  globalArguments: [],
  stages: [],
  problems,
});
