// Writes the tables of facts about images in server/src/knowledge.
//
//   node scripts/generate-images.mjs sizes FILE               images.json
//   node scripts/generate-images.mjs tags FOLDER DAY          published-tags.json
//   node scripts/generate-images.mjs end-of-life FOLDER DAY   end-of-life.json
//
// FILE is JSON, `{source, collected, images: {NAME: {config, users, tags: {TAG: {bytes, built, config?, users?}}}}}`, collected from
// docker-library/repo-info, files `repos/<image>/remote/<tag>.md`. The folders are `library` of a checkout of
// docker-library/official-images and `products` of one of endoflife-date/endoflife.date; DAY is the day of that checkout's commit.
// Everything is sorted, one image or product on a line, so that a diff shows what has changed. Nothing is fetched.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const knowledge = fileURLToPath(new URL('../server/src/knowledge/', import.meta.url));
const day = /^\d{4}-\d{2}-\d{2}$/;

const compared = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const sortedEntries = (object) => Object.entries(object).sort(([a], [b]) => compared(a, b));
const isEmpty = (value) =>
  value === null || value === undefined || (typeof value === 'object' && Object.keys(value).length === 0);

function fail(message) {
  console.error(`generate-images: ${message}`);
  process.exit(1);
}

function write(name, head, key, entries) {
  const lines = entries.map(([id, facts]) => `    ${JSON.stringify(id)}: ${JSON.stringify(facts)}`);
  const top = sortedEntries(head).map(([field, value]) => `  ${JSON.stringify(field)}: ${JSON.stringify(value)},\n`);
  const target = join(knowledge, name);
  writeFileSync(target, `{\n${top.join('')}  ${JSON.stringify(key)}: {\n${lines.join(',\n')}\n  }\n}\n`);
  console.log(`${entries.length} rows written to ${target}`);
}

// ---- sizes and configuration ----

/** Keys of an image's configuration, in the order in which they are written. */
const configKeys = ['user', 'entrypoint', 'cmd', 'expose', 'volumes', 'workdir', 'stopsignal', 'env'];

function checkedConfig(config, where, keepEmpty) {
  for (const key of Object.keys(config)) if (!configKeys.includes(key)) fail(`${where}: unknown key ${key}`);
  const kept = configKeys.filter((key) => key in config && (keepEmpty || !isEmpty(config[key])));
  const written = (key) => (key === 'env' ? Object.fromEntries(sortedEntries(config.env)) : config[key]);
  return Object.fromEntries(kept.map((key) => [key, written(key)]));
}

function checkedUsers(users, where) {
  for (const { name, uid, gid } of users) {
    const numbers = [uid, gid].every((id) => id === null || Number.isInteger(id));
    if (typeof name !== 'string' || !numbers) fail(`${where}: a user without name, or an id that is no number`);
  }
  return users.map(({ name, uid, gid }) => ({ name, uid, gid }));
}

function checkedTag(tag, where) {
  if (!Number.isInteger(tag.bytes) || tag.bytes <= 0) fail(`${where}: no size`);
  if (!day.test(tag.built)) fail(`${where}: no day`);
  return {
    bytes: tag.bytes,
    built: tag.built,
    // Here an empty value says that the tag has none of what the image's other tags have: it stays.
    ...(tag.config && { config: checkedConfig(tag.config, where, true) }),
    ...(tag.users && { users: checkedUsers(tag.users, where) }),
  };
}

function checkedImage(name, image) {
  const config = checkedConfig(image.config, name, false);
  const users = checkedUsers(image.users, name);
  const tags = sortedEntries(image.tags).map(([tag, facts]) => [tag, checkedTag(facts, `${name}:${tag}`)]);
  return {
    ...(!isEmpty(config) && { config }),
    ...(users.length > 0 && { users }),
    tags: Object.fromEntries(tags),
  };
}

function writeSizes(file) {
  const { source, collected, images } = JSON.parse(readFileSync(file, 'utf8'));
  if (!day.test(collected)) fail('no day of collection');
  const entries = sortedEntries(images).map(([name, image]) => [name, checkedImage(name, image)]);
  write('images.json', { source, collected }, 'images', entries);
}

// ---- published tags ----

/** Images that people build on or run; the others would only make the bundle larger. */
const worthListing = `
  almalinux alpine amazoncorretto amazonlinux archlinux bash buildpack-deps busybox caddy cassandra clojure composer couchdb debian
  docker drupal eclipse-mosquitto eclipse-temurin elasticsearch elixir erlang fedora gcc ghost golang gradle haproxy haskell httpd
  influxdb jetty joomla julia kong logstash kibana mariadb matomo maven memcached mongo mysql nats neo4j nextcloud nginx node odoo
  oraclelinux perl php postgres pypy python rabbitmq redis redmine registry ruby rust sapmachine solr sonarqube swift telegraf tomcat
  traefik ubuntu varnish wordpress zookeeper
`
  .trim()
  .split(/\s+/);

const notMoving =
  /(?:^|-)(?:rc|beta|alpha|ea|dev|devel|nightly|preview|canary|edge|unstable|experimental)\d*(?:[.-]|$)|\d{8}/;
const windows = /windowsservercore|nanoserver/;

/** Tags that move with updates: at most two numbers in the version, no build, no pre-release, for Linux. */
function isMoving(tag) {
  const [version = ''] = tag.split('-');
  return !windows.test(tag) && !notMoving.test(tag) && !/^v?\d+\.\d+\.\d/.test(version) && !/-\d+\.\d+\.\d/.test(tag);
}

function tagsOf(text) {
  const tags = new Set();
  for (const stanza of text.split(/\n\s*\n/)) {
    const fields = stanza
      .split('\n')
      .filter((line) => !line.startsWith('#'))
      .join('\n')
      .replace(/\n\s+/g, ' ');
    if (/^Constraints:.*windows/m.test(fields)) continue;
    for (const [, list] of fields.matchAll(/^(?:Tags|SharedTags):(.*)$/gm)) {
      for (const tag of list.split(',')) if (isMoving(tag.trim())) tags.add(tag.trim());
    }
  }
  return [...tags].sort(compared).join(' ');
}

function writeTags(folder, collected) {
  if (!day.test(collected)) fail('no day of collection');
  const present = readdirSync(folder);
  for (const name of worthListing) if (!present.includes(name)) fail(`${folder} has no ${name}`);
  const entries = [...worthListing]
    .sort(compared)
    .map((name) => [name, tagsOf(readFileSync(join(folder, name), 'utf8'))]);
  write('published-tags.json', { source: 'docker-library/official-images', collected }, 'tags', entries);
}

// ---- end of life ----

/** Images and the product whose cycles their versions are; those of others by their whole name. Products' own names for images cover only a fifth of them. */
const products = {
  almalinux: 'almalinux',
  alpine: 'alpine-linux',
  amazoncorretto: 'amazon-corretto',
  amazonlinux: 'amazon-linux',
  caddy: 'caddy',
  cassandra: 'apache-cassandra',
  centos: 'centos',
  composer: 'composer',
  couchdb: 'apache-couchdb',
  debian: 'debian',
  drupal: 'drupal',
  'eclipse-temurin': 'eclipse-temurin',
  elasticsearch: 'elasticsearch',
  elixir: 'elixir',
  erlang: 'erlang',
  fedora: 'fedora',
  golang: 'go',
  gradle: 'gradle',
  haproxy: 'haproxy',
  httpd: 'apache-http-server',
  influxdb: 'influxdb',
  jetty: 'eclipse-jetty',
  joomla: 'joomla',
  julia: 'julia',
  kibana: 'kibana',
  kong: 'kong-gateway',
  logstash: 'logstash',
  mariadb: 'mariadb',
  matomo: 'matomo',
  maven: 'apache-maven',
  memcached: 'memcached',
  mongo: 'mongodb',
  mysql: 'mysql',
  neo4j: 'neo4j',
  nextcloud: 'nextcloud',
  nginx: 'nginx',
  node: 'nodejs',
  oraclelinux: 'oracle-linux',
  perl: 'perl',
  php: 'php',
  postgres: 'postgresql',
  python: 'python',
  rabbitmq: 'rabbitmq',
  redis: 'redis',
  redmine: 'redmine',
  rockylinux: 'rocky-linux',
  ruby: 'ruby',
  sapmachine: 'sapmachine',
  solr: 'solr',
  telegraf: 'telegraf',
  tomcat: 'tomcat',
  traefik: 'traefik',
  ubuntu: 'ubuntu',
  wordpress: 'wordpress',
  zookeeper: 'zookeeper',
  ...Object.fromEntries(
    ['aspnet', 'runtime', 'runtime-deps', 'sdk'].flatMap((name) => [
      [`mcr.microsoft.com/dotnet/${name}`, 'dotnet'],
      [`mcr.microsoft.com/dotnet/core/${name}`, 'dotnet'],
    ]),
  ),
};

const dated = (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value);

function cyclesOf(text, product) {
  const front = /^---\n([\s\S]*?)\n---/.exec(text)?.[1];
  if (front === undefined) fail(`${product}: no front matter`);
  const { title, releases } = parse(front);
  const cycles = {};
  for (const release of releases) {
    const eol = dated(release.eol);
    if (typeof eol !== 'boolean' && !day.test(eol)) fail(`${product} ${release.releaseCycle}: no date`);
    const codename = release.codename?.split(' ')[0].toLowerCase();
    // Elsewhere extended support is something that one pays for.
    const longTerm = product === 'debian' ? dated(release.eoes) : undefined;
    cycles[release.releaseCycle] = { eol, ...(longTerm && { longTerm }), ...(codename && { codename }) };
  }
  return { title, cycles: Object.fromEntries(sortedEntries(cycles)) };
}

function writeEndOfLife(folder, collected) {
  if (!day.test(collected)) fail('no day of collection');
  const entries = [...new Set(Object.values(products))]
    .sort(compared)
    .map((product) => [product, cyclesOf(readFileSync(join(folder, `${product}.md`), 'utf8'), product)]);
  const images = Object.fromEntries(sortedEntries(products));
  write('end-of-life.json', { source: 'endoflife-date/endoflife.date', collected, images }, 'products', entries);
}

const [what, from, on] = process.argv.slice(2);
if (what === 'sizes' && from !== undefined) writeSizes(from);
else if (what === 'tags' && from !== undefined && on !== undefined) writeTags(from, on);
else if (what === 'end-of-life' && from !== undefined && on !== undefined) writeEndOfLife(from, on);
else fail('usage: node scripts/generate-images.mjs sizes FILE | tags FOLDER DAY | end-of-life FOLDER DAY');
