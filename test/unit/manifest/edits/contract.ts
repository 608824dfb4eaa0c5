import assert from 'node:assert/strict';
import { parseAllDocuments } from 'yaml';
import { applied } from '../../../../server/src/engine/edits';
import { overlaps, type TextEdit } from '../../../../server/src/engine/text';
import { type BlockValue, shapeOf } from '../../../../server/src/manifest/edits/value';
import type { ManifestDocument } from '../../../../server/src/manifest/model/manifest';
import { parseManifest } from '../../../../server/src/manifest/model/parse';
import type { Path } from './places';

/** The text of a template literal without the indentation that it shares, and without its first line end. */
export function yaml(strings: TemplateStringsArray, ...values: readonly string[]): string {
  const text = String.raw({ raw: strings.raw }, ...values)
    .replace(/^\n/, '')
    .replace(/[ ]+$/, '');
  const margin = Math.min(...[...text.matchAll(/^( *)\S/gm)].map(([, blanks = '']) => blanks.length));
  return text.replaceAll(new RegExp(`^ {${margin}}`, 'gm'), '');
}

export const crlf = (text: string): string => text.replaceAll('\n', '\r\n');

/** What the yaml package, which is not what the edits were made with, reads in a text. */
export function dataOf(text: string): unknown {
  const documents = parseAllDocuments(text.replaceAll(/\/\/ .*|\/\*.*\*\//g, ''), { merge: true, uniqueKeys: false });
  assert.ok(Array.isArray(documents));
  const read = documents.map((document) => {
    assert.deepEqual(document.errors, [], text);
    const data: unknown = document.toJS();
    return data;
  });
  return read.length === 1 ? read[0] : read;
}

export interface Expected {
  /** Comments may leave their place, as long as none is lost. */
  readonly commentsMove?: boolean;
}

/** Makes edits of a document's text, and checks all that is promised of edits, whatever they are for. */
export function madeIn(
  document: ManifestDocument,
  edits: readonly TextEdit[] | undefined,
  { commentsMove = false }: Expected = {},
): string {
  assert.ok(edits, `not offered for:\n${document.text}`);
  const { text } = document;
  const result = applied(text, edits);
  const sorted = [...edits].sort((one, other) => one.range.start - other.range.start);
  for (const [index, { range, newText, placeholders = [] }] of sorted.entries()) {
    assert.ok(range.start <= range.end && range.end <= text.length);
    assert.ok(range.start < range.end || newText !== '', 'an edit that does nothing');
    assert.ok((sorted[index - 1]?.range.end ?? -1) < range.start, 'edits touch');
    let last = 0;
    for (const place of placeholders) {
      assert.ok(last <= place.start && place.start <= place.end && place.end <= newText.length);
      last = place.end;
    }
    if (!commentsMove)
      for (const comment of document.comments)
        assert.ok(!overlaps(comment.range, range), `edit of a comment:\n${result}`);
  }
  const after = readBack(document, result);
  assert.deepEqual(commentsOf(after), commentsOf(document), `comments changed:\n${result}`);
  const known = new Set(document.problems.map(({ code }) => code));
  assert.deepEqual(
    after.problems.filter(({ code }) => !known.has(code)),
    [],
    result,
  );
  if (text.includes('\n') && !/(^|[^\r])\n/.test(text)) assert.ok(!/(^|[^\r])\n/.test(result), 'line ends differ');
  if (!text.includes('\r')) assert.ok(!result.includes('\r'), 'line ends differ');
  assert.equal(result.endsWith('\n'), text.endsWith('\n'), 'the final line end changed');
  assert.equal(result.startsWith('\uFEFF'), text.startsWith('\uFEFF'), 'the byte order mark changed');
  assert.ok(!/[ \t]+$/m.test(result) || /[ \t]+$/m.test(text), `blanks at the end of a line:\n${result}`);
  return result;
}

function readBack(document: ManifestDocument, text: string): ManifestDocument {
  const [place, ...others] = parseManifest(text, document.path).documents;
  assert.ok(place);
  assert.deepEqual(others, []);
  return place.document;
}

const commentsOf = (document: ManifestDocument): readonly string[] =>
  document.comments.map((comment) => comment.text).sort();

/** The data that a value to be written stands for. */
export function plain(value: BlockValue): unknown {
  const shape = shapeOf(value);
  switch (shape.kind) {
    case 'literal':
      return shape.value;
    case 'octal':
      return shape.value;
    case 'placeholder':
      return shape.placeholder.value;
    case 'sequence':
      return shape.items.map(plain);
    case 'mapping':
      return Object.fromEntries(shape.entries.map(([key, inner]) => [key, plain(inner)]));
    case 'source':
      return assert.fail('its data are not known');
  }
}

/** A copy of some data in which something else stands at a path: `undefined` takes away what is there. */
export function changed(data: unknown, path: Path, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (Array.isArray(data)) {
    const copy: unknown[] = [...data];
    const inner = changed(copy[Number(step)], rest, value);
    if (inner === undefined) copy.splice(Number(step), 1);
    else copy[Number(step)] = inner;
    return copy;
  }
  const copy: Record<string, unknown> = { ...(typeof data === 'object' ? data : undefined) };
  const inner = changed(copy[step], rest, value);
  if (inner === undefined) delete copy[step];
  else copy[step] = inner;
  return copy;
}

/** What stands at a path of some data. */
export const partOf = (data: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (part, step) => (typeof part === 'object' && part !== null ? Reflect.get(part, step) : undefined),
    data,
  );
