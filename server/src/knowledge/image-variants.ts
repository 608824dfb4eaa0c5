/** A tag of an official image, taken apart. */
export interface TagParts {
  /** `22`, `3.13`, `bookworm`, `stable`, `php8.4`; empty for `latest` and for tags that name only a variant. */
  readonly version: string;
  /** The other parts as written, in order. */
  readonly rest: readonly string[];
  /** Code name of the distribution behind the version, when the tag pins it. */
  readonly codename?: string;
  /** `alpine` of any release. */
  readonly alpine: boolean;
  /** Parts that say how much is in the image: slim, minimal, curl, scm, and the release-less `alpine-slim`. */
  readonly slim: boolean;
  /** What the image is for, apart from version, size and distribution: `fpm`, `management`, `jre`. Sorted. */
  readonly purpose: readonly string[];
}

/**
 * Code names of Debian and Ubuntu releases that appear in tags.
 * Source: endoflife-date/endoflife.date:products/debian.md, products/ubuntu.md
 */
export const debianCodenames: readonly string[] = [
  'jessie',
  'stretch',
  'buster',
  'bullseye',
  'bookworm',
  'trixie',
  'forky',
  'sid',
  'stable',
  'oldstable',
  'testing',
  'unstable',
];
export const ubuntuCodenames: readonly string[] = [
  'trusty',
  'xenial',
  'bionic',
  'focal',
  'jammy',
  'noble',
  'plucky',
  'questing',
  'resolute',
];

const codenames = new Set([...debianCodenames, ...ubuntuCodenames]);
const distributions =
  /^(?:ubi\d*(?:-(?:minimal|micro))?|ubi\d+|al\d+|oraclelinux\d*|amazonlinux\d*|ol\d+|fedora\d*|rocky\d*|azurelinux[\d.]*)$/;
const sizes = new Set(['slim', 'minimal', 'curl', 'scm', 'headless']);

/** The published tags are asked for again and again. */
const known = new Map<string, TagParts>();
const mostKnown = 5_000;

/** Takes a tag apart. `undefined` and the empty tag are `latest`. */
export function tagParts(tag: string | undefined): TagParts {
  const written = tag === undefined || tag === '' ? 'latest' : tag;
  const before = known.get(written);
  if (before !== undefined) return before;
  if (known.size >= mostKnown) known.clear();
  const parts = partsOf(written);
  known.set(written, parts);
  return parts;
}

function partsOf(tag: string): TagParts {
  const words = tag.split('-');
  const [first = ''] = words;
  const versioned =
    /^v?\d|^php\d/.test(first) || codenames.has(first) || first === 'stable' || first === 'mainline' || first === 'lts';
  const version = versioned ? first : '';
  const rest = first === 'latest' ? words.slice(1) : versioned ? words.slice(1) : words;
  const codename = rest.find((word) => codenames.has(word));
  const alpine = rest.some((word) => /^alpine[\d.]*$/.test(word));
  // `3.22` behind `alpine-` is the release of Alpine in tags such as `21-jre-alpine-3.22`.
  const purpose = rest.filter((word, index) => {
    if (codenames.has(word) || sizes.has(word) || distributions.test(word) || /^alpine[\d.]*$/.test(word)) return false;
    return !(/^\d+\.\d+$/.test(word) && rest[index - 1] === 'alpine');
  });
  return {
    version,
    rest,
    ...(codename !== undefined && { codename }),
    alpine,
    slim: rest.some((word) => sizes.has(word)),
    purpose: purpose.sort(),
  };
}

/**
 * How smaller variants are spelled, repository by repository. Source: docker-library/official-images:library/<repository> of 2026-08-21, dotnet/dotnet-docker:src.
 */
export interface VariantNaming {
  readonly repositories: readonly string[];
  /** Where `slim` stands when the distribution is pinned: `3.13-slim-trixie` or `22-bookworm-slim`. */
  readonly slim?: 'before-codename' | 'after-codename' | 'unpinned-only';
  readonly alpine?: boolean;
  /** The suffix of an even smaller Alpine variant. */
  readonly alpineSlim?: boolean;
  /** A runtime without compiler and tools is published. */
  readonly runtime?: boolean;
  readonly minimal?: boolean;
  readonly note?: string;
}

export const variantNamings: readonly VariantNaming[] = [
  { repositories: ['debian'], slim: 'unpinned-only' },
  { repositories: ['python', 'ruby', 'rust'], slim: 'before-codename', alpine: true },
  { repositories: ['haskell', 'perl'], slim: 'before-codename' },
  { repositories: ['node'], slim: 'after-codename', alpine: true },
  { repositories: ['swift'], slim: 'after-codename' },
  { repositories: ['elixir', 'erlang'], slim: 'unpinned-only', alpine: true },
  { repositories: ['pypy'], slim: 'before-codename' },
  { repositories: ['solr', 'znc'], slim: 'unpinned-only' },
  { repositories: ['golang', 'php'], alpine: true },
  { repositories: ['nginx'], alpine: true, alpineSlim: true },
  { repositories: ['eclipse-temurin', 'sapmachine', 'azul-zulu'], runtime: true, alpine: true },
  { repositories: ['ibmjava', 'tomcat', 'tomee', 'jruby'], runtime: true },
  { repositories: ['amazoncorretto', 'jetty', 'maven', 'gradle'], alpine: true },
  {
    repositories: [
      'postgres',
      'redis',
      'memcached',
      'httpd',
      'rabbitmq',
      'haproxy',
      'caddy',
      'ghost',
      'varnish',
      'influxdb',
      'telegraf',
      'nats',
      'wordpress',
    ],
    alpine: true,
  },
  { repositories: ['almalinux', 'rockylinux'], minimal: true },
  { repositories: ['oraclelinux'], slim: 'unpinned-only' },
  { repositories: ['buildpack-deps'], minimal: true },
];
