import { minorOf } from '../../../knowledge/kubernetes-version';
import { misplacementsIn } from '../../misplacements/misplacements';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'not-allowed-here',
  chapter: 'validity',
  variants: {
    initContainer: {
      severity: 'error',
      message: '`{container}` has ended when the pod runs: Kubernetes refuses `{field}` of an init container',
    },
    readinessGrace: {
      severity: 'error',
      message: 'A readiness probe stops nothing: Kubernetes refuses its `terminationGracePeriodSeconds`',
    },
    successes: {
      severity: 'error',
      message: 'A {probe} has to succeed once: Kubernetes refuses any other `{field}`',
    },
    restartPolicy: {
      severity: 'error',
      equals: ['kube-linter/restart-policy'],
      message: '`{value}` is no restart policy for the pods of a {kind}: the API server takes {allowed} only',
    },
    noRestartPolicy: {
      severity: 'error',
      equals: ['kube-linter/restart-policy'],
      message: 'The pods of a {kind} need a `restartPolicy`: without one it is `Always`, which the API server refuses',
    },
    containerRestart: {
      severity: 'error',
      message: '`{container}` can have no restart policy of its own before Kubernetes 1.35: it is refused',
    },
    deadline: {
      severity: 'error',
      message: 'The pods of a {kind} run for ever: the API server refuses `activeDeadlineSeconds` here',
    },
    ephemeral: {
      severity: 'error',
      message: '`ephemeralContainers` are added to pods that run, by `kubectl debug`: a manifest may have none',
    },
    serviceType: {
      severity: 'error',
      message: 'A Service of type {type} may not have `{field}`: the API server refuses it',
    },
  },
  fixes: {
    remove: { title: 'Remove `{field}`', safety: 'safe' },
    sidecar: {
      title: 'Let `{container}` run along as a sidecar: `restartPolicy: Always`',
      safety: 'behaviour',
      revealing: true,
    },
    policy: { title: 'Write `restartPolicy: {policy}`', safety: 'behaviour', safest: 'safe', revealing: true },
    type: { title: 'Make it a Service of type {needed}', safety: 'behaviour', revealing: true },
  },
  check(document, report, { settings }) {
    for (const { variant, at, values, mends } of misplacementsIn(document, minorOf(settings.kubernetesVersion)))
      report({ variant, at, values, fixes: mends });
  },
});
