import { rangeOf, type TextRange } from '../../engine/text';
import type { YamlProblem } from './manifest';
import type { Entry } from './nodes';
import { mostProblems } from './tree';

/** Collects what is wrong with a tree whose syntax is right. */
export class TreeProblems {
  readonly found: YamlProblem[] = [];

  report(code: string, message: string, range: TextRange): void {
    if (this.found.length < mostProblems) this.found.push({ code, message, range });
  }

  /** Reports what would be said again and again only at its first place. */
  reportOnce(code: string, message: string, range: TextRange): void {
    if (!this.found.some((problem) => problem.code === code)) this.report(code, message, range);
  }

  /** Of two equal keys the later one wins; the branches of a template may repeat a key. */
  reportDuplicates(entries: readonly Entry[]): void {
    if (entries.length < 2 || new Set(entries.map((entry) => entry.name)).size === entries.length) return;
    const later = new Set<string>();
    for (const { name, key, conditional } of [...entries].reverse()) {
      if (conditional || key.type === 'unknown' || key.alias !== undefined) continue;
      if (later.has(name))
        this.report('DUPLICATE_KEY', `\`${name}\` is here again below: only the last one counts`, key.range);
      later.add(name);
    }
  }

  /** `\/` is an escape in YAML 1.2 and JSON, but not to go-yaml. */
  reportSlashes(text: string, { start, end }: TextRange): void {
    for (const { 0: written, index } of text.slice(start, end).matchAll(/\\[\s\S]/g))
      if (written === '\\/')
        this.report(
          'BAD_DQ_ESCAPE',
          'Kubernetes does not know the escape `\\/`',
          rangeOf(start + index, start + index + 2),
        );
  }

  /** Inside a value a stray character may be meant; at its ends, or in a key, never. */
  reportStrays(text: string, range: TextRange, isKey: boolean): void {
    const source = text.slice(range.start, range.end);
    for (const { 0: characters, index } of source.matchAll(everyStray)) {
      const inside = index > 0 && index + characters.length < source.length;
      if (inside && !isKey) continue;
      const start = range.start + index;
      this.report(codeOf(characters), messageOf(characters), rangeOf(start, start + characters.length));
    }
  }
}

/** Characters that word processors and web pages put where blanks and quotes belong, and that nobody sees. */
const everyStray = /[\u00a0\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff\u2018\u2019\u201c\u201d]+/g;

export const holdsStrays = (text: string): boolean => text.search(everyStray) !== -1;

const isQuote = (characters: string): boolean => /[\u2018\u2019\u201c\u201d]/.test(characters);

const codeOf = (characters: string): string => (isQuote(characters) ? 'SMART_QUOTE' : 'NBSP');

const messageOf = (characters: string): string =>
  isQuote(characters)
    ? 'A typographic quote is part of the word, not a quote'
    : `An invisible character (U+${(characters.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}) is part of the word`;
