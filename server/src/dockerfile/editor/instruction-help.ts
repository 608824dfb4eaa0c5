import { rendered, templates } from '../../engine/message';
import type { Keyword } from '../model/dockerfile';
import { flagTexts, instructionTexts } from './instruction-texts';

const texts = templates({
  instruction: '**{keyword}** `{syntax}`\n\n{says}\n\n[Reference]({address})',
  flag: '`{flag}`\n\n{says}',
});

templates([
  ...Object.values(instructionTexts).map(({ says }) => says),
  ...Object.values(flagTexts).flatMap((flags) => Object.values(flags).map(({ says }) => says)),
]);

/** What an instruction is for, as Markdown. */
export function instructionHelp(keyword: Keyword): string | undefined {
  if (keyword === 'UNKNOWN') return undefined;
  const { syntax, says } = instructionTexts[keyword];
  const address = `https://docs.docker.com/reference/dockerfile/#${keyword.toLowerCase()}`;
  return rendered(texts.instruction, { keyword, syntax, says: rendered(says, {}), address });
}

/** What a flag of an instruction does, as Markdown. */
export function flagHelp(keyword: Keyword, name: string): string | undefined {
  const flags = flagTexts[keyword];
  const flag = flags !== undefined && Object.hasOwn(flags, name) ? flags[name] : undefined;
  if (flag === undefined) return undefined;
  const written = flag.value === undefined ? `--${name}` : `--${name}=${flag.value}`;
  return rendered(texts.flag, { flag: written, says: rendered(flag.says, {}) });
}
