import { fullName } from '../../image/full-name';
import type { ImageReference } from '../../image/reference';
import { deprecatedImage } from '../../knowledge/deprecated-images';
import { endOfLifeTable, type Support, supportedTag, supportOf, supportState } from '../../knowledge/end-of-life';
import { officialName } from '../../knowledge/image-names';
import { isPublished } from '../../knowledge/published-tags';
import { statefulImage } from '../../knowledge/stateful-images';

/** What is no longer supported in an image, the version itself before its distribution. */
export interface EndedSupport {
  readonly state: 'longTerm' | 'over';
  /** `Node.js 14`. */
  readonly label: string;
  /** A day, or what is known of it. */
  readonly since: string;
}

/** The worst that can be said about an image's support; `undefined` when nothing is wrong, or nothing is known. */
export function endedSupport(reference: ImageReference, today: string): EndedSupport | undefined {
  const supports = supportOf(fullName(reference), reference.tag);
  for (const state of ['over', 'longTerm'] as const) {
    const support = supports.find((each) => supportState(each, today) === state);
    if (support !== undefined) return { state, label: support.label, since: endOf(support) };
  }
  return undefined;
}

const endOf = ({ ends }: Support): string => (typeof ends === 'string' ? ends : `before ${endOfLifeTable.collected}`);

/**
 * The next tag of the same variant that is supported, where it is the same thing in a newer version: data of a database
 * does not survive a new major version, nor Python 2 one.
 */
export function nextSupportedTag(reference: ImageReference, today: string): string | undefined {
  const { tag = 'latest' } = reference;
  const name = fullName(reference);
  const next = supportedTag(name, tag, today);
  const keepsMajor = next !== undefined && Number.parseInt(next, 10) === Number.parseInt(tag, 10);
  const kind = statefulImage(`${name}:${tag}`)?.kind;
  const breaks = kind === 'database' || kind === 'queue' || (officialName(name) === 'python' && tag.startsWith('2'));
  return breaks && !keepsMajor ? undefined : next;
}

/** Since when an image's makers have left it alone, whatever the version. */
export function abandonedSince(reference: ImageReference): string | undefined {
  const deprecated = deprecatedImage(fullName(reference), reference.tag);
  return deprecated?.kind === 'abandoned' ? deprecated.since : undefined;
}

/** The image of Eclipse Temurin that has the same Java as one of the abandoned `openjdk`. */
export function successorOfOpenjdk(
  reference: ImageReference,
): { readonly name: string; readonly tag: string } | undefined {
  const { tag = '' } = reference;
  const version = /^(\d+)(?=[.u-]|$)/.exec(tag)?.[1];
  if (officialName(fullName(reference)) !== 'openjdk' || version === undefined) return undefined;
  const kit = /(?:^|-)jre(?:-|$)/.test(tag) ? 'jre' : 'jdk';
  const next = `${version}-${kit}${tag.includes('alpine') ? '-alpine' : ''}`;
  if (/nanoserver|windowsservercore/.test(tag) || !isPublished('eclipse-temurin', next)) return undefined;
  return { name: 'eclipse-temurin', tag: next };
}
