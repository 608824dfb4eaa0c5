import { inlineCode } from '../engine/markdown';
import { rendered, templates } from '../engine/message';
import { deprecatedImage } from '../knowledge/deprecated-images';
import { type Support, supportOf, supportState } from '../knowledge/end-of-life';
import type { Family } from '../knowledge/families';
import { imageBase } from '../knowledge/image-families';
import { canonicalName } from '../knowledge/image-names';
import type { ImageUser } from '../knowledge/image-users';
import { imageTable, type KnownImage, knownImage, smallerVariants, variantRemarks } from '../knowledge/images';
import { hubPage } from './hub-page';
import { sizeText } from './size';

const texts = templates({
  root: 'runs as root',
  user: 'runs as {user}',
  users: 'users {users}',
  numbered: '{name} ({uid}:{gid})',
  entrypoint: 'entrypoint {words}',
  command: 'command {words}',
  ports: 'ports {ports}',
  volumes: 'volumes {volumes}',
  directory: 'works in {directory}',
  signal: 'stops at {signal}',
  supported: '{label}: supported until {ends}',
  going: '{label}: supported',
  longTerm: '{label}: ordinary support ended {ends}, long-term support ends {longTermEnds}',
  over: '{label}: **support ended {ends}**',
  ended: '{label}: **support has ended**',
  moved: 'Deprecated: published as {instead} now',
  abandoned: 'Deprecated: nobody keeps it up',
  abandonedFor: 'Deprecated: nobody keeps it up. In its place: {instead}',
  notice: 'Its makers recommend {instead}',
  smaller: 'Smaller: {variants}',
  variant: '{tag} {size}',
  noted: '{tag} {size} ({note})',
  sizes: 'Compressed size for linux/amd64, as published on {collected}',
  relative: 'What is known of its nearest relative; the size is not',
  page: '[Docker Hub]({address})',
});

templates(variantRemarks);

const familyNames: Readonly<Partial<Record<Family, string>>> = {
  debian: 'Debian',
  ubuntu: 'Ubuntu',
  alpine: 'Alpine Linux',
  wolfi: 'Wolfi',
  redhat: 'Red Hat family',
  azure: 'Azure Linux',
  photon: 'Photon OS',
  suse: 'SUSE',
  arch: 'Arch Linux',
  busybox: 'BusyBox',
  distroless: 'distroless',
  windows: 'Windows',
};

/**
 * All that is known of an image, as Markdown; `undefined` when that is nothing.
 * @param repository with its registry, without tag
 * @param today `YYYY-MM-DD`
 */
export function imageCard(repository: string, tag: string, today: string): string | undefined {
  const known = knownImage(repository, tag);
  const { family } = imageBase(repository, tag);
  const support = supportOf(repository, tag);
  const page = hubPage(repository);
  if (known === undefined && support.length === 0 && familyNames[family] === undefined) return undefined;
  const head = [
    `**${canonicalName(repository)}:${tag}**`,
    ...(known?.bytes === undefined ? [] : [sizeText(known.bytes)]),
    ...(familyNames[family] === undefined ? [] : [familyNames[family]]),
    ...(page === undefined ? [] : [rendered(texts.page, { address: page.address })]),
  ].join(' · ');
  const configuration = known === undefined ? [] : configurationOf(known);
  const lines = [
    ...deprecation(repository, tag),
    ...(configuration.length > 0 ? [configuration.join(' · ')] : []),
    ...support.map((each) => supportText(each, today)),
    ...smaller(repository, tag),
  ];
  return [
    head,
    ...(lines.length > 0 ? [lines.map((line) => `- ${line}`).join('\n')] : []),
    ...(known === undefined ? [] : origin(known)),
  ].join('\n\n');
}

function configurationOf(image: KnownImage): readonly string[] {
  const { user, users, entrypoint, cmd, expose = [], volumes = [], workdir, stopsignal } = image;
  const accounts = users.map(accountText).join(', ');
  const places = volumes.map(inlineCode).join(', ');
  const parts: readonly (string | undefined)[] = [
    user === null ? rendered(texts.root, {}) : user && rendered(texts.user, { user: inlineCode(user) }),
    accounts && rendered(texts.users, { users: accounts }),
    entrypoint ? rendered(texts.entrypoint, { words: inlineCode(entrypoint.join(' ')) }) : undefined,
    cmd ? rendered(texts.command, { words: inlineCode(cmd.join(' ')) }) : undefined,
    expose.length > 0 ? rendered(texts.ports, { ports: expose.join(', ') }) : undefined,
    places && rendered(texts.volumes, { volumes: places }),
    workdir ? rendered(texts.directory, { directory: inlineCode(workdir) }) : undefined,
    stopsignal ? rendered(texts.signal, { signal: stopsignal }) : undefined,
  ];
  return parts.flatMap((part) => (part ? [part] : []));
}

function accountText({ name, uid, gid }: ImageUser): string {
  const code = inlineCode(name);
  return uid === null || gid === null
    ? code
    : rendered(texts.numbered, { name: code, uid: String(uid), gid: String(gid) });
}

/** How long something is supported, in a line. */
export function supportText(support: Support, today: string): string {
  const { label, ends, longTermEnds } = support;
  const state = supportState(support, today);
  if (typeof ends === 'boolean') return rendered(state === 'over' ? texts.ended : texts.going, { label });
  if (state === 'longTerm' && typeof longTermEnds === 'string')
    return rendered(texts.longTerm, { label, ends, longTermEnds });
  const last = state === 'over' && typeof longTermEnds === 'string' ? longTermEnds : ends;
  return rendered(state === 'over' ? texts.over : texts.supported, { label, ends: last });
}

function deprecation(repository: string, tag: string): readonly string[] {
  const found = deprecatedImage(repository, tag);
  if (found === undefined) return [];
  const instead = found.instead.map(inlineCode).join(', ');
  if (found.kind === 'abandoned')
    return [instead === '' ? rendered(texts.abandoned, {}) : rendered(texts.abandonedFor, { instead })];
  return [rendered(texts[found.kind], { instead })];
}

function smaller(repository: string, tag: string): readonly string[] {
  const variants = smallerVariants(repository, tag).map(({ tag: name, bytes, remarks }) => {
    const values = { tag: inlineCode(name), size: sizeText(bytes) };
    const note = remarks.map((remark) => rendered(remark, {})).join('; ');
    return note === '' ? rendered(texts.variant, values) : rendered(texts.noted, { ...values, note });
  });
  return variants.length === 0 ? [] : [rendered(texts.smaller, { variants: variants.join(', ') })];
}

function origin({ exact, bytes, expose }: KnownImage): readonly string[] {
  if (bytes !== undefined) return [`*${rendered(texts.sizes, { collected: imageTable.collected })}*`];
  return exact || expose === undefined ? [] : [`*${rendered(texts.relative, {})}*`];
}
