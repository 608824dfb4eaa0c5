import { deleteInstruction } from '../../edits/delete-instruction';
import type { Instruction, Stage } from '../../model/dockerfile';
import { instructionsOf } from '../../model/lookups';
import { dockerfileRule } from '../../rule';

const peers = {
  CMD: ['hadolint/DL4003', 'trivy/DS-0016', 'buildkit/MultipleInstructionsDisallowed'],
  ENTRYPOINT: ['hadolint/DL4004', 'trivy/DS-0007', 'buildkit/MultipleInstructionsDisallowed'],
  HEALTHCHECK: ['hadolint/DL3012', 'trivy/DS-0023', 'buildkit/MultipleInstructionsDisallowed'],
} as const;

export default dockerfileRule({
  id: 'repeated-command',
  chapter: 'process',
  variants: {
    replaced: {
      severity: 'warning',
      equals: [...new Set([...peers.CMD, ...peers.ENTRYPOINT, ...peers.HEALTHCHECK])],
      message: 'This `{keyword}` does nothing: another one further down in the stage takes its place',
      tags: ['unnecessary'],
    },
  },
  fixes: {
    remove: { title: 'Remove this `{keyword}`, which does nothing', safety: 'safe' },
  },
  notes: { last: 'This one counts' },
  check(dockerfile, report) {
    for (const { instruction, last, keyword } of dockerfile.stages.flatMap(replacedIn))
      report({
        variant: 'replaced',
        at: instruction.keywordRange,
        values: { keyword },
        equals: peers[keyword],
        related: [{ at: last.keywordRange, note: 'last' }],
        fixes: [{ id: 'remove', edits: () => deleteInstruction(dockerfile, instruction) }],
      });
  },
});

interface Replaced {
  readonly keyword: keyof typeof peers;
  readonly instruction: Instruction;
  readonly last: Instruction;
}

/** The instructions that a later one of the same stage takes the place of. */
function replacedIn(stage: Stage): readonly Replaced[] {
  const keywords = ['CMD', 'ENTRYPOINT', 'HEALTHCHECK'] as const;
  return keywords.flatMap((keyword) => {
    const all: readonly Instruction[] = instructionsOf(stage, keyword);
    const last = all.at(-1);
    return last === undefined ? [] : all.slice(0, -1).map((instruction) => ({ keyword, instruction, last }));
  });
}
