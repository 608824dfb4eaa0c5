import type { Completion, EditorContext } from '../../../engine/editor';
import { contains, rangeOf } from '../../../engine/text';
import { gracefulSignal, meantSignals } from '../../../knowledge/stop-signals';
import { applicationOf } from '../../model/application';
import type { Dockerfile } from '../../model/dockerfile';
import { accountCompletions } from './accounts';
import { declarationCompletions } from './arguments';
import { commandCompletions } from './commands';
import { flagValueCompletions } from './flag-values';
import { flagCompletions } from './flags';
import { formCompletions } from './forms';
import { imageCompletions } from './images';
import { instructionCompletions } from './instructions';
import { labelCompletions } from './labels';
import { multistageCompletions } from './multistage';
import { type CompletionPlace, completionPlace, operandsIn } from './place';
import { portCompletions } from './ports';
import { stageCompletions } from './stages';
import { valueCompletions } from './values';
import { variableCompletions } from './variables';

/** Characters behind which something can be offered that is no start of a word. */
export const completionTriggers: readonly string[] = [' ', '$', '{', ':', '=', ',', '-'];

/** What may stand at an offset. Nothing is offered in comments, nor where anything could stand. */
export function completionsAt(dockerfile: Dockerfile, offset: number, context: EditorContext): readonly Completion[] {
  const inComment = [...dockerfile.comments, ...dockerfile.directives].some(
    ({ range }) => range.start < offset && contains(range, rangeOf(offset, offset)),
  );
  if (inComment) return [];
  const place = completionPlace(dockerfile, offset);
  if (place === undefined) {
    const builds = context.project && multistageCompletions(dockerfile, offset, context.project);
    return [...(builds ?? []), ...instructionCompletions(dockerfile, offset)];
  }
  const variables = variableCompletions(place);
  if (variables !== undefined) return variables;
  if (place.inHeredoc) return place.instruction.keyword === 'RUN' ? commandCompletions(place, place.instruction) : [];
  const values = flagValueCompletions(place, context);
  if (values !== undefined) return values;
  return [...flagCompletions(place), ...argumentCompletions(place, context)];
}

function argumentCompletions(place: CompletionPlace, context: EditorContext): readonly Completion[] {
  const { instruction, dockerfile, offset, word, typed } = place;
  const operands = operandsIn(place);
  const isFirst = operands.length === 0;
  const isFlag = typed.startsWith('-');
  switch (instruction.keyword) {
    case 'FROM':
      return isFlag ? [] : parentCompletions(place, operands, context);
    case 'RUN':
      return commandCompletions(place, instruction);
    case 'USER':
      return isFirst && !typed.includes(':') ? accountCompletions(place, word, ({ name }) => name) : [];
    case 'EXPOSE':
      return portCompletions(place);
    case 'STOPSIGNAL':
      return isFirst ? signalCompletions(place) : [];
    case 'HEALTHCHECK':
      return isFirst && !isFlag ? valueCompletions(['CMD', 'NONE'], word, 'keyword') : [];
    case 'ONBUILD':
      return instructionCompletions(dockerfile, offset);
    case 'ARG':
      return declarationCompletions(place);
    case 'LABEL':
      return labelCompletions(place);
    case 'CMD':
    case 'ENTRYPOINT':
    case 'SHELL':
      return isFirst && typed === '' && word.end === offset ? formCompletions(place) : [];
    default:
      return [];
  }
}

function parentCompletions(
  place: CompletionPlace,
  operands: readonly string[],
  context: EditorContext,
): readonly Completion[] {
  const { typed, word } = place;
  if (operands.length === 1) return valueCompletions(['AS'], word, 'keyword');
  if (operands.length > 0 || typed.includes('$')) return [];
  const images = imageCompletions(typed, word, context, 50);
  if (/[:@]/.test(typed)) return images;
  return [...stageCompletions(place, word, false), ...images, ...valueCompletions(['scratch'], word, 'image', 51)];
}

/** The one at which the application finishes its work, first. */
function signalCompletions({ stage, word }: CompletionPlace): readonly Completion[] {
  const program = stage && applicationOf(stage)[0]?.value?.replace(/^.*\//s, '');
  const best = program === undefined ? undefined : gracefulSignal(program);
  const usual = ['SIGTERM', 'SIGQUIT', 'SIGINT', 'SIGWINCH', 'SIGUSR1', 'SIGUSR2', 'SIGHUP'];
  const names = new Set([...(best === undefined ? [] : [best]), ...usual, ...meantSignals]);
  return valueCompletions([...names], word);
}
