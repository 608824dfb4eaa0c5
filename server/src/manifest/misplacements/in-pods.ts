import { rendered, templates } from '../../engine/message';
import type { TextEdit } from '../../engine/text';
import { insertKey } from '../edits/insert-key';
import { replaceScalar } from '../edits/replace-scalar';
import { asScalar } from '../model/lookup';
import type { Workload } from '../model/manifest';
import { podPlace } from '../model/pod-place';
import { type RefusedRestartPolicy, refusedRestartPolicy } from '../model/restart-policies';
import { isOwn, type Mend, type Misplacement, removal, writtenIn } from './misplacement';

/** What the pods of a kind may not have. */
export const inPods = (workload: Workload): readonly Misplacement[] => [
  ...restartPolicies(workload),
  ...deadlines(workload),
  ...ephemeralContainers(workload),
];

const texts = templates({ two: '{one} and {other}' });

function restartPolicies(workload: Workload): readonly Misplacement[] {
  const policy = refusedRestartPolicy(workload);
  const refused = policy?.kind === 'refused';
  const at = refused ? policy.entry.value?.range : podPlace(workload.pod, []);
  if (policy === undefined || at === undefined) return [];
  const [one = '', other] = policy.allowed.map((each) => `\`${each}\``);
  const allowed = other === undefined ? one : rendered(texts.two, { one, other });
  return [
    {
      variant: refused ? 'restartPolicy' : 'noRestartPolicy',
      at,
      values: { kind: workload.object.kind, value: refused ? policy.value : '', allowed },
      mends: policyMends(workload, policy),
    },
  ];
}

function policyMends(workload: Workload, policy: RefusedRestartPolicy): readonly Mend[] {
  const wanted = wantedPolicy(workload, policy);
  const edits = wanted === undefined ? undefined : written(workload, policy, wanted);
  const safety = policy.allowed.length === 1 ? 'safe' : 'behaviour';
  return edits === undefined ? [] : [{ id: 'policy', values: { policy: wanted ?? '' }, safety, edits: () => edits }];
}

/** What `kubectl create job` and `kubectl create cronjob` write; what was to be restarted is, in place. */
const wantedPolicy = ({ object }: Workload, { kind, allowed }: RefusedRestartPolicy): string | undefined =>
  kind === 'missing' && object.kind === 'Job' ? 'Never' : allowed[0];

function written(
  { pod, object: { document } }: Workload,
  policy: RefusedRestartPolicy,
  wanted: string,
): readonly TextEdit[] | undefined {
  if (policy.kind === 'missing') return insertKey(document, pod.node, 'restartPolicy', wanted);
  const scalar = asScalar(policy.entry.value);
  return scalar && replaceScalar(document, scalar, wanted);
}

/** Source: kubernetes/kubernetes pkg/apis/apps/validation/validation.go, ValidatePodTemplateSpecForReplicaSet and its like. */
function deadlines(workload: Workload): readonly Misplacement[] {
  const { pod, object, kind } = workload;
  const runsOn = isOwn(workload) && kind?.restartPolicies?.join() === 'Always';
  const entry = runsOn ? writtenIn(pod.node, 'activeDeadlineSeconds') : undefined;
  if (entry === undefined) return [];
  const values = { kind: object.kind, field: entry.name };
  return [{ variant: 'deadline', at: entry.key.range, values, mends: removal(object.document, pod.node, entry) }];
}

/** Source: kubernetes/kubernetes pkg/apis/core/validation/validation.go: `cannot be set on create`, `not allowed in pod template`. */
function ephemeralContainers(workload: Workload): readonly Misplacement[] {
  const { pod, object } = workload;
  const entry = isOwn(workload) ? writtenIn(pod.node, 'ephemeralContainers') : undefined;
  if (entry === undefined) return [];
  const mends = removal(object.document, pod.node, entry, 'behaviour');
  return [{ variant: 'ephemeral', at: entry.key.range, values: { field: entry.name }, mends }];
}
