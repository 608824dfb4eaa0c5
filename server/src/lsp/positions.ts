import type { Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextRange } from '../engine/text';

export const rangeIn = (document: TextDocument, range: TextRange): Range => ({
  start: document.positionAt(range.start),
  end: document.positionAt(range.end),
});

export const offsetsOf = (document: TextDocument, range: Range): TextRange => ({
  start: document.offsetAt(range.start),
  end: document.offsetAt(range.end),
});
