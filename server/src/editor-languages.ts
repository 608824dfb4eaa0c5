import { dockerfileEditor } from './dockerfile/editor';
import type { EditorLanguage } from './engine/editor';
import type { Rule } from './engine/rule';
import { manifestEditor } from './manifest/editor';
import { settingsEditor } from './settings/editor';

/**
 * What an editor offers beside findings and fixes, by language: a table of its own, which a command line can do without.
 * @param rules every rule that a setting may name
 */
export const editorLanguages = (rules: readonly Rule<never>[]): readonly EditorLanguage[] => [
  dockerfileEditor,
  manifestEditor,
  settingsEditor(rules),
];
