import type { HoverText } from '../../../engine/editor';
import { inlineCode } from '../../../engine/markdown';
import { contains, type TextRange } from '../../../engine/text';
import type { Run } from '../../model/dockerfile';
import { optionsOf, packageCommand } from '../package-options';

/** What an option of a package manager is for. */
export function packageOptionAt({ commands }: Run, at: TextRange): HoverText | undefined {
  for (const { words } of commands) {
    const word = words.find(({ range }) => range !== undefined && contains(range, at));
    if (word?.range === undefined || word.value?.startsWith('-') !== true) continue;
    const command = packageCommand(words.map(({ value }) => value));
    const name = word.value.replace(/=.*/s, '');
    const option = command && optionsOf(command).find((each) => each.word.replace(/=.*/s, '') === name && !each.valued);
    return option && { range: word.range, texts: [`${inlineCode(option.word)}\n\n${option.says}`] };
  }
  return undefined;
}
