import type { FixOffer } from '../../../engine/rule';
import { deletion, rangeOf } from '../../../engine/text';
import type { Dockerfile, Instruction, Onbuild } from '../../model/dockerfile';
import { instructionsOf, textIn } from '../../model/lookups';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'nested-onbuild',
  chapter: 'correctness',
  variants: {
    forbidden: {
      severity: 'error',
      equals: ['hadolint/DL3043'],
      message: '`ONBUILD` cannot trigger `{keyword}`: the build stops here',
    },
  },
  fixes: {
    unwrap: { title: 'Remove `{removed}`', safety: 'behaviour', revealing: true },
  },
  check(dockerfile, report) {
    for (const onbuild of instructionsOf(dockerfile, 'ONBUILD')) {
      const { trigger } = onbuild;
      // Source: moby/buildkit:frontend/dockerfile/instructions/parse.go, `parseOnBuild`.
      if (trigger === undefined || !['ONBUILD', 'FROM', 'MAINTAINER'].includes(trigger.keyword)) continue;
      report({
        variant: 'forbidden',
        at: trigger.keywordRange,
        values: { keyword: trigger.keywordText },
        fixes: mends(dockerfile, onbuild, trigger),
      });
    }
  },
});

/** Of several `ONBUILD`s one stays; what cannot be triggered is done at once. A second `FROM` would begin another stage. */
function mends(dockerfile: Dockerfile, onbuild: Onbuild, trigger: Instruction): readonly FixOffer<'unwrap'>[] {
  const { keyword, keywordRange, argumentsRange } = trigger;
  if (keyword === 'FROM' || argumentsRange.start === argumentsRange.end) return [];
  const [more = ''] = /^(?:onbuild[ \t]+)*/i.exec(textIn(dockerfile, argumentsRange)) ?? [];
  const range =
    keyword === 'ONBUILD'
      ? rangeOf(keywordRange.start, argumentsRange.start + more.length)
      : rangeOf(onbuild.keywordRange.start, keywordRange.start);
  const removed = textIn(dockerfile, range);
  if (removed.includes('\n')) return [];
  return [{ id: 'unwrap', values: { removed: removed.trim() }, edits: () => [deletion(range)] }];
}
