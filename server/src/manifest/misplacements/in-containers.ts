import { containerRestartPoliciesSince, nativeSidecarsSince } from '../../knowledge/kubernetes-version';
import { insertKey } from '../edits/insert-key';
import { labelOf } from '../model/every-container';
import { initContainerFields, isMeantToRunOn } from '../model/init-container-fields';
import { numberOf } from '../model/lookup';
import type { Container, Entry } from '../model/manifest';
import { earlyRestartPolicy } from '../model/restart-policies';
import { type Mend, type Misplacement, removal, writtenIn } from './misplacement';

/**
 * What a container and its probes may not have.
 * @param minor of the Kubernetes version that the manifest is for
 */
export const inContainers = (container: Container, minor: number): readonly Misplacement[] => [
  ...initContainers(container, minor),
  ...graces(container),
  ...successes(container),
  ...restartPolicies(container, minor),
];

const initContainers = (container: Container, minor: number): readonly Misplacement[] =>
  initContainerFields(container).map((entry) => ({
    variant: 'initContainer',
    at: entry.key.range,
    values: { container: labelOf(container), field: entry.name },
    mends: initMends(container, entry, minor),
  }));

function initMends(container: Container, entry: Entry, minor: number): readonly Mend[] {
  const { document } = container.pod.workload.object;
  const on = isMeantToRunOn(container);
  const removed = removal(document, container.node, entry, on ? 'behaviour' : 'safe');
  const edits =
    minor < nativeSidecarsSince ? undefined : insertKey(document, container.node, 'restartPolicy', 'Always');
  const sidecar: readonly Mend[] = edits === undefined ? [] : [{ id: 'sidecar', edits: () => edits }];
  return on ? [...sidecar, ...removed] : [...removed, ...sidecar];
}

function graces({ readinessProbe: probe, pod }: Container): readonly Misplacement[] {
  const entry = probe && writtenIn(probe.node, 'terminationGracePeriodSeconds');
  if (probe === undefined || entry === undefined || numberOf(entry.value) === undefined) return [];
  const mends = removal(pod.workload.object.document, probe.node, entry);
  return [{ variant: 'readinessGrace', at: entry.key.range, values: { field: entry.name }, mends }];
}

/** A zero is filled in with the default, which is one. */
const successes = ({ livenessProbe, startupProbe, pod }: Container): readonly Misplacement[] =>
  [startupProbe, livenessProbe].flatMap((probe): readonly Misplacement[] => {
    const entry = probe && writtenIn(probe.node, 'successThreshold');
    const number = numberOf(entry?.value);
    if (probe === undefined || entry === undefined || number === undefined || number <= 1) return [];
    const values = { field: entry.name, probe: probe.kind };
    return [
      {
        variant: 'successes',
        at: entry.range,
        values,
        mends: removal(pod.workload.object.document, probe.node, entry),
      },
    ];
  });

function restartPolicies(container: Container, minor: number): readonly Misplacement[] {
  const entry = minor < containerRestartPoliciesSince ? earlyRestartPolicy(container) : undefined;
  if (entry === undefined) return [];
  const values = { container: labelOf(container), field: entry.name };
  const mends = removal(container.pod.workload.object.document, container.node, entry, 'behaviour');
  return [{ variant: 'containerRestart', at: entry.range, values, mends }];
}
