import { probeLike } from '../../edits/copied-probe';
import { handlerValue, type ProbeKey, probeValue } from '../../edits/insert-probe';
import { type BlockMapping, type BlockValue, placeholder } from '../../edits/value';
import { objectsOfKind } from '../../model/file-objects';
import { imageUserOf, needsRootToStart, unprivilegedUserOf } from '../../model/image-user';
import type { Container, Manifest } from '../../model/manifest';
import { neededCapabilities } from '../../model/needed-capabilities';
import { handlerInWords, suggestedHandler } from '../../model/probe-suggestion';
import { keysOf } from './named-objects';
import type { TypedPlace } from './typed-place';

/** A field of a container with everything that belongs there. */
export interface Part {
  readonly value: BlockValue;
  /** What is special about it, in a few words. */
  readonly detail?: string;
}

/** What a container most likely needs under a field, by what is known of it; `undefined` where that is nothing special. */
export function containerPart({ container, model, object }: TypedPlace, field: string): Part | undefined {
  if (container === undefined) return undefined;
  switch (field) {
    case 'readinessProbe':
    case 'livenessProbe':
      return probePart(container, field);
    case 'startupProbe':
      return startupPart(container);
    case 'resources':
      return { value: resources };
    case 'securityContext':
      return { value: restricted(container) };
    case 'env':
      return variablesPart(model, object?.namespace);
    case 'envFrom':
      return sourcesPart(model, object?.namespace);
    default:
      return undefined;
  }
}

function probePart(container: Container, key: ProbeKey): Part | undefined {
  const handler = suggestedHandler(container, key === 'readinessProbe' ? 'readiness' : 'liveness');
  const value = handler && probeValue(container, key, handler);
  return value && handler && { value, detail: handlerInWords(handler) };
}

/** Until it has answered once, the other probes do not ask: five seconds apart, for two and a half minutes. */
const patience = { periodSeconds: 5, failureThreshold: 30 };

function startupPart(container: Container): Part | undefined {
  const other = container.livenessProbe ?? container.readinessProbe;
  const copied = other && probeLike(other, patience);
  if (copied !== undefined) return { value: copied };
  const handler = suggestedHandler(container, 'liveness') ?? suggestedHandler(container, 'readiness');
  return handler && { value: { ...handlerValue(handler), ...patience }, detail: handlerInWords(handler) };
}

/** Where people start who have not measured yet: Kubernetes' own examples have these. */
const resources: BlockMapping = {
  requests: { cpu: placeholder('100m'), memory: placeholder('128Mi') },
  limits: { memory: placeholder('128Mi') },
};

/**
 * What the restricted Pod Security Standard asks for, as far as the image is not known to need more.
 * Source: https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
 */
function restricted(container: Container): BlockMapping {
  const user = imageUserOf(container);
  const needsRoot = user?.kind === 'root' && needsRootToStart(container);
  const number = unprivilegedUserOf(container);
  const needed = needsRoot ? neededCapabilities(container) : neededCapabilities(container).filter(isAllowed);
  const isNumbered = user === undefined || user.kind === 'number' || number !== undefined;
  const starts = needsRoot
    ? undefined
    : isNumbered
      ? { runAsNonRoot: true, runAsUser: number }
      : { runAsNonRoot: true, runAsUser: placeholder(10001) };
  return {
    ...starts,
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'], ...(needed.length > 0 && { add: needed }) },
    seccompProfile: { type: 'RuntimeDefault' },
  };
}

const isAllowed = (capability: string): boolean => capability === 'NET_BIND_SERVICE';

/** A variable from the first key of the file's first ConfigMap, to go on from. */
function variablesPart(model: Manifest, namespace: string | undefined): Part | undefined {
  const names = namesOf(model, namespace);
  const [name] = names;
  const keys = name === undefined ? [] : keysOf(model, 'ConfigMap', name);
  const [key] = keys;
  if (name === undefined || key === undefined) return undefined;
  const variable = key
    .toUpperCase()
    .replace(/[^A-Z0-9_]/g, '_')
    .replace(/^(?=[0-9])/, '_');
  const reference = { name: chosen(name, names), key: chosen(key, keys) };
  return { value: [{ name: placeholder(variable), valueFrom: { configMapKeyRef: reference } }], detail: name };
}

function sourcesPart(model: Manifest, namespace: string | undefined): Part | undefined {
  const names = namesOf(model, namespace);
  const [name] = names;
  return name === undefined ? undefined : { value: [{ configMapRef: { name: chosen(name, names) } }], detail: name };
}

const chosen = (first: string, all: readonly string[]): BlockValue =>
  all.length > 1 ? placeholder(first, all) : first;

const namesOf = (model: Manifest, namespace: string | undefined): readonly string[] =>
  objectsOfKind(model, 'ConfigMap').flatMap(({ object }) =>
    object.name !== undefined && object.namespace === namespace ? [object.name] : [],
  );
