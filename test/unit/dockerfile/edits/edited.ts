import assert from 'node:assert/strict';
import type { Dockerfile, Instruction, Run, RunCommand } from '../../../../server/src/dockerfile/model/dockerfile';
import { parseDockerfile } from '../../../../server/src/dockerfile/model/parse';
import { applied } from '../../../../server/src/engine/edits';
import type { TextEdit } from '../../../../server/src/engine/text';

export type Edit = (dockerfile: Dockerfile) => readonly TextEdit[] | undefined;

export interface Expectation {
  /** How many instructions there are more, or fewer, afterwards. */
  readonly instructions?: number;
  /** A comment moves to another place, so an edit has it. */
  readonly movesComment?: boolean;
  /** Comments that are new. */
  readonly comments?: readonly string[];
  /** Forms of the same case that are not tried: they would mean something else. */
  readonly except?: readonly Form[];
}

type Form = 'crlf' | 'onbuild' | 'no-final-newline' | 'bom';

const forms: Readonly<Record<Form, (text: string) => string>> = {
  crlf: (text) => text.replaceAll('\n', '\r\n'),
  onbuild: (text) => text.replace(/^([ \t]*)(RUN|CMD|ENTRYPOINT|HEALTHCHECK)\b/gm, '$1ONBUILD $2'),
  'no-final-newline': (text) => text.replace(/\n$/, ''),
  bom: (text) => `\uFEFF${text}`,
};

/** Lines of a file, the last one ended. */
export const lines = (...written: readonly string[]): string => `${written.join('\n')}\n`;

/** Asserts that the edit makes `after` of `before`, in every form of the text, and keeps what a fix must keep. */
export function changes(before: string, after: string, edit: Edit, expected: Expectation = {}): void {
  assert.equal(edited(before, edit, expected), after);
  for (const form of ['crlf', 'onbuild', 'no-final-newline', 'bom'] as const) {
    if (expected.except?.includes(form)) continue;
    const inForm = forms[form];
    assert.equal(edited(inForm(before), edit, expected), inForm(after), `in the form ${form}`);
  }
}

/** Asserts that there is no edit. */
export function refuses(before: string, edit: Edit): void {
  assert.equal(edit(parseDockerfile(before)), undefined);
}

/** The text after the edit, once it is proved that the edit kept the contract of a fix. */
export function edited(before: string, edit: Edit, expected: Expectation = {}): string {
  const dockerfile = parseDockerfile(before);
  const edits = edit(dockerfile);
  assert.ok(edits !== undefined, 'there is an edit');
  assertApart(edits);
  const comments = commentsOf(dockerfile);
  for (const { range } of edits)
    for (const comment of expected.movesComment ? [] : comments)
      assert.ok(range.end <= comment.start || comment.end <= range.start, `no edit holds ${comment.text}`);
  const after = applied(before, edits);
  const reparsed = parseDockerfile(after);
  assert.equal(reparsed.instructions.length, dockerfile.instructions.length + (expected.instructions ?? 0));
  assert.deepEqual(texts(commentsOf(reparsed)), [...texts(comments), ...(expected.comments ?? [])].sort());
  assert.deepEqual(
    reparsed.problems.map(({ kind }) => kind),
    dockerfile.problems.map(({ kind }) => kind),
  );
  assert.equal(shellProblems(reparsed), shellProblems(dockerfile));
  if (before.includes('\r\n')) assert.equal(/(?:^|[^\r])\n/.test(after), false, 'line endings are kept');
  else assert.equal(after.includes('\r'), false);
  assert.equal(after.startsWith('\uFEFF'), before.startsWith('\uFEFF'));
  assert.equal(after.endsWith('\n'), before.endsWith('\n'));
  return after;
}

function assertApart(edits: readonly TextEdit[]): void {
  const sorted = [...edits].sort(
    (one, other) => one.range.start - other.range.start || one.range.end - other.range.end,
  );
  for (const [index, { range }] of sorted.entries()) {
    assert.ok(range.start <= range.end);
    const next = sorted[index + 1];
    if (next !== undefined) assert.ok(range.end <= next.range.start, 'edits do not overlap');
  }
}

interface CommentText {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The comments of the file and those of its scripts. */
function commentsOf(dockerfile: Dockerfile): readonly CommentText[] {
  const scripts = dockerfile.instructions.map(triggered).flatMap((instruction) => {
    if (instruction.keyword === 'RUN') return instruction.scripts;
    const form = 'command' in instruction ? instruction.command : undefined;
    return form?.form === 'shell' && form.script !== undefined ? [form.script] : [];
  });
  const ranges = [...dockerfile.comments.map(({ range }) => range), ...scripts.flatMap(({ comments }) => comments)];
  return ranges
    .map(({ start, end }) => ({ start, end, text: dockerfile.text.slice(start, end).trim() }))
    .filter(({ text }) => !text.startsWith('#!'));
}

const texts = (comments: readonly CommentText[]): readonly string[] => comments.map(({ text }) => text).sort();

const shellProblems = (dockerfile: Dockerfile): number =>
  dockerfile.instructions
    .map(triggered)
    .flatMap((instruction) => (instruction.keyword === 'RUN' ? instruction.scripts : []))
    .reduce((count, { problems }) => count + problems.length, 0);

const triggered = (instruction: Instruction): Instruction =>
  instruction.keyword === 'ONBUILD' ? (instruction.trigger ?? instruction) : instruction;

/** The instructions, each `ONBUILD` by what it triggers. */
export const instructionsOf = (dockerfile: Dockerfile): readonly Instruction[] =>
  dockerfile.instructions.map(triggered);

/** The `index`th `RUN`, from 0. */
export function runAt(dockerfile: Dockerfile, index = 0): Run {
  const runs = instructionsOf(dockerfile).flatMap((instruction) =>
    instruction.keyword === 'RUN' ? [instruction] : [],
  );
  const run = runs[index];
  assert.ok(run !== undefined, `there is a RUN ${index}`);
  return run;
}

/** The first command that holds a word. */
export function commandWith(dockerfile: Dockerfile, word: string): RunCommand {
  const runs = instructionsOf(dockerfile).flatMap((instruction) =>
    instruction.keyword === 'RUN' ? [instruction] : [],
  );
  const found = runs.flatMap(({ commands }) => commands).find(({ words }) => words.some(({ text }) => text === word));
  assert.ok(found !== undefined, `there is a command with ${word}`);
  return found;
}
