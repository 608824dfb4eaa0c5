/**
 * The only file that knows dockerfile-language-service's validator (0.16.1 with dockerfile-utils 0.16.3). It parses with
 * dockerfile-ast once more, with all of its defects (see dockerfile-ast.ts), so it is given a text in which each instruction
 * stands on one line, without comments and here-documents, and in which whatever it would stumble over is `x`: what a shell
 * reads, values, quotes, variables.
 */
import { DockerfileLanguageServiceFactory } from 'dockerfile-language-service';
import { rangeOf, type TextRange } from '../../engine/text';
import type { Comment, Dockerfile, Flag, From, Instruction, Property, Shell } from './dockerfile';

/** What it may find wrong, by the names of its `ValidationCode`. The codes of what other rules report are left out. */
const codes = {
  2: 'argument-missing',
  3: 'argument-extra',
  5: 'argument-missing',
  6: 'argument-requires-two',
  7: 'argument-requires-at-least-two',
  8: 'argument-requires-one-or-three',
  9: 'argument-unnecessary',
  12: 'invalid-build-stage-name',
  13: 'flag-at-least-one',
  14: 'flag-duplicate',
  15: 'flag-invalid-duration',
  16: 'flag-less-than-1ms',
  17: 'flag-invalid-duration',
  18: 'flag-missing-value',
  19: 'flag-invalid-duration',
  20: 'no-source-image',
  21: 'invalid-escape-directive',
  22: 'invalid-as',
  28: 'invalid-syntax',
  31: 'shell-json-form',
  32: 'shell-json-form',
  33: 'syntax-missing-equals',
  34: 'syntax-missing-names',
  38: 'unknown-instruction',
  39: 'unknown-flag',
  40: 'unknown-flag',
  41: 'unknown-flag',
  42: 'unknown-flag',
  43: 'unknown-type',
  46: 'healthcheck-cmd-argument-missing',
  47: 'flag-invalid-from-value',
  48: 'flag-expected-boolean-value',
} as const;

export type ValidatorCode = (typeof codes)[keyof typeof codes];

export interface ValidatorProblem {
  readonly code: ValidatorCode;
  readonly range: TextRange;
}

const service = DockerfileLanguageServiceFactory.createLanguageService();

/** What the validator finds, in the document's offsets. */
export function validatorProblems(dockerfile: Dockerfile): readonly ValidatorProblem[] {
  const lines = maskedLines(dockerfile);
  const offsetOf = ({ line, character }: { readonly line: number; readonly character: number }): number =>
    (lines[line]?.start ?? dockerfile.text.length) + character;
  return service
    .validate(lines.map(({ drawn }) => drawn).join('\n'))
    .flatMap(({ code, range }): readonly ValidatorProblem[] => {
      const known = isKnown(code) ? codes[code] : undefined;
      return known === undefined ? [] : [{ code: known, range: rangeOf(offsetOf(range.start), offsetOf(range.end)) }];
    });
}

const isKnown = (code: unknown): code is keyof typeof codes => typeof code === 'number' && Object.hasOwn(codes, code);

/** The text for the validator: a line for each instruction, with the document's distances from its start. */
function maskedLines({ text, directives, instructions }: Dockerfile): readonly Canvas[] {
  const escapes = directives.filter(({ name }) => name === 'escape');
  return [
    ...escapes.map(({ range }) => {
      const canvas = new Canvas(text, range.start);
      canvas.draw(range.start, text.slice(range.start, range.end));
      return canvas;
    }),
    ...instructions.filter(isWorthValidating).map((instruction) => {
      const canvas = new Canvas(text, instruction.range.start);
      drawInstruction(canvas, instruction);
      return canvas;
    }),
  ];
}

/** Of most instructions in a file it would only see that there is something behind the keyword. */
function isWorthValidating({ keyword, stage, flags, argumentsRange: { start, end } }: Instruction): boolean {
  const looksInside = keyword !== 'RUN' && ((keyword !== 'CMD' && keyword !== 'ENTRYPOINT') || flags.length > 0);
  return looksInside || stage === undefined || start === end;
}

/** A line that is written from left to right, with blanks between. Offsets are the document's. */
class Canvas {
  drawn = '';

  constructor(
    private readonly text: string,
    readonly start: number,
  ) {}

  draw(offset: number, written: string): void {
    const at = offset - this.start;
    if (at > this.drawn.length) this.drawn += ' '.repeat(at - this.drawn.length);
    this.drawn += written.slice(this.drawn.length - at);
  }

  fill({ start, end }: TextRange): void {
    this.draw(start, 'x'.repeat(end - start));
  }

  /** What is written there; continuations and comments become blanks. */
  drawWords({ start, end }: TextRange, comments: readonly Comment[] = [], plain = harmless): void {
    let at = start;
    for (const comment of [...comments.map(({ range }) => range), rangeOf(end, end)]) {
      if (comment.start >= at && comment.start <= end)
        this.draw(at, plain(onOneLine(this.text.slice(at, comment.start))));
      at = Math.max(at, comment.end);
    }
  }
}

const onOneLine = (written: string): string => written.replace(/[\\`](?=[ \t]*\r?\n)|\s/g, ' ');

/** With `x` for every character that could mean something. */
const harmless = (words: string): string => words.replace(/[^\w ./:@+-]/g, 'x');

/** Without variables, which the names of stages cannot have. */
const withoutVariables = (words: string): string => words.replace(/\$/g, '%');

/** More flags are taken off one by one, at the square of their number. */
const mostFlags = 50;

function drawInstruction(canvas: Canvas, instruction: Instruction): void {
  const { keywordRange, keywordText, argumentsRange, innerComments } = instruction;
  canvas.draw(keywordRange.start, keywordText.replace(/[^\w-]/g, 'x'));
  if (instruction.keyword !== 'RUN') for (const flag of instruction.flags.slice(0, mostFlags)) drawFlag(canvas, flag);
  switch (instruction.keyword) {
    case 'FROM':
      drawImage(canvas, instruction);
      break;
    case 'ENV':
    case 'LABEL':
    case 'ARG':
      for (const property of instruction.properties)
        drawProperty(canvas, property, 'legacy' in instruction && instruction.legacy ? ' ' : '=');
      break;
    case 'COPY':
    case 'ADD':
      for (const word of instruction.sources) canvas.fill(word.range);
      if (instruction.destination !== undefined) canvas.fill(instruction.destination.range);
      break;
    case 'SHELL':
      drawShell(canvas, instruction);
      break;
    case 'HEALTHCHECK':
    case 'STOPSIGNAL':
      canvas.drawWords(argumentsRange, innerComments);
      break;
    case 'VOLUME':
      for (const { range } of instruction.words) canvas.fill(range);
      break;
    case 'ONBUILD':
      if (instruction.trigger !== undefined) drawInstruction(canvas, instruction.trigger);
      break;
    case 'RUN':
    case 'CMD':
    case 'ENTRYPOINT':
      if (argumentsRange.end > argumentsRange.start) canvas.draw(argumentsRange.start, 'x');
      break;
    default:
      canvas.fill(argumentsRange);
  }
}

function drawFlag(canvas: Canvas, { name, range, valueRange }: Flag): void {
  canvas.draw(range.start, `--${name.replace(/[^\w-]/g, 'x')}`);
  if (valueRange === undefined) return;
  // A name with escapes is shorter than what is written.
  canvas.fill(rangeOf(range.start, valueRange.start - 1));
  canvas.draw(valueRange.start - 1, '=');
  canvas.drawWords(valueRange);
}

function drawImage(canvas: Canvas, { image, argumentsRange, innerComments }: From): void {
  if (image === undefined) return;
  if (image.variables.length > 0 || image.text !== image.value) canvas.fill(image.range);
  else canvas.drawWords(image.range);
  canvas.drawWords(rangeOf(image.range.end, argumentsRange.end), innerComments, withoutVariables);
}

function drawProperty(canvas: Canvas, { nameRange, value }: Property, sign: ' ' | '='): void {
  canvas.fill(nameRange);
  if (value === undefined) return;
  canvas.draw(nameRange.end, sign);
  canvas.fill(value.range);
}

function drawShell(canvas: Canvas, { command }: Shell): void {
  if (command.form === 'shell') canvas.fill(command.range);
  else canvas.draw(command.range.start, command.words.length === 0 ? '[]' : '["x"]');
}
