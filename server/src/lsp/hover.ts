import { type Hover, MarkupKind, type Position } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { HoverText } from '../engine/editor';
import type { Finding } from '../engine/finding';
import type { EditorRequest } from './editor-request';
import { pageDigest } from './page-digest';
import { rangeIn } from './positions';

/**
 * What there is to read at a place: what the language knows of it, then the pages of the rules whose findings are there,
 * shortest range first; `null` where there is nothing.
 * @param request missing where the language has nothing to say, or another extension says it
 */
export function hoverAt(
  document: TextDocument,
  findings: readonly Finding[],
  position: Position,
  pages: Readonly<Record<string, string>>,
  request: EditorRequest | undefined,
): Hover | null {
  const offset = document.offsetAt(position);
  const known = request?.editor.hover?.(request.model, offset, request.context);
  const found = pagesAt(findings, offset, pages);
  const range = known?.range ?? found?.range;
  if (range === undefined) return null;
  const texts = [...(known?.texts ?? []), ...(found?.texts ?? [])];
  return {
    contents: { kind: MarkupKind.Markdown, value: texts.join('\n\n---\n\n') },
    range: rangeIn(document, range),
  };
}

function pagesAt(
  all: readonly Finding[],
  offset: number,
  pages: Readonly<Record<string, string>>,
): HoverText | undefined {
  const findings = all
    .filter(({ range }) => range.start <= offset && offset <= range.end)
    .sort((a, b) => a.range.end - a.range.start - (b.range.end - b.range.start));
  const rules = [...new Set(findings.map(({ rule }) => rule))];
  const texts = rules.flatMap((rule) => pages[rule] ?? []).map(pageDigest);
  const [nearest] = findings;
  return nearest === undefined || texts.length === 0 ? undefined : { range: nearest.range, texts };
}
