import { isDataKey, isVariableName } from '../values/names';
import { asSequence, fieldOf, lookup } from './lookup';
import type { Container, EnvironmentVariable } from './manifest';
import { variableReferences } from './variable-references';

/**
 * The variables of a container whose value could come from a ConfigMap or a Secret just as well. The kubelet takes what
 * `envFrom` brings first and then goes down `env`, replacing references by what is known so far (kubernetes/kubernetes
 * pkg/kubelet/kubelet_pods.go, makeEnvironmentVariables); what a ConfigMap or a Secret holds it takes as it is. So a value
 * with a reference stays, as does a variable that one above it refers to, and one that is set twice.
 */
export function literalVariables({ node, environment }: Container): readonly EnvironmentVariable[] {
  const list = asSequence(fieldOf(node, 'env'));
  if (list === undefined || list.open || list.alias !== undefined) return [];
  const counts = new Map<string, number>();
  for (const { name = '' } of environment) counts.set(name, (counts.get(name) ?? 0) + 1);
  const referred = new Set<string>();
  return environment.filter((variable) => {
    const { name = '', value = '', valueNode } = variable;
    // Anything behind `$(` may be a name, also where the value has no effect.
    for (const reference of variableReferences(value)) referred.add(reference.name);
    if (!isLiteral(variable) || valueNode === undefined || !isKey(name)) return false;
    return !/\$[($]/.test(value) && counts.get(name) === 1 && !referred.has(name);
  });
}

/** Written out in full, and shared with nothing. */
function isLiteral({ node, item, value, nameNode, valueNode }: EnvironmentVariable): boolean {
  if (value === undefined || item.conditional || node.open) return false;
  if ([node, nameNode, valueNode].some((each) => each?.alias !== undefined || each?.anchor !== undefined)) return false;
  const { entries, merges } = node;
  if (merges.length > 0 || entries.length !== 2) return false;
  return ['name', 'value'].every((field) => lookup(node, field).presence === 'yes');
}

/** Whether a variable's name can be a key, and every kubelet takes it from there. */
const isKey = (name: string): boolean => isDataKey(name) && isVariableName(name, 0);
