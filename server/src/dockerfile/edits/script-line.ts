import type { TextEdit, TextRange } from '../../engine/text';
import { commandPlaces } from '../../shell/commands';
import type { Script } from '../../shell/syntax';
import type { ShellForm } from '../model/dockerfile';

/**
 * The text of a shell form on one line, as it fits into a string: continuations, what stands between them and a comment at
 * the end left out.
 * @param edits to make on the way, in the document's offsets
 * @returns `undefined` when the shell would not understand the text, or a comment goes on over a line break
 */
export function scriptLine({ source, script }: ShellForm, edits: readonly TextEdit[] = []): string | undefined {
  if (script === undefined || script.problems.length > 0) return undefined;
  const [comment] = script.comments;
  const isInWord = wordFinder(script);
  const queue = [...edits].sort((one, other) => one.range.start - other.range.start || one.range.end - other.range.end);
  const lines: string[] = [];
  let line = '';
  let skipped = -1;
  let startsLine = false;
  let before = source.offsetOf(0) - 1;
  for (let index = 0; index < source.text.length; index++) {
    const offset = source.offsetOf(index);
    const character = source.text.charAt(index);
    if (comment !== undefined && offset >= comment.start) {
      if (source.offsetOf(source.text.length - 1) - offset !== source.text.length - 1 - index) return undefined;
      break;
    }
    const breaks = offset !== before + 1 && !isInWord(before, offset);
    if (breaks) {
      lines.push(line.trimEnd());
      line = '';
    }
    startsLine = breaks || (startsLine && /[ \t]/.test(character));
    before = offset;
    for (let next = queue[0]; next !== undefined && next.range.start <= offset; next = queue[0]) {
      line += next.newText;
      skipped = Math.max(skipped, next.range.end);
      queue.shift();
    }
    if (offset >= skipped && !(startsLine && /[ \t]/.test(character))) line += character;
  }
  lines.push(line.trimEnd() + queue.map(({ newText }) => newText).join(''));
  return lines.filter((each) => each !== '').join(' ');
}

/**
 * Tells whether a line break stands inside of a word: what is around it then belongs together. To be asked from the first
 * break to the last.
 */
function wordFinder(script: Script): (before: number, after: number) => boolean {
  const places = commandPlaces(script);
  const compounds = new Set(places.flatMap(({ enclosing }) => enclosing.filter((around) => around.kind !== 'script')));
  const words: readonly TextRange[] = [
    ...places.flatMap(({ command }) => [...command.words, ...command.assignments, ...command.redirects]),
    ...[...compounds].flatMap((compound) => compound.words),
  ]
    .map(({ range }) => range)
    .sort((one, other) => one.start - other.start);
  let next = 0;
  let end = -1;
  return (before, after) => {
    for (let word = words[next]; word !== undefined && word.start <= before; word = words[next]) {
      end = Math.max(end, word.end);
      next++;
    }
    return after < end;
  };
}
