import type { FixOffer } from '../../../engine/rule';
import { deletion, insertion, rangeOf, replacement, type TextEdit } from '../../../engine/text';
import type { Dockerfile, Property } from '../../model/dockerfile';
import { instructionsOrTriggersOf } from '../../model/lookups';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'legacy-key-value',
  chapter: 'correctness',
  variants: {
    legacy: {
      severity: 'hint',
      equals: ['buildkit/LegacyKeyValueFormat'],
      message:
        '`{keyword} {name}` without `=` is deprecated: whatever else stands on the line becomes part of the value',
      tags: ['deprecated'],
    },
  },
  fixes: {
    join: { title: 'Write `{name}=`', safety: 'safe' },
  },
  check(dockerfile, report) {
    for (const keyword of ['ENV', 'LABEL'] as const)
      for (const instruction of instructionsOrTriggersOf(dockerfile, keyword)) {
        const [property] = instruction.properties;
        // `NAME = value` is another rule's.
        if (!instruction.legacy || property?.value === undefined || property.value.text.startsWith('=')) continue;
        report({
          variant: 'legacy',
          at: property.nameRange,
          values: { keyword: instruction.keywordText, name: property.name },
          fixes: mends(dockerfile, property),
        });
      }
  },
});

function mends(dockerfile: Dockerfile, property: Property): readonly FixOffer<'join'>[] {
  const edits = joined(dockerfile, property);
  return edits === undefined ? [] : [{ id: 'join', edits: () => edits }];
}

/** `undefined` where a comment stands between, or quotes and escapes do not let it be told how to quote the whole. */
function joined({ text }: Dockerfile, { nameRange, name, value }: Property): readonly TextEdit[] | undefined {
  if (value === undefined || /["']/.test(name)) return undefined;
  const gap = rangeOf(nameRange.end, value.range.start);
  const quoted = asOneWord(value);
  if (quoted === undefined || /\n[ \t]*#/.test(text.slice(gap.start, gap.end))) return undefined;
  const [first, ...rest] = quoted;
  const opens = first !== undefined && first.range.start === gap.end && first.range.end === gap.end;
  return [replacement(gap, `=${opens ? first.newText : ''}`), ...(opens ? rest : quoted)];
}

/** What makes one word of a value that goes on to the end of its line, in which quotes and variables already count. */
function asOneWord({ text, value, range }: NonNullable<Property['value']>): readonly TextEdit[] | undefined {
  const { start, end } = range;
  if (/^[^"'`\\]*$/.test(text)) return /\s/.test(text) ? [insertion(start, '"'), insertion(end, '"')] : [];
  if (/^(?:[^\s"'`\\]|"[^"`\\]*"|'[^']*')*$/.test(text) || /^(?:[^\s"'`\\]|\\[^\s"'`\\])*$/.test(text)) return [];
  // Quotes inside move to the ends, unless they decide what a variable stands for.
  const movable = /^(?:[^"'`$\\]|"[^"`$\\]*"|'[^"'`$\\]*')*$/.test(text) && !/["']/.test(value);
  if (!movable || end - start !== text.length) return undefined;
  const quotes = [...text.matchAll(/["']/g)].map(({ index }) => index);
  const inner = quotes.filter((index) => index > 0 && index < text.length - 1);
  const opening = quotes.includes(0) ? requoted(text, start, 0) : [insertion(start, '"')];
  const closing = quotes.includes(text.length - 1) ? requoted(text, start, text.length - 1) : [insertion(end, '"')];
  return [...opening, ...inner.map((index) => deletion(rangeOf(start + index, start + index + 1))), ...closing];
}

/** A quote that becomes a double one, where it is not. */
const requoted = (text: string, start: number, index: number): readonly TextEdit[] =>
  text[index] === '"' ? [] : [replacement(rangeOf(start + index, start + index + 1), '"')];
