import type { FixOffer } from '../../engine/rule';
import type { TextEdit } from '../../engine/text';
import { startUpOf } from '../../knowledge/slow-programs';
import { baseName } from '../../shell/commands';
import { portNumber } from '../model/declared-ports';
import { entryOf } from '../model/lookup';
import type { ManifestDocument, Probe } from '../model/manifest';
import { handlerInWords, type SuggestedHandler } from '../model/probe-suggestion';
import { insertMissing } from './insert-key';
import { handlerValue } from './insert-probe';
import { replaceEntry } from './replace-entry';
import { renameKey, setPath } from './replace-scalar';
import { together } from './together';
import { placeholder } from './value';

/**
 * The fix that lets a probe ask something better, when it can be made; a path that is a guess needs a person. A program that
 * takes its time gets it.
 */
export function askOffers(
  document: ManifestDocument,
  probe: Probe,
  suggested: SuggestedHandler,
): readonly FixOffer<'ask'>[] {
  const edits = requestInstead(document, probe, suggested) ?? anotherHandler(document, probe, suggested);
  if (edits === undefined) return [];
  const safety = suggested.kind === 'httpGet' && !suggested.known ? 'placeholder' : 'behaviour';
  return [{ id: 'ask', values: { handler: handlerInWords(suggested) }, safety, edits: () => edits }];
}

/** A request at the port that the probe connects to, which stays where it is written. */
function requestInstead(
  document: ManifestDocument,
  { node, handler, container }: Probe,
  suggested: SuggestedHandler,
): readonly TextEdit[] | undefined {
  const entry = entryOf(node, 'tcpSocket');
  if (handler?.kind !== 'tcpSocket' || suggested.kind !== 'httpGet' || entry === undefined) return undefined;
  if (handler.port === undefined || node.alias !== undefined || handler.node.alias !== undefined) return undefined;
  if (portNumber(container, handler.port.value) !== portNumber(container, suggested.port)) return undefined;
  const path = suggested.known ? suggested.path : placeholder(suggested.path);
  const scheme = suggested.scheme === 'HTTPS' ? suggested.scheme : undefined;
  return together(renameKey(document, node, entry, 'httpGet'), insertMissing(document, handler.node, { path, scheme }));
}

function anotherHandler(
  document: ManifestDocument,
  { node, handler, timeoutSeconds }: Probe,
  suggested: SuggestedHandler,
): readonly TextEdit[] | undefined {
  // The same port would be written once more.
  if (handler?.kind === 'tcpSocket' && suggested.kind === 'httpGet' && !suggested.known) return undefined;
  const [key, value] = Object.entries(handlerValue(suggested))[0] ?? [];
  const entry = handler && entryOf(node, handler.kind);
  if (key === undefined || value === undefined || entry === undefined || node.alias !== undefined) return undefined;
  const program = suggested.kind === 'exec' ? baseName(suggested.command[0] ?? '') : '';
  const wanted = suggested.kind === 'exec' ? (suggested.timeoutSeconds ?? 0) : 0;
  const longer = startUpOf(program) !== undefined && wanted > (timeoutSeconds ?? 0);
  return together(
    replaceEntry(document, node, entry, key, value),
    longer ? setPath(document, node, ['timeoutSeconds'], wanted) : [],
  );
}
