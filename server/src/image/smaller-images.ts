import { builderImage } from '../knowledge/build-tools';
import { supportOf, supportState } from '../knowledge/end-of-life';
import { officialName } from '../knowledge/image-names';
import { collectedTags, imageBytes, smallerVariants } from '../knowledge/images';
import { publishedTags } from '../knowledge/published-tags';

/** Another tag of the same image, version and purpose that is a smaller download. */
export interface SmallerImage {
  readonly tag: string;
  /** Compressed bytes, of a relative of the same kind when not `exact`. */
  readonly bytes: number;
  /** The same of the larger image. */
  readonly was: number;
  readonly exact: boolean;
  readonly libc: 'glibc' | 'musl';
  /** A Java runtime in place of a development kit. */
  readonly runtime: boolean;
}

/** A difference that is worth a change. */
const leastSaving = 15_000_000;
const largestShare = 2 / 3;

/**
 * The smaller siblings of an image, those that change least first. Sizes of a version that was not measured are those of
 * the nearest one that was.
 * @param repository with its registry, without tag
 * @returns none for an image that is small already, is there to build in, or is not known
 */
export function smallerImages(repository: string, tag: string, today: string): readonly SmallerImage[] {
  const name = officialName(repository);
  if (name === undefined || isSmall(tag)) return [];
  const builder = builderImage(name, tag);
  if (builder !== undefined && builder.language !== 'java') return [];
  const was = imageBytes(name, tag);
  const found = was === undefined ? likeRelatives(name, tag, today) : siblings(name, tag, was, true);
  return found.filter(({ bytes, was }) => was - bytes >= leastSaving && bytes / was <= largestShare);
}

/** Variants that were chosen for their size. */
const isSmall = (tag: string): boolean =>
  tag.split('-').some((word) => /^(?:slim|alpine[\d.]*|jre\d*|minimal|headless|curl|scm)$/.test(word));

function siblings(name: string, tag: string, was: number, exact: boolean): readonly SmallerImage[] {
  return smallerVariants(name, tag).flatMap(({ tag: smaller, bytes, libc }) => {
    // nginx:alpine-slim leaves out modules that a configuration may load.
    if (/alpine-slim$/.test(smaller)) return [];
    const runtime = /(?:^|-)jre\d*(?:-|$)/.test(smaller);
    return [{ tag: spelledLike(name, tag, smaller), bytes, was, exact, libc, runtime }];
  });
}

/** `8.4-alpine` beside `8.4`, although the measured `8.4-cli-alpine` is the same image. */
function spelledLike(name: string, tag: string, smaller: string): string {
  const shorter = smaller.replace(/-cli(?=-|$)/, '');
  return tag.includes('-cli') || !publishedTags(name).includes(shorter) ? smaller : shorter;
}

/** A tag as its version and what follows; a tag without a version is one of the newest. */
function splitTag(tag: string): { readonly version: string; readonly rest: string } {
  const [first = '', ...others] = tag.split('-');
  if (/^\d+(?:\.\d+)*$/.test(first)) return { version: first, rest: others.join('-') };
  return { version: '', rest: /^(?:latest|stable|lts|mainline)$/.test(first) ? others.join('-') : tag };
}

/** What the siblings of the nearest version say about those of a version that was not measured, as far as they exist. */
function likeRelatives(name: string, tag: string, today: string): readonly SmallerImage[] {
  const { version, rest } = splitTag(tag);
  if (version === '' || !isSupported(name, tag, today)) return [];
  let nearest: { readonly tag: string; readonly distance: number } | undefined;
  for (const other of collectedTags(name)) {
    const parts = splitTag(other);
    if (parts.rest !== rest) continue;
    const distance = parts.version === '' ? unversioned : distanceOf(version, parts.version);
    if (nearest === undefined || distance < nearest.distance) nearest = { tag: other, distance };
  }
  const was = nearest && imageBytes(name, nearest.tag);
  if (nearest === undefined || was === undefined) return [];
  return siblings(name, nearest.tag, was, false).flatMap((sibling) => {
    const suffix = splitTag(sibling.tag).rest;
    return isPublishedFor(name, version, suffix) ? [{ ...sibling, tag: `${version}-${suffix}` }] : [];
  });
}

const unversioned = 1000;

const distanceOf = (one: string, other: string): number => {
  const [major = 0, minor = 0] = one.split('.').map(Number);
  const [otherMajor = 0, otherMinor = 0] = other.split('.').map(Number);
  return Math.abs(major - otherMajor) + Math.abs(minor - otherMinor) / 1000;
};

const isSupported = (name: string, tag: string, today: string): boolean =>
  supportOf(name, tag).every((support) => supportState(support, today) !== 'over');

/**
 * Whether a variant is published for a version, or for one that it is a part of: all variants of a release come out
 * together (docker-library/official-images:library).
 */
function isPublishedFor(name: string, version: string, suffix: string): boolean {
  const tags = publishedTags(name);
  const numbers = version.split('.');
  return numbers.some((_, index) => tags.includes(`${numbers.slice(0, numbers.length - index).join('.')}-${suffix}`));
}
