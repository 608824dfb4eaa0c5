import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver';
import type { EditorRequest } from './editor-request';

const kinds = { comment: FoldingRangeKind.Comment, region: FoldingRangeKind.Region } as const;

/** What of a document can be folded, by lines; `null` where the language leaves that to the editor's indentation. */
export function foldingRanges({ document, model, editor, context }: EditorRequest): FoldingRange[] | null {
  const folds = editor.folds?.(model, context);
  if (folds === undefined) return null;
  return folds.flatMap(({ start, end, kind }) => {
    const startLine = document.positionAt(start).line;
    const endLine = document.positionAt(end).line;
    return endLine > startLine ? [{ startLine, endLine, ...(kind !== undefined && { kind: kinds[kind] }) }] : [];
  });
}
