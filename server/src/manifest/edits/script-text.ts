import { contains, type TextEdit, type TextRange } from '../../engine/text';
import type { ManifestDocument } from '../model/manifest';
import type { Node, Scalar } from '../model/nodes';
import { type Step, stepTowards } from './ancestors';
import { hasAction, hasProblem } from './obstacles';

/** The scalar that a range lies in, and the last step to it. */
export interface ScalarPlace {
  readonly scalar: Scalar;
  readonly steps: readonly Step[];
}

/** Finds the scalar that a range lies in; `undefined` when that is written elsewhere and only named there. */
export function scalarAround(document: ManifestDocument, range: TextRange): ScalarPlace | undefined {
  const steps: Step[] = [];
  let current: Node | undefined = document.root;
  while (current !== undefined && current.kind !== 'scalar') {
    const step: Step | undefined = stepTowards(current, { range });
    if (step === undefined) return undefined;
    steps.push(step);
    current = step.kind === 'entry' ? step.entry.value : step.item.value;
  }
  return current !== undefined && current.alias === undefined && contains(current.range, range)
    ? { scalar: current, steps }
    : undefined;
}

/**
 * Edits of a shell script as edits of the scalar that holds it.
 * @param edits in the shell's own words, at places of the document
 * @returns `undefined` where the scalar's style cannot hold them, or the text cannot be edited safely
 */
export function editScript(document: ManifestDocument, edits: readonly TextEdit[]): readonly TextEdit[] | undefined {
  const made: TextEdit[] = [];
  for (const edit of edits) {
    const place = scalarAround(document, edit.range);
    if (place === undefined || hasAction(document, edit.range) || hasProblem(document, edit.range)) return undefined;
    const newText = writtenIn(document, place, edit);
    if (newText === undefined) return undefined;
    made.push({ range: edit.range, newText });
  }
  return made;
}

function writtenIn(document: ManifestDocument, { scalar, steps }: ScalarPlace, edit: TextEdit): string | undefined {
  const { newText } = edit;
  if (/[\r\n]/.test(newText)) return undefined;
  switch (scalar.style) {
    case 'single':
      return newText.replaceAll("'", "''");
    case 'double':
    case 'json':
      return JSON.stringify(newText).slice(1, -1);
    case 'literal':
    case 'folded':
      return newText;
    case 'plain':
      return staysPlain(document, scalar, edit, isInFlow(steps)) ? newText : undefined;
  }
}

const isInFlow = (steps: readonly Step[]): boolean =>
  steps.some((step) => (step.kind === 'entry' ? step.mapping.flow : step.sequence.flow));

/** Whether a plain scalar is still one, and the same but for the edit (YAML 1.2.2, §7.3.3). */
function staysPlain({ text }: ManifestDocument, scalar: Scalar, edit: TextEdit, flow: boolean): boolean {
  const { start, end } = edit.range;
  const before = text.slice(scalar.range.start, start);
  const after = text.slice(end, scalar.range.end);
  const around = `${before.slice(-1)}${edit.newText}${after.slice(0, 1)}`;
  if (/:\s|\s#/.test(around) || (flow && /[,[\]{}]/.test(edit.newText))) return false;
  return before.trim() !== '' || /^[\w./]/.test(edit.newText + after);
}
