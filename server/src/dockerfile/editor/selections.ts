import { contains, rangeOf, type TextRange } from '../../engine/text';
import type { Body, Script, ShellCommand, Statement, Word } from '../../shell/syntax';
import type { CommandForm, Dockerfile, DockerfileWord, Instruction, Property } from '../model/dockerfile';
import { expandedVariables } from '../model/expansions';
import { instructionAt } from '../model/lookups';

/** The stretches around an offset: word, argument, command, instruction, instruction with its comments, stage. */
export function selectionsAt(dockerfile: Dockerfile, offset: number): readonly TextRange[] {
  const at = rangeOf(offset, offset);
  const comment = dockerfile.comments.find(({ range }) => contains(range, at));
  const instruction = instructionAt(dockerfile, offset);
  const stage = dockerfile.stages.findLast(({ range }) => contains(range, at));
  const candidates = [
    wordAround(dockerfile.text, offset),
    ...(comment === undefined ? [] : [comment.range]),
    ...(instruction === undefined ? [] : stretchesOf(instruction, at)),
    ...(stage === undefined ? [] : [stage.range]),
  ];
  return candidates
    .filter((range) => contains(range, at) && range.end > range.start)
    .sort((one, other) => one.end - one.start - (other.end - other.start));
}

function wordAround(text: string, offset: number): TextRange {
  const before = /[\w-]*$/.exec(text.slice(Math.max(0, offset - 200), offset))?.[0].length ?? 0;
  const after = /^[\w-]*/.exec(text.slice(offset, offset + 200))?.[0].length ?? 0;
  return rangeOf(offset - before, offset + after);
}

function stretchesOf(instruction: Instruction, at: TextRange): readonly TextRange[] {
  const { range, argumentsRange, flags, comments, heredocs } = instruction;
  const [first] = comments;
  return [
    range,
    argumentsRange,
    ...(first === undefined ? [] : [rangeOf(first.range.start, range.end)]),
    ...flags.flatMap((flag) => [flag.range, ...(flag.valueRange === undefined ? [] : [flag.valueRange])]),
    ...heredocs.flatMap(({ body, range: mark }) => [body, mark]),
    ...expandedVariables(instruction).flatMap((variable) => [variable.range, variable.nameRange]),
    ...ownStretches(instruction, at),
  ];
}

function ownStretches(instruction: Instruction, at: TextRange): readonly TextRange[] {
  switch (instruction.keyword) {
    case 'FROM':
      return wordRanges([instruction.image, instruction.alias]);
    case 'RUN':
      return [...ofForm(instruction.command, at), ...instruction.scripts.flatMap((script) => ofScript(script, at))];
    case 'CMD':
    case 'ENTRYPOINT':
    case 'SHELL':
      return ofForm(instruction.command, at);
    case 'HEALTHCHECK':
      return instruction.command === undefined ? [] : ofForm(instruction.command, at);
    case 'COPY':
    case 'ADD':
      return wordRanges([...instruction.sources, instruction.destination]);
    case 'ENV':
    case 'ARG':
    case 'LABEL':
      return instruction.properties.flatMap(propertyRanges);
    case 'EXPOSE':
    case 'VOLUME':
      return wordRanges(instruction.words);
    case 'USER':
    case 'WORKDIR':
    case 'STOPSIGNAL':
      return wordRanges([instruction.word]);
    case 'ONBUILD':
      return instruction.trigger === undefined ? [] : stretchesOf(instruction.trigger, at);
    default:
      return [];
  }
}

const wordRanges = (words: readonly (DockerfileWord | undefined)[]): readonly TextRange[] =>
  words.flatMap((word) => (word === undefined ? [] : [word.range, withoutQuotes(word.text, word.range)]));

const withoutQuotes = (text: string, { start, end }: TextRange): TextRange =>
  /^(["']).*\1$/s.test(text) && end - start === text.length ? rangeOf(start + 1, end - 1) : { start, end };

const propertyRanges = ({ nameRange, value, range }: Property): readonly TextRange[] => [
  nameRange,
  range,
  ...wordRanges([value]),
];

function ofForm(form: CommandForm, at: TextRange): readonly TextRange[] {
  if (form.form === 'exec')
    return [form.range, ...form.words.flatMap(({ range }) => [range, rangeOf(range.start + 1, range.end - 1)])];
  return [form.range, ...(form.script === undefined ? [] : ofScript(form.script, at))];
}

function ofScript({ range, statements }: Script, at: TextRange): readonly TextRange[] {
  return contains(range, at) ? [range, ...ofStatements(statements, at)] : [];
}

function ofStatements(statements: readonly Statement[], at: TextRange): readonly TextRange[] {
  return statements
    .filter(({ range }) => contains(range, at))
    .flatMap(({ range, pipelines }) => [
      range,
      ...pipelines
        .filter((pipeline) => contains(pipeline.range, at))
        .flatMap((pipeline) => [pipeline.range, ...pipeline.commands.flatMap((command) => ofCommand(command, at))]),
    ]);
}

function ofCommand(command: ShellCommand, at: TextRange): readonly TextRange[] {
  if (!contains(command.range, at)) return [];
  const inside = command.kind === 'simple' ? assigned(command.assignments) : bodiesOf(command.bodies, at);
  const targets = command.redirects.map(({ range }) => range);
  return [command.range, ...inside, ...targets, ...command.words.flatMap((word) => ofWord(word, at))];
}

const assigned = (assignments: readonly { readonly range: TextRange; readonly value: Word }[]): readonly TextRange[] =>
  assignments.flatMap(({ range, value }) => [range, value.range]);

const bodiesOf = (bodies: readonly Body[], at: TextRange): readonly TextRange[] =>
  bodies
    .filter(({ range }) => contains(range, at))
    .flatMap(({ range, statements }) => [range, ...ofStatements(statements, at)]);

function ofWord({ range, text, parts }: Word, at: TextRange): readonly TextRange[] {
  if (!contains(range, at)) return [];
  const inner = parts.flatMap((part) => [
    part.range,
    ...(part.kind === 'substitution' ? ofScript(part.script, at) : []),
  ]);
  return [range, withoutQuotes(text, range), ...inner];
}
