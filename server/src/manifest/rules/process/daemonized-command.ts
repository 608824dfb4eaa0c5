import type { FixOffer } from '../../../engine/rule';
import { lineEnd, type TextRange, textOf } from '../../../engine/text';
import { runInForeground } from '../../edits/foreground';
import { type DaemonizedProcess, daemonizedProcess } from '../../model/daemonized';
import { everyContainer } from '../../model/every-container';
import type { Container, ManifestDocument } from '../../model/manifest';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'daemonized-command',
  chapter: 'process',
  variants: {
    ends: {
      severity: 'warning',
      message:
        '`{command}` leaves nothing in the foreground: the container ends at once, and is restarted again and again',
    },
    likely: {
      severity: 'information',
      message: '`{command}` may leave nothing in the foreground: then the container ends at once, and is restarted',
    },
    unwatched: {
      severity: 'warning',
      message: '`{command}` runs unwatched behind `{keeper}`: nobody sees it die, and SIGTERM never reaches it',
    },
    backgrounded: {
      severity: 'warning',
      message: '`{command} &` leaves the shell with nothing to do: the container ends at once, and takes it along',
    },
  },
  fixes: {
    foreground: { title: 'Run it in the foreground: `{foreground}`', safety: 'behaviour' },
  },
  check(document, report) {
    for (const container of everyContainer(document)) {
      const daemonized = daemonizedProcess(container);
      if (daemonized?.range === undefined) continue;
      const { outcome, argv, range, keeper } = daemonized;
      report({
        variant: outcome,
        at: placeOf(document, daemonized, range),
        values: {
          command: argv.map(({ value, text }) => value ?? text).join(' '),
          keeper: keeper === undefined ? '' : textOf(document.text, keeper.command.range),
        },
        fixes: () => mends(document, container, daemonized),
      });
    }
  },
});

/** The command in a script, or the program of one that takes several lines or is a list of words. */
function placeOf({ text }: ManifestDocument, { place, argv }: DaemonizedProcess, range: TextRange): TextRange {
  const onLine = place !== undefined && range.end <= lineEnd(text, range.start);
  return onLine ? range : (argv[0]?.range ?? range);
}

function mends(
  document: ManifestDocument,
  container: Container,
  daemonized: DaemonizedProcess,
): readonly FixOffer<'foreground'>[] {
  const mended = runInForeground(document, container, daemonized);
  if (mended === undefined) return [];
  return [{ id: 'foreground', values: { foreground: mended.command }, edits: () => mended.edits }];
}
