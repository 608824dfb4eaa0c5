import { textOf } from '../../../engine/text';
import { rangeOnLine } from '../../model/command-range';
import { everyContainer } from '../../model/every-container';
import { severalProcesses } from '../../model/several-processes';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'several-processes',
  chapter: 'pods',
  variants: {
    beside: {
      severity: 'information',
      message: '`{command}` runs beside `{other}` in one container: nobody sees it die, and SIGTERM never reaches it',
    },
    manager: {
      severity: 'information',
      message: '`{command}` runs several processes as one: Kubernetes can neither restart, scale nor limit one of them',
    },
    cron: {
      severity: 'warning',
      message:
        '`{command}` beside `{other}` runs its jobs once in each replica, unseen, and loses them in every rollout',
    },
  },
  check(document, report) {
    const { text } = document;
    for (const container of everyContainer(document)) {
      const found = severalProcesses(container);
      if (found === undefined) continue;
      const command = found.kind === 'manager' ? found.first.range : found.command;
      const at = rangeOnLine(document, command, found.first);
      if (at === undefined) continue;
      const other = found.kind === 'manager' ? '' : textOf(text, found.other);
      report({ variant: found.kind, at, values: { command: textOf(text, at), other } });
    }
  },
});
