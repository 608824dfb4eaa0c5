import type { FixOffer } from '../../../engine/rule';
import { imageBasename } from '../../../knowledge/image-basename';
import { startsSlowly } from '../../../knowledge/slow-starts';
import { baseName } from '../../../shell/commands';
import { probeLike } from '../../edits/copied-probe';
import { insertKey } from '../../edits/insert-key';
import { removeEntry } from '../../edits/remove';
import { together } from '../../edits/together';
import { everyContainer, labelOf } from '../../model/every-container';
import { entryOf, fieldOf, lookup } from '../../model/lookup';
import type { Container, ManifestDocument, Probe } from '../../model/manifest';
import { startedProcess } from '../../model/started-process';
import { unprobedContainers } from '../../model/unprobed-containers';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'slow-start',
  chapter: 'health',
  variants: {
    delayed: {
      severity: 'information',
      message:
        'For {delay} seconds after each start nobody notices that `{container}` hangs, and a start that takes longer is killed',
    },
    killed: {
      severity: 'information',
      message: '`{container}` is killed when it is not up {patience} seconds after its start, again and again',
    },
    alone: {
      severity: 'information',
      message: 'Once `{container}` is up, nothing asks it again: a startup probe ends with its first success',
    },
  },
  fixes: {
    startup: { title: 'Wait for the start with a startup probe, for up to {limit} seconds', safety: 'behaviour' },
  },
  check(document, report) {
    const unprobed = new Set(unprobedContainers(document, 'livenessProbe').map(({ container }) => container));
    for (const container of everyContainer(document)) {
      const { livenessProbe: liveness, startupProbe: startup } = container;
      if (container.placement === 'init' || container.placement === 'ephemeral') continue;
      const values = { container: labelOf(container) };
      if (startup !== undefined && !unprobed.has(container) && endsWithStart(container))
        report({ variant: 'alone', at: startup.entry.key.range, values });
      if (container.pod.workload.lifetime === 'job' || liveness?.handler === undefined) continue;
      if (lookup(container.node, 'livenessProbe').presence !== 'yes') continue;
      if (lookup(container.node, 'startupProbe').presence !== 'no') continue;
      const delay = liveness.initialDelaySeconds;
      if (delay === undefined) continue;
      const slow = isSlow(container);
      if (delay >= (slow ? 30 : 60)) {
        const at = fieldOf(liveness.node, 'initialDelaySeconds')?.range ?? liveness.entry.key.range;
        const fixes = () => withStartup(document, liveness, Math.ceil((delay * 1.5) / period) * period);
        report({ variant: 'delayed', at, values: { ...values, delay: String(delay) }, fixes });
        continue;
      }
      const patience = patienceOf(liveness);
      if (slow && delay === 0 && patience !== undefined && patience < 20)
        report({
          variant: 'killed',
          at: liveness.entry.key.range,
          values: { ...values, patience: String(patience) },
          fixes: () => withStartup(document, liveness, usualLimit),
        });
    }
  },
});

/** Often enough that a container which is up soon is not waited for. */
const period = 5;

/** Two minutes, as charts of such servers have it. */
const usualLimit = 120;

/** Whether a startup probe is surely the only one. */
const endsWithStart = ({ node }: Container): boolean =>
  lookup(node, 'startupProbe').presence === 'yes' &&
  lookup(node, 'livenessProbe').presence === 'no' &&
  lookup(node, 'readinessProbe').presence === 'no';

/** How long a container may take from its start until it is restarted. */
function patienceOf({ periodSeconds, failureThreshold }: Probe): number | undefined {
  return periodSeconds === undefined || failureThreshold === undefined ? undefined : periodSeconds * failureThreshold;
}

function isSlow(container: Container): boolean {
  const { image } = container;
  if (image !== undefined && !image.variable && startsSlowly(imageBasename(image.text))) return true;
  return baseName(startedProcess(container)?.program[0]?.value ?? '') === 'java';
}

/** A startup probe that asks what the liveness probe asks, which then needs no delay of its own. */
function withStartup(document: ManifestDocument, liveness: Probe, limit: number): readonly FixOffer<'startup'>[] {
  const { node, container } = liveness;
  const probe = probeLike(liveness, { periodSeconds: period, failureThreshold: limit / period });
  const delay = entryOf(node, 'initialDelaySeconds');
  if (probe === undefined || node.alias !== undefined || node.anchor !== undefined) return [];
  const edits = together(
    insertKey(document, container.node, 'startupProbe', probe),
    delay === undefined ? [] : removeEntry(document, node, delay),
  );
  return edits === undefined ? [] : [{ id: 'startup', values: { limit: String(limit) }, edits: () => edits }];
}
