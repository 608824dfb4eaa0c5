/** A line of a settings file in block style, as far as its place in the file can be told from it alone. */
export interface Line {
  /** Nothing but blanks or a comment. */
  readonly blank: boolean;
  /** Where items of lists start, from the outermost on: the columns of `-`. */
  readonly dashes: readonly number[];
  /** Where the text behind blanks and dashes starts. */
  readonly column: number;
  readonly key: Word | undefined;
  /** Behind the key's colon and its blanks; without a key, the same as `column`. */
  readonly valueColumn: number;
  /** Where the text ends: before blanks and a comment. */
  readonly end: number;
  /** The column of a comment's `#`. */
  readonly comment: number | undefined;
}

export interface Word {
  readonly name: string;
  /** Columns, without quotes. */
  readonly start: number;
  readonly end: number;
}

/** Longer lines hold nothing that people write by hand. */
const longest = 2_000;

const keyed = /^(?:"([^"]*)"|'([^']*)'|([^\s#:'"{}[\],][^\s:#{}[\],]*))[ \t]*:(?=[ \t]|$)/;

/** Reads one line, without its ending. */
export function readLine(text: string): Line {
  const whole = text.slice(0, longest);
  const comment = commentIn(whole);
  const end = whole.slice(0, comment).trimEnd().length;
  const [start = ''] = /^[ \t]*(?:-(?:[ \t]+|$))*/.exec(whole.slice(0, comment)) ?? [];
  const dashes = [...start.matchAll(/-/g)].map(({ index }) => index);
  const column = start.length;
  const found = keyAt(whole.slice(0, end), column);
  return {
    blank: end === 0,
    dashes,
    column,
    key: found?.word,
    valueColumn: found?.behind ?? column,
    end: Math.max(end, Math.min(column, comment ?? column)),
    comment,
  };
}

/** The key that starts at a column, and where its value would start. */
export function keyAt(line: string, column: number): { readonly word: Word; readonly behind: number } | undefined {
  const match = keyed.exec(line.slice(column));
  if (match === null) return undefined;
  const name = match[1] ?? match[2] ?? match[3] ?? '';
  const start = column + (match[3] === undefined ? 1 : 0);
  const colon = column + match[0].length;
  const blanks = /^[ \t]*/.exec(line.slice(colon))?.[0].length ?? 0;
  return { word: { name, start, end: start + name.length }, behind: colon + blanks };
}

/** A comment starts with a `#` at the start or behind a blank, outside of quotes. */
function commentIn(line: string): number | undefined {
  let quote: string | undefined;
  for (let at = 0; at < line.length; at++) {
    const character = line[at];
    if (quote !== undefined) {
      if (character === quote) quote = undefined;
    } else if ((character === '"' || character === "'") && /^$|[\s{[,:]/.test(line[at - 1] ?? '')) quote = character;
    else if (character === '#' && /^$|\s/.test(line[at - 1] ?? '')) return at;
  }
  return undefined;
}
