import type { FixOffer } from '../../../engine/rule';
import { runInForeground } from '../../edits/foreground-command';
import { type DaemonizedProcess, daemonizedProcess } from '../../model/daemonized';
import type { Dockerfile, Process } from '../../model/dockerfile';
import { textIn } from '../../model/lookups';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'daemonized-process',
  chapter: 'process',
  variants: {
    ends: {
      severity: 'error',
      message: '`{command}` leaves nothing in the foreground: the container ends at once, and is restarted forever',
    },
    script: {
      severity: 'warning',
      message: '`{command}` leaves nothing in the foreground unless `{script}` changes it: the container ends at once',
    },
    likely: {
      severity: 'warning',
      message:
        '`{command}` may leave nothing in the foreground: then the container ends at once, and is restarted forever',
    },
    unwatched: {
      severity: 'warning',
      message: '`{command}` runs unwatched behind `{keeper}`: nobody sees it die, and SIGTERM never reaches it',
    },
  },
  fixes: {
    foreground: { title: 'Run `{foreground}` in the foreground', safety: 'behaviour' },
  },
  check(dockerfile, report) {
    const seen = new Set<number>();
    for (const stage of dockerfile.stages) {
      if (!stage.shipped && !stage.unused) continue;
      const daemonized = daemonizedProcess(dockerfile, stage);
      if (daemonized === undefined || stage.process === undefined || seen.has(daemonized.range.start)) continue;
      seen.add(daemonized.range.start);
      report({
        variant: daemonized.outcome,
        at: daemonized.range,
        values: {
          command: daemonized.argv.map(({ value, text }) => value ?? text).join(' '),
          script: daemonized.entrypoint?.value ?? '',
          keeper: daemonized.keeper === undefined ? '' : textIn(dockerfile, daemonized.keeper),
        },
        fixes: mends(dockerfile, stage.process, daemonized),
      });
    }
  },
});

function mends(
  dockerfile: Dockerfile,
  process: Process,
  daemonized: DaemonizedProcess,
): readonly FixOffer<'foreground'>[] {
  const mended = runInForeground(dockerfile, process, daemonized);
  if (mended === undefined) return [];
  return [{ id: 'foreground', values: { foreground: mended.command }, edits: () => mended.edits }];
}
