import assert from 'node:assert/strict';
import { Analyser } from '../../../server/src/engine/analyser';
import type { Completion, EditorContext, EditorSymbol } from '../../../server/src/engine/editor';
import { defaultSettings } from '../../../server/src/engine/settings';
import documentation from '../../../server/src/knowledge/kubernetes-documentation.json';
import { manifestEditor } from '../../../server/src/manifest/editor';
import { manifestLanguage } from '../../../server/src/manifest/language';
import type { Manifest } from '../../../server/src/manifest/model/manifest';
import { parseManifest } from '../../../server/src/manifest/model/parse';

export const context: EditorContext = { settings: defaultSettings, today: '2026-11-26', reference: documentation };

/** A file with the cursor where its text has `¦`. */
export interface Marked {
  readonly manifest: Manifest;
  readonly offset: number;
}

export function marked(text: string, path = 'app.yaml'): Marked {
  const offset = text.indexOf('¦');
  assert.notEqual(offset, -1, 'no cursor');
  return { manifest: parseManifest(text.slice(0, offset) + text.slice(offset + 1), path), offset };
}

/** The completions at the cursor, in the order in which an editor lists them. */
export function completionsIn(text: string, settings = context, path?: string): readonly Completion[] {
  const { manifest, offset } = marked(text, path);
  const found = manifestEditor.completions?.(manifest, offset, settings) ?? [];
  return found.toSorted((one, other) => (one.order ?? 5) - (other.order ?? 5) || (one.label < other.label ? -1 : 1));
}

export const labelsIn = (text: string, path?: string): readonly string[] =>
  completionsIn(text, context, path).map(({ label }) => label);

export function completionIn(text: string, label: string): Completion {
  const found = completionsIn(text).find((completion) => completion.label === label);
  assert.ok(found !== undefined, `no ${label} among ${labelsIn(text).join(' ')}`);
  return found;
}

/** The text, without its cursor, after a completion. */
export function completedTo(text: string, label: string): string {
  const { manifest, offset } = marked(text);
  const { edit, also = [] } = completionIn(text, label);
  assert.ok(edit.range.start <= offset && offset <= edit.range.end, 'the range leaves out the cursor');
  return [edit, ...also]
    .toSorted((one, other) => other.range.start - one.range.start)
    .reduce((done, { range, newText }) => done.slice(0, range.start) + newText + done.slice(range.end), manifest.text);
}

/** The rules with findings of weight in a text. */
export function rulesAgainst(text: string): readonly string[] {
  const { findings } = new Analyser([manifestLanguage]).analyse(
    { path: 'app.yaml', languageId: 'yaml', text },
    defaultSettings,
    context.today,
  );
  return findings.filter(({ severity }) => severity === 'error' || severity === 'warning').map(({ rule }) => rule);
}

/** What a hover at the cursor says; `undefined` for nothing. */
export function hoverIn(text: string): string | undefined {
  const { manifest, offset } = marked(text);
  return manifestEditor.hover?.(manifest, offset, context)?.texts.join('\n');
}

export function symbolIn(text: string): { readonly manifest: Manifest; readonly symbol: EditorSymbol | undefined } {
  const { manifest, offset } = marked(text);
  return { manifest, symbol: manifestEditor.symbolAt?.(manifest, offset, context) };
}
