import type { EditorContext } from '../../../engine/editor';
import { imageCard } from '../../../image/image-card';
import type { Keyword } from '../../model/dockerfile';
import { flagHelp, instructionHelp } from '../instruction-help';
import { flagTexts, instructionTexts } from '../instruction-texts';

/** What there is to read about a completion, by the topic that it has. */
export function documentation(topic: string, { today }: EditorContext): string | undefined {
  const [kind, name = '', more = ''] = topic.split(' ');
  switch (kind) {
    case 'instruction':
      return isKeyword(name) ? instructionHelp(name) : undefined;
    case 'flag':
      return isKeyword(name) && Object.hasOwn(flagTexts, name) ? flagHelp(name, more) : undefined;
    case 'image': {
      const colon = name.lastIndexOf(':');
      return imageCard(name.slice(0, colon), name.slice(colon + 1), today);
    }
    default:
      return undefined;
  }
}

const isKeyword = (name: string): name is Exclude<Keyword, 'UNKNOWN'> => Object.hasOwn(instructionTexts, name);
