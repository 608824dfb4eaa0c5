import type { SuppressedId, Suppression } from '../../engine/suppression';
import { nextLineStart } from '../../engine/text';
import type { Dockerfile, Instruction } from '../model/dockerfile';
import { type PlacedComment, suppression } from './placed-comment';

const pattern = /(?<=^|[\s#/*])(?:trivy|tfsec):ignore:([^\s:[\]]+)/g;

/** Trivy's checks of Dockerfiles run from DS-0001 on: what `ignore:*` names. */
const everyCheck = Array.from({ length: 40 }, (_, index) => `trivy/DS-${String(index + 1).padStart(4, '0')}`);

/**
 * `# trivy:ignore:DS-0002` directly above an instruction, or above other such comments that are
 * (aquasecurity/trivy pkg/iac/ignore).
 */
export function trivyIgnore(comment: PlacedComment, dockerfile: Dockerfile): Suppression | undefined {
  const found = Array.from(comment.written.matchAll(pattern));
  if (found.length === 0) return undefined;
  const instruction = instructionUnder(comment, dockerfile);
  if (instruction === undefined) return undefined;
  const ids = found.flatMap(({ 0: whole, 1: id = '', index }): readonly SuppressedId[] => {
    const end = comment.range.start + index + whole.length;
    const range = { start: end - id.length, end };
    return id === '*' ? everyCheck.map((check) => ({ id: check, range })) : [{ id: `trivy/${checkOf(id)}`, range }];
  });
  return suppression('trivy', comment, ids, instruction.range);
}

/** A longer run of comments is not looked through, so that it does not cost its square. */
const longestRun = 5000;

/** `AVD-DS-0002` and the older `DS002` are `DS-0002`. */
const checkOf = (id: string): string => id.replace(/^AVD-/, '').replace(/^DS(\d{3})$/, 'DS-0$1');

function instructionUnder(
  { range, inside, next, below }: PlacedComment,
  { text }: Dockerfile,
): Instruction | undefined {
  if (next !== undefined || inside !== undefined || below === undefined) return next;
  const between = text.slice(nextLineStart(text, range.end), below.range.start);
  if (between.length > longestRun) return undefined;
  return /^(?:[ \t]*#[^\n]*(?:trivy|tfsec):ignore:[^\n]*\n)+[ \t]*$/.test(between) ? below : undefined;
}
