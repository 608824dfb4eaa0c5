import { minorOf } from '../../../knowledge/kubernetes-version';
import { ignoredIn } from '../../ignored/ignored-settings';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'ignored-setting',
  chapter: 'validity',
  variants: {
    annotation: {
      severity: 'warning',
      message: '`{name}` has no effect since Kubernetes {version}: what it says is set by `{field}` now',
      tags: ['deprecated'],
    },
    annotationGone: {
      severity: 'warning',
      message: '`{name}` has no effect since Kubernetes {version}',
      tags: ['deprecated'],
    },
    appArmor: {
      severity: 'information',
      message: '`{name}` is deprecated since Kubernetes 1.30: `appArmorProfile` takes its place',
      tags: ['deprecated'],
    },
    volume: {
      severity: 'warning',
      message: '`{source}` volumes are gone since Kubernetes {version}: a pod that has one never starts',
      tags: ['deprecated'],
    },
    compared: {
      severity: 'warning',
      message: '`{field}` is from one moment of one cluster: later, or in another one, the object is refused',
    },
    written: {
      severity: 'information',
      message: '`{field}` is written by the cluster and its tools: what a manifest says there is ignored',
      tags: ['unnecessary'],
    },
    empty: {
      severity: 'hint',
      message: '`{field}` is written by the cluster: here it says nothing',
      tags: ['unnecessary'],
    },
    scope: {
      severity: 'hint',
      message: 'A {kind} belongs to no namespace: `{field}` is ignored',
      tags: ['unnecessary'],
    },
    noSelector: {
      severity: 'warning',
      message: 'Without a `labelSelector` this counts no pods at all: it keeps none of them apart, nor together',
    },
    noPods: {
      severity: 'warning',
      message: 'Without a `selector` this budget counts no pods at all: it keeps none of them from being evicted',
    },
    hostAddress: {
      severity: 'warning',
      message: '`hostIP` has no effect without `hostPort`: the port is not opened on the node',
      tags: ['unnecessary'],
    },
  },
  fixes: {
    field: { title: 'Write `{field}` in its place', safety: 'behaviour', safest: 'safe' },
    remove: { title: 'Remove `{name}`', safety: 'safe' },
    clean: { title: 'Remove what the cluster writes', safety: 'safe' },
    select: { title: 'Count the pods of this {kind}', safety: 'behaviour' },
  },
  notes: { too: 'This is written by the cluster, too' },
  check(document, report, { settings }) {
    for (const { variant, at, values, others = [], mends } of ignoredIn(document, minorOf(settings.kubernetesVersion)))
      report({ variant, at, values, related: others.map((other) => ({ at: other, note: 'too' })), fixes: mends });
  },
});
