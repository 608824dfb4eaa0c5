import type { FixOffer } from '../../../engine/rule';
import { rangeOf, type TextRange } from '../../../engine/text';
import type { Place, SimpleCommand } from '../../../shell/syntax';
import { insertExec, withoutShell } from '../../edits/give-way';
import { everyContainer, labelOf } from '../../model/every-container';
import { fieldOf, stringOf } from '../../model/lookup';
import type { Container, ManifestDocument } from '../../model/manifest';
import { type WaitedFor, type WaitingShell, waitingShell } from '../../model/waiting-shell';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'shell-without-exec',
  chapter: 'process',
  variants: {
    stays: {
      severity: 'warning',
      message: '`{shell}` stays process 1: SIGTERM never reaches `{command}`, which is killed after the grace period',
    },
    may: {
      severity: 'warning',
      message:
        '`{shell}` stays process 1 where it is dash, as on Debian: SIGTERM never reaches `{command}`, which is killed in the end',
    },
    yields: {
      severity: 'information',
      message: '`{shell}` gives way to `{command}` only for being last: with one line more, SIGTERM does not arrive',
    },
    job: {
      severity: 'information',
      message:
        '`{shell}` stays process 1: SIGTERM never reaches `{command}`, and ending it early takes the grace period',
    },
    loop: {
      severity: 'hint',
      message: 'This loop has no trap: SIGTERM does not end it, and `{container}` takes its whole grace period to stop',
    },
  },
  fixes: {
    unwrap: { title: 'Start it without a shell: `{words}`', safety: 'behaviour' },
    exec: { title: 'Let the shell give up its place: `exec {command}`', safety: 'behaviour' },
  },
  check(document, report) {
    for (const container of everyContainer(document)) {
      const waiting = waitingShell(container);
      if (waiting === undefined) continue;
      const { shell, waitsFor, loop } = waiting;
      const brief = endsByItself(container);
      for (const waited of waitsFor)
        report({
          variant: variantOf(waited, brief),
          at: placeOf(waiting, waited.place),
          values: { shell: shell.name, command: textOfCommand(waited.place) },
          fixes: () => mends(document, container, waiting, waited.place),
        });
      if (loop?.command.range !== undefined && waiting.process.script.located && !brief)
        report({
          variant: 'loop',
          at: rangeOf(loop.command.range.start, loop.command.range.start + loop.command.kind.length),
          values: { container: labelOf(container) },
        });
    }
  },
});

/** Whether a container is meant to end, so that few ever stop it. */
function endsByItself({ placement, pod }: Container): boolean {
  if (placement === 'init' || pod.workload.lifetime === 'job') return true;
  const policy = stringOf(fieldOf(pod.node, 'restartPolicy'));
  return pod.workload.lifetime === 'pod' && policy !== undefined && policy !== 'Always';
}

const variantOf = ({ stays }: WaitedFor, brief: boolean): 'stays' | 'may' | 'yields' | 'job' => {
  if (stays === 'no') return 'yields';
  if (brief) return 'job';
  return stays === 'yes' ? 'stays' : 'may';
};

const placeOf = ({ process, shell }: WaitingShell, { command }: Place<SimpleCommand>): TextRange => {
  const word = process.script.located ? command.words[0]?.range : undefined;
  return word ?? process.scriptArgument?.range ?? shell.range ?? command.range;
};

const textOfCommand = ({ command }: Place<SimpleCommand>): string => command.words.map(({ text }) => text).join(' ');

function mends(
  document: ManifestDocument,
  container: Container,
  { process }: WaitingShell,
  place: Place<SimpleCommand>,
): readonly FixOffer<'unwrap' | 'exec'>[] {
  const offers: FixOffer<'unwrap' | 'exec'>[] = [];
  const without = withoutShell(document, container, process);
  if (without !== undefined)
    offers.push({ id: 'unwrap', values: { words: without.words.join(' ') }, edits: () => without.edits });
  const exec = insertExec(document, process.script, place);
  if (exec !== undefined) offers.push({ id: 'exec', edits: () => exec });
  return offers;
}
