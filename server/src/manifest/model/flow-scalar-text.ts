import { isBlank, push, type Reading } from './character-reading';

/** A scalar in flow style: line ends fold, quotes escape. */
export function readFlow(
  reading: Reading,
  text: string,
  start: number,
  end: number,
  quote: 'single' | 'double' | undefined,
): void {
  let at = start;
  while (at < end) {
    const character = text[at] ?? '';
    if (character === '\n' || (character === '\r' && text[at + 1] === '\n')) {
      at = readFold(reading, text, at, end);
    } else if (quote === 'single' && character === "'") {
      push(reading, "'", at);
      at += 2;
    } else if (quote === 'double' && character === '\\') {
      at = readEscape(reading, text, at, end);
    } else if (isBlank(character) && endsLine(text, at, end)) {
      at++;
    } else {
      push(reading, character, at);
      at++;
    }
  }
  reading.offsets.push(end);
}

/** Whether nothing but blanks follows on the line, and the scalar goes on below it. */
function endsLine(text: string, from: number, end: number): boolean {
  let at = from;
  while (at < end && isBlank(text[at])) at++;
  return at < end && (text[at] === '\n' || (text[at] === '\r' && text[at + 1] === '\n'));
}

/** One line end is a blank, each further one a line feed. Returns where the next line's content starts. */
function readFold(reading: Reading, text: string, from: number, end: number): number {
  const feeds: number[] = [];
  let at = from;
  while (at < end) {
    const character = text[at];
    if (character === '\n') feeds.push(text[at - 1] === '\r' ? at - 1 : at);
    else if (!isBlank(character) && character !== '\r') break;
    at++;
  }
  const [first = from, ...others] = feeds;
  if (others.length === 0) push(reading, ' ', first);
  for (const feed of others) push(reading, '\n', feed);
  return at;
}

const escapes: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  '\t': '\t',
};

const codeLengths: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** An escape in double quotes. Returns where it ends. */
function readEscape(reading: Reading, text: string, from: number, end: number): number {
  const letter = text[from + 1] ?? '';
  const simple = escapes[letter];
  if (simple !== undefined) {
    push(reading, simple, from);
    return from + 2;
  }
  const length = codeLengths[letter];
  if (length !== undefined) {
    const code = Number.parseInt(text.slice(from + 2, from + 2 + length), 16);
    // All characters of a surrogate pair stand where the escape does.
    if (code >= 0 && code <= 0x10ffff) push(reading, String.fromCodePoint(code), from, 0);
    return from + 2 + length;
  }
  if (letter === '\n' || letter === '\r') {
    // An escaped line end joins the lines without a blank; blank lines after it still count.
    let at = from + (letter === '\r' ? 3 : 2);
    while (at < end && isBlank(text[at])) at++;
    while (at < end && (text[at] === '\n' || text[at] === '\r')) {
      if (text[at] === '\n') push(reading, '\n', text[at - 1] === '\r' ? at - 1 : at);
      at++;
      while (at < end && isBlank(text[at])) at++;
    }
    return at;
  }
  push(reading, letter, from);
  return from + 2;
}
