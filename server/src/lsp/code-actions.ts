import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Command,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../engine/analyser';
import type { Finding } from '../engine/finding';
import type { Fix, Refactoring } from '../engine/fix';
import { fixAll } from '../engine/fix-all';
import { rendered, templates } from '../engine/message';
import { severities } from '../engine/severity';
import { overlaps, type TextRange } from '../engine/text';
import type { ClientFeatures } from './client-features';
import { diagnosticOf } from './diagnostics';
import { annotatedEdit, workspaceEdit } from './edits';
import { minimalEdit } from './minimal-edit';
import { offsetsOf } from './positions';

const texts = templates({
  ofRule: 'Fix all {count} of {rule} in this file',
  safe: 'Apply all safe fixes in this file',
  page: 'Show the page of {rule}',
});

export const fixAllKind = `${CodeActionKind.SourceFixAll}.plimsoll`;

const refactoringKinds: Readonly<Record<Refactoring, CodeActionKind>> = {
  extract: CodeActionKind.RefactorExtract,
  rewrite: CodeActionKind.RefactorRewrite,
};

export const codeActionKinds = [CodeActionKind.QuickFix, ...Object.values(refactoringKinds), fixAllKind];

/** What a bulk action must know to make its edit later. */
export interface BulkFix {
  readonly uri: string;
  /** One rule's fixes only; all safe ones where it is missing. It is never `null`: Neovim sends that back as nothing. */
  readonly rule?: string;
}

export interface ActionContext {
  readonly document: TextDocument;
  readonly analysis: Analysis;
  readonly features: ClientFeatures;
  /** The findings of another text of the same file under the same settings. */
  readonly analyse: (text: string) => Analysis;
  readonly suppressions: (finding: Finding) => readonly CodeAction[];
}

/**
 * The actions at a place, in the order that people expect: the fixes of each finding, everything that one rule can fix
 * in the file, every safe fix, ways to silence the finding, its page; then the refactorings.
 */
export function codeActionsAt(params: CodeActionParams, context: ActionContext): CodeAction[] {
  const { only } = params.context;
  const wants = (kind: string): boolean =>
    only === undefined || only.some((asked) => kind === asked || kind.startsWith(`${asked}.`));
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) actions.push(...quickFixes(findingsAt(params, context), context));
  if (Object.values(refactoringKinds).some(wants))
    actions.push(...refactoringsAt(params, context).filter(({ kind = '' }) => wants(kind)));
  if (only !== undefined && wants(fixAllKind)) actions.push(...allSafeFixes(context, fixAllKind));
  return actions;
}

/** The findings that a cursor or a selection is at, the weightiest first. */
export function findingsAt(
  { range }: Pick<CodeActionParams, 'range'>,
  { document, analysis }: Pick<ActionContext, 'document' | 'analysis'>,
): readonly Finding[] {
  const asked = offsetsOf(document, range);
  return analysis.findings
    .filter((finding) => touches(finding.range, asked))
    .toSorted((one, other) => severities.indexOf(one.severity) - severities.indexOf(other.severity));
}

const touches = (finding: TextRange, asked: TextRange): boolean =>
  overlaps(finding, asked) || finding.start === asked.start || finding.end === asked.start;

function quickFixes(findings: readonly Finding[], context: ActionContext): CodeAction[] {
  const fixes = merged(
    findings.flatMap((finding) =>
      finding.fixes.flatMap((fix, index) =>
        fix.safety === 'refactor' ? [] : [fixAction(finding, fix, index, context)],
      ),
    ),
  );
  const rules = [...new Set(findings.filter((finding) => finding.fixes.length > 0).map((finding) => finding.rule))];
  return [
    ...fixes,
    ...rules.flatMap((rule) => about(ofRule(findings, rule), fixesOfRule(rule, context), context)),
    ...(fixes.length > 0 ? about(findings, allSafeFixes(context, CodeActionKind.QuickFix), context) : []),
    ...findings.flatMap((finding) => context.suppressions(finding)),
    ...uniqueRules(findings).flatMap((rule) => about(ofRule(findings, rule), pageAction(rule, context), context)),
  ];
}

/** Editors put actions that are about no diagnostic below all others, whatever their order. */
const about = (
  findings: readonly Finding[],
  actions: readonly CodeAction[],
  { document, features }: ActionContext,
): readonly CodeAction[] => {
  const diagnostics = findings.map((finding) => diagnosticOf(document, finding, features));
  return actions.map((action) => ({ ...action, diagnostics }));
};

const ofRule = (findings: readonly Finding[], rule: string): readonly Finding[] =>
  findings.filter((finding) => finding.rule === rule);

/** What moves things between objects, for a menu of its own: at a finding, and anywhere in what it would move. */
function refactoringsAt({ range }: CodeActionParams, context: ActionContext): readonly CodeAction[] {
  const asked = offsetsOf(context.document, range);
  return merged(
    [...context.analysis.fixable('refactor')].flatMap((finding) =>
      finding.fixes
        .filter(({ safety, reach = finding.range }) => {
          return safety === 'refactor' && (touches(finding.range, asked) || touches(reach, asked));
        })
        .map((fix) => refactoringAction(finding, fix, context)),
    ),
  );
}

function refactoringAction(finding: Finding, fix: Fix, { document, analysis, features }: ActionContext): CodeAction {
  return {
    title: fix.title,
    kind: refactoringKinds[fix.refactoring ?? 'rewrite'],
    diagnostics: [diagnosticOf(document, finding, features)],
    edit: annotatedEdit(document, analysis.editsOf(finding, fix.id) ?? [], fix.title, features),
  };
}

/** Two findings may have the same cure: it is offered once, for both. */
function merged(actions: readonly CodeAction[]): readonly CodeAction[] {
  const distinct = new Map<string, CodeAction>();
  for (const action of actions) {
    const key = JSON.stringify([action.title, action.edit]);
    const known = distinct.get(key);
    const diagnostics = [...(known?.diagnostics ?? []), ...(action.diagnostics ?? [])];
    distinct.set(key, { ...action, ...known, diagnostics });
  }
  return [...distinct.values()];
}

function fixAction(finding: Finding, fix: Fix, index: number, context: ActionContext): CodeAction {
  const { document, analysis, features } = context;
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnosticOf(document, finding, features)],
    edit: workspaceEdit(document, analysis.editsOf(finding, fix.id) ?? [], features),
    ...(index === 0 && fix.safety === 'safe' && { isPreferred: true }),
  };
}

const isBulk = (fix: Fix): boolean => fix.safety === 'safe' || fix.safety === 'behaviour';

/** Offered where a rule has something to fix at more than one place. */
function fixesOfRule(rule: string, context: ActionContext): CodeAction[] {
  const places = context.analysis.findings.filter((finding) => finding.rule === rule && finding.fixes.some(isBulk));
  if (places.length < 2) return [];
  const title = rendered(texts.ofRule, { count: String(places.length), rule });
  return [bulkAction(title, CodeActionKind.QuickFix, rule, context)];
}

function allSafeFixes(context: ActionContext, kind: CodeActionKind): CodeAction[] {
  const places = [...context.analysis.fixable('safe')];
  if (places.length === 0 || (kind === CodeActionKind.QuickFix && places.length < 2)) return [];
  return [bulkAction(rendered(texts.safe, {}), kind, undefined, context)];
}

function bulkAction(title: string, kind: CodeActionKind, rule: string | undefined, context: ActionContext): CodeAction {
  const data: BulkFix = { uri: context.document.uri, ...(rule !== undefined && { rule }) };
  const action = { title, kind, data };
  return context.features.resolvesEdits ? action : { ...action, edit: bulkEdit(data, context) };
}

/** The edit of a bulk action: safe fixes everywhere, or all of one rule's that need no person. */
export function bulkEdit({ rule }: BulkFix, context: Omit<ActionContext, 'suppressions'>): WorkspaceEdit {
  const { document, features, analyse } = context;
  const text = document.getText();
  const fixed = fixAll(text, analyse, (finding, fix) =>
    rule === undefined ? fix.safety === 'safe' : finding.rule === rule && isBulk(fix),
  );
  return workspaceEdit(document, minimalEdit(text, fixed.text), features);
}

const uniqueRules = (findings: readonly Finding[]): readonly string[] => [...new Set(findings.map(({ rule }) => rule))];

function pageAction(rule: string, { features }: ActionContext): CodeAction[] {
  const { pageCommand } = features.options;
  if (pageCommand === undefined) return [];
  const title = rendered(texts.page, { rule });
  const command: Command = { title, command: pageCommand, arguments: [rule] };
  return [{ title, kind: CodeActionKind.QuickFix, command }];
}
