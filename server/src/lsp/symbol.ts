import type { Position } from 'vscode-languageserver';
import type { EditorSymbol } from '../engine/editor';
import type { EditorRequest } from './editor-request';

/** The named thing at a position. */
export const symbolAt = (
  { document, model, editor, context }: EditorRequest,
  position: Position,
): EditorSymbol | undefined => editor.symbolAt?.(model, document.offsetAt(position), context);
