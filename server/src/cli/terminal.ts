import type { Host, Output } from './host';

/** How to write for an output: in colours and with links, or plainly. */
export interface Terminal {
  readonly colors: boolean;
  readonly links: boolean;
  readonly width: number;
}

/**
 * Colours are used on a terminal, unless `NO_COLOR` or `TERM=dumb` says otherwise; `FORCE_COLOR` and, before all, the
 * command line's own flag decide everywhere. See https://no-color.org and https://force-color.org.
 */
export function terminalOf(output: Output, { environment }: Host, wanted: boolean | undefined): Terminal {
  const colors = wanted ?? colorsBy(environment, output);
  return { colors, links: colors && output.isTerminal, width: Math.max(40, output.width) };
}

function colorsBy(environment: Host['environment'], output: Output): boolean {
  if (environment.NO_COLOR) return false;
  const forced = environment.FORCE_COLOR;
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  return output.isTerminal && environment.TERM !== 'dumb';
}

const codes = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34, cyan: 36 } as const;

export type Style = keyof typeof codes;

export const styled = (terminal: Terminal, style: Style, text: string): string =>
  terminal.colors ? `\u001b[${codes[style]}m${text}\u001b[${codes[style] < 10 ? 22 : 39}m` : text;

/** A text that terminals which can open links do link: OSC 8. */
export const linked = (terminal: Terminal, address: string, text: string): string =>
  terminal.links ? `\u001b]8;;${address}\u001b\\${text}\u001b]8;;\u001b\\` : text;

/** A text from a file or a path, without what a terminal would obey. */
export const harmless = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (character) => (character === '\t' ? character : '\u{FFFD}'));

/** Columns that a text takes on a terminal; tabs have been replaced. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += isWide(character) ? 2 : /\p{M}/u.test(character) ? 0 : 1;
  return columns;
}

const isWide = (character: string): boolean =>
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u.test(
    character,
  );
