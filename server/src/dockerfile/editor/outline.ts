import type { OutlineEntry } from '../../engine/editor';
import { presentable, rendered, templates } from '../../engine/message';
import { type TextRange, textOf } from '../../engine/text';
import type { Dockerfile, Instruction, Stage } from '../model/dockerfile';

const texts = templates({ stage: 'FROM {image}', numbered: 'Stage {number}' });

/** The stages with their instructions; above them what stands before the first `FROM`. */
export function outline(dockerfile: Dockerfile): readonly OutlineEntry[] {
  const before = dockerfile.instructions.filter(({ stage }) => stage === undefined);
  return [
    ...before.map((instruction) => instructionEntry(dockerfile, instruction)),
    ...dockerfile.stages.map((stage) => stageEntry(dockerfile, stage)),
  ];
}

function stageEntry(dockerfile: Dockerfile, { index, from, range, instructions }: Stage): OutlineEntry {
  const image = from.image?.text;
  const alias = from.alias?.text;
  const unnamed =
    image === undefined ? rendered(texts.numbered, { number: String(index) }) : rendered(texts.stage, { image });
  return {
    name: alias ?? unnamed,
    ...(alias !== undefined && image !== undefined && { detail: image }),
    kind: 'stage',
    range,
    nameRange: (from.alias ?? from.image)?.range ?? from.keywordRange,
    children: instructions.map((instruction) => instructionEntry(dockerfile, instruction)),
  };
}

function instructionEntry({ text }: Dockerfile, instruction: Instruction): OutlineEntry {
  const { keyword, keywordText, keywordRange, range, argumentsRange } = instruction;
  const isVariable = keyword === 'ENV' || keyword === 'ARG';
  return {
    name: `${keywordText.toUpperCase()} ${presentable(beginning(text, argumentsRange))}`.trimEnd(),
    kind: isVariable ? 'variable' : 'instruction',
    range,
    nameRange: keywordRange,
    deprecated: keyword === 'MAINTAINER',
    children: [],
  };
}

/** As much as an outline can show: a long instruction is not read to its end for it. */
const beginning = (text: string, { start, end }: TextRange): string =>
  textOf(text, { start, end: Math.min(end, start + 200) });
