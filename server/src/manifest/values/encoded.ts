import { insertion, type TextEdit } from '../../engine/text';
import { attachedCommentsStart } from '../edits/extent';
import { columnOf, startsLine } from '../edits/line';
import { isPlainBlock } from '../edits/members';
import { moveEntry } from '../edits/move-subtree';
import { hasAction, hasComment, hasProblem, isBroken } from '../edits/obstacles';
import { renameKey } from '../edits/replace-scalar';
import { extentOf } from '../edits/source';
import { asMapping, entryOf, fieldOf } from '../model/lookup';
import type { Entry, Mapping } from '../model/manifest';
import type { TypedScalar } from '../schema/typed-scalars';
import { type InvalidValue, isFilledIn, type Mending } from './invalid-value';

/** Source: Go's encoding/base64 `StdEncoding`, which passes over line ends and nothing else. */
const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Data that is not encoded, although it has to be. */
export function invalidEncoding(scalar: TypedScalar): InvalidValue | undefined {
  const { node, expected, entry, object } = scalar;
  const { value } = node;
  if (expected.format !== 'byte' || typeof value !== 'string' || base64.test(value.replace(/[\r\n]/g, '')))
    return undefined;
  // Another tool decrypts it, or puts what it is in its place.
  if (isFilledIn(value) || /^(?:ENC\[|ref\+|[a-z]+:\/\/)/.test(value) || fieldOf(object.node, 'sops') !== undefined)
    return undefined;
  return { variant: 'base64', at: node.range, values: { key: entry.name, kind: object.kind }, mending: asText(scalar) };
}

/** What is no base64 is most likely the text itself. */
function asText(scalar: TypedScalar): Mending | undefined {
  const { object, type, entry } = scalar;
  const holder = type === 'Secret' ? entryOf(object.node, 'data') : undefined;
  const data = asMapping(holder?.value);
  if (holder === undefined || data === undefined || entryOf(data, entry.name) !== entry) return undefined;
  const edits =
    data.entries.length === 1 && entryOf(object.node, 'stringData') === undefined
      ? renameKey(object.document, object.node, holder, 'stringData')
      : (headed(scalar, holder, data) ?? moved(scalar, data));
  return edits && { fix: 'stringData', values: { key: entry.name }, safety: 'behaviour', edits };
}

/** Comments do not move. */
function moved({ object, entry }: TypedScalar, data: Mapping): readonly TextEdit[] | undefined {
  const { document } = object;
  if (hasComment(document, extentOf(document.text, { collection: data, member: entry }))) return undefined;
  return moveEntry(document, { mapping: data, entry }, { mapping: object.node, path: ['stringData', entry.name] });
}

/** The last entry of a block stays where it is, under a heading of its own. */
function headed({ object, entry }: TypedScalar, holder: Entry, data: Mapping): readonly TextEdit[] | undefined {
  const { document } = object;
  const { text } = document;
  const { start } = holder.range;
  const last = data.entries.at(-1) === entry && data.merges.length === 0;
  if (!last || entryOf(object.node, 'stringData') !== undefined || !startsLine(text, start)) return undefined;
  if (!isPlainBlock(text, data) || !isPlainBlock(text, object.node) || isBroken(document, data)) return undefined;
  if (hasAction(document, entry.range) || hasProblem(document, entry.range)) return undefined;
  const heading = `${' '.repeat(columnOf(text, start))}stringData:${document.lineEnding}`;
  return [insertion(attachedCommentsStart(text, entry.range.start), heading)];
}
