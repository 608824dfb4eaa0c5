import { rendered, templates } from '../../engine/message';
import type { Probe } from '../model/manifest';
import { durationInWords } from './durations';

/** What becomes of a container whose probe fails, in a few words. */
const outcomes = templates({
  readinessProbe: 'out after {time}',
  livenessProbe: 'dead after {time}',
  startupProbe: 'up within {time}',
});

const explanations = templates({
  readinessProbe:
    'Asked every {period}; after {failures} failures in a row, {time} in all, the pod gets no more traffic until it answers again',
  livenessProbe:
    'Asked every {period}; after {failures} failures in a row, {time} in all, the container is killed and restarted',
  startupProbe:
    'Asked every {period}; a container that has not answered after {failures} tries, {time} in all, is killed. Until then the other probes wait',
});

const more = templates({
  first: 'The first time {delay} after the start',
  longest: 'An answer that takes longer than {timeout} is a failure',
});

/** How long a probe may fail before something happens, in seconds; `undefined` where that is not known. */
export function patienceOf({ periodSeconds, failureThreshold, initialDelaySeconds, kind }: Probe): number | undefined {
  if (periodSeconds === undefined || failureThreshold === undefined || initialDelaySeconds === undefined)
    return undefined;
  return (kind === 'startupProbe' ? initialDelaySeconds : 0) + periodSeconds * failureThreshold;
}

export function outcomeOf(probe: Probe): string | undefined {
  const seconds = patienceOf(probe);
  return seconds === undefined ? undefined : rendered(outcomes[probe.kind], { time: durationInWords(seconds) });
}

/** The same in sentences, as Markdown. */
export function timingOf(probe: Probe): string | undefined {
  const seconds = patienceOf(probe);
  const { periodSeconds, failureThreshold, initialDelaySeconds, timeoutSeconds, kind } = probe;
  if (seconds === undefined || periodSeconds === undefined) return undefined;
  const values = {
    period: durationInWords(periodSeconds),
    failures: String(failureThreshold),
    time: durationInWords(seconds),
  };
  return [
    rendered(explanations[kind], values),
    ...(initialDelaySeconds ? [rendered(more.first, { delay: durationInWords(initialDelaySeconds) })] : []),
    ...(timeoutSeconds === undefined ? [] : [rendered(more.longest, { timeout: durationInWords(timeoutSeconds) })]),
  ]
    .map((line) => `- ${line}`)
    .join('\n');
}
