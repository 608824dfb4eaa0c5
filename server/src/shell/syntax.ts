import type { TextRange } from '../engine/text';

/**
 * The syntax tree of a POSIX shell script (with the bash constructs that occur in image builds). All ranges are offsets
 * in the document that the script was taken from, so an edit can use them as they are, unless `located` is false.
 */
export interface Script {
  readonly kind: 'script';
  /** False when the script's text is nowhere in the document: its ranges count from its own start. */
  readonly located: boolean;
  readonly range: TextRange;
  readonly statements: readonly Statement[];
  /** Here and in `problems`, those of substitutions are included. */
  readonly comments: readonly TextRange[];
  readonly problems: readonly ShellProblem[];
}

export type ShellProblem =
  | { readonly kind: 'unterminated'; readonly what: Terminated; readonly range: TextRange }
  | { readonly kind: 'unexpected'; readonly range: TextRange };

/** What needs an end of its own; `compound` is a command such as `if` or `(`. */
export type Terminated =
  | 'single-quote'
  | 'double-quote'
  | 'backtick'
  | 'substitution'
  | 'parameter'
  | 'arithmetic'
  | 'array'
  | 'heredoc'
  | 'compound';

/** One and-or list: pipelines joined by `&&` and `||`, ended by `;`, `&`, a line end or the end of the script. */
export interface Statement {
  readonly kind: 'statement';
  /** Without the terminator. */
  readonly range: TextRange;
  readonly pipelines: readonly Pipeline[];
  /** `operators[i]` stands between `pipelines[i]` and `pipelines[i + 1]`. */
  readonly operators: readonly Operator[];
  readonly terminator: Operator | undefined;
}

export interface Operator {
  readonly text: '&&' | '||' | ';' | '&' | '|' | '|&' | '\n';
  readonly range: TextRange;
}

export interface Pipeline {
  readonly kind: 'pipeline';
  readonly range: TextRange;
  readonly negated: boolean;
  /** At least one. */
  readonly commands: readonly ShellCommand[];
  readonly operators: readonly Operator[];
}

export type ShellCommand = SimpleCommand | CompoundCommand;

/** `PREFIX=value command word word >file`. Words and redirects are in source order. */
export interface SimpleCommand {
  readonly kind: 'simple';
  /** As in `Script`. */
  readonly located: boolean;
  readonly range: TextRange;
  readonly assignments: readonly Assignment[];
  /** The command's name first. Empty for a command that only assigns or redirects. */
  readonly words: readonly Word[];
  readonly redirects: readonly Redirect[];
}

/** Groups, conditionals, loops, cases and function definitions: what they run is in `bodies`, in source order. */
export interface CompoundCommand {
  readonly kind: CompoundKind;
  readonly range: TextRange;
  readonly bodies: readonly Body[];
  readonly redirects: readonly Redirect[];
  /** A function's name, a loop's variable. */
  readonly name?: Word;
  /** What `for` runs over, what `case` looks at, the operands of `[[ ]]`. */
  readonly words: readonly Word[];
  /** The expansions in `(( ))`. */
  readonly expansions: readonly WordPart[];
}

export type CompoundKind =
  | 'group'
  | 'subshell'
  | 'if'
  | 'for'
  | 'select'
  | 'while'
  | 'until'
  | 'case'
  | 'function'
  | 'test'
  | 'arithmetic';

export interface Body {
  readonly role: 'condition' | 'then' | 'else' | 'branch' | 'loop' | 'body';
  /** From the first statement to the last; empty where the first would stand if there is none. */
  readonly range: TextRange;
  readonly statements: readonly Statement[];
  /** What a `branch` of `case` is for. */
  readonly patterns?: readonly Word[];
}

export interface Assignment {
  readonly range: TextRange;
  /** Without a subscript. */
  readonly name: string;
  /** `NAME+=value`. */
  readonly append: boolean;
  /** The part after `=`; its range is empty for `NAME=`. */
  readonly value: Word;
  /** The words between the parentheses of `NAME=(a b)`. */
  readonly elements?: readonly Word[];
}

export interface Word {
  readonly kind: 'word';
  readonly range: TextRange;
  /** The word as it is written, quotes and all, without line continuations. */
  readonly text: string;
  /** What the shell makes of it, when nothing in it is expanded; `undefined` when a variable, a glob or the like decides. */
  readonly literal: string | undefined;
  readonly parts: readonly WordPart[];
}

/** The parts of a word in source order. Their ranges leave out the quotes around them. */
export type WordPart =
  | LiteralPart
  | ParameterPart
  | SubstitutionPart
  | ArithmeticPart
  /** What expands to names or words without a `$`: `*`, `[a-z]`, `{a,b}`, `~user`. */
  | { readonly kind: 'glob' | 'brace' | 'tilde'; readonly range: TextRange };

/** Text that stands for itself: either exactly as long as its range, or the value of one escape. */
export interface LiteralPart {
  readonly kind: 'literal';
  readonly range: TextRange;
  readonly value: string;
  readonly quote: 'none' | 'single' | 'double' | 'escape' | 'ansi';
}

export interface ParameterPart {
  readonly kind: 'parameter';
  readonly range: TextRange;
  /** A variable's name, a digit or a special character such as `@`. */
  readonly name: string;
  readonly quoted: boolean;
  /** `#` in `${#NAME}`, `!` in `${!NAME}`. */
  readonly prefix: '' | '#' | '!';
  /** What follows the name inside the braces, as written, such as `:-x`. */
  readonly operation: string;
  /** The expansions in the operation. */
  readonly nested: readonly WordPart[];
}

/** `$( )`, backticks, and bash's `<( )` and `>( )`. */
export interface SubstitutionPart {
  readonly kind: 'substitution';
  readonly range: TextRange;
  readonly script: Script;
  readonly quoted: boolean;
}

export interface ArithmeticPart {
  readonly kind: 'arithmetic';
  readonly range: TextRange;
  readonly quoted: boolean;
  readonly nested: readonly WordPart[];
}

export type RedirectOperator = '<' | '>' | '>>' | '>|' | '<>' | '<&' | '>&' | '&>' | '&>>' | '<<' | '<<-' | '<<<';

export interface Redirect {
  readonly range: TextRange;
  /** The digits or `{name}` before the operator; empty when there are none. */
  readonly descriptor: string;
  readonly operator: RedirectOperator;
  readonly target: Word | undefined;
  /** The body of a here-document, its terminator line not included. */
  readonly body?: TextRange;
  /** The expansions in the body of a here-document whose delimiter is not quoted. */
  readonly expansions?: readonly WordPart[];
}

/** A command with its place in the script, for reading the script as a flat list. */
export interface Place<Command extends ShellCommand = ShellCommand> {
  readonly command: Command;
  readonly pipeline: Pipeline;
  readonly statement: Statement;
  /** The innermost sequence of statements that holds it: the script's own, or a body's. */
  readonly siblings: readonly Statement[];
  /** The statements that hold it, the outermost first, `statement` last. */
  readonly path: readonly Statement[];
  /** The scripts and compound commands that hold it, the whole script first. */
  readonly enclosing: readonly (CompoundCommand | Script)[];
  /** The body of the innermost compound command; `undefined` right in a script or a substitution. */
  readonly body: Body | undefined;
  /** Inside `$( )`, backticks or the like. */
  readonly substituted: boolean;
}

export type CommandPlace = Place<SimpleCommand>;
