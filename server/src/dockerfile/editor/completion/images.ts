import type { Completion, EditorContext } from '../../../engine/editor';
import { rendered, templates } from '../../../engine/message';
import { rangeOf, type TextRange } from '../../../engine/text';
import { supportText } from '../../../image/image-card';
import { sizeText } from '../../../image/size';
import { deprecatedImage } from '../../../knowledge/deprecated-images';
import { type Support, supportOf, supportState } from '../../../knowledge/end-of-life';
import { officialName } from '../../../knowledge/image-names';
import { collectedTags, imageBytes, officialImages } from '../../../knowledge/images';
import { publishedTags, taggedImages } from '../../../knowledge/published-tags';

const texts = templates({ ended: 'ended {ends}', over: 'ended' });

/**
 * Official images, or the tags of the one whose name is typed up to its colon.
 * @param typed what stands in the range in front of the offset
 * @param first the order of the first
 */
export function imageCompletions(
  typed: string,
  range: TextRange,
  { today }: EditorContext,
  first: number,
): readonly Completion[] {
  if (typed.includes('@')) return [];
  const colon = typed.lastIndexOf(':');
  if (colon <= typed.lastIndexOf('/')) return names(range, first);
  return tags(typed.slice(0, colon), rangeOf(range.start + colon + 1, range.end), today);
}

/** What the tables know; sizes are those of the tag that stands for the newest version. */
const names = (range: TextRange, first: number): readonly Completion[] =>
  [...new Set([...officialImages, ...taggedImages])].map((label): Completion => {
    const bytes = imageBytes(label);
    return {
      label,
      kind: 'image',
      ...(bytes !== undefined && { note: sizeText(bytes) }),
      edit: { range, newText: label },
      order: first,
      commitCharacters: [':'],
      deprecated: isDeprecated(label, 'latest'),
      topic: `image ${label}:latest`,
    };
  });

const isDeprecated = (name: string, tag: string): boolean => {
  const found = deprecatedImage(name, tag);
  return found !== undefined && found.kind !== 'notice';
};

interface Tag {
  readonly label: string;
  readonly support: Support | undefined;
  readonly rank: readonly number[];
}

/** The tags of an official image: supported versions first, newest first, and of each version the plain tag first. */
function tags(repository: string, range: TextRange, today: string): readonly Completion[] {
  const name = officialName(repository);
  if (name === undefined) return [];
  return [...new Set([...publishedTags(name), ...collectedTags(name)])]
    .map((label) => tagOf(name, label, today))
    .sort((one, other) => compared(one.rank, other.rank))
    .map(({ label, support }, order): Completion => {
      const bytes = imageBytes(name, label);
      const size = bytes === undefined ? undefined : sizeText(bytes);
      const ended = support !== undefined && supportState(support, today) === 'over' ? endOf(support) : undefined;
      const note = ended ?? size;
      return {
        label,
        kind: 'tag',
        ...(note !== undefined && { note }),
        ...(support !== undefined && { detail: plain(supportText(support, today)) }),
        edit: { range, newText: label },
        order,
        deprecated: ended !== undefined || isDeprecated(name, label),
        topic: `image ${name}:${label}`,
      };
    });
}

const endOf = ({ ends }: Support): string =>
  typeof ends === 'string' ? rendered(texts.ended, { ends }) : rendered(texts.over, {});

/** Without Markdown. */
const plain = (text: string): string => text.replaceAll('*', '');

/** A tag with what it is ordered by: whether and how long it is supported, its version, how much more it says. */
function tagOf(name: string, label: string, today: string): Tag {
  const all = supportOf(name, label);
  const worst = all.toSorted((one, other) => state(other, today) - state(one, today))[0];
  const [version = '', ...rest] = label.split('-');
  const numbers = /^v?\d+(?:\.\d+)*$/.test(version) ? version.replace('v', '').split('.').map(Number) : [];
  const [major = -1, minor = Infinity, patch = Infinity] = numbers;
  const isVersion = numbers.length > 0 ? 0 : 1;
  const support = worst === undefined ? 0 : state(worst, today);
  const isOver = support === 3 ? 1 : 0;
  return {
    label,
    support: worst,
    rank: [isOver, isVersion, support, -major, numbers.length, -minor, -patch, rest.length],
  };
}

/** 0 for what is supported for a year and more, up to 3 for what is not any more. */
function state(support: Support, today: string): number {
  const inAYear = `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`;
  const now = supportState(support, today);
  if (now !== 'supported') return now === 'over' ? 3 : 2;
  return supportState(support, inAYear) === 'supported' ? 0 : 1;
}

function compared(one: readonly number[], other: readonly number[]): number {
  const index = one.findIndex((value, position) => value !== other[position]);
  return index === -1 ? 0 : (one[index] ?? 0) - (other[index] ?? 0);
}
