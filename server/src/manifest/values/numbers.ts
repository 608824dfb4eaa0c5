import { octal } from '../edits/value';
import type { TypedScalar } from '../schema/typed-scalars';
import { type InvalidValue, writing } from './invalid-value';

/**
 * The least that a field takes. Source: kubernetes/kubernetes:pkg/apis/{core,apps,batch,autoscaling}/validation/validation.go;
 * what is 0 there is set to the default before it is looked at.
 */
const least: Readonly<Record<string, number>> = {
  replicas: 0,
  minReadySeconds: 0,
  revisionHistoryLimit: 0,
  progressDeadlineSeconds: 0,
  backoffLimit: 0,
  completions: 0,
  parallelism: 0,
  ttlSecondsAfterFinished: 0,
  startingDeadlineSeconds: 0,
  successfulJobsHistoryLimit: 0,
  failedJobsHistoryLimit: 0,
  initialDelaySeconds: 0,
  timeoutSeconds: 0,
  periodSeconds: 0,
  successThreshold: 0,
  failureThreshold: 0,
  stabilizationWindowSeconds: 0,
  runAsUser: 0,
  runAsGroup: 0,
  fsGroup: 0,
  supplementalGroups: 0,
  minReplicas: 0,
  maxSurge: 0,
  maxUnavailable: 0,
  minAvailable: 0,
  partition: 0,
  'JobSpec.activeDeadlineSeconds': 0,
  'PodSpec.activeDeadlineSeconds': 1,
  'Probe.terminationGracePeriodSeconds': 1,
  maxReplicas: 1,
  maxSkew: 1,
  minDomains: 1,
  weight: 1,
};

const ports: ReadonlySet<string> = new Set([
  'ContainerPort.containerPort',
  'ContainerPort.hostPort',
  'HTTPGetAction.port',
  'TCPSocketAction.port',
  'GRPCAction.port',
  'ServicePort.port',
  'ServicePort.targetPort',
  'ServicePort.nodePort',
  'ServiceBackendPort.number',
  'NetworkPolicyPort.port',
  'NetworkPolicyPort.endPort',
]);

/** 0 stands for none here. */
const optionalPorts: ReadonlySet<string> = new Set(['ContainerPort.hostPort', 'ServicePort.nodePort']);

/** A number that is out of the range of its field. */
export function invalidNumber(scalar: TypedScalar): InvalidValue | undefined {
  const { name, field, node } = scalar;
  const { value } = node;
  if (typeof value !== 'number' || scalar.expected.scalar === 'quantity') return undefined;
  const problem = (variant: InvalidValue['variant'], values: InvalidValue['values'] = {}): InvalidValue => ({
    variant,
    at: node.range,
    values: { value: node.source, field, ...values },
  });
  if (ports.has(name)) {
    if (value === 0 && optionalPorts.has(name)) return undefined;
    if (value < 1 || value > 65535) return problem('port');
    return field === 'nodePort' && (value < 30000 || value > 32767) ? problem('nodePort') : undefined;
  }
  if (field === 'defaultMode' || field === 'mode') return invalidMode(scalar, value);
  if (name === 'PodSpec.terminationGracePeriodSeconds' && value < 0) return problem('grace');
  if (field === 'weight' && value > 100) return problem('most', { most: '100' });
  const limit = own(least, name) ?? own(least, field);
  return limit !== undefined && value < limit ? problem('least', { least: String(limit) }) : undefined;
}

const own = (table: Readonly<Record<string, number>>, name: string): number | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

const largestMode = 0o777;

/** Decimal numbers that are within the range of modes and can only be meant as octal ones: 400 is 0620. */
const meantOctal: ReadonlySet<string> = new Set(['400', '440', '444', '500']);

function invalidMode({ object, node, field }: TypedScalar, value: number): InvalidValue | undefined {
  if (!Number.isInteger(value)) return undefined;
  const beyond = value > largestMode || value < 0;
  if (!beyond && !meantOctal.has(node.source)) return undefined;
  const meant = /^[0-7]{3}$/.test(node.source) ? Number.parseInt(node.source, 8) : undefined;
  return {
    variant: beyond ? 'mode' : 'decimalMode',
    at: node.range,
    values: { value: node.source, field, octal: `0${value.toString(8)}` },
    mending:
      meant === undefined
        ? undefined
        : writing(
            object.document,
            node,
            octal(meant),
            object.document.format === 'json' ? String(meant) : `0${node.source}`,
            beyond ? 'safe' : 'behaviour',
          ),
  };
}
