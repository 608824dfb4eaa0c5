import { type CST, Lexer, Parser } from 'yaml';
import { rangeOf, type TextRange } from '../../engine/text';
import type { YamlComment } from './manifest';

export interface Tokens {
  readonly tokens: readonly CST.Token[];
  readonly comments: readonly YamlComment[];
  /** Somewhere outside quotes and block scalars stands `{{`: a template action, read as a flow mapping in another. */
  readonly doubledBraces: boolean;
  /** Blanks with a tab in them where a key may begin: go-yaml takes none there, not even on a line without content. */
  readonly tabs: readonly TextRange[];
}

/** Lexemes without a place in the text (`yaml` CST): a document starts, a scalar's text follows, a flow collection breaks off. */
const documentMark = '\x02';
const scalarMark = '\x1f';
const flowEnd = '\x18';
const marks: ReadonlySet<string> = new Set([documentMark, scalarMark]);

/** The yaml package reads nested collections by recursion: deeper nesting than this is no manifest. */
const deepestNesting = 400;

/**
 * Cuts a YAML text into the yaml package's tokens, which hold no positions of comments.
 * @returns `undefined` when collections are nested too deep to be read
 */
export function tokensOf(text: string): Tokens | undefined {
  const parser = new Parser();
  const position = new Position();
  const tokens: CST.Token[] = [];
  const comments: YamlComment[] = [];
  let doubledBraces = false;
  let previous = '';
  for (const lexeme of new Lexer().lex(text)) {
    if (previous === scalarMark) position.takeScalar(lexeme, parser.offset);
    else {
      position.take(lexeme, parser.offset);
      if (lexeme.startsWith('#')) comments.push(commentAt(text, parser.offset, lexeme));
      if (lexeme === '{' && previous === '{') doubledBraces = true;
    }
    if (position.deepest > deepestNesting) return undefined;
    for (const token of parser.next(lexeme)) tokens.push(token);
    previous = lexeme;
  }
  for (const token of parser.end()) tokens.push(token);
  return { tokens, comments, doubledBraces, tabs: position.tabs };
}

function commentAt(text: string, start: number, lexeme: string): YamlComment {
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return {
    range: { start, end: start + lexeme.trimEnd().length },
    text: lexeme.slice(1).trim(),
    alone: line.replace('\uFEFF', '').trim() === '',
  };
}

/** Follows lexemes for what the parser does not tell, or would overflow the stack over. */
class Position {
  /** How deep collections can be nested at most. */
  deepest = 0;
  readonly tabs: TextRange[] = [];
  private flow = 0;
  /** Columns at which block collections may have begun. */
  private readonly columns: number[] = [];
  private lineStart = 0;
  private atLineStart = true;
  private mayBeginKey = true;

  take(lexeme: string, offset: number): void {
    if (lexeme === '\n' || lexeme === '\r\n') {
      this.beginLine(offset + lexeme.length);
      return;
    }
    if (lexeme.startsWith(' ') || lexeme.startsWith('\t')) {
      if (this.mayBeginKey && this.flow === 0 && lexeme.includes('\t'))
        this.tabs.push(rangeOf(offset, offset + lexeme.length));
      return;
    }
    if (lexeme.startsWith('#') || marks.has(lexeme)) return;
    const indicates = lexeme === '-' || lexeme === '?' || lexeme === ':';
    if (lexeme === '[' || lexeme === '{') this.flow++;
    else if (lexeme === ']' || lexeme === '}') this.flow = Math.max(0, this.flow - 1);
    else if (lexeme === flowEnd) this.flow = 0;
    else if (this.flow === 0 && (this.atLineStart || indicates)) this.begin(offset - this.lineStart);
    this.mayBeginKey &&= indicates;
    this.atLineStart = false;
    // A mapping and a sequence can begin at one column.
    this.deepest = Math.max(this.deepest, this.flow + 2 * this.columns.length);
  }

  takeScalar(lexeme: string, offset: number): void {
    this.take('scalar', offset);
    // A block scalar ends with its last line.
    if (lexeme.endsWith('\n')) this.beginLine(offset + lexeme.length);
  }

  private beginLine(start: number): void {
    this.lineStart = start;
    this.atLineStart = true;
    this.mayBeginKey = true;
  }

  private begin(column: number): void {
    if (this.atLineStart) while ((this.columns.at(-1) ?? -1) >= column) this.columns.pop();
    this.columns.push(column);
  }
}
