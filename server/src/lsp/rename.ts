import {
  ErrorCodes,
  type Position,
  type PrepareRenameResult,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { ClientFeatures } from './client-features';
import type { EditorRequest } from './editor-request';
import { workspaceEdit } from './edits';
import { rangeIn } from './positions';
import { symbolAt } from './symbol';

/** What a rename at a position would rename; `null` where nothing can be. */
export function preparedRename(request: EditorRequest, position: Position): PrepareRenameResult | null {
  const symbol = symbolAt(request, position);
  if (symbol?.rename === undefined) return null;
  return { range: rangeIn(request.document, symbol.range), placeholder: symbol.rename.name };
}

/** The edits of a rename; an error that says why the name cannot be given, `null` where nothing can be renamed. */
export function renameAt(
  request: EditorRequest,
  position: Position,
  name: string,
  client: ClientFeatures,
): WorkspaceEdit | ResponseError | null {
  const rename = symbolAt(request, position)?.rename;
  if (rename === undefined) return null;
  const objection = rename.objection(name);
  if (objection !== undefined) return new ResponseError(ErrorCodes.InvalidParams, objection);
  return workspaceEdit(request.document, rename.edits(name), client);
}
