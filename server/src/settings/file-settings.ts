import type { Language } from '../engine/language';
import type { Settings } from '../engine/settings';
import { type PathMatcher, pathMatcher } from './glob';
import type { FailOn, SettingsLayer, SettingsSource } from './layer';
import { type MergeSettings, settingsMerger } from './merge';
import type { RuleNames } from './rule-names';

/** What is in force for one file. */
export interface FileSettings {
  /** The same object for all files for which the same holds. */
  readonly settings: Settings;
  readonly failOn: FailOn | undefined;
  /** A source says that the file is not to be checked. */
  readonly ignored: boolean;
}

/**
 * Says what holds for a file.
 * @param path absolute, with `/`; or any text of which the sources' folders are beginnings
 * @param language of the file: some sources speak about one only
 * @param sources the weakest first
 */
export type SettingsOf = (
  path: string,
  language: Language['id'] | undefined,
  sources: readonly SettingsSource[],
) => FileSettings;

export function settingsOf(names: RuleNames): SettingsOf {
  const merge: MergeSettings = settingsMerger(names);
  const matchers = new WeakMap<readonly string[], PathMatcher>();
  const matches = (globs: readonly string[], path: string): boolean => {
    const matcher = matchers.get(globs) ?? pathMatcher(globs);
    matchers.set(globs, matcher);
    return matcher(path);
  };
  return (path, language, sources) => {
    const layers: SettingsLayer[] = [];
    let ignored = false;
    for (const source of sources) {
      if (source.concerns !== undefined && source.concerns !== language) continue;
      layers.push(source.layer);
      const below = pathBelow(source.folder, path);
      if (below === undefined) continue;
      for (const override of source.overrides) if (matches(override.files, below)) layers.push(override.layer);
      const { globs, expressions } = source.ignore;
      ignored ||= matches(globs, below) || expressions.some((expression) => expression.test(below.slice(0, 500)));
    }
    return { ...merge(layers), ignored };
  };
}

/** The path from a folder on; `undefined` for a file elsewhere. */
function pathBelow(folder: string, path: string): string | undefined {
  const start = folder.endsWith('/') ? folder : `${folder}/`;
  return path.startsWith(start) ? path.slice(start.length) : undefined;
}
