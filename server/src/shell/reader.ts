import { rangeOf, type TextRange } from '../engine/text';
import type { ShellSource } from './source';
import type { Redirect, Script, ShellProblem, Statement, Terminated } from './syntax';

/** Constructs inside constructs deeper than this are not looked into: no person writes them, and the stack is finite. */
const MAXIMUM_DEPTH = 100;

const MAXIMUM_PROBLEMS = 50;

/** A here-document whose body is still to come. `redirect` is completed when it does. */
export interface PendingHeredoc {
  readonly redirect: { -readonly [Key in keyof Redirect]: Redirect[Key] };
  readonly delimiter: string;
  readonly quoted: boolean;
  readonly stripsTabs: boolean;
}

/** What a construct may wait for. */
export type Closer = 'then' | 'elif' | 'else' | 'fi' | 'do' | 'done' | 'esac' | '}' | ';;' | ')';

/** The state of a parser: a text, a position in it, and what the constructs around the position wait for. */
export class Reader {
  readonly text: string;
  readonly comments: TextRange[] = [];
  readonly problems: ShellProblem[] = [];
  readonly heredocs: PendingHeredoc[] = [];
  position = 0;
  private awaited = new Map<Closer, number>();
  private parentheses: Int32Array | undefined;

  /** @param readStatements reads up to the end or to an awaited closer; a parameter because constructs nest in words */
  constructor(
    readonly source: ShellSource,
    private readonly readStatements: (reader: Reader) => readonly Statement[],
    private depth = 0,
  ) {
    this.text = source.text;
  }

  /** The character at the position; empty at the end. */
  get character(): string {
    return this.text.charAt(this.position);
  }

  get atEnd(): boolean {
    return this.position >= this.text.length;
  }

  get tooDeep(): boolean {
    return this.depth >= MAXIMUM_DEPTH;
  }

  range(start: number, end = this.position): TextRange {
    return rangeOf(this.source.offsetOf(start), end > start ? this.source.endOf(end) : this.source.offsetOf(start));
  }

  startsWith(expected: string): boolean {
    return this.text.startsWith(expected, this.position);
  }

  /** What a sticky expression matches at the position, or `offset` characters after it. */
  match(sticky: RegExp, offset = 0): RegExpExecArray | undefined {
    sticky.lastIndex = this.position + offset;
    return sticky.exec(this.text) ?? undefined;
  }

  unterminated(what: Terminated, start: number, end: number): void {
    this.report({ kind: 'unterminated', what, range: this.range(start, end) });
  }

  unexpected(start: number, end: number): void {
    this.report({ kind: 'unexpected', range: this.range(start, end) });
  }

  private report(problem: ShellProblem): void {
    if (this.problems.length < MAXIMUM_PROBLEMS) this.problems.push(problem);
  }

  awaits(closer: Closer): boolean {
    return (this.awaited.get(closer) ?? 0) > 0;
  }

  /** Statements up to one of the closers, or to one that a construct further out waits for. */
  statementsUntil(closers: readonly Closer[]): readonly Statement[] {
    for (const closer of closers) this.awaited.set(closer, (this.awaited.get(closer) ?? 0) + 1);
    const statements = this.nested(() => this.readStatements(this));
    for (const closer of closers) this.awaited.set(closer, (this.awaited.get(closer) ?? 0) - 1);
    return statements;
  }

  /** A script of its own up to `closer` or the end of the text; the position is left there. */
  scriptUntil(closer?: Closer): Script {
    const start = this.position;
    const comments = this.comments.length;
    const problems = this.problems.length;
    const awaited = this.awaited;
    this.awaited = new Map();
    const statements = this.statementsUntil(closer === undefined ? [] : [closer]);
    this.awaited = awaited;
    if (this.atEnd) this.reportHeredocs();
    return {
      kind: 'script',
      located: this.source.located,
      range: this.range(start),
      statements,
      comments: this.comments.slice(comments),
      problems: this.problems.slice(problems),
    };
  }

  /** Reports the here-documents whose bodies never came. */
  private reportHeredocs(): void {
    for (const { redirect } of this.heredocs.splice(0)) {
      this.report({ kind: 'unterminated', what: 'heredoc', range: redirect.range });
    }
  }

  /** A script from `start` to the position that is not looked into. */
  opaqueScript(start: number): Script {
    const { located } = this.source;
    return { kind: 'script', located, range: this.range(start), statements: [], comments: [], problems: [] };
  }

  /** A reader for a text inside this one, one level deeper. */
  inner(source: ShellSource): Reader {
    return new Reader(source, this.readStatements, this.depth + 1);
  }

  /** Takes over what an inner reader came across. */
  adopt(inner: Reader): void {
    for (const comment of inner.comments) this.comments.push(comment);
    for (const problem of inner.problems) this.report(problem);
  }

  nested<Result>(read: () => Result): Result {
    this.depth++;
    const result = read();
    this.depth--;
    return result;
  }

  /**
   * Index of the parenthesis that closes the one at `index`, counting parentheses only, whatever quotes they stand in:
   * good enough to tell `((` for arithmetic from two subshells, and to pass over what is too deep.
   */
  closing(index: number): number | undefined {
    this.parentheses ??= matchParentheses(this.text);
    const match = this.parentheses[index] ?? 0;
    return match > 0 ? match : undefined;
  }

  /** Passes over what the parenthesis at `index` opens. */
  skipParenthesised(index: number): void {
    const close = this.closing(index);
    this.position = close === undefined ? this.text.length : close + 1;
    if (close === undefined) this.unterminated('compound', index, index + 1);
  }
}

function matchParentheses(text: string): Int32Array {
  const matches = new Int32Array(text.length);
  const open: number[] = [];
  for (let index = 0; index < text.length; index++) {
    const character = text.charCodeAt(index);
    if (character === 0x28) open.push(index);
    else if (character === 0x29) {
      const start = open.pop();
      if (start !== undefined) matches[start] = index;
    }
  }
  return matches;
}
