import type { ShellSource } from '../../shell/source';
import { isBlank } from './joined-text';

/** `<<NAME` in an instruction's text. Indices count in the joined text. */
export interface HeredocWord {
  readonly name: string;
  readonly expands: boolean;
  readonly stripsTabs: boolean;
  readonly start: number;
  readonly end: number;
}

/** Instructions whose here-documents BuildKit reads. */
const carrier = /^(?:onbuild[\t\v\f\r ]+)?(?:run|copy|add)[\t\v\f\r ]/i;
/** Substitutions nested deeper than this are taken for bad ones: nobody writes them. */
const deepest = 50;
const wordPattern = /^\d*<<(-?)\s*([^<]*)$/;

/**
 * The here-documents that BuildKit sees in an instruction (moby/buildkit parser.go `heredocsFromLine`): whole words of
 * a shell-like lexer, so `"<<X"`, `a<<X` and `<<<` are none, and none is seen in a text that this lexer cannot read.
 * Exec forms need no care: their words are quoted.
 */
export function heredocWords(joined: ShellSource): readonly HeredocWord[] {
  const { text } = joined;
  if (!text.includes('<<') || !carrier.test(text)) return [];
  const found: HeredocWord[] = [];
  for (const { start, end } of shellWords(text) ?? []) {
    const match = wordPattern.exec(text.slice(start, end));
    if (match === null) continue;
    const name = unquoted(match[2] ?? '');
    if (name === undefined) continue;
    found.push({ ...name, stripsTabs: match[1] === '-', start, end });
  }
  return found;
}

/**
 * Whether the text is nothing but a here-document: BuildKit then runs its body, instead of passing the text to the
 * shell (moby/buildkit dockerfile2llb/convert.go `dispatchRun`).
 */
export function isHeredocAlone(text: string): boolean {
  const match = wordPattern.exec(text);
  return match !== null && unquoted(match[2] ?? '') !== undefined;
}

/** The name of a here-document without its quotes; `undefined` when it is not one word. */
function unquoted(word: string): { readonly name: string; readonly expands: boolean } | undefined {
  const words = shellWords(word);
  const [only, ...more] = words ?? [];
  if (only === undefined || more.length > 0) return undefined;
  let name = '';
  let quoted = false;
  let quote = '';
  for (let at = only.start; at < only.end; at++) {
    const character = word[at] ?? '';
    if (character === quote) quote = '';
    else if (quote === '' && (character === '"' || character === "'")) {
      quote = character;
      quoted = true;
    } else if (character === '\\' && quote !== "'" && (quote === '' || /["$\\]/.test(word[at + 1] ?? ''))) {
      name += word[++at] ?? '';
    } else name += character;
  }
  return { name, expands: !quoted };
}

interface WordStretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Splits a text like BuildKit's shell lexer with raw quotes and escapes (frontend/dockerfile/shell/lex.go): always with
 * `\`, whatever the escape directive says. `undefined` where that lexer fails.
 */
function shellWords(text: string): readonly WordStretch[] | undefined {
  const words: WordStretch[] = [];
  let start = -1;
  let at = 0;
  while (at < text.length) {
    const character = text[at] ?? '';
    if (isBlank(character)) {
      if (start !== -1) words.push({ start, end: at });
      start = -1;
      at++;
      continue;
    }
    if (start === -1) start = at;
    if (character === '<' && text[at + 1] === '<') {
      at += 2;
      while (isBlank(text[at])) at++;
      continue;
    }
    const next = skipped(text, at);
    if (next === undefined) return undefined;
    at = next;
  }
  if (start !== -1) words.push({ start, end: text.length });
  return words;
}

/** The index after a character with what belongs to it: quotes to their end, an escape with what it escapes. */
function skipped(text: string, at: number, depth = 0): number | undefined {
  switch (text[at]) {
    case '\\':
      return Math.min(at + 2, text.length);
    case "'": {
      const close = text.indexOf("'", at + 1);
      return close === -1 ? undefined : close + 1;
    }
    case '"': {
      let inside = at + 1;
      while (inside < text.length) {
        const character = text[inside];
        if (character === '"') return inside + 1;
        if (character === '$') {
          const next = dollarSkipped(text, inside, depth);
          if (next === undefined) return undefined;
          inside = next;
        } else if (character === '\\' && /["$\\]/.test(text[inside + 1] ?? '')) inside += 2;
        else inside++;
      }
      return undefined;
    }
    case '$':
      return dollarSkipped(text, at, depth);
    default:
      return at + 1;
  }
}

/** A name, which only some operators can do without, and the operator or the end. */
const substitutionHead = /^(?:\d+|[@*#?\-$!]|[\p{L}_][\p{L}\d_]*|(?=[+%/]))(\}|:[-+?]|[-+?#%/])/u;

/** The index after `$NAME` or `${…}`; `undefined` for a substitution that BuildKit calls bad. */
function dollarSkipped(text: string, at: number, depth: number): number | undefined {
  if (text[at + 1] !== '{') {
    const name = /^(?:\d+|[@*#?\-$!]|[\p{L}_][\p{L}\d_]*)/u.exec(text.slice(at + 1, at + 129));
    return at + 1 + (name?.[0].length ?? 0);
  }
  const head = substitutionHead.exec(text.slice(at + 2, at + 258));
  if (head === null || depth > deepest) return undefined;
  let inside = at + 2 + head[0].length;
  if (head[1] === '}') return inside;
  if (head[1] === '/') {
    if (text[inside] === '/') inside++;
    const slash = skippedTo(text, inside, '/', depth + 1);
    if (slash === undefined) return undefined;
    inside = slash;
  }
  return skippedTo(text, inside, '}', depth + 1);
}

function skippedTo(text: string, start: number, stop: string, depth: number): number | undefined {
  let at = start;
  while (at < text.length) {
    if (text[at] === stop) return at + 1;
    const next = skipped(text, at, depth);
    if (next === undefined) return undefined;
    at = next;
  }
  return undefined;
}
