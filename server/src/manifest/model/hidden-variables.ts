import { isUnknown } from './lookup';
import type { Container, EnvironmentVariable } from './manifest';
import { type VariableReference, variableReferences } from './variable-references';

/** Two variables of a container with the same name. */
export interface HiddenVariable {
  /** The one without effect: hidden by a later one, or a later one that only repeats it. */
  readonly idle: EnvironmentVariable;
  readonly counting: EnvironmentVariable;
  readonly name: string;
  readonly why: 'hidden' | 'repeated';
}

/**
 * The variables of a container that another one of the same name makes pointless, as the API server judges it
 * (kubernetes/kubernetes pkg/api/pod/warnings.go). Not one that something in between still refers to, nor what a
 * template decides.
 */
export function hiddenVariables({ environment }: Container): readonly HiddenVariable[] {
  const found: HiddenVariable[] = [];
  const earlier = new Map<string, number>();
  // Where a name was last referred to, and where a template last printed what may refer to anything.
  const referred = new Map<string, number>();
  let printed = -1;
  for (const [index, variable] of environment.entries()) {
    if (isPrinted(variable)) printed = index;
    else for (const { name } of referencesOf(variable)) referred.set(name, index);
    const { name } = variable;
    if (name === undefined || variable.item.conditional) continue;
    const before = earlier.get(name);
    earlier.set(name, index);
    const previous = before === undefined ? undefined : environment[before];
    if (before === undefined || previous === undefined || printed === index) continue;
    if (variable.valueFrom === undefined && variable.value === `$(${name})`)
      found.push({ idle: variable, counting: previous, name, why: 'repeated' });
    else if (Math.max(referred.get(name) ?? -1, printed) <= before)
      found.push({ idle: previous, counting: variable, name, why: 'hidden' });
  }
  return found;
}

/** Whether a template decides what the variable is. */
const isPrinted = ({ node, valueNode }: EnvironmentVariable): boolean => node.open || isUnknown(valueNode);

const referencesOf = ({ value, valueFrom }: EnvironmentVariable): readonly VariableReference[] =>
  valueFrom === undefined ? variableReferences(value ?? '') : [];
