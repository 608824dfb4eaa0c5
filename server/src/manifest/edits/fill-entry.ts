import { deletion, lineEnd, type TextEdit, type TextRange } from '../../engine/text';
import type { ManifestDocument } from '../model/manifest';
import type { Entry, Mapping, Node } from '../model/nodes';
import { endsInOpenScalar } from './block-scalar-end';
import { blockEnd, colonOf } from './extent';
import { endsAt } from './known-end';
import { columnOf, indentationAt, lineBegin } from './line';
import { hasAction, hasComment, hasProblem, isTagged, mayHoldMore } from './obstacles';
import { renderAfterKey } from './render-block';
import { type FlowPlace, renderFlow, renderFlowEntry } from './render-flow';
import { editOf, insertionOf } from './rendered';
import { keyQuoteOf, styleAt } from './style';
import { together } from './together';
import { type BlockValue, type Shape, shapeOf } from './value';
import { insertIntoFlow, isOnLines } from './write-in-flow';

/**
 * Gives a value to a key that has none, or whose value is `null`, `~`, `{}` or `[]`. An empty collection of a mapping in
 * block style becomes one in block style.
 */
export function fillEntry(
  document: ManifestDocument,
  mapping: Mapping,
  entry: Entry,
  value: BlockValue,
): readonly TextEdit[] | undefined {
  const shape = shapeOf(value);
  if (mayHoldMore(document, mapping) || mapping.alias !== undefined || entry.merged || entry.conditional)
    return undefined;
  if (hasAction(document, entry.range) || hasProblem(document, entry.range)) return undefined;
  if (shape.kind === 'source' && shape.source.above.length > 0) return undefined;
  if (isSameEmpty(entry.value, shape)) return [];
  if (entry.range.start !== entry.key.range.start || hasComment(document, entry.range)) return undefined;
  // What is named is nothing where its name is used, too.
  if (entry.value?.kind === 'scalar' && entry.value.anchor !== undefined) return undefined;
  if (entry.value !== undefined && isTagged(document.text, entry.value.range.start)) return undefined;
  return mapping.flow ? fillFlow(document, mapping, entry, value) : fillBlock(document, mapping, entry, value);
}

const isSameEmpty = (written: Node | undefined, wanted: Shape): boolean =>
  (wanted.kind === 'mapping' && wanted.entries.length === 0 && written?.kind === 'mapping') ||
  (wanted.kind === 'sequence' && wanted.items.length === 0 && written?.kind === 'sequence');

function fillBlock(
  document: ManifestDocument,
  mapping: Mapping,
  entry: Entry,
  value: BlockValue,
): readonly TextEdit[] | undefined {
  const { text } = document;
  const colon = colonOf(text, entry);
  const column = columnOf(text, entry.key.range.start);
  const rendered = renderAfterKey(value, column, styleAt(document, mapping));
  if (colon === undefined || rendered === undefined || endsInOpenScalar(text, entry.value)) return undefined;
  const replaced = replacedOnLine(text, colon, entry.value);
  if (replaced === undefined) return undefined;
  const end = lineEnd(text, colon);
  const below = blockEnd(text, entry, column);
  if (!endsAt(document, { collection: mapping, member: entry }, below)) return undefined;
  if (/^\r?\n/.test(rendered.text))
    return together(replaced.start === replaced.end ? [] : [deletion(replaced)], [insertionOf(below, rendered)]);
  // A comment behind the key would become part of what follows a block scalar's header.
  if (rendered.text.includes('\n') && text.slice(replaced.end, end).trim() !== '') return undefined;
  return [editOf(replaced, rendered)];
}

/** What stands for the value on the key's line, with the blanks before it; blanks before a comment stay. */
function replacedOnLine(text: string, colon: number, value: Node | undefined): TextRange | undefined {
  const start = colon + 1;
  const end = value?.range.end ?? start;
  if (value !== undefined && lineBegin(text, value.range.start) > colon) return undefined;
  if (value === undefined) {
    const rest = text.slice(start, lineEnd(text, start));
    return { start, end: rest.trim() === '' ? start + rest.length : start };
  }
  const before = text.slice(start, value.range.start);
  return { start: start + before.trimEnd().length, end };
}

function fillFlow(
  document: ManifestDocument,
  mapping: Mapping,
  entry: Entry,
  value: BlockValue,
): readonly TextEdit[] | undefined {
  const { value: written } = entry;
  const shape = shapeOf(value);
  const keyQuote = keyQuoteOf(mapping);
  if (written === undefined) return undefined;
  if (written.kind === 'mapping' && shape.kind === 'mapping')
    return insertIntoFlow(document, written, undefined, (place, style) =>
      shape.entries.map(([key, each]) => renderFlowEntry(key, each, { ...place, keyQuote }, style)),
    );
  if (written.kind === 'sequence' && shape.kind === 'sequence')
    return insertIntoFlow(document, written, undefined, (place, style) =>
      shape.items.map((each) => renderFlow(each, { ...place, keyQuote }, style)),
    );
  const place: FlowPlace = {
    surroundings: document.format === 'json' ? 'json' : 'flow',
    keyQuote,
    itemQuote: undefined,
    indentation:
      document.format === 'json' && isOnLines(document) ? indentationAt(document.text, entry.range.start) : undefined,
  };
  const rendered = renderFlow(value, place, styleAt(document, mapping));
  return rendered && [editOf(written.range, rendered)];
}
