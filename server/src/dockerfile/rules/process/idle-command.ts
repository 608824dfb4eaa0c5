import type { FixOffer } from '../../../engine/rule';
import { deleteInstruction } from '../../edits/delete-instruction';
import type { Dockerfile } from '../../model/dockerfile';
import { firstLineOf } from '../../model/first-line';
import { type IdleProcess, idleProcess } from '../../model/idle-processes';
import { textIn } from '../../model/lookups';
import { isForDevelopment } from '../../model/stage-purpose';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'idle-command',
  chapter: 'process',
  variants: {
    alone: {
      severity: 'warning',
      message: '`{command}` does nothing, forever: a pod of this image is healthy without running anything',
    },
    behind: {
      severity: 'warning',
      message: '`{command}` keeps the container alive whatever becomes of what was started before it',
    },
  },
  fixes: {
    remove: { title: 'Remove this `{keyword}`: what the image runs is said where it is run', safety: 'behaviour' },
  },
  check(dockerfile, report) {
    const seen = new Set<number>();
    for (const stage of dockerfile.stages) {
      if (!stage.shipped || isForDevelopment(dockerfile, stage)) continue;
      const idle = idleProcess(dockerfile, stage);
      if (idle === undefined || seen.has(idle.range.start)) continue;
      seen.add(idle.range.start);
      report({
        variant: idle.alone ? 'alone' : 'behind',
        at: firstLineOf(dockerfile, idle.range),
        values: { command: commandText(dockerfile, idle), keyword: idle.instruction.keywordText },
        fixes: mends(dockerfile, idle),
      });
    }
  },
});

/** Without the quotes and commas of a JSON array. */
const commandText = (dockerfile: Dockerfile, { instruction, range }: IdleProcess): string =>
  instruction.command.form === 'exec'
    ? textIn(dockerfile, range)
        .replace(/",\s*"/g, ' ')
        .replace(/"/g, '')
    : textIn(dockerfile, range);

function mends(dockerfile: Dockerfile, { instruction, alone }: IdleProcess): readonly FixOffer<'remove'>[] {
  if (!alone || instruction.keyword !== 'CMD') return [];
  return [{ id: 'remove', edits: () => deleteInstruction(dockerfile, instruction) }];
}
