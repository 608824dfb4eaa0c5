import { type Support, supportOf, supportState } from '../knowledge/end-of-life';
import { officialName } from '../knowledge/image-names';
import { debianCodenames, ubuntuCodenames } from '../knowledge/image-variants';
import { publishedTags } from '../knowledge/published-tags';

/** Words of a tag that stand for whatever version is the newest of its kind. */
const movingWords: ReadonlySet<string> = new Set(['latest', 'lts', 'current', 'stable', 'mainline']);

/** Images whose versions are releases of a distribution: a code name names one. */
const distributions: ReadonlySet<string> = new Set(['debian', 'ubuntu', 'buildpack-deps']);

const codenames: ReadonlySet<string> = new Set([...debianCodenames, ...ubuntuCodenames]);

/** The most that anybody would choose from. */
const most = 4;

/**
 * Published tags that name a version and are otherwise like `tag`, which names none: `24-alpine` for `lts-alpine`. Only
 * versions that are supported on that day; the newest first, but for those whose support ends within a year.
 * @param repository with its registry, without tag
 * @returns none for an image that is not official, and for a tag that names a version or deliberately follows what is new
 */
export function versionTags(repository: string, tag: string, today: string): readonly string[] {
  const name = officialName(repository);
  const variant = name === undefined ? undefined : variantOf(name, tag);
  // Numbers of buildpack-deps are versions of Ubuntu, while its other tags are made of Debian.
  if (name === undefined || variant === undefined || name === 'buildpack-deps') return [];
  const candidates = publishedTags(name).flatMap((published) => candidateOf(name, published, variant) ?? []);
  const dated = candidates.filter(({ support }) => support !== undefined);
  const kept =
    dated.length === 0
      ? candidates
      : // What is more or less than a version that is supported as one moves too far or not at all: `3` of 3.14.
        dated.filter(({ support, version }) => support?.cycle === version && isSupported(support, today));
  return kept
    .sort((one, other) => ending(one, today) - ending(other, today) || compared(other.version, one.version))
    .slice(0, most)
    .map((candidate) => candidate.tag);
}

/** What a tag says beside the version; `undefined` when it names one. */
function variantOf(name: string, tag: string): string | undefined {
  const words = tag.split('-').filter((word) => !movingWords.has(word));
  const first = words[0] ?? '';
  const named = /^v?\d/.test(first) || (distributions.has(name) && codenames.has(first));
  return named ? undefined : words.join('-');
}

interface Candidate {
  readonly tag: string;
  readonly version: string;
  readonly support: Support | undefined;
}

function candidateOf(name: string, tag: string, variant: string): Candidate | undefined {
  const version = /^\d+(?:\.\d+)?(?=-|$)/.exec(tag)?.[0];
  if (version === undefined || tag.slice(version.length + 1) !== variant) return undefined;
  return { tag, version, support: supportOf(name, tag).find(({ subject }) => subject === 'image') };
}

const isSupported = (support: Support, today: string): boolean => supportState(support, today) === 'supported';

/** 1 for a version whose support ends within a year. */
function ending({ support }: Candidate, today: string): number {
  const inAYear = `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`;
  return support === undefined || isSupported(support, inAYear) ? 0 : 1;
}

function compared(one: string, other: string): number {
  const [major = 0, minor = -1] = one.split('.').map(Number);
  const [otherMajor = 0, otherMinor = -1] = other.split('.').map(Number);
  return major - otherMajor || minor - otherMinor;
}
