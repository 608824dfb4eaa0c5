import type { FixOffer } from '../../../engine/rule';
import { insertion } from '../../../engine/text';
import type { Comment, Dockerfile, Instruction } from '../../model/dockerfile';
import { stageOf } from '../../model/lookups';
import { dockerfileRule } from '../../rule';
import { suppressionsOf } from '../../suppressions';

export default dockerfileRule({
  id: 'definition-description',
  chapter: 'correctness',
  enabled: false,
  variants: {
    description: {
      severity: 'hint',
      equals: ['buildkit/InvalidDefinitionDescription'],
      message: '`{comment}` stands where Docker looks for a description: one starts with `{name}`',
    },
  },
  fixes: {
    part: { title: 'Put a blank line below the comment: it is no description', safety: 'safe' },
  },
  check(dockerfile, report) {
    const silencing = new Set(suppressionsOf(dockerfile).map(({ range }) => range.start));
    const silences = ({ range }: Comment): boolean => silencing.has(range.start);
    for (const instruction of dockerfile.instructions) {
      const [name, ...others] = namesOf(dockerfile, instruction);
      const comment = instruction.comments.at(-1);
      // An empty comment parts those above from the instruction.
      if (name === undefined || comment === undefined || comment.text === '' || silences(comment)) continue;
      if ([name, ...others].includes(comment.text.split(/\s/, 1)[0] ?? '')) continue;
      report({
        variant: 'description',
        at: comment.range,
        values: { comment: comment.text, name: [name, ...others].join('`, `') },
        fixes: instruction.comments.some(silences) ? [] : [parted(dockerfile, comment)],
      });
    }
  },
});

/** What `docker build --call=outline` describes: arguments and stages, by their names. */
function namesOf(dockerfile: Dockerfile, instruction: Instruction): readonly string[] {
  if (instruction.keyword === 'ARG') return instruction.properties.map(({ name }) => name);
  const name = instruction.keyword === 'FROM' ? stageOf(dockerfile, instruction)?.name : undefined;
  return name === undefined ? [] : [name];
}

const parted = ({ lineEnding }: Dockerfile, { range }: Comment): FixOffer<'part'> => ({
  id: 'part',
  edits: () => [insertion(range.end, lineEnding)],
});
