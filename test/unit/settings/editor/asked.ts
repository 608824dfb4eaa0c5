import { readFileSync } from 'node:fs';
import type { Completion, EditorContext } from '../../../../server/src/engine/editor';
import { applied } from '../../../../server/src/engine/edits';
import { defaultSettings } from '../../../../server/src/engine/settings';
import { listedRules } from '../../../../server/src/languages';
import { settingsEditor } from '../../../../server/src/settings/editor';
import { ruleNames } from '../../../../server/src/settings/rule-names';

const pages: Readonly<Record<string, string>> = JSON.parse(readFileSync('server/src/generated/pages.json', 'utf8'));
const rules = listedRules.map(({ rule }) => rule);

export const names = ruleNames(rules);
export const editor = settingsEditor(rules);
export const context: EditorContext = {
  settings: defaultSettings,
  today: '2026-11-26',
  rulePages: { pageOf: (rule) => pages[rule], addressOf: (rule) => `page:${rule}` },
};

export interface Asked {
  readonly text: string;
  readonly offset: number;
}

/** A text without its `|`, and where that was. */
export function asked(written: string): Asked {
  const offset = written.indexOf('|');
  if (offset < 0) throw new Error('no | in the text');
  return { text: written.slice(0, offset) + written.slice(offset + 1), offset };
}

const model = (text: string) => ({ text, root: undefined, problems: [] });

export function completions(written: string): readonly Completion[] {
  const { text, offset } = asked(written);
  return editor.completions?.(model(text), offset, context) ?? [];
}

export const labels = (written: string): readonly string[] => completions(written).map(({ label }) => label);

/** The text after a completion is accepted. */
export function accepted(written: string, label: string): string {
  const found = completions(written).find((completion) => completion.label === label);
  if (found === undefined) throw new Error(`no ${label} among ${labels(written).join(', ')}`);
  return applied(asked(written).text, [found.edit]);
}

export const documented = ({ topic }: Completion): string =>
  topic === undefined ? '' : (editor.documentation?.(topic, context) ?? '');

export function hover(written: string): { readonly word: string; readonly text: string } | undefined {
  const { text, offset } = asked(written);
  const found = editor.hover?.(model(text), offset, context);
  return found && { word: text.slice(found.range.start, found.range.end), text: found.texts.join('\n') };
}
