import type { EditorContext, HoverText } from '../../../engine/editor';
import { contains, rangeOf, type TextRange } from '../../../engine/text';
import { fullName } from '../../../image/full-name';
import { imageCard } from '../../../image/image-card';
import type { Dockerfile, Instruction, Stage } from '../../model/dockerfile';
import { instructionAt, stageOf } from '../../model/lookups';
import { pulledImages } from '../../model/pulled-images';
import { flagHelp, instructionHelp } from '../instruction-help';
import { stagePlaceAt } from '../stage-symbol';
import { variableUseAt } from '../variable-symbol';
import { accountText } from './account';
import { packageOptionAt } from './package-option';
import { processText } from './process';
import { stageText } from './stage';
import { variableText } from './variable';

/** What there is to know about the word at an offset. */
export function hoverAt(dockerfile: Dockerfile, offset: number, { today }: EditorContext): HoverText | undefined {
  const at = rangeOf(offset, offset);
  if (dockerfile.comments.some(({ range }) => contains(range, at))) return undefined;
  const outer = instructionAt(dockerfile, offset);
  if (outer === undefined) return undefined;
  const trigger = outer.keyword === 'ONBUILD' ? outer.trigger : undefined;
  const instruction = trigger !== undefined && contains(trigger.range, at) ? trigger : outer;
  const { keyword, keywordRange } = instruction;
  if (contains(keywordRange, at)) return ofKeyword(dockerfile, instruction, today);
  const variable = variableUseAt(dockerfile, offset);
  const aboutVariable = variable && variableText(dockerfile, variable);
  if (variable !== undefined && aboutVariable !== undefined) return { range: variable.range, texts: [aboutVariable] };
  const flag = instruction.flags.find(({ range, name }) =>
    contains(rangeOf(range.start, range.start + name.length + 2), at),
  );
  const aboutFlag = flag && flagHelp(keyword, flag.name);
  if (flag !== undefined && aboutFlag !== undefined) return { range: flag.range, texts: [aboutFlag] };
  return ofArgument(dockerfile, instruction, at, today);
}

function ofKeyword(dockerfile: Dockerfile, instruction: Instruction, today: string): HoverText | undefined {
  const help = instructionHelp(instruction.keyword);
  if (help === undefined) return undefined;
  const stage = stageOf(dockerfile, instruction);
  const more = stage && moreAbout(instruction, stage, today);
  return { range: instruction.keywordRange, texts: more === undefined ? [help] : [more, help] };
}

/** What an instruction comes to: the image of a `FROM`, the process of a `CMD`. */
function moreAbout(instruction: Instruction, stage: Stage, today: string): string | undefined {
  if (instruction.keyword === 'CMD' || instruction.keyword === 'ENTRYPOINT') return processText(stage, instruction);
  const { parent } = stage;
  if (instruction.keyword !== 'FROM' || parent.kind !== 'image' || parent.reference.resolved === undefined)
    return undefined;
  return imageCard(fullName(parent.reference), parent.reference.tag ?? 'latest', today);
}

function ofArgument(
  dockerfile: Dockerfile,
  instruction: Instruction,
  at: TextRange,
  today: string,
): HoverText | undefined {
  const place = stagePlaceAt(dockerfile, at.start);
  if (place !== undefined) return { range: place.range, texts: [stageText(dockerfile, place.stage)] };
  const image = pulledImages(dockerfile).find(({ range }) => contains(range, at));
  const card = image?.resolved === undefined ? undefined : imageCard(fullName(image), image.tag ?? 'latest', today);
  if (image !== undefined) return card === undefined ? undefined : { range: image.range, texts: [card] };
  const stage = stageOf(dockerfile, instruction);
  if (stage === undefined) return undefined;
  switch (instruction.keyword) {
    case 'CMD':
    case 'ENTRYPOINT': {
      const process = processText(stage, instruction);
      return process === undefined ? undefined : { range: instruction.argumentsRange, texts: [process] };
    }
    case 'USER': {
      const account = instruction.word && accountText(dockerfile, stage, instruction.word.value);
      return account === undefined ? undefined : { range: instruction.argumentsRange, texts: [account] };
    }
    case 'RUN':
      return packageOptionAt(instruction, at);
    default:
      return undefined;
  }
}
