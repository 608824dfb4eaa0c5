import { insertion, type TextEdit } from '../../engine/text';
import type { Dockerfile, RunCommand } from '../model/dockerfile';
import { endsScript, fitsNested, indexOfPipeline, isEditable, stopsAt } from './command-place';
import { regionAt } from './lines';
import { aligned, alignedColumn, gapAt, isBroken, type Joint, widthAt } from './list-style';

/**
 * Runs another command before the one given, which then runs only when the new one succeeds.
 * @param text a command of one line
 * @returns `undefined` where it cannot be put without changing what the rest means
 */
export function prependCommand(
  dockerfile: Dockerfile,
  before: RunCommand,
  text: string,
): readonly TextEdit[] | undefined {
  if (!isEditable(before) || !fitsNested(dockerfile, before, text)) return undefined;
  const { run, script, place } = before;
  const joint = jointBefore(dockerfile, before);
  const { pipelines, operators } = place.statement;
  const own = indexOfPipeline(place);
  // Behind `a && b ||` a command runs although not all before it has: the new one goes in front of all.
  const skips = operators.slice(0, own).some(({ text }) => text === '||');
  const pipeline = pipelines[joint === ';' || skips ? 0 : own];
  if (pipeline === undefined || place.body?.role === 'condition') return undefined;
  const at = pipeline.range.start;
  if (joint === ';' && place.statement.terminator?.text === '\n') {
    const indentation = /[^\n]*$/.exec(dockerfile.text.slice(0, at))?.[0] ?? '';
    return /^[ \t]*$/.test(indentation) ? [insertion(at, text + dockerfile.lineEnding + indentation)] : undefined;
  }
  const gap = before.nested ? inline[joint] : gapAt(dockerfile, run, script, { ...place, pipeline }, joint, 'before');
  const { escape: escapeCharacter } = regionAt(dockerfile, run, at);
  const column = isBroken(gap) ? alignedColumn(dockerfile, run) : undefined;
  const width = widthAt(dockerfile.text, at) + text.length;
  return [insertion(at, text + aligned(`${gap.before}${joint}${gap.after}`, escapeCharacter, column, width))];
}

const inline = { '&&': { before: ' ', after: ' ' }, ';': { before: '', after: ' ' } } as const;

/**
 * A shell that stops at failures (`set -e`) does not stop inside of a list, but for its last command: there, a statement of
 * its own is what fails, unless the list is all that there is.
 */
function jointBefore(dockerfile: Dockerfile, before: RunCommand): Joint {
  const { place } = before;
  const alone = endsScript(place) && place.siblings.length === 1;
  return alone || place.statement.terminator?.text === '&' || !stopsAt(dockerfile, before) ? '&&' : ';';
}
