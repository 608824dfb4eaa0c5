import { rendered, templates } from '../../../engine/message';
import type { FixOffer } from '../../../engine/rule';
import type { TextEdit, TextRange } from '../../../engine/text';
import { startUpOf } from '../../../knowledge/slow-programs';
import { baseName } from '../../../shell/commands';
import { removeEntry } from '../../edits/remove';
import { setPath } from '../../edits/replace-scalar';
import { everyContainer, labelOf } from '../../model/every-container';
import { entryOf, fieldOf, numberOf } from '../../model/lookup';
import type { Container, ManifestDocument, Probe } from '../../model/manifest';
import { commandsOf } from '../../model/probe-programs';
import { manifestRule } from '../../rule';

const words: Readonly<Record<Probe['kind'], string>> = {
  startupProbe: 'startup probe',
  livenessProbe: 'liveness probe',
  readinessProbe: 'readiness probe',
};

export default manifestRule({
  id: 'probe-timing',
  chapter: 'health',
  variants: {
    slowProgram: {
      severity: 'warning',
      message: '`{program}` takes longer to start than the {timeout} that it has: the {probe} of `{container}` fails',
    },
    program: {
      severity: 'information',
      message: '`{program}` has one second to start and to answer: on a busy node the {probe} of `{container}` fails',
    },
    impatient: {
      severity: 'warning',
      message: 'One slow answer is enough to restart `{container}`: `failureThreshold` is 1',
    },
    overlapping: {
      severity: 'hint',
      message: 'An attempt may take {timeout}, and the next is due after {period}: the {probe} is later than it says',
    },
    delayed: {
      severity: 'information',
      message: 'For {delay} after each start `{container}` gets no request, however soon it is ready',
    },
  },
  fixes: {
    timeout: { title: 'Give it {seconds} seconds: `timeoutSeconds: {seconds}`', safety: 'behaviour' },
    threshold: { title: 'Restart after three failures: `failureThreshold: 3`', safety: 'behaviour' },
    period: { title: 'Ask every {seconds} seconds, as long as an attempt may take', safety: 'behaviour' },
    // The attempts' length may be all that told two probes apart.
    shorten: {
      title: 'Let an attempt take {seconds} seconds, until the next',
      safety: 'behaviour',
      revealing: true,
    },
    delay: { title: 'Remove `initialDelaySeconds`: ask from the start', safety: 'behaviour' },
  },
  phrases: { probe: Object.values(words) },
  check(document, report) {
    for (const container of everyContainer(document))
      for (const probe of probesOf(container)) {
        const label = { container: labelOf(container), probe: words[probe.kind] };
        const slow = tooSlow(probe);
        if (slow !== undefined) {
          const { program, variant } = slow;
          const seconds = variant === 'slowProgram' ? 10 : 5;
          report({
            variant,
            at: placeOf(probe, 'timeoutSeconds'),
            values: { ...label, program, timeout: inSeconds(1) },
            fixes: () => offers(document, probe, 'timeout', 'timeoutSeconds', seconds),
          });
        }
        const { failureThreshold, timeoutSeconds, periodSeconds, initialDelaySeconds } = probe;
        if (probe.kind === 'livenessProbe' && failureThreshold === 1)
          report({
            variant: 'impatient',
            at: placeOf(probe, 'failureThreshold'),
            values: label,
            fixes: () => offers(document, probe, 'threshold', 'failureThreshold', 3),
          });
        if (timeoutSeconds !== undefined && periodSeconds !== undefined && timeoutSeconds > periodSeconds)
          report({
            variant: 'overlapping',
            at: placeOf(probe, 'timeoutSeconds'),
            values: { ...label, timeout: inSeconds(timeoutSeconds), period: inSeconds(periodSeconds) },
            fixes: () => [
              ...offers(document, probe, 'period', 'periodSeconds', timeoutSeconds),
              ...offers(document, probe, 'shorten', 'timeoutSeconds', periodSeconds),
            ],
          });
        if (probe.kind === 'readinessProbe' && initialDelaySeconds !== undefined && initialDelaySeconds > longestDelay)
          report({
            variant: 'delayed',
            at: placeOf(probe, 'initialDelaySeconds'),
            values: { ...label, delay: inSeconds(initialDelaySeconds) },
            fixes: () => withoutDelay(document, probe),
          });
      }
  },
});

/** Longer than that and it is no start, but a guess. */
const longestDelay = 60;

const probesOf = ({ startupProbe, livenessProbe, readinessProbe, placement }: Container): readonly Probe[] =>
  placement === 'init' || placement === 'ephemeral'
    ? []
    : [startupProbe, livenessProbe, readinessProbe].flatMap((probe) =>
        // One that is written elsewhere is reported there.
        probe === undefined || probe.node.alias !== undefined ? [] : probe,
      );

const texts = templates({ second: '1 second', seconds: '{count} seconds' });

const inSeconds = (count: number): string =>
  rendered(count === 1 ? texts.second : texts.seconds, { count: String(count) });

/** The number where it is written, else the probe's own key. */
const placeOf = ({ node, entry }: Probe, name: string): TextRange => {
  const value = fieldOf(node, name);
  return value?.kind === 'scalar' && value.type !== 'null' ? value.range : entry.key.range;
};

/** A program that has a second, where that is known to be too little. Kubernetes keeps to it since 1.20. */
function tooSlow({
  handler,
  timeoutSeconds,
  node,
}: Probe): { readonly program: string; readonly variant: 'slowProgram' | 'program' } | undefined {
  if (timeoutSeconds !== 1) return undefined;
  const programs = commandsOf(handler).map(([word]) => baseName(word?.value ?? ''));
  const slow = programs.find((program) => startUpOf(program) === 'slow');
  if (slow !== undefined) return { program: slow, variant: 'slowProgram' };
  // Who wrote a second has thought of one.
  const chosen = numberOf(fieldOf(node, 'timeoutSeconds')) === 1;
  const hasty = chosen ? undefined : programs.find((program) => startUpOf(program) === 'hasty');
  return hasty === undefined ? undefined : { program: hasty, variant: 'program' };
}

type FixName = 'timeout' | 'threshold' | 'period' | 'shorten' | 'delay';

function offers(
  document: ManifestDocument,
  probe: Probe,
  id: FixName,
  key: string,
  seconds: number,
): readonly FixOffer<FixName>[] {
  return offer(id, String(seconds), isShared(probe) ? undefined : setPath(document, probe.node, [key], seconds));
}

function withoutDelay(document: ManifestDocument, probe: Probe): readonly FixOffer<FixName>[] {
  const entry = entryOf(probe.node, 'initialDelaySeconds');
  if (entry === undefined || isShared(probe)) return [];
  return offer('delay', '', removeEntry(document, probe.node, entry));
}

/** Another probe is the same by an alias, and would change too. */
const isShared = ({ node }: Probe): boolean => node.anchor !== undefined || node.alias !== undefined;

const offer = (id: FixName, seconds: string, edits: readonly TextEdit[] | undefined): readonly FixOffer<FixName>[] =>
  edits === undefined ? [] : [{ id, values: { seconds }, edits: () => edits }];
