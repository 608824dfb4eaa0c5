import { closest } from '../engine/closest';
import { aliasesOf, type Rule } from '../engine/rule';
import type { RuleSetting } from '../engine/settings';

/** Every name that a setting, `--select` or `explain` may use for a rule. */
export interface RuleNames {
  readonly rules: ReadonlyMap<string, Rule<never>>;
  /** The rules whose findings may carry an alias. */
  readonly carriers: ReadonlyMap<string, readonly Rule<never>[]>;
  /** The rules that silencing an id silences although its check is another. */
  readonly covered: ReadonlyMap<string, readonly Rule<never>[]>;
  /** Aliases by what stands after the tool's name; `undefined` where two tools use it. */
  readonly bare: ReadonlyMap<string, string | undefined>;
}

export function ruleNames(rules: readonly Rule<never>[]): RuleNames {
  const carriers = grouped(rules, aliasesOf);
  const covered = grouped(rules, (rule) => rule.covers ?? []);
  const bare = new Map<string, string | undefined>();
  for (const alias of new Set([...carriers.keys(), ...covered.keys()])) {
    const name = alias.slice(alias.indexOf('/') + 1);
    bare.set(name, bare.has(name) ? undefined : alias);
  }
  return { rules: new Map(rules.map((rule) => [rule.id, rule])), carriers, covered, bare };
}

function grouped(
  rules: readonly Rule<never>[],
  idsOf: (rule: Rule<never>) => readonly string[],
): ReadonlyMap<string, readonly Rule<never>[]> {
  const groups = new Map<string, Rule<never>[]>();
  for (const rule of rules) for (const id of idsOf(rule)) groups.set(id, [...(groups.get(id) ?? []), rule]);
  return groups;
}

/**
 * The id or alias that a text names: written in full, or as the other tool alone writes it (`DL3008`, `AVD-DS-0002`).
 * `undefined` when it names nothing, or more than one thing.
 */
export function ruleName(names: RuleNames, text: string): string | undefined {
  if (isName(names, text)) return text;
  const trivy = trivyAlias(text);
  return names.bare.get(text) ?? (isName(names, trivy) ? trivy : undefined);
}

const isName = (names: RuleNames, text: string): boolean =>
  names.rules.has(text) || names.carriers.has(text) || names.covered.has(text);

/** Trivy's ids are written `DS-0002`, `DS002`, `AVD-DS-0002` and, in code, `trivy/DS-0002`. */
export function trivyAlias(id: string): string {
  const [, letters, digits] = /^(?:trivy\/)?(?:AVD-)?([A-Z]+)-?(\d{3,4})$/i.exec(id) ?? [];
  return letters === undefined || digits === undefined
    ? `trivy/${id}`
    : `trivy/${letters.toUpperCase()}-${digits.padStart(4, '0')}`;
}

/** The name that a mistyped one most likely means. */
export const closestRuleName = (names: RuleNames, text: string): string | undefined => {
  const found = closest(text, [...names.rules.keys(), ...names.carriers.keys(), ...names.bare.keys()]);
  return found === undefined ? undefined : ruleName(names, found);
};

/** The rules that a name stands for. */
export function rulesNamed(names: RuleNames, name: string): readonly Rule<never>[] {
  const rule = names.rules.get(name);
  return rule === undefined ? (names.carriers.get(name) ?? names.covered.get(name) ?? []) : [rule];
}

/**
 * The rule settings that entries come to, by name. Whoever silences a check silences what covers it too, unless another
 * entry speaks about that rule itself.
 */
export function ruleSettings(
  names: RuleNames,
  entries: readonly (readonly [name: string, setting: RuleSetting])[],
): Readonly<Record<string, RuleSetting>> {
  const covering = entries
    .filter(([, setting]) => setting.severity === 'off')
    .flatMap(([name]) => names.covered.get(name) ?? []);
  const silenced = covering.map((rule): [string, RuleSetting] => [rule.id, { severity: 'off' }]);
  return Object.fromEntries([...silenced, ...entries]);
}

/** The aliases of one tool, such as `kube-linter`. */
export const aliasesOfTool = (names: RuleNames, tool: string): readonly string[] =>
  [...names.carriers.keys()].filter((alias) => alias.startsWith(`${tool}/`));
