import { deletion, lineStart, rangeOf, type TextEdit } from '../../engine/text';
import type { Dockerfile, Stage } from '../model/dockerfile';
import { remembered } from '../model/remembered';
import { stageReferences } from '../model/stage-references';

/**
 * Takes a stage away that nothing uses, up to the next one with its comments.
 * @returns `undefined` for the last stage, where a comment would be lost or a here-document has no end, and where others are called by their number
 */
export function deleteStage(dockerfile: Dockerfile, stage: Stage): readonly TextEdit[] | undefined {
  const { text, stages, comments, problems } = dockerfile;
  const next = stages[stage.index + 1]?.from;
  if (next === undefined || stage.from.comments.length > 0) return undefined;
  const first = lineStart(text, stage.from.range.start);
  const start = first === 0 && text.startsWith('\uFEFF') ? 1 : first;
  const end = lineStart(text, next.comments[0]?.range.start ?? next.range.start);
  if (comments.some(({ range }) => range.start >= start && range.start < end)) return undefined;
  if (problems.some(({ kind }) => kind === 'unterminated-heredoc')) return undefined;
  const scripts = stage.instructions.flatMap((each) => (each.keyword === 'RUN' ? each.scripts : []));
  if (scripts.some((script) => script.comments.length > 0)) return undefined;
  return countsStages(dockerfile) ? undefined : [deletion(rangeOf(start, end))];
}

/** Whether something is copied from a stage by its number. */
const countsStages = remembered(({ stages }: Dockerfile): boolean =>
  stages.flatMap(({ instructions }) => instructions.flatMap(stageReferences)).some(({ name }) => /^\d+$/.test(name)),
);
