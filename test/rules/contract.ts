import type { Analysis } from '../../server/src/engine/analyser';
import { applied, conflict } from '../../server/src/engine/edits';
import type { Finding } from '../../server/src/engine/finding';
import type { Fix } from '../../server/src/engine/fix';
import { atLeast } from '../../server/src/engine/severity';
import { overlaps, sameRange, type TextEdit, type TextRange, textOf } from '../../server/src/engine/text';
import { commentsOf } from './comments';
import { deployed } from './environment';

/** How a fix broke its contract, each in a sentence. Empty: it kept it. */
export type Violations = readonly string[];

export interface FixUnderTest {
  readonly before: Analysis;
  readonly finding: Finding;
  readonly fix: Fix;
  /** The fix is declared as one that shows what was hidden. */
  readonly revealing: boolean;
  readonly analyse: (text: string) => Analysis;
}

/**
 * Checks one fix of one finding against the contract: minimal edits, no comment lost, the finding gone, nothing new of
 * weight, the file's own line endings and byte order mark, and no second edit of the same kind.
 */
export function violations({ before, finding, fix, revealing, analyse }: FixUnderTest): Violations {
  const { text } = before.file;
  const edits = before.editsOf(finding, fix.id);
  if (edits === undefined || edits.length === 0) return ['it offers a fix that changes nothing'];
  const shape = shapeViolations(text, edits, before, finding);
  if (shape.length > 0) return shape;

  const after = analyse(applied(text, edits));
  return [
    ...(fix.refactoring === 'extract' && before.language === 'manifest'
      ? deploymentViolations(text, after.file.text)
      : []),
    ...styleViolations(text, after.file.text),
    ...lostComments(before, after, finding),
    ...(remains(before, after, finding, edits) ? ['the finding is still there'] : []),
    ...(revealing ? [] : newFindings(before, after)),
  ];
}

function shapeViolations(text: string, edits: readonly TextEdit[], before: Analysis, { range }: Finding): Violations {
  const found: string[] = [];
  const comments = commentsOf(before).filter((comment) => !holds(comment, range));
  edits.forEach((edit, index) => {
    const { start, end } = edit.range;
    if (start < 0 || end < start || end > text.length) found.push(`the edit ${start}-${end} is outside of the text`);
    for (const other of edits.slice(index + 1))
      if (
        overlaps(edit.range, other.range) ||
        (start === end && conflict(edit, other) && sameRange(edit.range, other.range))
      )
        found.push(`two edits overlap at ${start}`);
    const old = textOf(text, edit.range);
    if (old === edit.newText) found.push(`the edit at ${start} changes nothing`);
    const untouched = untouchedWord(old, edit.newText);
    if (untouched !== undefined) found.push(`the edit at ${start} replaces \`${untouched}\` by itself`);
    for (const comment of comments)
      if (
        start < comment.end &&
        comment.start < end &&
        // What moves takes its comments along, to where another edit puts them.
        !edits.some(({ newText }) => newText.includes(textOf(text, comment)))
      )
        found.push(`the edit at ${start} has a comment inside`);
    for (const placeholder of edit.placeholders ?? [])
      if (placeholder.start < 0 || placeholder.end > edit.newText.length)
        found.push(`a placeholder of the edit at ${start} is outside of its text`);
  });
  return found;
}

/** A word at either end of a replaced text that its replacement repeats: the edit could have been smaller. */
function untouchedWord(old: string, replacement: string): string | undefined {
  const first = /^\s*(\S+)\s/.exec(old)?.[0];
  if (first !== undefined && replacement.startsWith(first) && /\w/.test(first)) return first.trim();
  const last = /\s(\S+)\s*$/.exec(old)?.[0];
  if (last !== undefined && replacement.endsWith(last) && /\w/.test(last)) return last.trim();
  return undefined;
}

/** A refactoring of a manifest moves things: what runs is the same as before. */
function deploymentViolations(before: string, after: string): Violations {
  const [one, other] = [deployed(before), deployed(after)];
  if (one === undefined) return [];
  if (other === undefined) return ['the result is no YAML'];
  const objects = one.objects.filter((object, index) => other.objects[index] !== object);
  return [
    ...(JSON.stringify(one.environments) === JSON.stringify(other.environments)
      ? []
      : [`variables change: ${JSON.stringify(one.environments)} to ${JSON.stringify(other.environments)}`]),
    ...objects.map((object) => `more than variables changes in ${object}`),
    ...[...one.data].filter((entry) => !other.data.has(entry)).map((entry) => `the entry ${entry} is lost`),
  ];
}

function styleViolations(before: string, after: string): Violations {
  const found: string[] = [];
  const bare = (text: string): number => text.match(/(?<!\r)\n/g)?.length ?? 0;
  const paired = (text: string): number => text.match(/\r\n/g)?.length ?? 0;
  if (bare(before) === 0 && paired(before) > 0 && bare(after) > 0) found.push('it brings \\n into a file with \\r\\n');
  if (paired(before) === 0 && paired(after) > 0) found.push('it brings \\r\\n into a file with \\n');
  if (/\n$/.test(before) !== /\n$/.test(after) && after !== '') found.push('the final line ending changes');
  if (before.startsWith('\uFEFF') !== after.startsWith('\uFEFF')) found.push('the byte order mark changes');
  return found;
}

/** Whether a comment is what was found, or has it inside: then it may go. */
const holds = (comment: TextRange, { start, end }: TextRange): boolean => comment.start <= start && end <= comment.end;

function lostComments(before: Analysis, after: Analysis, finding: Finding): Violations {
  const remaining = commentsOf(after).map((range) => textOf(after.file.text, range));
  return commentsOf(before).flatMap((range) => {
    if (holds(range, finding.range)) return [];
    const comment = textOf(before.file.text, range);
    const index = remaining.indexOf(comment);
    if (index >= 0) {
      remaining.splice(index, 1);
      return [];
    }
    return [`the comment \`${comment}\` is lost`];
  });
}

/** Whether the finding still stands: at its place, moved by the edits before it, or as one of as many as before. */
function remains(before: Analysis, after: Analysis, finding: Finding, edits: readonly TextEdit[]): boolean {
  const alike = (candidate: Finding): boolean =>
    candidate.rule === finding.rule && candidate.variant === finding.variant && candidate.message === finding.message;
  if (after.findings.filter(alike).length < before.findings.filter(alike).length) return false;
  const place = movedBy(finding.range, edits);
  return after.findings.some((candidate) => alike(candidate) && overlaps(widened(candidate.range), widened(place)));
}

const widened = ({ start, end }: TextRange): TextRange => (start === end ? { start, end: end + 1 } : { start, end });

function movedBy(range: TextRange, edits: readonly TextEdit[]): TextRange {
  const moved = (offset: number): number =>
    edits
      .filter((edit) => edit.range.end <= offset)
      .reduce((sum, edit) => sum + edit.newText.length - (edit.range.end - edit.range.start), offset);
  return { start: moved(range.start), end: moved(range.end) };
}

/** Errors and warnings that were not there before, counted by kind. */
function newFindings(before: Analysis, after: Analysis): Violations {
  const known = countsOf(before.findings);
  return [...countsOf(after.findings)].flatMap(([kind, count]) =>
    count > (known.get(kind) ?? 0) ? [`it brings a new finding: ${kind}`] : [],
  );
}

function countsOf(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { rule, variant, severity } of findings) {
    if (!atLeast(severity, 'warning')) continue;
    const kind = `${rule} (${variant})`;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}
