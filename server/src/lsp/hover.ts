import { type Hover, MarkupKind, type Position } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../engine/analyser';
import { pageDigest } from './page-digest';
import { rangeIn } from './positions';

/** The pages of the rules whose findings are at a place, shortest range first; `null` where there is none. */
export function hoverAt(
  document: TextDocument,
  analysis: Analysis,
  position: Position,
  pages: Readonly<Record<string, string>>,
): Hover | null {
  const offset = document.offsetAt(position);
  const findings = analysis.findings
    .filter(({ range }) => range.start <= offset && offset <= range.end)
    .sort((a, b) => a.range.end - a.range.start - (b.range.end - b.range.start));
  const rules = [...new Set(findings.map(({ rule }) => rule))];
  const texts = rules.flatMap((rule) => pages[rule] ?? []).map(pageDigest);
  const [nearest] = findings;
  if (nearest === undefined || texts.length === 0) return null;
  return {
    contents: { kind: MarkupKind.Markdown, value: texts.join('\n\n---\n\n') },
    range: rangeIn(document, nearest.range),
  };
}
