import type { Analysis } from './analyser';
import { applied, conflict } from './edits';
import type { Finding } from './finding';
import type { Fix } from './fix';
import type { TextEdit } from './text';

const rounds = 10;

export interface FixedText {
  readonly text: string;
  /** What was done, in order. */
  readonly applied: readonly { readonly finding: Finding; readonly fix: Fix }[];
}

/**
 * Applies fixes until none is left. Each round takes, in source order, the first wanted fix of each finding whose edits
 * do not touch those already taken, and looks again: at most ten times, and not beyond a text that was there before.
 * @param analyse the findings of a text
 * @param wants whether a fix is to be made
 */
export function fixAll(
  text: string,
  analyse: (text: string) => Analysis,
  wants: (finding: Finding, fix: Fix) => boolean,
): FixedText {
  const seen = new Set([text]);
  const done: { finding: Finding; fix: Fix }[] = [];
  let current = text;
  for (let round = 0; round < rounds; round++) {
    const { edits, taken } = chosen(analyse(current), wants);
    const next = applied(current, edits);
    if (taken.length === 0 || seen.has(next)) break;
    seen.add(next);
    done.push(...taken);
    current = next;
  }
  return { text: current, applied: done };
}

/** The fixes that one round can make together, and their edits. */
export function chosen(
  analysis: Analysis,
  wants: (finding: Finding, fix: Fix) => boolean,
): { readonly edits: readonly TextEdit[]; readonly taken: readonly { finding: Finding; fix: Fix }[] } {
  const edits: TextEdit[] = [];
  const taken: { finding: Finding; fix: Fix }[] = [];
  for (const finding of analysis.findings) {
    const fix = finding.fixes.find((candidate) => wants(finding, candidate));
    if (fix === undefined) continue;
    const own = analysis.editsOf(finding, fix.id) ?? [];
    if (own.length === 0 || own.some((edit) => edits.some((other) => conflict(edit, other)))) continue;
    edits.push(...own);
    taken.push({ finding, fix });
  }
  return { edits, taken };
}
