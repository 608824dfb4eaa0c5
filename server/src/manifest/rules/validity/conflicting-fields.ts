import { conflictsIn } from '../../conflicts/conflicts';
import { holders } from '../../model/exclusive-fields';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'conflicting-fields',
  chapter: 'validity',
  variants: {
    exclusive: {
      severity: 'error',
      message: '`{one}` and `{other}` cannot stand together in {holder}: Kubernetes refuses it',
    },
    otherType: {
      severity: 'error',
      message: '`rollingUpdate` says how a rolling update goes, and `{type}` is none: the API server refuses it',
    },
    standstill: {
      severity: 'error',
      message: 'No pod may be added and none be missing, so that no update could begin: the API server refuses it',
    },
    bothWays: {
      severity: 'error',
      message: 'A DaemonSet that starts the new pod first (`maxSurge`) has to have `maxUnavailable: 0`',
    },
    escalation: {
      severity: 'error',
      message: '`{power}` cannot do without privilege escalation, which `{container}` forbids: Kubernetes refuses it',
    },
    toleration: {
      severity: 'error',
      message: '`Exists` tolerates whatever value there is, and takes no `{value}`: Kubernetes refuses it',
    },
    eviction: {
      severity: 'error',
      message: '`tolerationSeconds` counts down to an eviction, and only `NoExecute` evicts: Kubernetes refuses it',
    },
    hostPort: {
      severity: 'error',
      message: "On its node's network `{container}` has port {port} as it is, not {host}: the API server refuses it",
    },
    overLimit: {
      severity: 'error',
      message: '`{container}` asks for {request} of `{resource}` and may take {limit}: the API server refuses it',
    },
    unequal: {
      severity: 'error',
      message: '`{resource}` is given whole: the request, {request}, and the limit, {limit}, have to be the same',
    },
    unlimited: {
      severity: 'error',
      message: '`{resource}` is given whole: the API server wants its limit to be the request, {request}',
    },
    bounds: {
      severity: 'error',
      message: '`minReplicas` is {low} and `maxReplicas` {high}, with nothing between: the API server refuses it',
    },
  },
  fixes: {
    keep: { title: 'Keep only `{kept}`', safety: 'behaviour', revealing: true },
    keepOther: { title: 'Keep only `{kept}`', safety: 'behaviour', revealing: true },
    split: { title: 'Make `{other}` an item of its own', safety: 'safe', revealing: true },
    remove: { title: 'Remove `{key}`', safety: 'behaviour', safest: 'safe' },
    removeOther: { title: 'Remove `{key}`', safety: 'behaviour' },
    write: { title: 'Write `{key}: {value}`', safety: 'behaviour', safest: 'safe', revealing: true },
    writeOther: { title: 'Write `{key}: {value}`', safety: 'behaviour', revealing: true },
  },
  notes: { other: 'The other one' },
  phrases: { holder: holders },
  check(document, report) {
    for (const { variant, at, values, other, mends } of conflictsIn(document))
      report({
        variant,
        at,
        values,
        related: other === undefined ? [] : [{ at: other, note: 'other' }],
        fixes: mends,
      });
  },
});
