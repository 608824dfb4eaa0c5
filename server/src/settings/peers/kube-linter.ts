import type { RuleSetting } from '../../engine/settings';
import { emptyContent, emptyLayer, type SettingsContent } from '../layer';
import { type RuleNames, ruleSettings } from '../rule-names';
import { allowList } from './allow-list';
import { readPlain, texts, under } from './plain';

const tool = 'kube-linter';

/** Reads a `.kube-linter.yaml`, by kube-linter's docs/configuring-kubelinter.md. What is excluded is off, also when included. */
export function readKubeLinter(text: string, names: RuleNames): SettingsContent {
  const checks = under(readPlain(text), 'checks');
  const aliases = (key: string): readonly string[] => texts(under(checks, key)).map((check) => `${tool}/${check}`);
  const included = new Set(aliases('include'));
  const others =
    under(checks, 'addAllBuiltIn') === true
      ? allowList(names, tool, () => true)
      : under(checks, 'doNotAutoAddDefaults') === true
        ? allowList(names, tool, (alias) => included.has(alias))
        : [];
  const each = (list: Iterable<string>, severity: 'on' | 'off'): [string, RuleSetting][] =>
    [...list].map((alias) => [alias, { severity }]);
  return {
    ...emptyContent,
    layer: {
      ...emptyLayer,
      rules: ruleSettings(names, [...others, ...each(included, 'on'), ...each(aliases('exclude'), 'off')]),
    },
    ignore: { globs: texts(under(checks, 'ignorePaths')).flatMap(fromHere), expressions: [] },
  };
}

/**
 * A glob as seen from the file's folder, where kube-linter is run: all of them are whole paths (pkg/pathutil). Those of other
 * places on somebody's machine are left out.
 */
function fromHere(glob: string): readonly string[] {
  if (glob.startsWith('/**/')) return [glob.slice(1)];
  return /^[/~]/.test(glob) ? [] : [`./${glob}`];
}
