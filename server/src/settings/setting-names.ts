import type { LabelKind, PodSecurityStandard, Settings } from '../engine/settings';
import { severities } from '../engine/severity';

/** What can be set beside the rules: the reader, the JSON schema and the documentation are made from this. */
export interface SettingDescription {
  readonly kind: 'choice' | 'boolean' | 'version' | 'strings' | 'globs' | 'labels' | 'rules' | 'overrides';
  readonly choices?: readonly string[];
  readonly description: string;
  /** Not inside an override. */
  readonly outermost?: true;
}

export const presets: readonly Settings['extends'][] = ['recommended', 'all', 'none'];
export const podSecurityStandards: readonly PodSecurityStandard[] = ['off', 'baseline', 'restricted'];
export const labelKinds: readonly LabelKind[] = ['text', 'url', 'semver', 'hash', 'rfc3339', 'spdx', 'email'];
export const levels = ['off', ...severities.toReversed(), 'on'] as const;

export const settingDescriptions = {
  extends: {
    kind: 'choice',
    choices: presets,
    description: 'The rules that are on to begin with: those that are recommended, all, or none.',
  },
  rules: {
    kind: 'rules',
    description:
      "By rule id, or by another tool's id such as `hadolint/DL3008`: `off`, `hint`, `information`, `warning`, `error`, " +
      '`on` for its own severity, or `{ severity, ...options }`.',
  },
  kubernetesVersion: { kind: 'version', description: 'The version of the cluster that runs the manifests, as `1.36`.' },
  podSecurityStandard: {
    kind: 'choice',
    choices: podSecurityStandards,
    description: 'The Pod Security Standard that pods must meet.',
  },
  trustedRegistries: {
    kind: 'strings',
    description: 'Registries that images may come from, with `*` at either end. Empty: any.',
  },
  labelSchema: { kind: 'labels', description: 'Labels that an image must have, each with the kind of its value.' },
  strictLabels: { kind: 'boolean', description: 'Labels that `labelSchema` does not list are findings.' },
  honourPeers: {
    kind: 'boolean',
    description: 'Comments and annotations of other tools that silence their findings silence the equal ones here.',
  },
  ignore: { kind: 'globs', outermost: true, description: 'Files that are not checked, from the folder of this file.' },
  overrides: {
    kind: 'overrides',
    outermost: true,
    description: 'Settings for some files only; of several that match, a later one wins.',
  },
} as const satisfies Readonly<Record<string, SettingDescription>>;

export type SettingName = keyof typeof settingDescriptions;

export const isSettingName = (name: string): name is SettingName => Object.hasOwn(settingDescriptions, name);

export const settingNames = Object.keys(settingDescriptions).filter(isSettingName);
