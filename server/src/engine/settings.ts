import type { Severity } from './severity';

export type PodSecurityStandard = 'off' | 'baseline' | 'restricted';

/** What a label of an image must be, by hadolint's names of the kinds. */
export type LabelKind = 'text' | 'url' | 'semver' | 'hash' | 'rfc3339' | 'spdx' | 'email';

export interface RuleSetting {
  /** `on` switches a rule on at its own severity. */
  readonly severity?: Severity | 'off' | 'on';
  readonly options?: Readonly<Record<string, unknown>>;
}

/** The settings in force for one file: plain data, already merged from every source. */
export interface Settings {
  readonly extends: 'recommended' | 'all' | 'none';
  /** By rule id or alias. An entry for an alias concerns only the findings that carry it. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** Rule ids or aliases: only these run, also when off. `undefined` selects all that are on. */
  readonly select?: readonly string[];
  /** Minor version of the target cluster, such as `1.36`. */
  readonly kubernetesVersion: string;
  readonly podSecurityStandard: PodSecurityStandard;
  /** Host names with `*` at either end; empty: any registry is trusted. */
  readonly trustedRegistries: readonly string[];
  readonly labelSchema: Readonly<Record<string, LabelKind>>;
  readonly strictLabels: boolean;
  /** Comments and annotations of other tools that silence findings are obeyed. */
  readonly honourPeers: boolean;
}

/** The newest Kubernetes release that the bundled facts know. */
export const newestKubernetes = '1.36';

export const defaultSettings: Settings = {
  extends: 'recommended',
  rules: {},
  kubernetesVersion: newestKubernetes,
  podSecurityStandard: 'baseline',
  trustedRegistries: [],
  labelSchema: {},
  strictLabels: false,
  honourPeers: true,
};
