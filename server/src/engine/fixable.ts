import type { Finding } from './finding';
import type { Safety } from './fix';
import type { Rule } from './rule';

const offered = new WeakMap<Rule<never>, ReadonlySet<Safety>>();

/** How safe a rule's fixes can be, by its metadata. */
function safetiesOf(rule: Rule<never>): ReadonlySet<Safety> {
  const known = offered.get(rule);
  if (known !== undefined) return known;
  const found = new Set(Object.values(rule.fixes ?? {}).flatMap(({ safety, safest = safety }) => [safety, safest]));
  offered.set(rule, found);
  return found;
}

/**
 * The findings with a fix that is `safe`, or that is a `refactor`. The rules' metadata is asked first: the fixes of most
 * findings need not be worked out for it.
 */
export function* fixable(
  findings: readonly Finding[],
  wanted: 'safe' | 'refactor',
  ruleOf: (id: string) => Rule<never> | undefined,
): Generator<Finding, void, undefined> {
  for (const finding of findings) {
    const rule = ruleOf(finding.rule);
    if (rule !== undefined && !safetiesOf(rule).has(wanted)) continue;
    if (finding.fixes.some(({ safety }) => safety === wanted)) yield finding;
  }
}
