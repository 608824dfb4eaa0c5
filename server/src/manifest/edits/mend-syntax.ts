import {
  deletion,
  insertion,
  lineEnd,
  nextLineStart,
  rangeOf,
  replacement,
  type TextEdit,
  type TextRange,
  textOf,
} from '../../engine/text';
import type { ManifestDocument } from '../model/manifest';
import type { SyntaxCause } from '../model/syntax-cause';
import { isPlain } from './scalar-source';
import { untab } from './untab';

export type SyntaxMend = 'blanks' | 'blank' | 'straight' | 'quote' | 'space' | 'backslash' | 'unfence' | 'remove';

export interface MendedSyntax {
  readonly id: SyntaxMend;
  readonly edits: () => readonly TextEdit[];
}

/** What puts a cause right, when there is only one way to; the document may have others. */
export function mendSyntax(document: ManifestDocument, cause: SyntaxCause): MendedSyntax | undefined {
  const { text } = document;
  const { kind, range, word } = cause;
  switch (kind) {
    case 'tab': {
      const edits = untab(document);
      return edits && { id: 'blanks', edits: () => edits };
    }
    case 'invisible':
      return { id: 'blank', edits: () => [visible(document, cause)] };
    case 'quotes':
      return made('straight', straightened(document, cause));
    case 'colon':
    case 'reserved':
      return made('quote', quoted(document, cause));
    case 'alias':
      // `*.example.com` is no alias that somebody forgot the anchor of.
      return /[./]/.test(word) ? made('quote', quoted(document, cause)) : undefined;
    case 'noBlank':
      return made('space', spaced(document, cause));
    case 'comment':
      return made('space', [insertion(range.start, ' ')]);
    case 'escape':
      return made('backslash', [insertion(range.start, '\\')]);
    case 'fence':
      return made('unfence', fences(text).map(deletion));
    case 'behind':
      return /^[,;]$/.test(word) ? made('remove', [deletion(range)]) : undefined;
    default:
      return undefined;
  }
}

const made = (id: SyntaxMend, edits: readonly TextEdit[] | undefined): MendedSyntax | undefined =>
  edits && { id, edits: () => edits };

const widthless = /[\u200b-\u200d\u2060\ufeff]/g;

/** A blank that everybody sees, or nothing at the end of a line, beside a blank, or where there was no width. */
function visible({ text }: ManifestDocument, { range }: SyntaxCause): TextEdit {
  const width = textOf(text, range).replace(widthless, '').length;
  const atEnd = text.slice(range.end, lineEnd(text, range.end)).trim() === '';
  const besideBlank = /\S\s$/.test(text.slice(Math.max(0, range.start - 2), range.start));
  return width === 0 || atEnd || besideBlank ? deletion(range) : replacement(range, ' '.repeat(width));
}

const smart = /[\u2018\u2019\u201c\u201d]/g;

/** Straight quotes in place of the typographic ones; none for a key that needs none. */
function straightened({ text }: ManifestDocument, { range }: SyntaxCause): readonly TextEdit[] | undefined {
  const source = textOf(text, range);
  const inner = source.slice(1, -1);
  if (/["'\\]/.test(inner)) return undefined;
  const isKey = /^[ \t]*:(?:\s|$)/.test(text.slice(range.end, range.end + 20));
  const bare = isKey && isPlain(inner, 'block');
  return Array.from(source.matchAll(smart), ({ 0: mark, index }) => {
    const at = rangeOf(range.start + index, range.start + index + 1);
    if (bare) return deletion(at);
    return replacement(at, /[\u2018\u2019]/.test(mark) ? "'" : '"');
  });
}

/** Quotes around a value that stands alone on the rest of its line. */
function quoted({ text }: ManifestDocument, { range }: SyntaxCause): readonly TextEdit[] | undefined {
  const value = textOf(text, range);
  if (/[,[\]{}]/.test(value)) return undefined;
  const quote = !/["\\]/.test(value) ? '"' : value.includes("'") ? undefined : "'";
  return quote && [insertion(range.start, quote), insertion(range.end, quote)];
}

/** A blank behind the colon, when what follows is a plain value. */
function spaced({ text }: ManifestDocument, { range }: SyntaxCause): readonly TextEdit[] | undefined {
  const colon = textOf(text, range).indexOf(':') + 1;
  return isPlain(textOf(text, range).slice(colon), 'flow') ? [insertion(range.start + colon, ' ')] : undefined;
}

/** The lines that open and close Markdown's code. */
const fences = (text: string): readonly TextRange[] =>
  Array.from(text.matchAll(/^\uFEFF?([ \t]*```.*)$/gm), ({ 0: line, 1: fence = '', index }) => {
    const start = index + line.length - fence.length;
    const next = nextLineStart(text, start);
    // Without a line end of its own, the last line goes with the one before.
    const isOpen = next === text.length && !text.endsWith('\n');
    return isOpen
      ? rangeOf(start - (/\r?\n$/.exec(text.slice(0, start))?.[0].length ?? 0), next)
      : rangeOf(start, next);
  });
