import { asMapping, asSequence, entryOf, fieldOf, isUnknown, lookup, stringOf } from './lookup';
import type { Entry, Mapping, Node, Presence } from './nodes';

/** One thing that a label selector asks for. */
export interface Requirement {
  readonly key: string;
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
  readonly values: readonly string[];
  /** Where it stands. */
  readonly node: Entry | Mapping;
  /** Whether it is an entry of `matchLabels`, or of a selector that is nothing but labels. */
  readonly equality: boolean;
}

/** What a mapping of labels asks for; `undefined` when a template decides about any of it. */
export function labelRequirements(node: Node | undefined): readonly Requirement[] | undefined {
  if (node === undefined) return [];
  if (node.kind !== 'mapping' || node.open) return undefined;
  const found: Requirement[] = [];
  for (const entry of node.entries) {
    const value = stringOf(entry.value);
    if (value === undefined || entry.conditional) return undefined;
    if (entryOf(node, entry.name) !== entry) continue;
    found.push({ key: entry.name, operator: 'In', values: [value], node: entry, equality: true });
  }
  return found;
}

/** What a `matchLabels` and `matchExpressions` selector asks for; `undefined` when any of it cannot be known. */
export function selectorRequirements(node: Node | undefined): readonly Requirement[] | undefined {
  if (node?.kind !== 'mapping' || node.open) return undefined;
  const labels = labelRequirements(fieldOf(node, 'matchLabels'));
  const expressions = expressionRequirements(fieldOf(node, 'matchExpressions'));
  return labels && expressions && [...labels, ...expressions];
}

function expressionRequirements(node: Node | undefined): readonly Requirement[] | undefined {
  if (node === undefined) return [];
  const list = asSequence(node);
  if (list === undefined || list.open) return undefined;
  const found: Requirement[] = [];
  for (const item of list.items) {
    const expression = asMapping(item.value);
    const key = stringOf(fieldOf(expression, 'key'));
    const operator = stringOf(fieldOf(expression, 'operator'));
    if (expression === undefined || item.conditional || expression.open || key === undefined) return undefined;
    if (operator !== 'In' && operator !== 'NotIn' && operator !== 'Exists' && operator !== 'DoesNotExist')
      return undefined;
    const values = (asSequence(fieldOf(expression, 'values'))?.items ?? []).map((value) => stringOf(value.value));
    if (values.some((value) => value === undefined)) return undefined;
    found.push({ key, operator, values: values.flatMap((value) => value ?? []), node: expression, equality: false });
  }
  return found;
}

/** Whether labels are as a selector asks; `unknown` where a template or a patch decides about the label. */
export function meets(
  labels: Mapping | undefined,
  open: boolean,
  requirement: Pick<Requirement, 'key' | 'operator' | 'values'>,
): Presence {
  const { presence, entry } =
    labels === undefined ? { presence: undefined, entry: undefined } : lookup(labels, requirement.key);
  if (presence === 'unknown' || (presence === undefined && open)) return 'unknown';
  const there = presence === 'yes';
  const value = stringOf(entry?.value);
  if (there && value === undefined && (isUnknown(entry?.value) || requirement.values.length > 0)) return 'unknown';
  switch (requirement.operator) {
    case 'Exists':
      return there ? 'yes' : 'no';
    case 'DoesNotExist':
      return there ? 'no' : 'yes';
    case 'In':
      return there && value !== undefined && requirement.values.includes(value) ? 'yes' : 'no';
    case 'NotIn':
      return there && value !== undefined && requirement.values.includes(value) ? 'no' : 'yes';
  }
}
