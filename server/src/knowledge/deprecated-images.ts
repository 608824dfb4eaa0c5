import { officialName } from './image-names';

export interface DeprecatedImage {
  /** Only these tags; all of them when absent. */
  readonly tags?: RegExp;
  /** Day or month, as far as it is known. */
  readonly since?: string;
  /** `moved`: the makers publish it elsewhere; `abandoned`: nobody keeps it up; `notice`: it is kept up, with a warning. */
  readonly kind: 'moved' | 'abandoned' | 'notice';
  /** Names to use instead; official images without a slash. */
  readonly instead: readonly string[];
}

/** Official images that their own documentation deprecates. Source: docker-library/docs:<image>/deprecated.md of 2026-08. */
export const deprecatedImages: Readonly<Record<string, DeprecatedImage>> = {
  amazonlinux: { tags: /^(?:1$|2018\.)/, since: '2023-12-31', kind: 'abandoned', instead: ['amazonlinux'] },
  // Gone from the library altogether; source: docker-library/official-images, removal of library/centos.
  centos: { since: '2024-07-29', kind: 'abandoned', instead: ['almalinux', 'quay.io/centos/centos'] },
  clearlinux: { since: '2025-07-18', kind: 'abandoned', instead: [] },
  clefos: { since: '2024-06-30', kind: 'abandoned', instead: [] },
  emqx: { kind: 'moved', instead: ['emqx/emqx'] },
  liquibase: { kind: 'moved', instead: ['liquibase/liquibase'] },
  'mongo-express': { since: '2024-04', kind: 'abandoned', instead: [] },
  nextcloud: { kind: 'notice', instead: ['nextcloud/all-in-one'] },
  notary: { since: '2025-07-30', kind: 'abandoned', instead: [] },
  openjdk: {
    // Early-access builds go on; everything else has had no update since.
    tags: /^(?!.*-ea)/,
    since: '2022-07',
    kind: 'abandoned',
    instead: ['eclipse-temurin', 'amazoncorretto', 'ibm-semeru-runtimes', 'sapmachine'],
  },
  'php-zendserver': { kind: 'abandoned', instead: [] },
  plone: { kind: 'moved', instead: ['plone/plone-backend'] },
  rockylinux: { kind: 'moved', instead: ['rockylinux/rockylinux'] },
  unit: { since: '2025-10', kind: 'abandoned', instead: [] },
};

/** What is deprecated about a parent image, if anything. `repository` comes without tag. */
export function deprecatedImage(repository: string, tag = 'latest'): DeprecatedImage | undefined {
  const name = officialName(repository);
  if (name === undefined || !Object.hasOwn(deprecatedImages, name)) return undefined;
  const facts = deprecatedImages[name];
  return facts?.tags === undefined || facts.tags.test(tag) ? facts : undefined;
}
