import type { TextRange } from '../../engine/text';
import type { ImageReference } from '../../image/reference';
import type { Argument, Wrapper } from '../../shell/command-line';
import type { ShellSource } from '../../shell/source';
import type { CommandPlace, Script } from '../../shell/syntax';

/** A Dockerfile, read once. All ranges are offsets in `text`. */
export interface Dockerfile {
  readonly text: string;
  readonly path: string | undefined;
  readonly lineEnding: '\n' | '\r\n';
  readonly escape: '\\' | '`';
  readonly directives: readonly Directive[];
  /** Every comment line, also those inside a continued instruction; directives are not among them. */
  readonly comments: readonly Comment[];
  /** All instructions in source order. What `ONBUILD` triggers is inside its `Onbuild`. */
  readonly instructions: readonly Instruction[];
  /** `ARG`s before the first `FROM`. */
  readonly globalArguments: readonly Arg[];
  readonly stages: readonly Stage[];
  readonly problems: readonly DockerfileProblem[];
}

export type DockerfileProblem =
  | { readonly kind: 'unterminated-heredoc'; readonly range: TextRange; readonly name: string }
  /** Blank lines between continued lines, with their line endings. */
  | { readonly kind: 'empty-continuation'; readonly range: TextRange; readonly instruction: Instruction }
  | { readonly kind: 'not-text'; readonly range: TextRange }
  | { readonly kind: 'line-too-long'; readonly range: TextRange };

/** `# escape=`, `# syntax=`, `# check=` at the top. `name` is in lower case. */
export interface Directive {
  readonly name: string;
  readonly value: string;
  readonly range: TextRange;
  readonly valueRange: TextRange;
}

export interface Comment {
  /** From `#` to the end of the line. */
  readonly range: TextRange;
  /** Without `#` and the blanks around. */
  readonly text: string;
  /** The instruction that the comment stands inside of, between continued lines. */
  readonly inside: Instruction | undefined;
}

export type Instruction =
  | From
  | Run
  | Cmd
  | Entrypoint
  | Copy
  | Add
  | Env
  | Arg
  | Label
  | Expose
  | User
  | Workdir
  | Volume
  | Shell
  | Stopsignal
  | Healthcheck
  | Onbuild
  | Maintainer
  | UnknownInstruction;

export type Keyword = Instruction['keyword'];

interface InstructionBase {
  /** The keyword as it is written. */
  readonly keywordText: string;
  readonly keywordRange: TextRange;
  /** From the keyword to the end of the last line, here-documents with their terminators included, line ending not. */
  readonly range: TextRange;
  /** What follows keyword and flags on the logical line; blanks at both ends and here-document bodies excluded. */
  readonly argumentsRange: TextRange;
  readonly flags: readonly Flag[];
  /** The comment lines directly above, without a blank line between: they belong to the instruction. */
  readonly comments: readonly Comment[];
  /** Comment lines between its continued lines. */
  readonly innerComments: readonly Comment[];
  readonly heredocs: readonly Heredoc[];
  /** The stage it stands in, by index; `undefined` before the first `FROM`. */
  readonly stage: number | undefined;
  /** The `ONBUILD` instruction's range, when this is what one triggers. */
  readonly onbuild: TextRange | undefined;
}

/** `--name` or `--name=value`. */
export interface Flag {
  readonly name: string;
  /** Quotes and escapes removed; `undefined` without `=`. */
  readonly value: string | undefined;
  readonly range: TextRange;
  readonly valueRange: TextRange | undefined;
  /** Those of the value. */
  readonly variables: readonly Variable[];
}

/** A word outside the shell: quotes and escapes follow Docker's own rules. */
export interface DockerfileWord {
  readonly text: string;
  /** Quotes and escapes removed, variables as they stand. */
  readonly value: string;
  readonly range: TextRange;
  readonly variables: readonly Variable[];
}

/** `$NAME`, `${NAME}` or `${NAME:-default}` where Docker itself expands it. */
export interface Variable {
  readonly name: string;
  readonly range: TextRange;
  readonly nameRange: TextRange;
  /** As written after the name, such as `:-x`; empty without. */
  readonly operation: string;
}

export interface Heredoc {
  readonly name: string;
  /** The name is not quoted: variables in the body are expanded. */
  readonly expands: boolean;
  /** `<<-`: leading tabs are removed. */
  readonly stripsTabs: boolean;
  /** `<<EOF` on the instruction's line. */
  readonly range: TextRange;
  /** The lines between, the last line ending included; empty where there are none. */
  readonly body: TextRange;
  /** `undefined` when the file ends before it. */
  readonly terminator: TextRange | undefined;
}

/** `["a", "b"]`. */
export interface ExecForm {
  readonly form: 'exec';
  readonly range: TextRange;
  readonly words: readonly ExecWord[];
}

export interface ExecWord {
  readonly value: string;
  /** With its quotes. */
  readonly range: TextRange;
  /** Offset in the document of each character of `value`, and one more for its end. */
  readonly offsets: readonly number[];
}

/** Text for a shell. */
export interface ShellForm {
  readonly form: 'shell';
  readonly range: TextRange;
  /** The text as the shell gets it, without continuations and what stands between them; no here-document bodies. */
  readonly source: ShellSource;
  /** The shell that BuildKit hands it to. */
  readonly shell: ShellInForce;
  /**
   * `undefined` when the shell in force is not a POSIX shell, when another interpreter reads the here-document that the
   * text consists of, and for a malformed exec form, which no writer meant for a shell.
   */
  readonly script: Script | undefined;
  readonly malformed: MalformedExecForm | undefined;
}

/** What starts like an exec form but is none, so that BuildKit hands it to the shell as it is. */
export interface MalformedExecForm {
  /** From `[` to its `]`, or to the end where there is none. */
  readonly range: TextRange;
  /** What stands behind the `]`. */
  readonly trailing: TextRange | undefined;
  /** What its writer meant, where that can be told. */
  readonly words: readonly string[] | undefined;
  readonly items: readonly MalformedItem[];
  readonly commas: readonly TextRange[];
  readonly flaws: readonly ExecFormFlaw[];
}

/** What stands between the commas of a malformed exec form. */
export interface MalformedItem {
  /** With whatever quotes it has. */
  readonly range: TextRange;
  /** What its writer meant, a number's digits too; `undefined` where that cannot be told. */
  readonly value: string | undefined;
  readonly quoted: boolean;
}

/** `not-strings`: a number, `true` or an array among the words, which BuildKit refuses instead. */
export type ExecFormFlaw =
  | 'single-quotes'
  | 'smart-quotes'
  | 'missing-quotes'
  | 'missing-comma'
  | 'stray-comma'
  | 'trailing-comma'
  | 'bad-escape'
  | 'not-strings'
  | 'unclosed'
  | 'trailing-comment'
  | 'trailing-text';

export type CommandForm = ExecForm | ShellForm;

export interface From extends InstructionBase {
  readonly keyword: 'FROM';
  readonly image: DockerfileWord | undefined;
  readonly platform: Flag | undefined;
  /** `AS`, as written. */
  readonly asRange: TextRange | undefined;
  readonly alias: DockerfileWord | undefined;
}

export interface Run extends InstructionBase {
  readonly keyword: 'RUN';
  readonly command: CommandForm;
  readonly mounts: readonly Mount[];
  /** Whose language the text and the here-documents are in: `posix`, or something that no shell rule may read. */
  readonly interpreter: 'posix' | 'other';
  /** The scripts that run, in order: the line itself, here-document bodies. Empty for `other` and for an exec form. */
  readonly scripts: readonly Script[];
  /**
   * Every simple command that runs, in source order: through groups, conditions, substitutions, here-documents and
   * `sh -c`, wrappers such as `env` and `sudo` taken off. An exec form has none: what a rule writes for a shell would
   * break its JSON.
   */
  readonly commands: readonly RunCommand[];
}

export interface RunCommand {
  readonly run: Run;
  readonly script: Script;
  readonly place: CommandPlace;
  /** Basename of the program, `undefined` when it is not literal. `python -m pip` is `pip`. */
  readonly name: string | undefined;
  /** The program, then its arguments; wrappers taken off. */
  readonly words: readonly Argument[];
  readonly wrappers: readonly Wrapper[];
  /** The variables set for this command alone, as in `DEBIAN_FRONTEND=noninteractive apt-get …`. */
  readonly environment: Readonly<Record<string, string>>;
  /** The command is inside the string of a `sh -c`. */
  readonly nested: boolean;
}

/** `--mount=type=cache,target=/x`. Keys in lower case; `type` defaults to `bind`. */
export interface Mount {
  readonly type: string;
  readonly target: string | undefined;
  readonly from: string | undefined;
  readonly source: string | undefined;
  readonly options: Readonly<Record<string, string>>;
  readonly flag: Flag;
}

export interface Cmd extends InstructionBase {
  readonly keyword: 'CMD';
  readonly command: CommandForm;
}

export interface Entrypoint extends InstructionBase {
  readonly keyword: 'ENTRYPOINT';
  readonly command: CommandForm;
}

export interface Healthcheck extends InstructionBase {
  readonly keyword: 'HEALTHCHECK';
  /** `undefined` for `HEALTHCHECK NONE`, and while its `CMD` is not there yet. */
  readonly command: CommandForm | undefined;
  readonly none: boolean;
}

export interface Shell extends InstructionBase {
  readonly keyword: 'SHELL';
  readonly command: CommandForm;
}

interface FileTransfer extends InstructionBase {
  /** All but the last word; here-documents by their name. */
  readonly sources: readonly DockerfileWord[];
  readonly destination: DockerfileWord | undefined;
  readonly json: boolean;
  readonly malformed: MalformedExecForm | undefined;
}

export interface Copy extends FileTransfer {
  readonly keyword: 'COPY';
  readonly from: Flag | undefined;
}

export interface Add extends FileTransfer {
  readonly keyword: 'ADD';
}

/** `NAME=value`, or the older `NAME value`. */
export interface Property {
  readonly name: string;
  readonly nameRange: TextRange;
  readonly value: DockerfileWord | undefined;
  readonly range: TextRange;
}

export interface Env extends InstructionBase {
  readonly keyword: 'ENV';
  readonly properties: readonly Property[];
  /** `ENV NAME the rest`. */
  readonly legacy: boolean;
}

export interface Label extends InstructionBase {
  readonly keyword: 'LABEL';
  readonly properties: readonly Property[];
  readonly legacy: boolean;
}

export interface Arg extends InstructionBase {
  readonly keyword: 'ARG';
  readonly properties: readonly Property[];
}

export interface Expose extends InstructionBase {
  readonly keyword: 'EXPOSE';
  readonly words: readonly DockerfileWord[];
}

export interface User extends InstructionBase {
  readonly keyword: 'USER';
  readonly word: DockerfileWord | undefined;
}

export interface Workdir extends InstructionBase {
  readonly keyword: 'WORKDIR';
  readonly word: DockerfileWord | undefined;
}

export interface Volume extends InstructionBase {
  readonly keyword: 'VOLUME';
  readonly words: readonly DockerfileWord[];
  readonly json: boolean;
  readonly malformed: MalformedExecForm | undefined;
}

export interface Stopsignal extends InstructionBase {
  readonly keyword: 'STOPSIGNAL';
  readonly word: DockerfileWord | undefined;
}

export interface Maintainer extends InstructionBase {
  readonly keyword: 'MAINTAINER';
}

export interface Onbuild extends InstructionBase {
  readonly keyword: 'ONBUILD';
  readonly trigger: Instruction | undefined;
}

export interface UnknownInstruction extends InstructionBase {
  readonly keyword: 'UNKNOWN';
}

export interface Stage {
  readonly index: number;
  readonly from: From;
  /** In lower case, as BuildKit compares it. */
  readonly name: string | undefined;
  readonly parent: Parent;
  /** The instructions after `FROM`, `ONBUILD` among them. */
  readonly instructions: readonly Instruction[];
  /** From `FROM` to the end of the last instruction. */
  readonly range: TextRange;
  /** An image is made of it: the last stage, or a target that the workspace names. */
  readonly shipped: boolean;
  /** Its layers end in a shipped image, through a chain of `FROM stage`. True of a shipped stage itself. */
  readonly contributesLayers: boolean;
  /** No image is made of it and no other stage uses it, neither as parent nor to copy from or mount. */
  readonly unused: boolean;
  /** `ENV` in force at its end: this stage's, the parents', and those of a known parent image. */
  readonly environment: Readonly<Record<string, Inherited<string>>>;
  /** `ARG`s in force at its end, those without a known value too. */
  readonly arguments: Readonly<Record<string, Inherited<string | undefined>>>;
  readonly user: Inherited<string> | undefined;
  readonly workingDirectory: Inherited<string> | undefined;
  /** The shell of shell forms at its start: that of the parent. */
  readonly initialShell: ShellInForce;
  /** The same at its end. */
  readonly shell: ShellInForce;
  readonly exposed: readonly Inherited<string>[];
  readonly volumes: readonly Inherited<string>[];
  readonly healthcheck: Healthcheck | undefined;
  readonly stopSignal: Inherited<string> | undefined;
  /** `undefined` when nothing tells what would run. */
  readonly process: Process | undefined;
}

export type Parent =
  | { readonly kind: 'image'; readonly reference: ImageReference; readonly known: boolean }
  | { readonly kind: 'stage'; readonly stage: Stage }
  | { readonly kind: 'scratch' }
  /** A variable without a known value, or nothing written yet. */
  | { readonly kind: 'unknown' };

/** A value with the instruction that set it; none when it comes from the parent image. */
export interface Inherited<Value> {
  readonly value: Value;
  readonly instruction: Instruction | undefined;
}

export interface ShellInForce {
  readonly words: readonly string[];
  readonly posix: boolean;
  readonly instruction: Shell | undefined;
}

/** The effective PID 1 of an image: what `ENTRYPOINT` and `CMD` come to. */
export interface Process {
  readonly entrypoint: Entrypoint | undefined;
  readonly cmd: Cmd | undefined;
  /** All that is run, wrappers included; a shell form as `/bin/sh -c TEXT`. Words of a parent image have no range. */
  readonly argv: readonly Argument[];
  /** `exec`, or `shell` when a shell form starts it. */
  readonly form: 'exec' | 'shell';
  readonly wrappers: readonly Wrapper[];
  /** The program and its arguments, wrappers taken off; empty when a script runs several. */
  readonly program: readonly Argument[];
  /** The text that a shell runs as PID 1, when one does. */
  readonly script: Script | undefined;
  /** `CMD` is there but a shell-form `ENTRYPOINT` swallows it. */
  readonly commandIgnored: boolean;
  /** False when a parent image that is not known may have an `ENTRYPOINT` that gets all of this as its arguments. */
  readonly complete: boolean;
}
