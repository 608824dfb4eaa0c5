import type { TextRange } from '../../engine/text';
import { mappedSource, type ShellSource } from '../../shell/source';
import type { ExecForm, ExecFormFlaw, ExecWord, MalformedExecForm } from './dockerfile';
import { isBlank, rangeIn, skipBlanks, trimmedEnd } from './joined-text';

/**
 * Reads a JSON array of strings as BuildKit does, with Go's strict parser (line_parsers.go `parseJSON`). Each character
 * of a word knows where it stands, behind whatever escapes.
 * @returns `undefined` when it is none
 */
export function execForm(source: ShellSource, start: number, end: number): ExecForm | undefined {
  const { text } = source;
  if (text[start] !== '[' || text[end - 1] !== ']') return undefined;
  const words: ExecWord[] = [];
  let at = skipBlanks(text, start + 1, end);
  if (text[at] === ']') return at === end - 1 ? { form: 'exec', range: rangeIn(source, start, end), words } : undefined;
  for (;;) {
    const word = jsonString(source, at, end);
    if (word === undefined) return undefined;
    words.push(word.word);
    at = skipBlanks(text, word.end, end);
    if (text[at] === ']') break;
    if (text[at] !== ',') return undefined;
    at = skipBlanks(text, at + 1, end);
  }
  return at === end - 1 ? { form: 'exec', range: rangeIn(source, start, end), words } : undefined;
}

/** A word's value, each character with its place in the document. */
export const sourceOfWord = ({ value, offsets }: ExecWord): ShellSource => mappedSource(value, offsets);

const simpleEscapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

function jsonString(
  source: ShellSource,
  start: number,
  end: number,
): { readonly word: ExecWord; readonly end: number } | undefined {
  const { text } = source;
  if (text[start] !== '"') return undefined;
  const offsets: number[] = [];
  let value = '';
  let at = start + 1;
  while (at < end) {
    const character = text[at] ?? '';
    if (character === '"') {
      offsets.push(source.offsetOf(at));
      return { word: { value, range: rangeIn(source, start, at + 1), offsets }, end: at + 1 };
    }
    if (character < ' ') return undefined;
    offsets.push(source.offsetOf(at));
    if (character !== '\\') {
      value += character;
      at++;
      continue;
    }
    const next = text[at + 1] ?? '';
    const simple = simpleEscapes[next];
    if (simple !== undefined) {
      value += simple;
      at += 2;
      continue;
    }
    const hexadecimal = /^u([0-9a-fA-F]{4})/.exec(text.slice(at + 1, at + 6))?.[1];
    if (hexadecimal === undefined) return undefined;
    value += String.fromCharCode(Number.parseInt(hexadecimal, 16));
    at += 6;
  }
  return undefined;
}

interface Item {
  readonly value: string | undefined;
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
}

/** Whether the text of an instruction that takes no shell text, such as `COPY`, was meant for an exec form. */
export const isMeantAsExecForm = ({ items, flaws }: MalformedExecForm): boolean =>
  items.length > 0 && items.every(({ quoted }) => quoted) && !flaws.includes('trailing-text');

/**
 * Reads a text that starts like an exec form but is none, by what its writer meant.
 * @returns `undefined` when it is rather a shell's test, as in `[ -f x ] && y`
 */
export function malformedExecForm(source: ShellSource, start: number, end: number): MalformedExecForm | undefined {
  const { text } = source;
  if (text[start] !== '[' || text[start + 1] === '[') return undefined;
  const flaws = new Set<ExecFormFlaw>();
  const items: Item[] = [];
  const commas: TextRange[] = [];
  let expectsComma = false;
  let commaLast = false;
  let at = start + 1;
  for (;;) {
    at = skipBlanks(text, at, end);
    const character = text[at];
    if (at >= end || character === ']') break;
    if (character === ',') {
      if (!expectsComma) flaws.add('stray-comma');
      commas.push(rangeIn(source, at, at + 1));
      expectsComma = false;
      commaLast = true;
      at++;
      continue;
    }
    const item = itemAt(text, at, end, flaws);
    if (expectsComma) flaws.add('missing-comma');
    expectsComma = true;
    commaLast = false;
    items.push(item);
    at = item.end;
  }
  const closed = at < end;
  const close = closed ? at + 1 : end;
  if (isTest(text, start, close, end, items, commas.length)) return undefined;
  if (commaLast && items.length > 0) {
    flaws.delete('stray-comma');
    flaws.add('trailing-comma');
  }
  if (!closed) flaws.add('unclosed');
  const trailingStart = skipBlanks(text, close, end);
  const trailing = trailingStart < end ? rangeIn(source, trailingStart, end) : undefined;
  if (trailing !== undefined) flaws.add(text[trailingStart] === '#' ? 'trailing-comment' : 'trailing-text');
  const values = items.flatMap(({ value }) => (value === undefined ? [] : [value]));
  const clear = values.length === items.length && !flaws.has('trailing-text') && !flaws.has('not-strings');
  return {
    range: rangeIn(source, start, close),
    trailing,
    words: clear ? values : undefined,
    items: items.map(({ value, start, end, quoted }) => ({ range: rangeIn(source, start, end), value, quoted })),
    commas,
    flaws: [...flaws],
  };
}

const closers: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '\u201C': '\u201D\u201C',
  '\u201D': '\u201D\u201C',
  '\u201E': '\u201C\u201D',
  '\u2018': '\u2019\u2018',
  '\u2019': '\u2019\u2018',
  '`': '`',
};

/** In `C:\temp\app` every backslash was meant for itself, also where JSON knows the escape. */
const windowsPath = /^[A-Za-z]:\\/;

function itemAt(text: string, start: number, end: number, flaws: Set<ExecFormFlaw>): Item {
  const open = text[start] ?? '';
  const close = closers[open];
  if (close === undefined) return bareItem(text, start, end, flaws);
  if (open === "'" || open === '`') flaws.add('single-quotes');
  else if (open !== '"') flaws.add('smart-quotes');
  let value = '';
  let isPath = false;
  let at = start + 1;
  while (at < end && !close.includes(text[at] ?? '')) {
    const character = text[at] ?? '';
    if (character !== '\\') {
      if (character < ' ') flaws.add('bad-escape');
      value += character;
      at++;
      continue;
    }
    const next = text[at + 1] ?? '';
    const simple = simpleEscapes[next];
    const hexadecimal = /^u([0-9a-fA-F]{4})/.exec(text.slice(at + 1, at + 6))?.[1];
    if (hexadecimal !== undefined) {
      value += String.fromCharCode(Number.parseInt(hexadecimal, 16));
      at += 6;
    } else if (simple !== undefined) {
      value += simple;
      at += 2;
    } else if (open === "'" && next === "'") {
      value += "'";
      at += 2;
    } else {
      flaws.add('bad-escape');
      isPath ||= windowsPath.test(text.slice(start + 1, start + 4));
      value += character;
      at++;
    }
  }
  if (isPath) value = text.slice(start + 1, at);
  if (at >= end) {
    flaws.add('unclosed');
    return { value: undefined, start, end, quoted: true };
  }
  return { value, start, end: at + 1, quoted: true };
}

/** A word without quotes, up to the next comma, bracket or quote; or an array or object in the array. */
function bareItem(text: string, start: number, end: number, flaws: Set<ExecFormFlaw>): Item {
  const inner = { '[': ']', '{': '}' }[text[start] ?? ''];
  if (inner !== undefined) {
    flaws.add('not-strings');
    const close = text.indexOf(inner, start);
    return { value: undefined, start, end: close === -1 || close >= end ? end : close + 1, quoted: false };
  }
  let at = start;
  while (at < end && !/[,\]"']/.test(text[at] ?? '')) at++;
  const last = Math.max(trimmedEnd(text, start, at), start + 1);
  const value = text.slice(start, last);
  const isValue = /^(?:-?\d+(?:\.\d+)?|true|false|null)$/.test(value);
  flaws.add(isValue ? 'not-strings' : 'missing-quotes');
  return { value: value === 'null' || /\s/.test(value) ? undefined : value, start, end: last, quoted: false };
}

/** Whether a shell would take the brackets for its `[` command, and the writer meant so. */
function isTest(
  text: string,
  start: number,
  close: number,
  end: number,
  items: readonly Item[],
  commas: number,
): boolean {
  if (!isBlank(text[start + 1]) || commas > 0) return false;
  const [first, second] = items;
  const after = text.slice(skipBlanks(text, close, end), end);
  if (/^(?:&&|\|\||;|\||\)|&)/.test(after)) return true;
  if (first === undefined) return false;
  if (!first.quoted) return true;
  return (
    second !== undefined && !second.quoted && /^(?:[!=]?=|-[a-z]+|[<>])/.test(text.slice(second.start, second.end))
  );
}
