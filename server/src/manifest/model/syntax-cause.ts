import { lineEnd, lineStart, nextLineStart, rangeOf, type TextRange, textOf } from '../../engine/text';
import { nodePath } from './lookup';
import type { ManifestDocument, YamlProblem } from './manifest';
import type { Node, Scalar } from './nodes';

/** What a text that is no YAML suffers from, where it begins. */
export interface SyntaxCause {
  readonly kind: SyntaxCauseKind;
  readonly range: TextRange;
  /** The word that it is about. */
  readonly word: string;
  /** What the reader says, for causes without a name. */
  readonly reason: string;
}

export type SyntaxCauseKind =
  | 'tab'
  | 'invisible'
  | 'quotes'
  | 'colon'
  | 'reserved'
  | 'noColon'
  | 'noBlank'
  | 'nowhere'
  | 'column'
  | 'item'
  | 'unclosed'
  | 'behind'
  | 'comment'
  | 'escape'
  | 'alias'
  | 'fence'
  | 'conflict'
  | 'other';

/** No errors of syntax, or none of this document. */
const others: ReadonlySet<string> = new Set(['DUPLICATE_KEY', 'ALIAS_LIMIT', 'TOO_DEEP', 'TOO_LARGE']);

/** Found in a tree whose syntax may be right: each stands for itself. */
const ownCauses: ReadonlySet<string> = new Set([
  'NBSP',
  'SMART_QUOTE',
  'UNKNOWN_ALIAS',
  'RECURSIVE_ALIAS',
  'BAD_MERGE',
]);

/**
 * What is wrong with a document's text: one cause where the reader lost its way, as all that it says from there on follows
 * from it; else everything that stands for itself.
 */
export function syntaxCauses(document: ManifestDocument): readonly SyntaxCause[] {
  const problems = document.problems
    .filter(({ code, range }) => !others.has(code) && !isNextObject(document, range))
    .sort((one, other) => one.range.start - other.range.start || one.range.end - other.range.end);
  const lost = problems.find(({ code }) => !ownCauses.has(code));
  if (lost === undefined) return distinct(problems.flatMap((problem) => ownCause(document, problem) ?? []));
  const tab = problems.find(({ code }) => code === 'TAB_INDENT');
  if (tab !== undefined) return [tabCause(document, tab)];
  const conflict = lineLike(document.text, /^<{7} /m);
  if (conflict !== undefined) return [causeAt(document, 'conflict', conflict)];
  // Most often the character that nobody sees is why the reader lost its way on that line.
  const stray = problems.find(({ code, range }) => isStray(code) && isOnLine(document.text, range, lost.range));
  if (stray !== undefined) return [strayCause(document, stray, keyOrValueAt(document, stray.range))];
  return [causeOf(document, lost, problems)];
}

/** kubectl takes JSON objects one behind the other (k8s.io/apimachinery pkg/util/yaml, `YAMLOrJSONDecoder`). */
const isNextObject = ({ format, root, text }: ManifestDocument, { start }: TextRange): boolean =>
  format === 'json' && root !== undefined && start >= root.range.end && text[start] === '{';

const isStray = (code: string): boolean => code === 'NBSP' || code === 'SMART_QUOTE';

const isOnLine = (text: string, one: TextRange, other: TextRange): boolean =>
  lineStart(text, one.start) === lineStart(text, other.start);

/** The same word twice is one cause. */
const distinct = (causes: readonly SyntaxCause[]): readonly SyntaxCause[] =>
  causes.filter(
    ({ kind, range, word }, index) =>
      causes.findIndex(
        (other) => other.kind === kind && (kind === 'alias' ? other.word === word : other.range.start === range.start),
      ) === index,
  );

const longestWord = 60;

const causeAt = ({ text }: ManifestDocument, kind: SyntaxCauseKind, range: TextRange, reason = ''): SyntaxCause => ({
  kind,
  range,
  word: textOf(text, range).trim().slice(0, longestWord),
  reason,
});

function tabCause({ text }: ManifestDocument, { range }: YamlProblem): SyntaxCause {
  const word = /\S+/.exec(text.slice(range.end, lineEnd(text, range.end)))?.[0] ?? '';
  const tab = range.start + Math.max(0, textOf(text, range).indexOf('\t'));
  return { kind: 'tab', range: rangeOf(tab, Math.max(range.end, tab + 1)), word, reason: '' };
}

/** Whole lines of a text that look like something else. */
function lineLike(text: string, pattern: RegExp): TextRange | undefined {
  const match = pattern.exec(text);
  return match === null ? undefined : rangeOf(match.index, lineEnd(text, match.index));
}

function ownCause(document: ManifestDocument, problem: YamlProblem): SyntaxCause | undefined {
  const { code, range, message } = problem;
  switch (code) {
    case 'UNKNOWN_ALIAS':
      return causeAt(document, 'alias', range);
    case 'NBSP':
    case 'SMART_QUOTE': {
      const place = keyOrValueAt(document, range);
      return isFreeText(document, range) || !isMeantAsQuote(code, place)
        ? undefined
        : strayCause(document, problem, place);
    }
    default:
      return causeAt(document, 'other', range, message);
  }
}

/** Texts for people and files for programs, which may well hold such characters. */
const freeTexts: ReadonlySet<string> = new Set(['annotations', 'data', 'stringData', 'description', 'message']);

const isFreeText = ({ root }: ManifestDocument, range: TextRange): boolean =>
  nodePath(root, range).some((step) => typeof step === 'string' && freeTexts.has(step));

interface KeyOrValue {
  readonly scalar: Scalar | undefined;
  readonly isKey: boolean;
}

/** The key or value that holds a range. */
function keyOrValueAt({ root }: ManifestDocument, range: TextRange): KeyOrValue {
  let node: Node | undefined = root;
  while (node !== undefined && node.kind !== 'scalar') {
    if (node.kind === 'sequence') {
      node = node.items.find(({ value }) => value !== undefined && holds(value.range, range))?.value;
      continue;
    }
    const entry = node.entries.find((each) => !each.merged && holds(each.range, range));
    if (entry !== undefined && holds(entry.key.range, range)) return { scalar: entry.key, isKey: true };
    node = entry?.value;
  }
  return { scalar: node, isKey: false };
}

const holds = (outer: TextRange, inner: TextRange): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** At one end only, a typographic quote may belong to the text. */
const isMeantAsQuote = (code: string, { scalar, isKey }: KeyOrValue): boolean =>
  code === 'NBSP' ||
  isKey ||
  scalar === undefined ||
  /^[\u2018\u2019\u201c\u201d].*[\u2018\u2019\u201c\u201d"']$/s.test(scalar.source);

function strayCause(document: ManifestDocument, { code, range }: YamlProblem, { scalar }: KeyOrValue): SyntaxCause {
  const { text } = document;
  if (code === 'SMART_QUOTE') {
    const rest = text.slice(range.start, lineEnd(text, range.start));
    const quoted =
      range.start +
      (/^[\u2018\u2019\u201c\u201d][^\u2018\u2019\u201c\u201d]*[\u2018\u2019\u201c\u201d"']/.exec(rest)?.[0].length ??
        0);
    const end = Math.max(quoted, scalar?.range.end ?? range.end);
    return causeAt(document, 'quotes', rangeOf(scalar?.range.start ?? range.start, end));
  }
  const name = (textOf(text, range).codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return { kind: 'invisible', range, word: `U+${name}`, reason: '' };
}

/** What the reader's first complaint comes from. */
function causeOf(document: ManifestDocument, problem: YamlProblem, problems: readonly YamlProblem[]): SyntaxCause {
  const { text, format } = document;
  const { code, range, message } = problem;
  const [reason = ''] = message.split(/\r?\n/);
  const line = lineOf(text, range.start);
  if (format === 'json') return causeAt(document, 'other', range, reason);
  if (textOf(text, line).trimStart().startsWith('```')) return causeAt(document, 'fence', line);
  switch (code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
      return /^A block sequence/.test(message) ? itemCause(document, range) : colonCause(document, problem, problems);
    case 'MULTILINE_IMPLICIT_KEY':
      return keyCause(document, range);
    case 'BAD_INDENT':
      return /^Flow/.test(message) ? bracketCause(document, range) : columnCause(document, range);
    case 'MISSING_CHAR':
      if (/^Implicit map keys/.test(message)) return keyCause(document, range);
      if (/^Missing closing ["']/.test(message)) return quoteCause(document, range);
      if (/^Comments must/.test(message)) return causeAt(document, 'comment', rangeOf(range.start, range.start + 1));
      return /^Sequence item without/.test(message) ? columnCause(document, range) : bracketCause(document, range);
    case 'BAD_SCALAR_START':
    case 'BAD_ALIAS':
      return causeAt(document, 'reserved', valueFrom(text, range.start));
    case 'BAD_DQ_ESCAPE':
      return causeAt(document, 'escape', rangeOf(range.start, Math.min(range.start + 2, text.length)));
    case 'UNEXPECTED_TOKEN':
      return /at node end$/.test(reason)
        ? causeAt(document, 'behind', valueFrom(text, range.start))
        : causeAt(document, 'other', range, reason);
    default:
      return causeAt(document, 'other', onOneLine(text, range), reason);
  }
}

const lineOf = (text: string, offset: number): TextRange => rangeOf(lineStart(text, offset), lineEnd(text, offset));

/** What the reader points at may go on over lines that are not to blame. */
const onOneLine = (text: string, { start, end }: TextRange): TextRange =>
  rangeOf(start, Math.max(start, Math.min(end, lineEnd(text, start))));

/** From an offset to where the value on that line ends, before a comment. */
function valueFrom(text: string, start: number): TextRange {
  const rest = text.slice(start, lineEnd(text, start));
  const comment = rest.search(/\s#/);
  return rangeOf(start, start + (comment === -1 ? rest : rest.slice(0, comment)).trimEnd().length);
}

/** `image: nginx: 1.31`: what was to be a value looks like a key; or it is one, and what stands below it would be its. */
function colonCause(document: ManifestDocument, { range }: YamlProblem, problems: readonly YamlProblem[]): SyntaxCause {
  const { text } = document;
  const value = valueFrom(text, range.start);
  if (/:(?:\s|$)/.test(textOf(text, value))) return causeAt(document, 'colon', value);
  const below = problems.some(
    ({ code, range: other }) => code === 'MULTILINE_IMPLICIT_KEY' && other.start === range.start,
  );
  return below
    ? causeAt(document, 'nowhere', firstWordBelow(text, range.start), textOf(text, value))
    : causeAt(document, 'column', value);
}

/** The key, or the dash and what follows it, that the next line with something on it begins with. */
function firstWordBelow(text: string, offset: number): TextRange {
  let at = nextLineStart(text, offset);
  while (at < text.length && /^[ \t]*(?:#.*)?\r?$/.test(text.slice(at, lineEnd(text, at))))
    at = nextLineStart(text, at);
  return firstWord(text, at);
}

/** A key without its colon, or the first word. */
function firstWord(text: string, line: number): TextRange {
  const content = text.slice(line, lineEnd(text, line));
  const blanks = /^\s*/.exec(content)?.[0].length ?? 0;
  const word = /^(?:-\s+)?(?:[^\s:]+(?=:)|\S+)/.exec(content.slice(blanks))?.[0] ?? '';
  return rangeOf(line + blanks, line + blanks + word.length);
}

function keyCause(document: ManifestDocument, range: TextRange): SyntaxCause {
  const { text } = document;
  const value = valueFrom(text, range.start);
  const words = textOf(text, value);
  return causeAt(document, /^[\w.-]+:[^\s:/]/.test(words) ? 'noBlank' : 'noColon', value);
}

const columnCause = (document: ManifestDocument, range: TextRange): SyntaxCause => {
  const { text } = document;
  return causeAt(document, 'column', firstWord(text, lineStart(text, range.end)));
};

function itemCause(document: ManifestDocument, { start }: TextRange): SyntaxCause {
  const { text } = document;
  const dash = text.indexOf('-', start);
  return causeAt(
    document,
    'item',
    dash === -1 || dash > lineEnd(text, start) ? lineOf(text, start) : valueFrom(text, dash),
  );
}

/** The innermost bracket before an offset that has no partner. */
function bracketCause(document: ManifestDocument, { start }: TextRange): SyntaxCause {
  const opened: Node[] = [];
  for (let node = document.root; node !== undefined; node = lastBefore(node, start - 1))
    if (node.kind !== 'scalar' && node.flow) opened.push(node);
  const bracket = opened.at(-1)?.range.start ?? start;
  return causeAt(document, 'unclosed', rangeOf(bracket, Math.min(bracket + 1, document.text.length)));
}

function quoteCause(document: ManifestDocument, { start }: TextRange): SyntaxCause {
  let leaf: Node | undefined = document.root;
  while (leaf !== undefined && leaf.kind !== 'scalar') leaf = lastBefore(leaf, start) ?? keyBefore(leaf, start);
  const quote = leaf?.range.start ?? start;
  return causeAt(document, 'unclosed', rangeOf(quote, Math.min(quote + 1, document.text.length)));
}

/** The last value that starts before an offset. */
function lastBefore(node: Node, offset: number): Node | undefined {
  if (node.kind === 'scalar') return undefined;
  const values = node.kind === 'mapping' ? node.entries.filter(({ merged }) => !merged) : node.items;
  return values.findLast(({ range }) => range.start <= offset)?.value;
}

const keyBefore = (node: Node, offset: number): Scalar | undefined =>
  node.kind === 'mapping'
    ? node.entries.findLast(({ range, merged }) => !merged && range.start <= offset)?.key
    : undefined;
