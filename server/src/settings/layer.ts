import type { RuleSetting, Settings } from '../engine/settings';
import type { Severity } from '../engine/severity';

/** What one source says, before it is merged with the others. What it does not say is `undefined`. */
export interface SettingsLayer {
  readonly extends: Settings['extends'] | undefined;
  /** By rule id or alias, as the engine takes them. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly select: readonly string[] | undefined;
  readonly kubernetesVersion: string | undefined;
  readonly podSecurityStandard: Settings['podSecurityStandard'] | undefined;
  readonly trustedRegistries: readonly string[] | undefined;
  readonly labelSchema: Settings['labelSchema'] | undefined;
  readonly strictLabels: boolean | undefined;
  readonly honourPeers: boolean | undefined;
  readonly failOn: FailOn | undefined;
}

/** The lightest severity that makes the command line fail. */
export type FailOn = Severity | 'none';

/** A settings file, or what an editor or a command line says in place of one. */
export interface SettingsSource {
  /** Of the file; `undefined` when it is none. */
  readonly path: string | undefined;
  /** Where its globs count from. */
  readonly folder: string;
  /** The only files that it speaks about; `undefined`: all. */
  readonly concerns: 'dockerfile' | 'manifest' | undefined;
  readonly layer: SettingsLayer;
  /** In source order; a later one wins. */
  readonly overrides: readonly SettingsOverride[];
  readonly ignore: Ignore;
}

/** What a source says about some files only. */
export interface SettingsOverride {
  readonly files: readonly string[];
  readonly layer: SettingsLayer;
}

export interface Ignore {
  readonly globs: readonly string[];
  /** Looked for anywhere in the path from the source's folder. */
  readonly expressions: readonly RegExp[];
}

export const emptyLayer: SettingsLayer = {
  extends: undefined,
  rules: {},
  select: undefined,
  kubernetesVersion: undefined,
  podSecurityStandard: undefined,
  trustedRegistries: undefined,
  labelSchema: undefined,
  strictLabels: undefined,
  honourPeers: undefined,
  failOn: undefined,
};

/** A source's content without its place. */
export type SettingsContent = Pick<SettingsSource, 'layer' | 'overrides' | 'ignore'>;

export const emptyContent: SettingsContent = {
  layer: emptyLayer,
  overrides: [],
  ignore: { globs: [], expressions: [] },
};
