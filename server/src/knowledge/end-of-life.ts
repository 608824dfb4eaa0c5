import table from './end-of-life.json';
import { canonicalName, officialName } from './image-names';
import { debianCodenames, tagParts, ubuntuCodenames } from './image-variants';
import { publishedTags } from './published-tags';

interface Cycle {
  /** Day of the end of ordinary support; `true` when it is over and `false` when it goes on, without a day. */
  readonly eol: string | boolean;
  /** Day of the end of long-term support that costs nothing. */
  readonly longTerm?: string | boolean;
  readonly codename?: string;
}

interface Product {
  readonly title: string;
  readonly cycles: Readonly<Record<string, Cycle>>;
}

interface EndOfLifeTable {
  readonly source: string;
  readonly collected: string;
  /** Images, those of others by their whole name, and the products whose cycles their versions are. */
  readonly images: Readonly<Record<string, string>>;
  readonly products: Readonly<Record<string, Product>>;
}

const { source, collected, images, products }: EndOfLifeTable = table;

/** Where the dates come from, and their day: an end before it is certain, one after it was planned then. */
export const endOfLifeTable = { source, collected } as const;

/** How long one thing in an image is supported. */
export interface Support {
  /** What the image is for, or the distribution that its tag names. */
  readonly subject: 'image' | 'distribution';
  /** For a message: `Node.js 18`, `Debian 11 (bullseye)`. */
  readonly label: string;
  readonly cycle: string;
  /** Last day of ordinary support, or whether it is over when there is no day. */
  readonly ends: string | boolean;
  /** Last day of long-term support, when there is one. */
  readonly longTermEnds?: string | boolean;
}

/** What is known about the support of an image's version and of the distribution in its tag. */
export function supportOf(repository: string, tag = 'latest'): readonly Support[] {
  const name = canonicalName(repository);
  const product = Object.hasOwn(images, name) ? images[name] : undefined;
  if (product === undefined && officialName(repository) === undefined) return [];
  const parts = tagParts(tag);
  const found: Support[] = [];
  if (product !== undefined) found.push(...supportOfProduct('image', product, parts.version.replace(/^v/, '')));
  // `wordpress:php8.1-apache`
  const php = /^php(\d+\.\d+)/.exec(parts.version)?.[1];
  if (php !== undefined) found.push(...supportOfProduct('image', 'php', php));
  if (parts.codename !== undefined) {
    const distribution = ubuntuCodenames.includes(parts.codename) ? 'ubuntu' : 'debian';
    found.push(...supportOfProduct('distribution', distribution, parts.codename));
  }
  const alpine = /(?:^|-)alpine-?(\d+\.\d+)/.exec(tag)?.[1];
  if (alpine !== undefined) found.push(...supportOfProduct('distribution', 'alpine-linux', alpine));
  return found;
}

function supportOfProduct(subject: Support['subject'], id: string, version: string): Support[] {
  const product = products[id];
  if (product === undefined || version === '') return [];
  const known = Object.keys(product.cycles);
  // The longest cycle that the version belongs to: 3.9 for 3.9.18, 22 for 22.3. A tag with less of a version (`mongo:5`) is of
  // one of the cycles that it covers, and surely over when the last of these is: MongoDB's 5.3 ended before its 5.0.
  const cycle =
    known
      .filter(
        (each) => version === each || version.startsWith(`${each}.`) || product.cycles[each]?.codename === version,
      )
      .sort((a, b) => b.length - a.length)[0] ??
    known
      .filter((each) => each.startsWith(`${version}.`))
      .sort(
        (a, b) =>
          lastDay(product.cycles[b]).localeCompare(lastDay(product.cycles[a])) ||
          compared(b.split('.').map(Number), a.split('.').map(Number)),
      )[0];
  const facts = cycle === undefined ? undefined : product.cycles[cycle];
  if (cycle === undefined || facts === undefined) return [];
  const name = facts.codename === undefined ? '' : ` (${facts.codename})`;
  return [
    {
      subject,
      label: `${product.title} ${cycle}${name}`,
      cycle,
      ends: facts.eol,
      ...(facts.longTerm !== undefined && { longTermEnds: facts.longTerm }),
    },
  ];
}

/** The last day of ordinary support, as a text that can be compared. */
const lastDay = (cycle: Cycle | undefined): string =>
  typeof cycle?.eol === 'string' ? cycle.eol : cycle?.eol ? '0' : '9';

/** The state of support on a day (`2026-08-22`). `longTerm`: ordinary support is over, long-term support is not. */
export function supportState(support: Support, day: string): 'supported' | 'longTerm' | 'over' {
  if (!isOver(support.ends, day)) return 'supported';
  return support.longTermEnds !== undefined && !isOver(support.longTermEnds, day) ? 'longTerm' : 'over';
}

function isOver(end: string | boolean, day: string): boolean {
  return typeof end === 'boolean' ? end : end < day;
}

/**
 * The next published tag of the same variant whose version and distribution are supported on that day; `undefined` when there is none,
 * or when nothing is wrong with this one.
 */
export function supportedTag(repository: string, tag: string, day: string): string | undefined {
  const ended = supportOf(repository, tag).filter((support) => supportState(support, day) !== 'supported');
  if (ended.length === 0) return undefined;
  const own = versionOf(tag);
  const candidates = publishedTags(repository)
    .filter((other) => variantOf(other) === variantOf(tag) && !isOlder(other, tag))
    .filter((other) => supportOf(repository, other).every((support) => supportState(support, day) === 'supported'))
    .map((other) => ({ other, version: versionOf(other), distribution: distributionOf(other) }))
    // A tag that names nothing (`stable`) is no step forward from one that names a version.
    .filter(({ version }) => own.length === 0 || version.length > 0);
  const length = Math.min(own.length, 2);
  candidates.sort(
    (a, b) =>
      Math.abs(a.version.length - length) - Math.abs(b.version.length - length) ||
      compared(a.version, b.version) ||
      compared(a.distribution, b.distribution),
  );
  return candidates[0]?.other;
}

/** What must stay when a version or a distribution is replaced: `{v}-slim-{debian}`. */
function variantOf(tag: string): string {
  return tag
    .split('-')
    .map((word, index) => {
      if (ubuntuCodenames.includes(word)) return '{ubuntu}';
      if (debianCodenames.includes(word) && !/stable|testing/.test(word)) return '{debian}';
      if (index === 0 && /^v?\d+(?:\.\d+)*$/.test(word)) return '{v}';
      if (index === 0 && /^php\d/.test(word)) return 'php{v}';
      return word.replace(/^alpine\d+\.\d+$/, 'alpine{v}');
    })
    .join('-');
}

function versionOf(tag: string): readonly number[] {
  const text = /^(?:v|php)?(\d+(?:\.\d+)*)/.exec(tag)?.[1];
  return text === undefined ? releaseOf(tag.split('-')[0] ?? '') : text.split('.').map(Number);
}

function distributionOf(tag: string): readonly number[] {
  const alpine = /(?:^|-)alpine(\d+)\.(\d+)/.exec(tag);
  if (alpine !== null) return [Number(alpine[1]), Number(alpine[2])];
  return releaseOf(tagParts(tag).codename ?? '');
}

/** The release number behind a code name. */
function releaseOf(codename: string): readonly number[] {
  for (const id of ['debian', 'ubuntu']) {
    const entry = Object.entries(products[id]?.cycles ?? {}).find(([, cycle]) => cycle.codename === codename);
    if (entry !== undefined) return entry[0].split('.').map(Number);
  }
  return [];
}

function isOlder(other: string, tag: string): boolean {
  const version = compared(versionOf(other), versionOf(tag).slice(0, Math.max(1, versionOf(other).length)));
  return version < 0 || compared(distributionOf(other), distributionOf(tag)) < 0;
}

function compared(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
