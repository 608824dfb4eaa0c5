import { insertion, type TextEdit } from '../../engine/text';
import type { ManifestDocument } from '../model/manifest';
import type { Entry } from '../model/nodes';
import { attachedCommentsStart } from './extent';
import { startsLine } from './line';

/**
 * Puts the line of `---` above a key at the top of a document, and above the comments that belong to it: another document begins
 * there.
 */
export function insertSeparator({ text, lineEnding }: ManifestDocument, entry: Entry): readonly TextEdit[] | undefined {
  const { start } = entry.range;
  return startsLine(text, start) ? [insertion(attachedCommentsStart(text, start), `---${lineEnding}`)] : undefined;
}
