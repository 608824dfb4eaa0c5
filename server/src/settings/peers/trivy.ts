import type { RuleSetting } from '../../engine/settings';
import { emptyContent, emptyLayer, type SettingsContent, type SettingsLayer } from '../layer';
import { type RuleNames, ruleSettings, trivyAlias } from '../rule-names';
import { items, type Plain, readPlain, texts, under } from './plain';

/**
 * Reads a `.trivyignore`: an id on each line, with `exp:2030-01-01` after which it counts no more, and comments.
 * @param today `YYYY-MM-DD`
 */
export function readTrivyIgnore(text: string, names: RuleNames, today: string): SettingsContent {
  const ids = text.split(/\r?\n/).flatMap((line) => {
    const [id, ...rest] = line.replace(/#.*/, '').trim().split(/\s+/);
    const expiry = rest.find((word) => word.startsWith('exp:'))?.slice('exp:'.length);
    return id && isInForce(expiry, today) ? [id] : [];
  });
  return { ...emptyContent, layer: silencing(names, ids) };
}

/** Reads a `.trivyignore.yaml`: `misconfigurations` with `id`, `paths` and `expired_at`. */
export function readTrivyIgnoreYaml(text: string, names: RuleNames, today: string): SettingsContent {
  const entries = items(under(readPlain(text), 'misconfigurations')).flatMap((entry) => {
    const id = under(entry, 'id');
    return typeof id === 'string' && isInForce(dateOf(under(entry, 'expired_at')), today)
      ? [{ id, paths: texts(under(entry, 'paths')) }]
      : [];
  });
  const everywhere = entries.filter(({ paths }) => paths.length === 0);
  const somewhere = entries.filter(({ paths }) => paths.length > 0);
  return {
    ...emptyContent,
    layer: silencing(
      names,
      everywhere.map(({ id }) => id),
    ),
    overrides: somewhere.map(({ id, paths }) => ({ files: paths, layer: silencing(names, [id]) })),
  };
}

const silencing = (names: RuleNames, ids: readonly string[]): SettingsLayer => ({
  ...emptyLayer,
  rules: ruleSettings(
    names,
    ids.map((id): [string, RuleSetting] => [trivyAlias(id), { severity: 'off' }]),
  ),
});

const dateOf = (value: Plain): string | undefined => (typeof value === 'string' ? value.slice(0, 10) : undefined);

const isInForce = (expiry: string | undefined, today: string): boolean => expiry === undefined || today <= expiry;
