import { lineEndingOf } from '../../engine/text';
import { type FileContext, modeOf, readDocument } from './document';
import { fileName } from './file-path';
import { type Header, readHeader } from './header';
import type { DocumentPlace, Manifest, ManifestDocument } from './manifest';
import { documentStarts } from './split';

/**
 * Reads a file of Kubernetes objects. Never throws.
 * @param path of the file, or its URI; its name and folders tell patches, templates and other formats
 * @param previous the model of an earlier text of the file: documents that did not change are taken from it, the same objects
 */
export function parseManifest(text: string, path: string | undefined, previous?: Manifest): Manifest {
  const format = formatOf(text, path);
  const lineEnding = lineEndingOf(text);
  const starts = format === 'json' ? [0] : documentStarts(text);
  const header = readHeader(text);
  const context = { path, lineEnding, format, ...header };
  const kept = previous === undefined ? [] : keptFrom(previous, context);
  const documents = documentsOf(text, starts, context, kept);
  return {
    text,
    path,
    lineEnding,
    format,
    mode: modeOf(
      path,
      documents.map((place) => place.document),
    ),
    documents,
  };
}

function formatOf(text: string, path: string | undefined): 'yaml' | 'json' {
  if (path !== undefined && fileName(path) !== '') return /\.jsonc?$/i.test(path) ? 'json' : 'yaml';
  return /^\s*\{\s*(?:"|\/\/|\/\*|\})/.test(text) ? 'json' : 'yaml';
}

/** The earlier model's documents, unless something about the file changes what they mean. */
function keptFrom(previous: Manifest, context: FileContext): readonly ManifestDocument[] {
  const same =
    previous.path === context.path &&
    previous.lineEnding === context.lineEnding &&
    previous.format === context.format &&
    sameHeader(readHeader(previous.text), context);
  return same ? previous.documents.map((place) => place.document) : [];
}

const sameHeader = (one: Header, other: Header): boolean =>
  one.generated === other.generated && one.excluded === other.excluded;

/**
 * A document's text is compared with its neighbours' of the earlier model before anything is cut out or read: an edit
 * leaves those before and after it as they were.
 */
function documentsOf(
  text: string,
  starts: readonly number[],
  context: FileContext,
  kept: readonly ManifestDocument[],
): readonly DocumentPlace[] {
  const ends = [...starts.slice(1), text.length];
  const unchanged = (document: ManifestDocument | undefined, index: number): document is ManifestDocument => {
    const start = starts[index] ?? 0;
    const end = ends[index] ?? text.length;
    // V8 compares a slice many times faster than `startsWith` does.
    return document?.text.length === end - start && text.slice(start, end) === document.text;
  };
  const found: (ManifestDocument | undefined)[] = starts.map(() => undefined);
  let front = 0;
  for (; front < starts.length && unchanged(kept[front], front); front++) found[front] = kept[front];
  let back = 1;
  for (; back <= starts.length - front && back <= kept.length - front; back++) {
    const document = kept[kept.length - back];
    if (!unchanged(document, starts.length - back)) break;
    found[starts.length - back] = document;
  }
  const others = new Map(kept.slice(front, kept.length - back + 1).map((document) => [document.text, document]));
  return starts.map((start, index) => {
    const document = found[index] ?? taken(others, text.slice(start, ends[index])) ?? undefined;
    return { start, document: document ?? readDocument(ownCopy(text.slice(start, ends[index])), context) };
  });
}

/** Takes a document that moved; each can stand at one place only, as identity means the same place in the file. */
function taken(others: Map<string, ManifestDocument>, text: string): ManifestDocument | undefined {
  const document = others.get(text);
  others.delete(text);
  return document;
}

/**
 * A slice keeps the string that it was cut from alive in V8, so a document that outlives many edits would hold on to a
 * whole old text of the file.
 */
const ownCopy = (slice: string): string => ` ${slice}`.slice(1);
