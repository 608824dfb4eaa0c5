import type { FixOffer } from '../../../engine/rule';
import { deletion, rangeOf } from '../../../engine/text';
import type { Statement } from '../../../shell/syntax';
import { backgroundProcess } from '../../model/background-processes';
import { firstLineOf } from '../../model/first-line';
import { textIn } from '../../model/lookups';
import { isForDevelopment } from '../../model/stage-purpose';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'background-process',
  chapter: 'process',
  variants: {
    behind: {
      severity: 'warning',
      message: '`{command}` runs in the background behind `{foreground}`: nobody sees it die, and no signal reaches it',
    },
    ends: {
      severity: 'error',
      message:
        '`{command}` goes to the background and its shell ends: the container ends with it, and starts over and over',
    },
    manager: {
      severity: 'warning',
      message: '`{command}` runs several processes as one: Kubernetes can neither restart, scale nor limit one of them',
    },
  },
  fixes: {
    foreground: { title: 'Run `{command}` in the foreground', safety: 'behaviour' },
  },
  check(dockerfile, report) {
    const seen = new Set<number>();
    for (const stage of dockerfile.stages) {
      if (!stage.shipped || stage.process === undefined || isForDevelopment(dockerfile, stage)) continue;
      const found = backgroundProcess(stage.process);
      const at = found && (found.kind === 'manager' ? found.range : firstLineOf(dockerfile, found.statement.range));
      if (found === undefined || at === undefined || seen.has(at.start)) continue;
      seen.add(at.start);
      const command = found.kind === 'manager' ? found.name : textIn(dockerfile, found.statement.range);
      const foreground = found.kind === 'behind' ? textIn(dockerfile, found.foreground) : '';
      const fixes = found.kind === 'ends' ? mends(found.statement) : [];
      report({ variant: found.kind, at, values: { command, foreground }, fixes });
    }
  },
});

function mends({ range, terminator }: Statement): readonly FixOffer<'foreground'>[] {
  if (terminator === undefined) return [];
  return [{ id: 'foreground', edits: () => [deletion(rangeOf(range.end, terminator.range.end))] }];
}
