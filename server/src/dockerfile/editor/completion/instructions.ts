import type { Completion } from '../../../engine/editor';
import { rangeOf, type TextRange } from '../../../engine/text';
import { keywordFor } from '../../edits/keyword';
import type { Dockerfile, Keyword } from '../../model/dockerfile';
import { instructionTexts } from '../instruction-texts';
import { instructionTyped } from './place';

/** The instructions that may stand where a line is empty so far, or has part of one word. */
export function instructionCompletions(dockerfile: Dockerfile, offset: number): readonly Completion[] {
  const { text, stages } = dockerfile;
  const instruction = instructionTyped(dockerfile, offset);
  const isTriggered = instruction?.keyword === 'ONBUILD' && offset > instruction.keywordRange.end;
  const line = isTriggered
    ? text.slice(instruction.keywordRange.end, offset)
    : text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset).replace(/^\uFEFF/, '');
  if (!/^\s*[a-z]*$/i.test(line) || (isTriggered && !/^\s/.test(line))) return [];
  if (!isTriggered && instruction !== undefined && offset > instruction.keywordRange.end) return [];
  const typed = /[a-z]*$/i.exec(line)?.[0].length ?? 0;
  const rest = /^[a-z]*/i.exec(text.slice(offset, offset + 20))?.[0].length ?? 0;
  const range = rangeOf(offset - typed, offset + rest);
  const others = dockerfile.instructions.filter((one) => one !== instruction);
  const hasStage = (stages[0]?.from.range.start ?? Infinity) < range.start;
  return keywords
    .filter((keyword) => isAllowed(keyword, hasStage, isTriggered))
    .map((keyword, index) =>
      completionOf(text, keywordFor({ ...dockerfile, instructions: others }, keyword), range, index),
    );
}

const keywords = Object.keys(instructionTexts).filter((name): name is keyof typeof instructionTexts =>
  Object.hasOwn(instructionTexts, name),
);

/** In front of the first `FROM` only `ARG` may stand; `ONBUILD` does not trigger itself, nor a stage. */
function isAllowed(keyword: Keyword, hasStage: boolean, isTriggered: boolean): boolean {
  if (isTriggered) return !/^(?:FROM|ONBUILD|MAINTAINER)$/.test(keyword);
  return hasStage || keyword === 'FROM' || keyword === 'ARG';
}

function completionOf(text: string, label: string, range: TextRange, index: number): Completion {
  const keyword = label.toUpperCase();
  const blank = /^[ \t]/.test(text.slice(range.end, range.end + 1)) ? '' : ' ';
  return {
    label,
    kind: 'keyword',
    detail: detailOf(keyword),
    edit: { range, newText: label + blank },
    order: index,
    continues: blank !== '',
    deprecated: keyword === 'MAINTAINER',
    topic: `instruction ${keyword}`,
  };
}

const detailOf = (keyword: string): string =>
  keywords.flatMap((name) => (name === keyword ? [instructionTexts[name].syntax] : []))[0] ?? '';
