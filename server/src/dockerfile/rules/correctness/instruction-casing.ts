import type { FixOffer } from '../../../engine/rule';
import { replacement, type TextRange } from '../../../engine/text';
import type { Dockerfile, Instruction } from '../../model/dockerfile';
import { textIn } from '../../model/lookups';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'instruction-casing',
  chapter: 'correctness',
  variants: {
    instruction: {
      severity: 'hint',
      equals: ['buildkit/ConsistentInstructionCasing'],
      message: '`{keyword}` is not in the case of most instructions here: readers take it for something else',
    },
    as: {
      severity: 'hint',
      equals: ['buildkit/FromAsCasing'],
      message: '`{keyword}` is not in the case of the instructions here: readers overlook the name behind it',
    },
  },
  fixes: {
    recase: { title: 'Write `{wanted}`', safety: 'safe' },
  },
  check(dockerfile, report) {
    const recased = majorityCase(dockerfile.instructions);
    const mends = (range: TextRange, keyword: string): readonly FixOffer<'recase'>[] => {
      const wanted = recased(keyword);
      // A keyword that goes on over a line break is not written as it is read.
      if (textIn(dockerfile, range) !== keyword) return [];
      return [{ id: 'recase', values: { wanted }, edits: () => [replacement(range, wanted)] }];
    };
    for (const instruction of dockerfile.instructions)
      for (const { keyword, range, variant, equals } of keywordsOf(dockerfile, instruction))
        if (keyword !== recased(keyword))
          report({ variant, at: range, values: { keyword }, ...(equals && { equals }), fixes: mends(range, keyword) });
  },
});

interface WrittenKeyword {
  readonly keyword: string;
  readonly range: TextRange;
  readonly variant: 'instruction' | 'as';
  readonly equals?: readonly string[];
}

function keywordsOf(dockerfile: Dockerfile, instruction: Instruction): readonly WrittenKeyword[] {
  if (instruction.keyword === 'UNKNOWN') return [];
  const { keywordText: keyword, keywordRange: range } = instruction;
  const own = { keyword, range, variant: 'instruction' } as const;
  if (instruction.keyword === 'FROM' && instruction.asRange !== undefined)
    return [own, { keyword: textIn(dockerfile, instruction.asRange), range: instruction.asRange, variant: 'as' }];
  if (instruction.keyword !== 'ONBUILD' || instruction.trigger === undefined) return [own];
  // BuildKit does not look at what ONBUILD triggers.
  return [own, ...keywordsOf(dockerfile, instruction.trigger).map((each) => ({ ...each, equals: [] }))];
}

/**
 * The case that most keywords have, upper case where none leads; those in mixed case do not count
 * (moby/buildkit frontend/dockerfile/dockerfile2llb/convert.go `validateCommandCasing`).
 */
function majorityCase(instructions: readonly Instruction[]): (keyword: string) => string {
  let lead = 0;
  for (const { keyword, keywordText } of instructions) {
    if (keyword === 'UNKNOWN') continue;
    if (keywordText === keywordText.toUpperCase()) lead++;
    else if (keywordText === keywordText.toLowerCase()) lead--;
  }
  return (keyword) => (lead >= 0 ? keyword.toUpperCase() : keyword.toLowerCase());
}
