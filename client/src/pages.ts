import {
  commands,
  Disposable,
  l10n,
  languages,
  type QuickPickItem,
  QuickPickItemKind,
  type TextDocumentContentProvider,
  Uri,
  type UriHandler,
  window,
  workspace,
} from 'vscode';
import { type RuleSummary, ruleSummaries } from './rule-summaries';
import type { Server } from './server';

const scheme = 'plimsoll';

/** `plimsoll:/rules/ID.md`, so that a page's links to its neighbours lead to their pages. */
const pageUri = (rule: string): Uri => Uri.from({ scheme, path: `/rules/${rule}.md` });

const ruleIn = ({ path }: Uri): string | undefined => /^\/rules\/([a-z\d-]+)(?:\.md)?$/.exec(path)?.[1];

/** The rules' pages: read-only Markdown documents, shown in the preview. */
export class Pages implements TextDocumentContentProvider, UriHandler, Disposable {
  readonly #server: Server;
  readonly #rules: readonly RuleSummary[];
  readonly #subscriptions: Disposable;

  /** @param manifest the extension's package.json, which lists the rules */
  constructor(server: Server, manifest: unknown) {
    this.#server = server;
    this.#rules = ruleSummaries(manifest);
    this.#subscriptions = Disposable.from(
      workspace.registerTextDocumentContentProvider(scheme, this),
      window.registerUriHandler(this),
    );
  }

  async provideTextDocumentContent(uri: Uri): Promise<string | undefined> {
    const rule = ruleIn(uri);
    return rule === undefined ? undefined : this.#server.page(rule);
  }

  /** Follows a diagnostic's link: `vscode://plimsoll.plimsoll/rules/ID`. */
  async handleUri(uri: Uri): Promise<void> {
    const rule = ruleIn(uri);
    if (rule !== undefined) await this.show(rule);
  }

  /** Opens a rule's page in the Markdown preview; lets the user choose the rule when none is given. */
  async show(rule: string | undefined): Promise<void> {
    const wanted = rule ?? (await this.#choose());
    if (wanted === undefined) return;
    if ((await this.#server.page(wanted)) === undefined) {
      void window.showWarningMessage(l10n.t('Plimsoll has no page for the rule `{0}`.', wanted));
      return;
    }
    const uri = pageUri(wanted);
    try {
      await commands.executeCommand('markdown.showPreviewToSide', uri);
    } catch {
      // The Markdown extension can be switched off.
      await window.showTextDocument(uri, { preview: true });
    }
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  async #choose(): Promise<string | undefined> {
    const here = rulesFoundHere();
    const [found, others] = [true, false].map((wanted) =>
      this.#rules
        .filter(({ id }) => here.has(id) === wanted)
        .map(({ id, summary }) => ({ label: id, detail: summary })),
    );
    const items = [...titled(l10n.t('found in this file'), found ?? []), ...titled(l10n.t('all rules'), others ?? [])];
    const placeHolder = l10n.t('A rule, to read its page');
    return (await window.showQuickPick(items, { placeHolder, matchOnDetail: true }))?.label;
  }
}

const titled = (label: string, items: readonly QuickPickItem[]): readonly QuickPickItem[] =>
  items.length === 0 ? [] : [{ label, kind: QuickPickItemKind.Separator }, ...items];

/** The ids of the rules that have findings in the active editor's file. */
function rulesFoundHere(): ReadonlySet<string> {
  const uri = window.activeTextEditor?.document.uri;
  const diagnostics = uri === undefined ? [] : languages.getDiagnostics(uri);
  const codes = diagnostics
    .filter(({ source }) => source === 'plimsoll')
    .map(({ code }) => (typeof code === 'object' ? code.value : code));
  return new Set(codes.filter((code) => typeof code === 'string'));
}
