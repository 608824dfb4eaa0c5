import { type InlayHint, MarkupKind, type Range } from 'vscode-languageserver';
import type { EditorRequest } from './editor-request';
import { isHintWanted } from './editor-settings';
import { offsetsOf } from './positions';

/** The hints in a range that nobody switched off; `null` where the language gives none. */
export function inlayHints(
  { document, model, editor, context, settings }: EditorRequest,
  range: Range,
): InlayHint[] | null {
  const hints = editor.hints?.(model, offsetsOf(document, range), context);
  if (hints === undefined) return null;
  return hints
    .filter(({ id }) => isHintWanted(id, settings))
    .map(({ at, text, tooltip, padded }) => ({
      position: document.positionAt(at),
      label: text,
      paddingLeft: padded === 'left',
      paddingRight: padded === 'right',
      ...(tooltip !== undefined && { tooltip: { kind: MarkupKind.Markdown, value: tooltip } }),
    }));
}
