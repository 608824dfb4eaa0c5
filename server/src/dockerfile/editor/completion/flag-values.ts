import type { Completion, EditorContext } from '../../../engine/editor';
import { rangeOf } from '../../../engine/text';
import { flagTexts } from '../instruction-texts';
import { accountCompletions } from './accounts';
import { mountCompletions } from './mounts';
import { type CompletionPlace, operandsIn } from './place';
import { sourceCompletions } from './sources';
import { type FlagValue, valueCompletions } from './values';

/** Platforms that most images are published for. */
const platforms: readonly string[] = ['$BUILDPLATFORM', '$TARGETPLATFORM', 'linux/amd64', 'linux/arm64'];

/** What may stand behind `--NAME=`; `undefined` where no flag's value is typed. */
export function flagValueCompletions(
  place: CompletionPlace,
  context: EditorContext,
): readonly Completion[] | undefined {
  const value = flagValue(place);
  if (value === undefined) return undefined;
  const { keyword } = place.instruction;
  switch (`${keyword} --${value.name}`) {
    case 'FROM --platform':
      return valueCompletions(platforms, value.range);
    case 'COPY --from':
      return sourceCompletions(place, value.range, value.typed, context);
    case 'COPY --chown':
    case 'ADD --chown':
      return accountCompletions(place, value.range, ({ name, group }) => group && `${name}:${group}`);
    case 'COPY --chmod':
    case 'ADD --chmod':
      return valueCompletions(['755', '644', '555', '444', 'u=rwX,go=rX'], value.range);
    case 'RUN --mount':
      return mountCompletions(place, value, context);
    default: {
      const choices = flagTexts[keyword]?.[value.name]?.value?.split('|') ?? [];
      return choices.length > 1 ? valueCompletions(choices, value.range) : [];
    }
  }
}

function flagValue(place: CompletionPlace): FlagValue | undefined {
  const { typed, word } = place;
  const [head, name = ''] = /^--([a-z-]+)=/.exec(typed) ?? [];
  if (head === undefined || operandsIn(place).length > 0) return undefined;
  return { name, range: rangeOf(word.start + head.length, word.end), typed: typed.slice(head.length) };
}
