import { aliasesOf } from '../engine/rule';
import { defaultSettings, type RuleSetting, type Settings } from '../engine/settings';
import type { FailOn, SettingsLayer } from './layer';
import type { RuleNames } from './rule-names';

/** What the settings for a file come to. */
export interface MergedSettings {
  readonly settings: Settings;
  /** `undefined` when no source says it. */
  readonly failOn: FailOn | undefined;
}

/** Merges layers, a later one over an earlier one, onto the defaults. The same layers give the same object again. */
export type MergeSettings = (layers: readonly SettingsLayer[]) => MergedSettings;

export function settingsMerger(names: RuleNames): MergeSettings {
  const root: Step = { merged: { settings: defaultSettings, failOn: undefined }, next: new WeakMap() };
  return (layers) => {
    let step = root;
    for (const layer of layers) {
      const next = step.next.get(layer) ?? { merged: over(step.merged, layer, names), next: new WeakMap() };
      step.next.set(layer, next);
      step = next;
    }
    return step.merged;
  };
}

/** What the layers so far come to, and what follows when one more is laid over them. */
interface Step {
  readonly merged: MergedSettings;
  readonly next: WeakMap<SettingsLayer, Step>;
}

function over({ settings, failOn }: MergedSettings, layer: SettingsLayer, names: RuleNames): MergedSettings {
  const select = layer.select ?? settings.select;
  return {
    failOn: layer.failOn ?? failOn,
    settings: {
      extends: layer.extends ?? settings.extends,
      rules: rulesOver(settings.rules, layer.rules, names),
      ...(select === undefined ? {} : { select }),
      kubernetesVersion: layer.kubernetesVersion ?? settings.kubernetesVersion,
      podSecurityStandard: layer.podSecurityStandard ?? settings.podSecurityStandard,
      trustedRegistries: layer.trustedRegistries ?? settings.trustedRegistries,
      labelSchema: layer.labelSchema ?? settings.labelSchema,
      strictLabels: layer.strictLabels ?? settings.strictLabels,
      honourPeers: layer.honourPeers ?? settings.honourPeers,
    },
  };
}

function rulesOver(below: Settings['rules'], above: Settings['rules'], names: RuleNames): Settings['rules'] {
  const merged = new Map(Object.entries(below));
  for (const [name, { severity }] of Object.entries(above))
    if (severity !== undefined) for (const alias of outweighedBy(name, names)) merged.delete(alias);
  for (const [name, setting] of Object.entries(above)) merged.set(name, settingOver(merged.get(name), setting));
  return Object.fromEntries(merged);
}

/**
 * The aliases whose entries in the layers below a rule's own entry ends: the engine finds an alias more exact than the
 * rule, which holds within a layer only. One that other rules carry too stays, for their sake.
 */
const outweighedBy = (name: string, names: RuleNames): readonly string[] => {
  const rule = names.rules.get(name);
  return rule === undefined ? [] : aliasesOf(rule).filter((alias) => names.carriers.get(alias)?.length === 1);
};

const settingOver = (below: RuleSetting | undefined, above: RuleSetting): RuleSetting => ({
  ...below,
  ...above,
  ...(below?.options || above.options ? { options: { ...below?.options, ...above.options } } : {}),
});
