import { type Family, families } from './families';
import { officialName } from './image-names';
import { debianCodenames, tagParts, ubuntuCodenames } from './image-variants';
import { imageElsewhere } from './images-elsewhere';

/** The ground an image stands on. What is `undefined` is not known. */
export interface ImageBase {
  readonly family: Family;
  /** Id in package-managers.ts; `null` when nothing can be installed. */
  readonly packageManager: string | null | undefined;
  readonly shell: boolean | undefined;
  readonly bash: boolean | undefined;
  readonly sh: 'dash' | 'bash' | 'busybox' | undefined;
  readonly libc: 'glibc' | 'musl' | undefined;
}

/**
 * The family of official images whose tag does not say it. Source: the `Directory:` and shared tags of
 * docker-library/official-images:library/<image> of 2026-08-21, and each image's Dockerfile.
 */
const byImage: ReadonlyMap<string, Family> = new Map([
  ...list('debian', [
    'debian',
    'buildpack-deps',
    'neurodebian',
    'node',
    'python',
    'ruby',
    'golang',
    'rust',
    'perl',
    'php',
    'gcc',
    'haskell',
    'haxe',
    'julia',
    'pypy',
    'swipl',
    'dart',
    'elixir',
    'erlang',
    'r-base',
    'clojure',
    'hylang',
    'rakudo-star',
    'postgres',
    'redis',
    'memcached',
    'httpd',
    'nginx',
    'haproxy',
    'couchdb',
    'ghost',
    'wordpress',
    'drupal',
    'joomla',
    'matomo',
    'mediawiki',
    'nextcloud',
    'redmine',
    'friendica',
    'phpmyadmin',
    'postfixadmin',
    'monica',
    'yourls',
    'backdrop',
    'espocrm',
    'influxdb',
    'telegraf',
    'kapacitor',
    'chronograf',
    'neo4j',
    'rethinkdb',
    'varnish',
    'irssi',
    'satosa',
    'znc',
    'hitch',
    'cassandra',
  ]),
  ...list('ubuntu', [
    'ubuntu',
    'eclipse-temurin',
    'maven',
    'gradle',
    'groovy',
    'tomcat',
    'tomee',
    'jetty',
    'sapmachine',
    'ibm-semeru-runtimes',
    'ibmjava',
    'mongo',
    'mariadb',
    'rabbitmq',
    'kong',
    'solr',
    'zookeeper',
    'couchbase',
    'ros',
    'gazebo',
    'swift',
    'clickhouse',
    'odoo',
  ]),
  ...list('alpine', [
    'alpine',
    'adminer',
    'api-firewall',
    'arangodb',
    'bash',
    'caddy',
    'composer',
    'docker',
    'eclipse-mosquitto',
    'registry',
    'spiped',
    'traefik',
    'vault',
    'consul',
    'eggdrop',
  ]),
  ...list('redhat', [
    'fedora',
    'centos',
    'almalinux',
    'rockylinux',
    'oraclelinux',
    'amazonlinux',
    'amazoncorretto',
    'mysql',
    'percona',
    'openjdk',
    'crate',
  ]),
  ...list('arch', ['archlinux']),
  ...list('photon', ['photon']),
  ...list('busybox', ['busybox']),
  ...list('scratch', ['hello-world', 'nats', 'scratch']),
]);

function list(family: Family, names: readonly string[]): [string, Family][] {
  return names.map((name) => [name, family]);
}

/** What a part of a tag says about the distribution, whatever the image. Checked in this order. */
const byTag: readonly { readonly part: RegExp; readonly family: Family }[] = [
  { part: /^(?:windowsservercore|nanoserver)$|^ltsc\d{4}$|^1809$/, family: 'windows' },
  { part: /^alpine[\d.]*$/, family: 'alpine' },
  {
    part: /^(?:ubi\d*|centos\d*|fedora\d*|rocky\w*|oraclelinux\d*|amazonlinux\d*|al\d{4}|ol\d+|(?:amazon)?corretto)$/,
    family: 'redhat',
  },
  { part: /^(?:distroless|chiseled)$/, family: 'distroless' },
  { part: /^wolfi$/, family: 'wolfi' },
  { part: /^azurelinux[\d.]*$/, family: 'azure' },
  { part: /^ubuntu[\d.]*$/, family: 'ubuntu' },
  { part: /^debian[\d.]*$/, family: 'debian' },
  { part: /^(?:uclibc|musl)$/, family: 'busybox' },
  { part: /^scratch$/, family: 'scratch' },
];

/** Official images on a slim Oracle Linux, which has microdnf only. */
const onSlimOracleLinux: ReadonlySet<string> = new Set(['mysql', 'openjdk']);

/** Official images in which bash was added to an Alpine, or the shell taken away. */
const withBash: ReadonlySet<string> = new Set(['bash']);

/** The family of an image by its name and tag. `repository` comes without tag and digest; `scratch` is one too. */
export function imageBase(repository: string, tag = 'latest'): ImageBase {
  const name = officialName(repository);
  const elsewhere = name === undefined ? imageElsewhere(repository, tag) : undefined;
  const family = name === undefined ? (elsewhere?.family ?? 'unknown') : officialFamily(name, tag);
  const facts = families[family];
  const shell =
    elsewhere?.shell ?? (elsewhere === undefined ? facts.shell : family === 'unknown' ? undefined : facts.shell);
  return {
    family,
    packageManager:
      elsewhere?.packageManager !== undefined ? elsewhere.packageManager : packageManagerIn(name, tag, family),
    shell,
    bash: name !== undefined && withBash.has(name) ? true : facts.bash,
    sh: shell === true ? facts.sh : undefined,
    libc: facts.libc,
  };
}

function officialFamily(name: string, tag: string): Family {
  if (name === 'scratch') return 'scratch';
  const parts = tagParts(tag);
  const words = tag.split('-');
  for (const { part, family } of byTag) {
    // `docker:29-alpine3.22` and `alpine3.22` are Alpine; a version such as `ubuntu:24.04` is no part of this kind.
    if (words.some((word) => part.test(word)) && !(name === 'busybox' && family === 'alpine')) return family;
  }
  const own = byImage.get(name);
  if (own === undefined) return 'unknown';
  const codename = parts.codename ?? (parts.version !== '' ? parts.version : undefined);
  if (codename !== undefined && own !== 'alpine') {
    if (ubuntuCodenames.includes(codename)) return 'ubuntu';
    if (debianCodenames.includes(codename) && !['stable', 'testing', 'unstable', 'oldstable'].includes(codename))
      return 'debian';
  }
  // Java on Oracle Linux began with 12; older tags stand on Debian.
  if (name === 'openjdk' && /^(?:[789]|1[01])(?:[.\-u]|$)/.test(tag)) return 'debian';
  return own;
}

function packageManagerIn(name: string | undefined, tag: string, family: Family): string | null | undefined {
  if (family === 'unknown') return undefined;
  if (family === 'redhat') {
    if (/\bmicro\b/.test(tag)) return null;
    if (/\bminimal\b/.test(tag) || (name === 'oraclelinux' && /slim/.test(tag)) || onSlimOracleLinux.has(name ?? ''))
      return 'microdnf';
    if (name === 'centos' && /^(?:5|6|7|centos[567])/.test(tag)) return 'yum';
    if (name === 'amazonlinux' && /^(?:1|2|2018.*|2\..*)$/.test(tag)) return 'yum';
    if (name === 'amazoncorretto' && !/al2023/.test(tag)) return 'yum';
  }
  return families[family].packageManager ?? null;
}
