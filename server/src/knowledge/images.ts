import { canonicalName, officialName } from './image-names';
import { type ImageUser, imageUserRow, systemUsers, usersByHand } from './image-users';
import { type TagParts, tagParts } from './image-variants';
import table from './images.json';
import { imageElsewhere } from './images-elsewhere';

interface ImageConfig {
  readonly user?: string | null;
  readonly entrypoint?: readonly string[] | null;
  readonly cmd?: readonly string[] | null;
  readonly expose?: readonly string[];
  readonly volumes?: readonly string[];
  readonly workdir?: string | null;
  readonly stopsignal?: string | null;
  readonly env?: Readonly<Record<string, string>>;
}

interface TagFacts {
  readonly bytes: number;
  readonly built: string;
  readonly config?: ImageConfig;
  readonly users?: readonly ImageUser[];
}

interface ImageFacts {
  readonly config?: ImageConfig;
  readonly users?: readonly ImageUser[];
  readonly tags: Readonly<Record<string, TagFacts>>;
}

interface ImageTable {
  readonly source: string;
  /** The day the table was put together. */
  readonly collected: string;
  readonly images: Readonly<Record<string, ImageFacts>>;
}

const { source, collected, images }: ImageTable = table;

/** Where the sizes come from, and the day they were collected: say it wherever a size is shown. */
export const imageTable = { source, collected } as const;

/** What an image says about itself. `null` means that nothing is set, `undefined` that it is not known. */
export interface KnownImage {
  /** Short name of an official image, full name of another one. */
  readonly repository: string;
  readonly tag: string;
  /** Whether the facts are those of this very tag; otherwise they are its nearest relative's, and `bytes` is missing. */
  readonly exact: boolean;
  /** The last USER: `null` is root by default. */
  readonly user: string | null | undefined;
  readonly entrypoint: readonly string[] | null | undefined;
  readonly cmd: readonly string[] | null | undefined;
  /** `80/tcp` */
  readonly expose: readonly string[] | undefined;
  readonly volumes: readonly string[] | undefined;
  readonly workdir: string | null | undefined;
  readonly stopsignal: string | null | undefined;
  /** Variables worth knowing; that a name is missing proves nothing. */
  readonly env: Readonly<Record<string, string>> | undefined;
  readonly users: readonly ImageUser[];
  /** Compressed bytes of a pull for linux/amd64. */
  readonly bytes?: number;
  /** Day of the image's newest step. */
  readonly built?: string;
}

/** What is known about an image by its name (any spelling, without tag and digest) and tag. */
export function knownImage(repository: string, tag = 'latest'): KnownImage | undefined {
  const name = officialName(repository);
  if (name === undefined) return fromElsewhere(repository, tag);
  const facts = factsOf(name);
  const row = imageUserRow(name, tag);
  if (facts === undefined) return row === undefined ? undefined : fromHand(name, tag, row.user);
  const own = tagFacts(facts, tag);
  const relative = own ?? nearest(facts, tag);
  const config: ImageConfig = { ...facts.config, ...relative?.config };
  return {
    repository: name,
    tag,
    exact: own !== undefined,
    user: row?.user !== undefined ? row.user : (config.user ?? null),
    entrypoint: emptyIsNone(config.entrypoint),
    cmd: emptyIsNone(config.cmd),
    expose: config.expose ?? [],
    volumes: config.volumes ?? [],
    workdir: config.workdir ?? null,
    stopsignal: config.stopsignal ?? null,
    env: config.env ?? {},
    users: usersOf(repository, tag),
    ...(own && { bytes: own.bytes, built: own.built }),
  };
}

function fromElsewhere(repository: string, tag: string): KnownImage | undefined {
  const image = imageElsewhere(repository, tag);
  if (image === undefined) return undefined;
  return {
    ...nothingKnown(canonicalName(repository), tag),
    user: image.user,
    entrypoint: image.entrypoint,
    cmd: image.cmd,
    expose: image.expose,
    volumes: image.volumes,
    users: image.users ?? [],
  };
}

function fromHand(name: string, tag: string, user: string | null | undefined): KnownImage {
  return { ...nothingKnown(name, tag), user, users: usersOf(name, tag) };
}

function nothingKnown(repository: string, tag: string): KnownImage {
  return {
    repository,
    tag,
    exact: false,
    user: undefined,
    entrypoint: undefined,
    cmd: undefined,
    expose: undefined,
    volumes: undefined,
    workdir: undefined,
    stopsignal: undefined,
    env: undefined,
    users: [],
  };
}

function factsOf(name: string): ImageFacts | undefined {
  return Object.hasOwn(images, name) ? images[name] : undefined;
}

function tagFacts(facts: ImageFacts, tag: string): TagFacts | undefined {
  return Object.hasOwn(facts.tags, tag) ? facts.tags[tag] : undefined;
}

function emptyIsNone(words: readonly string[] | null | undefined): readonly string[] | null {
  return words === undefined || words === null || words.length === 0 ? null : words;
}

/** The tag of the same kind whose version is nearest: `postgres:16-alpine` is like `17-alpine`. */
function nearest(facts: ImageFacts, tag: string): TagFacts | undefined {
  const wanted = tagParts(tag);
  const number = majorOf(wanted);
  let best: { distance: number; major: number; facts: TagFacts } | undefined;
  for (const [other, candidate] of Object.entries(facts.tags)) {
    const parts = tagParts(other);
    if (parts.alpine !== wanted.alpine || sorted(parts.purpose) !== sorted(wanted.purpose)) continue;
    const major = majorOf(parts);
    const distance = Math.abs(major - number);
    if (best === undefined || distance < best.distance || (distance === best.distance && major < best.major)) {
      best = { distance, major, facts: candidate };
    }
  }
  return best?.facts;
}

/** Tags without a version follow the newest one. */
function majorOf(parts: TagParts): number {
  const digits = /\d+(?:\.\d+)?/.exec(parts.version)?.[0];
  return digits === undefined ? 1000 : Number(digits);
}

/** `cli` is what php's plain tags are. */
function sorted(purpose: readonly string[]): string {
  return purpose.filter((word) => word !== 'cli').join(' ');
}

/** Accounts that an image brings, with their numbers; tables by hand go before collected data. */
export function usersOf(repository: string, tag = 'latest'): readonly ImageUser[] {
  const name = officialName(repository);
  const byHand = usersByHand(repository, tag);
  if (byHand !== undefined || name === undefined) return byHand ?? [];
  const facts = factsOf(name);
  if (facts === undefined) return [];
  const relative = tagFacts(facts, tag) ?? nearest(facts, tag);
  return relative?.users ?? facts.users ?? [];
}

/** The account of this name in an image, or one that every image has (`root`, `nobody`). */
export function userNamed(repository: string, tag: string, name: string): ImageUser | undefined {
  return usersOf(repository, tag).find((user) => user.name === name) ?? systemUsers.find((user) => user.name === name);
}

/** Compressed bytes of a pull, when this very tag was collected. */
export function imageBytes(repository: string, tag = 'latest'): number | undefined {
  const name = officialName(repository);
  const facts = name === undefined ? undefined : factsOf(name);
  return facts && tagFacts(facts, tag)?.bytes;
}

/** The official images of the table. */
export const officialImages: readonly string[] = Object.keys(images);

/** Tags of an official image that were collected, in the order of the table. A tag that is missing may well exist. */
export function collectedTags(repository: string): readonly string[] {
  const name = officialName(repository);
  return Object.keys((name === undefined ? undefined : factsOf(name))?.tags ?? {});
}

export interface SmallerVariant {
  readonly tag: string;
  readonly bytes: number;
  readonly libc: 'glibc' | 'musl';
  /** What it lacks or does differently, for a message. */
  readonly remarks: readonly VariantRemark[];
}

/** Sizes move by more than a tenth within days: anything less than this is no difference. */
const noticeable = 0.85;
/** Images that were last built before are kept for recognising old parents only. */
const oldestWorthComparing = '2024';

/**
 * Collected tags of the same image, version and purpose that are at least 15 % smaller. A tag that pins its distribution keeps it, or
 * goes to Alpine. Those that are most alike come first: the same C library, then with less left out, then the smallest.
 */
export function smallerVariants(repository: string, tag = 'latest'): readonly SmallerVariant[] {
  const name = officialName(repository);
  const facts = name === undefined ? undefined : factsOf(name);
  const own = facts && tagFacts(facts, tag);
  if (name === undefined || facts === undefined || own === undefined || own.built < oldestWorthComparing) return [];
  const from = tagParts(tag);
  const found: { variant: SmallerVariant; order: readonly number[] }[] = [];
  for (const [other, candidate] of Object.entries(facts.tags)) {
    const to = tagParts(other);
    if (candidate.bytes > own.bytes * noticeable || candidate.built < oldestWorthComparing) continue;
    if (!isSibling(name, from, to)) continue;
    const libc = to.alpine ? 'musl' : 'glibc';
    const remarks = remarksOn(name, from, to);
    const variant = { tag: other, bytes: candidate.bytes, libc, remarks } as const;
    found.push({ variant, order: [libc === 'glibc' ? 0 : 1, remarks.length, candidate.bytes] });
  }
  return found.sort((a, b) => compared(a.order, b.order)).map(({ variant }) => variant);
}

function compared(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((value, position) => value !== b[position]);
  return index < 0 ? 0 : (a[index] ?? 0) - (b[index] ?? 0);
}

function isSibling(name: string, from: TagParts, to: TagParts): boolean {
  if (from.version !== to.version || (from.alpine && !to.alpine)) return false;
  if (from.slim && !to.slim && !to.alpine) return false;
  if (!to.alpine && from.codename !== to.codename) return false;
  if (to.alpine && to.codename !== undefined) return false;
  if (java(name, from) === 'jre' && java(name, to) !== 'jre') return false;
  return purposeClass(name, from) === purposeClass(name, to);
}

/** Images whose tags without `jdk` or `jre` are development kits. */
const developmentKits: ReadonlySet<string> = new Set([
  'eclipse-temurin',
  'sapmachine',
  'azul-zulu',
  'ibm-semeru-runtimes',
]);

function java(name: string, parts: TagParts): 'jdk' | 'jre' | undefined {
  if (parts.purpose.some((word) => /^jre\d*$/.test(word))) return 'jre';
  return developmentKits.has(name) || parts.purpose.some((word) => /^jdk\d*$/.test(word)) ? 'jdk' : undefined;
}

/** A Java runtime can stand in for the development kit where nothing is compiled, so both are of one class. */
function purposeClass(name: string, parts: TagParts): string {
  const words = parts.purpose
    .filter((word) => word !== 'cli')
    .map((word) => word.replace(/^(?:jdk|jre)(\d*)$/, 'java$1'));
  return (developmentKits.has(name) && !words.includes('java') ? [...words, 'java'] : words).sort().join(' ');
}

/** In what a smaller variant differs, beside its size. */
export const variantRemarks = {
  runtime: 'a Java runtime without compiler',
  swift: 'runs programs but does not compile them',
  nginx: 'without the xslt, geoip, image-filter, njs and acme modules',
  curl: 'only certificates, curl and wget',
  scm: 'only version control tools',
  microdnf: 'microdnf instead of dnf',
  musl: 'musl instead of glibc, and apk as package manager',
} as const;

type VariantRemark = (typeof variantRemarks)[keyof typeof variantRemarks];

function remarksOn(name: string, from: TagParts, to: TagParts): VariantRemark[] {
  const found: VariantRemark[] = [];
  const runtime =
    to.purpose.some((word) => /^jre\d*$/.test(word)) && !from.purpose.some((word) => /^jre\d*$/.test(word));
  if (runtime) found.push(variantRemarks.runtime);
  if (name === 'swift' && to.slim && !from.slim) found.push(variantRemarks.swift);
  if (name === 'nginx' && to.alpine && to.slim) found.push(variantRemarks.nginx);
  if (name === 'buildpack-deps') found.push(to.rest.includes('curl') ? variantRemarks.curl : variantRemarks.scm);
  if ((name === 'almalinux' || name === 'rockylinux' || name === 'oraclelinux') && to.slim)
    found.push(variantRemarks.microdnf);
  if (to.alpine && !from.alpine) found.push(variantRemarks.musl);
  return found;
}
