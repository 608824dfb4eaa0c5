import type { Entry, Item, Mapping, Node, Sequence } from '../model/nodes';
import { columnOf, lineBegin, opensLine } from './line';

export type Collection = Mapping | Sequence;

/** What a collection holds: entries of a mapping or items of a list. */
export type Member = Entry | Item;

/** A member and the collection that it stands in. */
export interface Held {
  readonly collection: Collection;
  readonly member: Member;
}

/** Where new members go: right behind one, or right before one. */
export type Neighbour<Kind extends Member = Member> = { readonly after: Kind } | { readonly before: Kind };

/** What is written in a mapping, `<<` keys among it but not what they bring, in the order of the text. */
export const writtenEntries = (mapping: Mapping): readonly Entry[] =>
  mapping.merges.length === 0
    ? mapping.entries
    : [...mapping.entries.filter((entry) => !entry.merged), ...mapping.merges].sort(
        (one, other) => one.range.start - other.range.start,
      );

/** What is written in a collection, in the order of the text. */
export const writtenMembers = (collection: Collection): readonly Member[] =>
  collection.kind === 'mapping' ? writtenEntries(collection) : collection.items;

/** The entry that counts for a key: the last one that is written, else one that a merge brings. */
export const entryNamed = (mapping: Mapping, key: string): Entry | undefined =>
  mapping.entries.findLast((entry) => entry.name === key && !entry.merged) ??
  mapping.entries.find((entry) => entry.name === key);

export const isEntry = (member: Member): member is Entry => 'key' in member;

/**
 * Whether a collection in block style is written as nearly everybody does, so that lines can be put into it and taken
 * from it: no `? key`, no anchor or tag before a key.
 */
export function isPlainBlock(text: string, collection: Collection): boolean {
  if (collection.flow || collection.alias !== undefined) return false;
  const members = writtenMembers(collection);
  const column = columnOf(text, members[0]?.range.start ?? 0);
  return members.every(
    (member, index) =>
      columnOf(text, member.range.start) === column &&
      opensLine(text, member.range.start) &&
      (index === 0 || lineBegin(text, member.range.start) > (members[index - 1]?.range.start ?? 0)) &&
      (isEntry(member) ? member.range.start === member.key.range.start : text[member.range.start] === '-'),
  );
}

/** Whether a collection in flow style has its brackets: `[a: b]` holds a mapping that has none. */
export function isPlainFlow(text: string, collection: Collection): boolean {
  if (!collection.flow || collection.alias !== undefined) return false;
  const [open, close] = collection.kind === 'mapping' ? ['{', '}'] : ['[', ']'];
  const { start, end } = collection.range;
  return end - start > 1 && text[start] === open && text[end - 1] === close;
}

/** Whether a value is as good as not there: nothing, `null`, `~`, `{}` or `[]`. */
export function isEmpty(value: Node | undefined): boolean {
  if (value === undefined) return true;
  if (value.kind === 'scalar') return value.type === 'null' && value.alias === undefined;
  return value.flow && !value.open && value.alias === undefined && writtenMembers(value).length === 0;
}
