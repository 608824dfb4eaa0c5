import { deletion, insertion, rangeOf, replacement, type TextEdit, type TextRange } from '../../engine/text';
import type { Dockerfile, Instruction, MalformedExecForm, MalformedItem } from '../model/dockerfile';
import { jsonString } from './exec-form';
import { insertComments } from './insert-instruction';
import { isBlank } from './lines';
import { minimalReplacement } from './minimal-replacement';

/**
 * Makes a JSON array of a malformed exec form: quotes, commas and brackets change, and nothing else. A comment behind it
 * moves to a line of its own above.
 * @returns `undefined` when it cannot be told what its writer meant
 */
export function mendExecForm(
  dockerfile: Dockerfile,
  instruction: Instruction,
  form: MalformedExecForm,
): readonly TextEdit[] | undefined {
  const { items, flaws } = form;
  const last = items.at(-1);
  if (last === undefined || flaws.includes('trailing-text') || items.some(touchesNext)) return undefined;
  const words = items.map((item) => quoted(dockerfile, item));
  const known = words.filter((word) => word !== undefined);
  const tail = commentMoved(dockerfile, instruction, form);
  if (known.length < words.length || tail === undefined) return undefined;
  const closing = flaws.includes('unclosed') ? [insertion(last.range.end, ']')] : [];
  return joined([...known.flat(), ...commasMended(dockerfile.text, form), ...closing, ...tail]);
}

/** Two words without anything between may as well be one. */
const touchesNext = ({ range }: MalformedItem, index: number, items: readonly MalformedItem[]): boolean =>
  items[index + 1]?.range.start === range.end;

/** Insertions at the same place made one, in their order: a quote, a comma, a bracket. */
function joined(edits: readonly TextEdit[]): readonly TextEdit[] {
  const insertions = new Map<number, TextEdit>();
  const others: TextEdit[] = [];
  for (const edit of edits) {
    const { start, end } = edit.range;
    if (start < end) others.push(edit);
    else insertions.set(start, insertion(start, (insertions.get(start)?.newText ?? '') + edit.newText));
  }
  return [...insertions.values(), ...others];
}

function quoted({ text }: Dockerfile, { range, value }: MalformedItem): readonly TextEdit[] | undefined {
  const { start, end } = range;
  const written = text.slice(start, end);
  if (value === undefined || written.includes('\n')) return undefined;
  const wanted = jsonString(value);
  if (written === wanted) return [];
  // Only the quotes differ.
  if (written.slice(1, -1) === wanted.slice(1, -1))
    return [replacement(rangeOf(start, start + 1), '"'), replacement(rangeOf(end - 1, end), '"')];
  if (written === wanted.slice(1, -1)) return [insertion(start, '"'), insertion(end, '"')];
  return [minimalReplacement(range, written, wanted)];
}

/** One comma between two items each, and none elsewhere. */
function commasMended(text: string, { items, commas, range }: MalformedExecForm): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  const left = [...commas];
  items.forEach((item, index) => {
    const before = items[index - 1];
    const next = left.findIndex((comma) => comma.start >= item.range.start);
    const between = left.splice(0, next === -1 ? left.length : next);
    if (before === undefined) edits.push(...between.map((comma) => deletion(withBlanksBehind(text, comma))));
    else if (between.length === 0) edits.push(insertion(before.range.end, ','));
    else edits.push(...between.slice(1).map((comma) => deletion(withBlanksBefore(text, comma))));
  });
  const padded = isBlank(text.charAt(range.start + 1));
  edits.push(...left.map((comma) => deletion(padded ? comma : withBlanksBehind(text, comma))));
  return edits;
}

function withBlanksBefore(text: string, { start, end }: TextRange): TextRange {
  let at = start;
  while (isBlank(text.charAt(at - 1))) at -= 1;
  return rangeOf(at, end);
}

function withBlanksBehind(text: string, { start, end }: TextRange): TextRange {
  let at = end;
  while (isBlank(text.charAt(at))) at += 1;
  // Blanks in front of a continuation keep it apart from the word.
  return rangeOf(start, /[\\`\r\n]/.test(text.charAt(at)) ? end : at);
}

function commentMoved(
  dockerfile: Dockerfile,
  instruction: Instruction,
  { range, trailing }: MalformedExecForm,
): readonly TextEdit[] | undefined {
  if (trailing === undefined) return [];
  const written = dockerfile.text.slice(range.end, trailing.end);
  const comment = written.trim();
  if (!comment.startsWith('#') || written.includes('\n')) return undefined;
  return [deletion(rangeOf(range.end, trailing.end)), ...insertComments(dockerfile, instruction, [comment])];
}
