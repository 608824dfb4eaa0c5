import { type SnippetTextEdit, StringValue } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { insertion, lineEnd, lineStart, nextLineStart, type TextEdit } from '../engine/text';
import { rangeIn } from './positions';

/**
 * A fix as a snippet with tab stops. Editors indent the further lines of a snippet like the line that it is put into, so
 * one that brings whole lines is put at the start of a line.
 * @param firstStop the number of its first tab stop
 * @returns `undefined` for an edit that an editor would indent wrongly
 */
export function snippetEdit(document: TextDocument, edit: TextEdit, firstStop: number): SnippetTextEdit | undefined {
  const placed = atLineStart(document.getText(), edit);
  if (placed === undefined) return undefined;
  return {
    range: rangeIn(document, placed.range),
    snippet: StringValue.createSnippet(snippetText(placed, firstStop)),
  };
}

function atLineStart(text: string, edit: TextEdit): TextEdit | undefined {
  const { range, newText } = edit;
  const { start, end } = range;
  if (!newText.includes('\n') || start === lineStart(text, start)) return edit;
  const [ending] = /^\r?\n/.exec(newText) ?? [];
  const next = nextLineStart(text, start);
  if (ending === undefined || start !== end || start !== lineEnd(text, start) || text[next - 1] !== '\n')
    return undefined;
  const placeholders = edit.placeholders?.map((placeholder) => ({
    ...placeholder,
    start: placeholder.start - ending.length,
    end: placeholder.end - ending.length,
  }));
  return {
    ...insertion(next, newText.slice(ending.length) + ending),
    ...(placeholders !== undefined && { placeholders }),
  };
}

/** The text of an edit in the syntax of snippets. */
export function snippetText(
  { newText, placeholders = [] }: Pick<TextEdit, 'newText' | 'placeholders'>,
  firstStop: number,
): string {
  let value = '';
  let at = 0;
  placeholders.forEach(({ start, end, choices }, index) => {
    const stop = firstStop + index;
    value += escaped(newText.slice(at, start));
    value +=
      choices === undefined
        ? `\${${stop}:${escaped(newText.slice(start, end))}}`
        : `\${${stop}|${choices.map((choice) => choice.replace(/[\\,|]/g, '\\$&')).join(',')}|}`;
    at = end;
  });
  return value + escaped(newText.slice(at));
}

const escaped = (text: string): string => text.replace(/[\\$}]/g, '\\$&');
