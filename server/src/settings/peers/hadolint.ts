import type { LabelKind, RuleSetting } from '../../engine/settings';
import type { Severity } from '../../engine/severity';
import { emptyContent, emptyLayer, type FailOn, type SettingsContent } from '../layer';
import { type RuleNames, ruleSettings } from '../rule-names';
import { labelKinds } from '../setting-names';
import { isMapping, type Plain, readPlain, texts, under } from './plain';

const severityOf: Readonly<Record<string, Severity>> = {
  error: 'error',
  warning: 'warning',
  info: 'information',
  style: 'hint',
};

/**
 * Reads a `.hadolint.yaml`, by the keys of hadolint's README ("Configure"). Later entries of `override` are heavier, and
 * what is ignored is ignored whatever it weighs.
 */
export function readHadolint(text: string, names: RuleNames): SettingsContent {
  const root = readPlain(text);
  const overridden = Object.entries(severityOf)
    .toReversed()
    .flatMap(([key, severity]) => entries(under(under(root, 'override'), key), { severity }));
  const registries = under(root, 'trustedRegistries');
  return {
    ...emptyContent,
    layer: {
      ...emptyLayer,
      rules: ruleSettings(names, [...overridden, ...entries(under(root, 'ignored'), { severity: 'off' })]),
      trustedRegistries: registries === null ? undefined : texts(registries),
      labelSchema: labelSchemaOf(under(root, 'label-schema')),
      strictLabels: flag(under(root, 'strict-labels')),
      honourPeers: under(root, 'disable-ignore-pragma') === true ? false : undefined,
      failOn: failOn(root),
    },
  };
}

const entries = (ids: Plain, setting: RuleSetting): readonly [string, RuleSetting][] =>
  texts(ids).map((id) => [`hadolint/${id}`, setting]);

const flag = (value: Plain): boolean | undefined => (typeof value === 'boolean' ? value : undefined);

function labelSchemaOf(value: Plain): Readonly<Record<string, LabelKind>> | undefined {
  if (!isMapping(value)) return undefined;
  return Object.fromEntries(
    Object.entries(value).flatMap(([label, kind]) => {
      const known = labelKinds.find((candidate) => candidate === kind);
      return known === undefined ? [] : [[label, known]];
    }),
  );
}

function failOn(root: Plain): FailOn | undefined {
  if (under(root, 'no-fail') === true) return 'none';
  const threshold = under(root, 'failure-threshold');
  if (typeof threshold !== 'string') return undefined;
  if (threshold === 'none' || threshold === 'ignore') return 'none';
  return Object.hasOwn(severityOf, threshold) ? severityOf[threshold] : undefined;
}
