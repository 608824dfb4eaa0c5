import assert from 'node:assert/strict';
import { dockerfileEditor } from '../../../server/src/dockerfile/editor';
import type { Dockerfile } from '../../../server/src/dockerfile/model/dockerfile';
import { parseDockerfile } from '../../../server/src/dockerfile/model/parse';
import type { Completion, EditorContext, EditorSymbol } from '../../../server/src/engine/editor';
import { defaultSettings } from '../../../server/src/engine/settings';
import type { TextRange } from '../../../server/src/engine/text';

export const context: EditorContext = { settings: defaultSettings, today: '2026-11-26' };

/** A file with the cursor where its text has `|`. */
export interface Marked {
  readonly dockerfile: Dockerfile;
  readonly offset: number;
}

export function marked(text: string): Marked {
  const offset = text.indexOf('|');
  assert.notEqual(offset, -1, 'no cursor');
  return { dockerfile: parseDockerfile(text.slice(0, offset) + text.slice(offset + 1)), offset };
}

/** The completions at the cursor, in the order in which an editor lists them. */
export function completionsIn(text: string): readonly Completion[] {
  const { dockerfile, offset } = marked(text);
  const found = dockerfileEditor.completions?.(dockerfile, offset, context) ?? [];
  return found.toSorted((one, other) => (one.order ?? 5) - (other.order ?? 5) || (one.label < other.label ? -1 : 1));
}

export const labelsIn = (text: string): readonly string[] => completionsIn(text).map(({ label }) => label);

export function completionIn(text: string, label: string): Completion {
  const found = completionsIn(text).find((completion) => completion.label === label);
  assert.ok(found !== undefined, `no ${label} among ${labelsIn(text).join(' ')}`);
  return found;
}

/** The text, without its cursor, after a completion. */
export function completedTo(text: string, label: string): string {
  const { dockerfile, offset } = marked(text);
  const { range, newText } = completionIn(text, label).edit;
  assert.ok(range.start <= offset && offset <= range.end, 'the range leaves out the cursor');
  return dockerfile.text.slice(0, range.start) + newText + dockerfile.text.slice(range.end);
}

/** What a hover at the cursor says; `undefined` for nothing. */
export function hoverIn(text: string): string | undefined {
  const { dockerfile, offset } = marked(text);
  return dockerfileEditor.hover?.(dockerfile, offset, context)?.texts.join('\n');
}

export function symbolIn(text: string): { readonly dockerfile: Dockerfile; readonly symbol: EditorSymbol | undefined } {
  const { dockerfile, offset } = marked(text);
  return { dockerfile, symbol: dockerfileEditor.symbolAt?.(dockerfile, offset, context) };
}

/** The text with `«»` around each of the ranges. */
export function drawn(text: string, ranges: readonly TextRange[]): string {
  let result = '';
  let at = 0;
  for (const { start, end } of ranges) {
    result += `${text.slice(at, start)}«${text.slice(start, end)}»`;
    at = end;
  }
  return result + text.slice(at);
}
