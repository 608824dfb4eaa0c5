import type { FixOffer } from '../../../engine/rule';
import { deletion, insertion, rangeOf, replacement, type TextEdit, type TextRange } from '../../../engine/text';
import type { Dockerfile } from '../../model/dockerfile';
import { instructionsOrTriggersOf, textIn } from '../../model/lookups';
import { type LooseEquals, looseEquals } from '../../model/loose-equals';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'spaces-around-equals',
  chapter: 'correctness',
  variants: {
    value: {
      severity: 'error',
      message: 'The blanks make the `=` part of the value: `{name}` becomes `{value}`',
    },
    refused: {
      severity: 'error',
      message: 'Blanks around the `=` of `{name}`: the build stops here',
    },
    split: {
      severity: 'error',
      message: 'The blank ends the value: `{name}` stays empty, and `{value}` becomes an argument of its own',
    },
  },
  fixes: {
    join: { title: 'Remove the blanks around the `=` of `{name}`', safety: 'safe' },
    quote: { title: 'Remove the blanks around the `=` of `{name}`, and put quotes around `{value}`', safety: 'safe' },
  },
  check(dockerfile, report) {
    for (const keyword of ['ENV', 'LABEL', 'ARG'] as const)
      for (const instruction of instructionsOrTriggersOf(dockerfile, keyword)) {
        const found = looseEquals(dockerfile, instruction);
        const [first] = found;
        if (first === undefined) continue;
        if ('legacy' in instruction && instruction.legacy) {
          const value = textIn(dockerfile, rangeOf(first.equals.start, instruction.argumentsRange.end));
          const values = { name: first.name, value };
          report({ variant: 'value', at: first.range, values, fixes: mends(dockerfile, found) });
          continue;
        }
        for (const loose of found) {
          const { name, range, equals } = loose;
          const variant = keyword === 'ARG' && equals.start === range.start ? 'split' : 'refused';
          const values = { name, value: textIn(dockerfile, spanOf(loose)) };
          report({ variant, at: range, values, fixes: mends(dockerfile, [loose]) });
        }
      }
  },
});

/** From the first word of a value to the last. */
const spanOf = ({ value, range }: LooseEquals): TextRange => rangeOf(range.end, value.at(-1)?.range.end ?? range.end);

function mends(dockerfile: Dockerfile, found: readonly LooseEquals[]): readonly FixOffer<'join' | 'quote'>[] {
  const mended = found.map((loose) => joined(dockerfile, loose));
  const known = mended.filter((edits) => edits !== undefined);
  if (known.length < mended.length) return [];
  const edits = known.flat();
  const phrase = found.find(({ value }) => value.length > 1);
  if (phrase === undefined) return [{ id: 'join', edits: () => edits }];
  return [{ id: 'quote', values: { value: textIn(dockerfile, spanOf(phrase)) }, edits: () => edits }];
}

/** `undefined` over a line break, and where quotes or escapes are among several words. */
function joined(dockerfile: Dockerfile, loose: LooseEquals): readonly TextEdit[] | undefined {
  const { range, equals, value } = loose;
  const before = rangeOf(range.start, equals.start);
  const after = rangeOf(equals.end, range.end);
  const span = spanOf(loose);
  const quote = value.length > 1 ? '"' : '';
  if (textIn(dockerfile, range).includes('\n')) return undefined;
  if (quote !== '' && /["'`\\\n]/.test(textIn(dockerfile, span))) return undefined;
  return [deletion(before), replacement(after, quote), insertion(span.end, quote)].filter(
    (edit) => edit.newText !== '' || edit.range.start < edit.range.end,
  );
}
