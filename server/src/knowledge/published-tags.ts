import { officialName } from './image-names';
import table from './published-tags.json';

interface TagTable {
  readonly source: string;
  /** The day of the list: what was published then. */
  readonly collected: string;
  /** Tags that move with updates, sorted and joined by blanks; no patch releases, builds or pre-releases. */
  readonly tags: Readonly<Record<string, string>>;
}

const { source, collected, tags }: TagTable = table;

/** Where the list comes from, and its day. */
export const publishedTagTable = { source, collected } as const;

/** The official images whose tags are listed. */
export const taggedImages: readonly string[] = Object.keys(tags);

const split = new Map<string, readonly string[]>();

/**
 * Moving tags of an official image that were published on the day of the table; empty for images that are not listed. A tag that is
 * missing may exist: patch releases and old versions are not here.
 */
export function publishedTags(repository: string): readonly string[] {
  const name = officialName(repository);
  if (name === undefined || !Object.hasOwn(tags, name)) return [];
  const known = split.get(name) ?? (tags[name] ?? '').split(' ');
  split.set(name, known);
  return known;
}

/** Whether a tag was published on the day of the table. */
export function isPublished(repository: string, tag: string): boolean {
  return publishedTags(repository).includes(tag);
}
