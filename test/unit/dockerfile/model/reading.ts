import assert from 'node:assert/strict';
import type { Dockerfile, Keyword } from '../../../../server/src/dockerfile/model/dockerfile';
import { type InstructionOf, isOf } from '../../../../server/src/dockerfile/model/lookups';
import { parseDockerfile } from '../../../../server/src/dockerfile/model/parse';
import type { TextRange } from '../../../../server/src/engine/text';

/** The keywords of a text, as written. */
export const keywordsOf = (text: string): readonly string[] =>
  parseDockerfile(text).instructions.map(({ keywordText }) => keywordText);

/** The only instruction of a keyword. */
export function only<Name extends Keyword>(text: string, keyword: Name): InstructionOf<Name> {
  const found = parseDockerfile(text).instructions.filter((one) => isOf(one, keyword));
  assert.equal(found.length, 1, `one ${keyword}`);
  const [first] = found;
  assert.ok(first !== undefined && isOf(first, keyword));
  return first;
}

/** What an `ONBUILD` triggers. */
export function triggered<Name extends Keyword>(text: string, keyword: Name): InstructionOf<Name> {
  const { trigger } = only(text, 'ONBUILD');
  assert.ok(trigger !== undefined && isOf(trigger, keyword), `ONBUILD ${keyword}`);
  return trigger;
}

/** The text of a range. */
export const cut = (text: string, range: TextRange | undefined): string | undefined =>
  range === undefined ? undefined : text.slice(range.start, range.end);

/** The range of a passage that occurs once in a text. */
export function rangeOfPassage(text: string, passage: string): TextRange {
  const start = text.indexOf(passage);
  assert.ok(start !== -1 && text.indexOf(passage, start + 1) === -1, `${passage} occurs once`);
  return { start, end: start + passage.length };
}

export const problemKinds = ({ problems }: Dockerfile): readonly string[] => problems.map(({ kind }) => kind);

/** Names and literal words of the commands of the only `RUN`. */
export const commandLines = (text: string): readonly string[] =>
  only(text, 'RUN').commands.map(({ words }) => words.map((word) => word.value ?? word.text).join(' '));
