import type { FixOffer } from '../../../engine/rule';
import type { TextEdit } from '../../../engine/text';
import { renameKey, replaceScalar } from '../../edits/replace-scalar';
import { together } from '../../edits/together';
import { askedHosts } from '../../model/asked-hosts';
import { everyContainer, labelOf } from '../../model/every-container';
import { asScalar, fieldOf, lookup } from '../../model/lookup';
import type { Container, ManifestDocument, Probe, Scalar } from '../../model/manifest';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'probe-of-dependency',
  chapter: 'health',
  variants: {
    remote: {
      severity: 'warning',
      message: 'While `{host}` is down, `{container}` is restarted again and again, which does not bring it back',
    },
    dependencies: {
      severity: 'warning',
      message: '`{path}` by its name looks at more than `{container}`: what is down elsewhere restarts it, to no avail',
    },
    readiness: {
      severity: 'warning',
      message: '`{path}` says by its name whether `{container}` is ready: one that is only busy is restarted',
    },
    swapped: {
      severity: 'warning',
      message:
        '`{path}` restarts `{container}` when it is only busy, and readiness asks the liveness path: the two are swapped',
    },
    metrics: {
      severity: 'hint',
      message: '`{path}` of `{container}` is for its monitoring: it is costly, and tells nothing of its health',
    },
  },
  fixes: {
    swap: { title: 'Swap the paths of the two probes', safety: 'behaviour' },
    relieve: {
      title: 'Make it the readiness probe: no requests for the time being, and no restart',
      safety: 'behaviour',
    },
    live: { title: 'Ask `{live}`', safety: 'behaviour' },
  },
  check(document, report) {
    for (const container of everyContainer(document)) {
      const { livenessProbe: probe, placement } = container;
      if (probe?.handler === undefined || placement === 'init' || placement === 'ephemeral') continue;
      const values = { container: labelOf(container) };
      const foreign = askedHosts(probe.handler).find(({ host }) => !isItself(container, host));
      if (foreign !== undefined)
        report({
          variant: 'remote',
          at: foreign.word.range ?? probe.entry.key.range,
          values: { ...values, host: foreign.host },
          fixes: () => relieve(document, probe),
        });
      const asked = pathOf(probe);
      const variant = asked && variantOf(container, asked.path);
      if (asked === undefined || variant === undefined) continue;
      report({
        variant,
        at: asked.node.range,
        values: { ...values, path: asked.path },
        fixes: () => mends(document, container, probe, asked, variant),
      });
    }
  },
});

/** A pod's own Service is not the pod, but no dependency either. */
const isItself = ({ pod: { workload } }: Container, host: string): boolean => {
  const { name } = workload.object;
  return name !== undefined && (host === name || host.startsWith(`${name}.`) || host.startsWith(`${name}-`));
};

interface AskedPath {
  readonly path: string;
  readonly node: Scalar;
}

function pathOf(probe: Probe | undefined): AskedPath | undefined {
  const { handler } = probe ?? {};
  if (handler?.kind !== 'httpGet') return undefined;
  const node = asScalar(fieldOf(handler.node, 'path'));
  return node?.type === 'string' ? { path: handler.path, node } : undefined;
}

const hasPart = (path: string, parts: string): boolean => new RegExp(`/(?:${parts})/?(?:[?#].*)?$`, 'i').test(path);

const saysReady = (path: string): boolean => hasPart(path, 'ready|readyz|readiness|is-?ready');
const saysLive = (path: string): boolean => hasPart(path, 'live|livez|liveness|is-?alive|alive');

type Path = 'dependencies' | 'readiness' | 'swapped' | 'metrics';

function variantOf({ readinessProbe }: Container, path: string): Path | undefined {
  if (saysReady(path)) return saysLive(pathOf(readinessProbe)?.path ?? '') ? 'swapped' : 'readiness';
  if (hasPart(path, 'deep|full|db|database|dependencies')) return 'dependencies';
  return hasPart(path, 'metrics') ? 'metrics' : undefined;
}

type FixName = 'swap' | 'relieve' | 'live';

const offer = (
  id: FixName,
  edits: readonly TextEdit[] | undefined,
  values: Readonly<Record<string, string>> = {},
): readonly FixOffer<FixName>[] => (edits === undefined ? [] : [{ id, values, edits: () => edits }]);

function mends(
  document: ManifestDocument,
  container: Container,
  probe: Probe,
  { path, node }: AskedPath,
  variant: Path,
): readonly FixOffer<FixName>[] {
  if (variant === 'metrics') return [];
  const other = pathOf(container.readinessProbe);
  if (variant === 'swapped' && other !== undefined)
    return offer(
      'swap',
      together(replaceScalar(document, node, other.path), replaceScalar(document, other.node, path)),
    );
  const live = variant === 'readiness' ? counterpartOf(path) : undefined;
  return [
    ...relieve(document, probe),
    ...(live === undefined ? [] : offer('live', replaceScalar(document, node, live), { live })),
  ];
}

/** Only where there is no readiness probe; a liveness probe may have a grace period of its own, a readiness probe may not. */
function relieve(document: ManifestDocument, { container, entry, node }: Probe): readonly FixOffer<FixName>[] {
  if (lookup(container.node, 'readinessProbe').presence !== 'no') return [];
  if (lookup(node, 'terminationGracePeriodSeconds').presence !== 'no') return [];
  return offer('relieve', renameKey(document, container.node, entry, 'readinessProbe'));
}

/**
 * The paths of frameworks that have one for each. Sources: Spring Boot actuator, MicroProfile Health 2.2 (`/health/live`),
 * kubernetes.io/docs/reference/using-api/health-checks (`/livez`), prometheus docs/management_api.md.
 */
const counterparts: readonly (readonly [readiness: RegExp, liveness: string])[] = [
  [/\/health\/readiness$/, '/health/liveness'],
  [/\/health\/ready$/, '/health/live'],
  [/\/readyz$/, '/livez'],
  [/\/-\/ready$/, '/-/healthy'],
];

function counterpartOf(path: string): string | undefined {
  const known = counterparts.find(([readiness]) => readiness.test(path));
  return known && path.replace(known[0], known[1]);
}
