import { contains, type TextRange } from '../../engine/text';
import { type ShellSource, sliceOf } from '../../shell/source';
import { commandFormOf } from './command-form';
import type { Comment, DockerfileWord, Flag, Heredoc, Instruction, Run, ShellInForce } from './dockerfile';
import type { InstructionHead } from './dockerfile-ast';
import { execForm, malformedExecForm, sourceOfWord } from './exec-form';
import { rangeIn } from './joined-text';
import { mountsOf } from './mounts';
import { argumentProperties, propertiesOf } from './properties';
import { runCommandsOf } from './run-commands';
import { scriptsOf } from './scripts';
import { blankSeparated, type Stretch, wordIn } from './words';

/** What an instruction must know of the file around it. */
export interface Context {
  readonly text: string;
  readonly escapeCharacter: '\\' | '`';
  readonly stage: number | undefined;
  readonly shell: ShellInForce;
  readonly comments: readonly Comment[];
  readonly innerComments: readonly Comment[];
  /** The range of the `ONBUILD` that triggers it. */
  readonly onbuild: TextRange | undefined;
}

/** Makes a typed instruction of a line. */
export function instructionOf(head: InstructionHead, context: Context): Instruction {
  const { line, keywordText, keywordRange, flags, argumentsIndex: start } = head;
  const { joined: source, heredocs } = line;
  const { text } = source;
  const { escapeCharacter, stage, comments, innerComments, onbuild } = context;
  const range = onbuild === undefined ? line.range : { start: keywordRange.start, end: line.range.end };
  const argumentsRange = rangeIn(source, start, text.length);
  const base = {
    keywordText,
    keywordRange,
    range,
    argumentsRange,
    flags,
    comments,
    innerComments,
    heredocs,
    stage,
    onbuild,
  };
  const flag = (name: string): Flag | undefined => flags.find((one) => one.name === name);
  const rest = (): DockerfileWord | undefined =>
    start < text.length ? wordIn(source, start, text.length, escapeCharacter) : undefined;
  const { keyword } = head;
  switch (keyword) {
    case 'FROM':
      return { ...base, keyword, platform: flag('platform'), ...fromWords(source, start, escapeCharacter) };
    case 'RUN':
      return runOf(head, base, context);
    case 'CMD':
    case 'ENTRYPOINT':
    case 'SHELL':
      return { ...base, keyword, command: commandFormOf(source, start, keyword === 'SHELL' ? noShell : context.shell) };
    case 'HEALTHCHECK':
      return { ...base, keyword, ...healthcheckOf(source, start, context.shell) };
    case 'COPY':
      return { ...base, keyword, from: flag('from'), ...fileTransfer(source, start, heredocs, escapeCharacter) };
    case 'ADD':
      return { ...base, keyword, ...fileTransfer(source, start, heredocs, escapeCharacter) };
    case 'ENV':
    case 'LABEL':
      return { ...base, keyword, ...propertiesOf(source, start, escapeCharacter) };
    case 'ARG':
      return { ...base, keyword, properties: argumentProperties(source, start, escapeCharacter) };
    case 'EXPOSE':
      return { ...base, keyword, words: wordsIn(source, blankSeparated(text, start, text.length), escapeCharacter) };
    case 'VOLUME':
      return { ...base, keyword, ...wordList(source, start, escapeCharacter) };
    case 'USER':
    case 'WORKDIR':
    case 'STOPSIGNAL':
      return { ...base, keyword, word: rest() };
    case 'MAINTAINER':
      return { ...base, keyword };
    case 'ONBUILD': {
      const { trigger } = head;
      if (trigger === undefined) return { ...base, keyword, trigger: undefined };
      return { ...base, keyword, trigger: instructionOf(trigger, { ...context, onbuild: range }) };
    }
    default:
      return { ...base, keyword: 'UNKNOWN' };
  }
}

/** `SHELL` takes an exec form and nothing else. */
const noShell: ShellInForce = { words: [], posix: false, instruction: undefined };

type Base = Omit<Run, 'keyword' | 'command' | 'mounts' | 'interpreter' | 'scripts' | 'commands'>;
type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

function runOf(head: InstructionHead, base: Base, { text, shell }: Context): Run {
  const { line, flags, argumentsIndex: start } = head;
  const { joined: source, heredocs } = line;
  const end = source.text.length;
  const exec = execForm(source, start, end);
  const mounts = mountsOf(flags);
  if (exec !== undefined)
    return { ...base, keyword: 'RUN', command: exec, mounts, interpreter: 'posix', scripts: [], commands: [] };
  const malformed = malformedExecForm(source, start, end);
  const scripts = shell.posix && malformed === undefined ? scriptsOf(text, source, start, end, heredocs) : [];
  const range = rangeIn(source, start, end);
  const run: Writable<Run> = {
    ...base,
    keyword: 'RUN',
    command: { form: 'shell', range, source: sliceOf(source, start, end), shell, script: scripts[0], malformed },
    mounts,
    interpreter: shell.posix && (malformed !== undefined || scripts.length > 0) ? 'posix' : 'other',
    scripts,
    commands: [],
  };
  run.commands = runCommandsOf(run, scripts);
  return run;
}

const wordsIn = (source: ShellSource, words: readonly Stretch[], escapeCharacter: string): readonly DockerfileWord[] =>
  words.map(({ start, end }) => wordIn(source, start, end, escapeCharacter));

function fromWords(source: ShellSource, start: number, escapeCharacter: string) {
  const [image, as, alias] = wordsIn(source, blankSeparated(source.text, start, source.text.length), escapeCharacter);
  const asRange = as !== undefined && /^as$/i.test(as.text) ? as.range : undefined;
  return { image, asRange, alias: asRange === undefined ? undefined : alias };
}

function healthcheckOf(source: ShellSource, start: number, shell: ShellInForce) {
  const [type, command] = blankSeparated(source.text, start, source.text.length);
  const word = type === undefined ? '' : source.text.slice(type.start, type.end).toUpperCase();
  const form = word === 'CMD' && command !== undefined ? commandFormOf(source, command.start, shell) : undefined;
  return { command: form, none: word === 'NONE' };
}

/** A JSON array, or words between blanks. */
function wordList(source: ShellSource, start: number, escapeCharacter: string) {
  const { text } = source;
  const array = execForm(source, start, text.length);
  if (array === undefined) {
    const words = wordsIn(source, blankSeparated(text, start, text.length), escapeCharacter);
    return { words, json: false, malformed: malformedExecForm(source, start, text.length) };
  }
  const words = array.words.map(
    (word): DockerfileWord => ({
      ...wordIn(sourceOfWord(word), 0, word.value.length, escapeCharacter),
      text: word.value,
      range: word.range,
    }),
  );
  return { words, json: true, malformed: undefined };
}

function fileTransfer(source: ShellSource, start: number, heredocs: readonly Heredoc[], escapeCharacter: string) {
  const { words, json, malformed } = wordList(source, start, escapeCharacter);
  const named = heredocs.length === 0 ? words : withHeredocNames(words, heredocs);
  const destination = named.length > 1 ? named.at(-1) : undefined;
  return { sources: destination === undefined ? named : named.slice(0, -1), destination, json, malformed };
}

/** Puts one word, the name, in the place of each here-document, whose own words may hold blanks. */
function withHeredocNames(words: readonly DockerfileWord[], heredocs: readonly Heredoc[]): readonly DockerfileWord[] {
  const others = words.filter(({ range }) => !heredocs.some((heredoc) => contains(heredoc.range, range)));
  const names = heredocs.map(({ name, range }): DockerfileWord => ({ text: name, value: name, range, variables: [] }));
  return [...others, ...names].sort((one, other) => one.range.start - other.range.start);
}
