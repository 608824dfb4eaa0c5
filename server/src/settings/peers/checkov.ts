import type { RuleSetting } from '../../engine/settings';
import { emptyContent, emptyLayer, type SettingsContent } from '../layer';
import { type RuleNames, ruleSettings } from '../rule-names';
import { allowList } from './allow-list';
import { readPlain, texts, under } from './plain';

const tool = 'checkov';

/** Reads a `.checkov.yaml`, by checkov's docs ("CLI command reference"): `skip-check`, `check`, `skip-path`. */
export function readCheckov(text: string, names: RuleNames): SettingsContent {
  const root = readPlain(text);
  const wanted = texts(under(root, 'check'));
  // A severity in place of an id needs checkov's platform: what it selects is not known here.
  const selects = wanted.length > 0 && wanted.every((id) => !severities.has(id.toUpperCase()));
  const only = wanted.map(aliasPattern);
  const others = selects ? allowList(names, tool, (alias) => only.some((pattern) => pattern.test(alias))) : [];
  const skipped = texts(under(root, 'skip-check')).map(aliasPattern);
  const off = [...names.carriers.keys(), ...names.covered.keys()]
    .filter((alias) => skipped.some((pattern) => pattern.test(alias)))
    .map((alias): [string, RuleSetting] => [alias, { severity: 'off' }]);
  return {
    ...emptyContent,
    layer: { ...emptyLayer, rules: ruleSettings(names, [...others, ...off]) },
    ignore: { globs: [], expressions: texts(under(root, 'skip-path')).flatMap(pathExpression) },
  };
}

const severities: ReadonlySet<string> = new Set(['LOW', 'MEDIUM', 'HIGH', 'CRITICAL', 'NONE']);

/** An id, where `*` stands for anything; only the first star counts, so that matching takes no time. */
function aliasPattern(id: string): RegExp {
  const [before = '', ...after] = id.split('*').map((part) => part.replace(/[^\w-]/g, '\\$&'));
  return new RegExp(`^${tool}/${before}${after.length > 0 ? `.*${after.at(-1)}` : ''}$`);
}

/**
 * Checkov searches paths for Python's regular expressions. One that could take long, or that JavaScript reads in another
 * way, is left out: the file may come from anybody.
 */
function pathExpression(source: string): readonly RegExp[] {
  const unbounded = source.match(/[*+{]/g)?.length ?? 0;
  if (source.length > 200 || unbounded > 2 || /\)[*+?{]|\(\?|\\[1-9pP]/.test(source)) return [];
  try {
    return [new RegExp(source)];
  } catch {
    return [];
  }
}
