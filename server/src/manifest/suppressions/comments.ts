import type { SuppressedId, Suppression } from '../../engine/suppression';
import { lineEnd, lineStart, nextLineStart, rangeOf, type TextRange } from '../../engine/text';
import type { ManifestDocument, YamlComment } from '../model/manifest';
import { idsIn, writtenList } from './ids';
import { firstContent, partBelow, scalarStarting } from './node-below';

/** A comment without any of these words silences nothing. */
const telling = /plimsoll-disable|(?:trivy|tfsec):ignore/;

/** What a document's comments silence; ranges count from its start. */
export function commentSuppressions(document: ManifestDocument): readonly Suppression[] {
  return document.comments.flatMap((comment): readonly Suppression[] => {
    if (!telling.test(comment.text)) return [];
    return [plimsollDisable(comment, document), trivyIgnore(comment, document)].flatMap((found) => found ?? []);
  });
}

const disable = /^(?:#|\/\/|\/\*)\s*plimsoll-disable(-next-line)?(?![\w-]):?/;

/**
 * `# plimsoll-disable-next-line ID, ID -- reason` for what starts on the next line, `# plimsoll-disable ID` for the
 * entry or item below, or for everything when it stands above the first key; without ids, everything in reach.
 */
function plimsollDisable(comment: YamlComment, document: ManifestDocument): Suppression | undefined {
  const written = document.text.slice(comment.range.start, comment.range.end);
  const match = disable.exec(written);
  if (match === null) return undefined;
  const list = written.slice(match[0].length).replace(/(?:^|\s)(?:--(?:\s[\s\S]*)?|\*\/)$/, '');
  const ids = idsIn(writtenList(list, comment.range.start + match[0].length), (id) => id);
  const reach = match[1] === undefined ? below(comment, document) : nextLine(comment, document);
  return { owner: 'plimsoll', ids: ids.length === 0 ? 'all' : ids, reach, range: comment.range };
}

function below(comment: YamlComment, document: ManifestDocument): TextRange {
  const { text, root } = document;
  if (!comment.alone) return onSameLine(comment, document);
  if (comment.range.end <= firstContent(document)) return rangeOf(0, text.length);
  return partBelow(root, comment.range.end) ?? comment.range;
}

/** Behind a value, a comment is about its line. */
function onSameLine(comment: YamlComment, { text, root }: ManifestDocument): TextRange {
  const start = lineStart(text, comment.range.start);
  const part = partBelow(root, start);
  return part !== undefined && part.start < comment.range.start ? part : rangeOf(start, comment.range.start);
}

/** Comments that may stand between, so that a long run of them does not cost its square. */
const mostStacked = 100;

/** The next line that is no comment, and a script that starts there. */
function nextLine(comment: YamlComment, { text, root }: ManifestDocument): TextRange {
  const start = nextLineStart(text, comment.range.end);
  let line = start;
  for (let skipped = 0; skipped < mostStacked && /^[ \t]*(?:#|\/\/)/.test(text.slice(line, line + 400)); skipped++)
    line = nextLineStart(text, line);
  const end = lineEnd(text, line);
  return rangeOf(start, Math.max(end, scalarStarting(root, line, end)?.end ?? end));
}

const trivy = /(?<=^|[\s#/*])(?:trivy|tfsec):ignore:([^\s:[\]]+)/g;

/** `# trivy:ignore:KSV-0018` above a key or item, or above the first key for the whole object (aquasecurity/trivy pkg/iac/ignore). */
function trivyIgnore(comment: YamlComment, document: ManifestDocument): Suppression | undefined {
  const written = document.text.slice(comment.range.start, comment.range.end);
  const ids = Array.from(written.matchAll(trivy), ({ 0: whole, 1: id = '', index }): SuppressedId => {
    const end = comment.range.start + index + whole.length;
    return { id: `trivy/${trivyCheck(id)}`, range: rangeOf(end - id.length, end) };
  });
  if (ids.length === 0) return undefined;
  return { owner: 'trivy', ids, reach: below(comment, document), range: comment.range };
}

/** `AVD-KSV-0018` and the older `KSV018` are `KSV-0018`. */
const trivyCheck = (id: string): string =>
  id
    .replace(/^AVD-/i, '')
    .replace(/^KSV-?(\d+)$/i, (_, digits: string) => `KSV-${digits.length < 4 ? digits.padStart(4, '0') : digits}`);
