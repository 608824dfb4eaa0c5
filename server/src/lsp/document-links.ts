import type { DocumentLink } from 'vscode-languageserver';
import type { ClientFeatures } from './client-features';
import type { EditorRequest } from './editor-request';
import { pageLink } from './page-address';
import { rangeIn } from './positions';

/** What of a document can be opened, in a browser or as a rule's page; `null` where the language has no such places. */
export function documentLinks(
  { document, model, editor, context }: EditorRequest,
  client: ClientFeatures,
): DocumentLink[] | null {
  const links = editor.links?.(model, context);
  if (links === undefined) return null;
  return links.map(({ range, target, tooltip }) => ({
    range: rangeIn(document, range),
    target: typeof target === 'string' ? target : pageLink(target.rule, client),
    ...(tooltip !== undefined && client.linkTooltips && { tooltip }),
  }));
}
