import { officialName } from './image-names';
import { imageElsewhere } from './images-elsewhere';

export interface ImageUser {
  readonly name: string;
  /** `null`: the build lets the system choose, so the number may change. */
  readonly uid: number | null;
  readonly gid: number | null;
}

interface UserRow {
  readonly images: readonly string[];
  readonly tags?: RegExp;
  readonly users: readonly ImageUser[];
  /** The last USER where the table of images is silent or older; `null` for none. */
  readonly user?: string | null;
  readonly source: string;
}

const user = (name: string, uid: number | null, gid: number | null = uid): readonly ImageUser[] => [{ name, uid, gid }];

/** Accounts of official images, with their numbers. The first row that fits wins. */
export const imageUsers: readonly UserRow[] = [
  { images: ['nginx'], users: user('nginx', 101), source: 'nginx/docker-nginx' },
  { images: ['node'], users: user('node', 1000), source: 'nodejs/docker-node' },
  {
    images: ['wordpress'],
    tags: /cli/,
    users: user('www-data', 82),
    user: 'www-data',
    source: 'docker-library/wordpress',
  },
  {
    images: [
      'httpd',
      'php',
      'wordpress',
      'nextcloud',
      'composer',
      'drupal',
      'joomla',
      'matomo',
      'mediawiki',
      'phpmyadmin',
    ],
    tags: /alpine/,
    users: user('www-data', 82),
    source: 'docker-library/httpd, php, wordpress; Alpine main/alpine-baselayout',
  },
  {
    images: ['composer'],
    users: user('www-data', 82),
    source: 'composer/docker (on Alpine)',
  },
  {
    images: ['httpd', 'php', 'wordpress', 'nextcloud', 'drupal', 'joomla', 'matomo', 'mediawiki', 'phpmyadmin'],
    users: user('www-data', 33),
    source: 'docker-library/httpd, php, wordpress; Debian base-passwd',
  },
  { images: ['postgres'], tags: /alpine/, users: user('postgres', 70), source: 'docker-library/postgres' },
  { images: ['postgres'], users: user('postgres', 999), source: 'docker-library/postgres' },
  { images: ['mysql'], users: user('mysql', 999), source: 'docker-library/mysql' },
  { images: ['mariadb'], tags: /ubi/, users: user('mysql', 999), user: 'mysql', source: 'MariaDB/mariadb-docker' },
  // `useradd -r`: 999 today, and nobody promises it.
  { images: ['mariadb'], users: user('mysql', 999), user: null, source: 'MariaDB/mariadb-docker' },
  { images: ['percona'], users: user('mysql', 1001), user: 'mysql', source: 'percona/percona-docker' },
  { images: ['mongo'], users: user('mongodb', 999), source: 'docker-library/mongo' },
  {
    images: ['redis'],
    tags: /alpine/,
    users: user('redis', 999, 1000),
    source: 'docker-library/redis, redis/docker-library-redis',
  },
  { images: ['redis'], users: user('redis', 999), source: 'docker-library/redis, redis/docker-library-redis' },
  { images: ['rabbitmq'], tags: /alpine/, users: user('rabbitmq', 100, 101), source: 'docker-library/rabbitmq' },
  { images: ['rabbitmq'], users: user('rabbitmq', 999), source: 'docker-library/rabbitmq' },
  { images: ['memcached'], users: user('memcache', 11211), user: 'memcache', source: 'docker-library/memcached' },
  { images: ['haproxy'], users: user('haproxy', 99), user: 'haproxy', source: 'docker-library/haproxy' },
  { images: ['varnish'], users: user('varnish', 1000), user: 'varnish', source: 'varnish/docker-varnish' },
  { images: ['cassandra'], users: user('cassandra', 999), source: 'docker-library/cassandra' },
  { images: ['zookeeper'], users: user('zookeeper', 1000), source: '31z4/zookeeper-docker' },
  { images: ['couchdb'], users: user('couchdb', 5984), source: 'apache/couchdb-docker' },
  {
    images: ['influxdb'],
    tags: /^3|core/,
    users: user('influxdb3', 1500),
    user: 'influxdb3',
    source: 'influxdata/influxdata-docker',
  },
  { images: ['influxdb'], users: user('influxdb', 1000), user: null, source: 'influxdata/influxdata-docker' },
  { images: ['solr'], users: user('solr', 8983), user: '8983', source: 'apache/solr-docker' },
  {
    images: ['elasticsearch'],
    tags: /^[89]\./,
    users: user('elasticsearch', 1000),
    user: '1000:0',
    source: 'elastic/dockerfiles (8.17 to 9.2)',
  },
  { images: ['clickhouse'], users: user('clickhouse', 101), user: null, source: 'ClickHouse/docker-library' },
  { images: ['neo4j'], users: user('neo4j', 7474), source: 'neo4j/docker-neo4j' },
  { images: ['jetty'], users: user('jetty', null), user: 'jetty', source: 'jetty/jetty.docker' },
  { images: ['ghost'], users: user('node', 1000), source: 'docker-library/ghost' },
  { images: ['vault'], users: user('vault', null), user: null, source: 'hashicorp/docker-vault' },
  { images: ['consul'], users: user('consul', null), user: null, source: 'hashicorp/consul' },
  // It was there before anything is added: `useradd -u 1000` collides with it.
  {
    images: ['ubuntu'],
    tags: /^(?:latest$|2[4-9]\.|noble|plucky|questing|resolute|rolling|devel)/,
    users: user('ubuntu', 1000),
    user: null,
    source: 'MariaDB/mariadb-docker ("userdel --remove ubuntu")',
  },
  {
    images: [
      'tomcat',
      'golang',
      'python',
      'ruby',
      'eclipse-temurin',
      'caddy',
      'traefik',
      'registry',
      'rethinkdb',
      'debian',
      'alpine',
      'rust',
      'busybox',
    ],
    users: [],
    user: null,
    source: "the images' Dockerfiles",
  },
];

/** The row for an official image. */
export function imageUserRow(name: string, tag: string): UserRow | undefined {
  return imageUsers.find((row) => row.images.includes(name) && (row.tags === undefined || row.tags.test(tag)));
}

/**
 * Numbers of accounts that every image of a family has, for names that no image creates itself.
 * Source: Debian base-passwd:passwd.master; Alpine main/alpine-baselayout:passwd; Fedora setup:uidgid
 */
export const systemUsers: readonly ImageUser[] = [
  { name: 'root', uid: 0, gid: 0 },
  { name: 'nobody', uid: 65534, gid: 65534 },
  { name: 'nonroot', uid: 65532, gid: 65532 },
];

/** A program that gives root away at start. */
export interface PrivilegeDrop {
  readonly tool: 'gosu' | 'su-exec' | 'setpriv' | 'clickhouse su';
  readonly user: string;
}

interface DropRow extends PrivilegeDrop {
  readonly images: readonly string[];
  readonly except?: RegExp;
  readonly tags?: RegExp;
}

/** Official images whose entrypoint starts as root and then runs the server as somebody else. Source: see imageUsers. */
const drops: readonly DropRow[] = [
  { images: ['postgres'], tags: /alpine/, tool: 'su-exec', user: 'postgres' },
  { images: ['postgres'], tool: 'gosu', user: 'postgres' },
  { images: ['mysql'], tool: 'gosu', user: 'mysql' },
  { images: ['mariadb'], except: /ubi/, tool: 'gosu', user: 'mysql' },
  { images: ['mongo'], tool: 'gosu', user: 'mongodb' },
  { images: ['redis'], tags: /^8|^latest$|^alpine$/, tool: 'setpriv', user: 'redis' },
  { images: ['redis'], tool: 'gosu', user: 'redis' },
  { images: ['valkey/valkey'], tool: 'setpriv', user: 'valkey' },
  { images: ['rabbitmq'], tags: /alpine/, tool: 'su-exec', user: 'rabbitmq' },
  { images: ['rabbitmq'], tool: 'gosu', user: 'rabbitmq' },
  { images: ['cassandra'], tool: 'gosu', user: 'cassandra' },
  { images: ['zookeeper'], tool: 'gosu', user: 'zookeeper' },
  { images: ['couchdb'], tool: 'setpriv', user: 'couchdb' },
  { images: ['influxdb'], except: /^3|core/, tool: 'gosu', user: 'influxdb' },
  {
    images: ['clickhouse', 'clickhouse/clickhouse-server'],
    except: /distroless/,
    tool: 'clickhouse su',
    user: 'clickhouse',
  },
  { images: ['neo4j'], tool: 'su-exec', user: 'neo4j' },
  { images: ['ghost'], tool: 'gosu', user: 'node' },
  { images: ['vault', 'hashicorp/vault'], except: /ubi/, tool: 'su-exec', user: 'vault' },
  { images: ['consul', 'hashicorp/consul'], except: /ubi/, tool: 'su-exec', user: 'consul' },
];

/** How an image gives root away by itself when its own entrypoint runs; `undefined` when it does not, or nothing is known. */
export function dropsPrivilegesItself(repository: string, tag = 'latest'): PrivilegeDrop | undefined {
  const name = officialName(repository) ?? repository;
  const row = drops.find(
    (each) =>
      each.images.includes(name) && (each.tags === undefined || each.tags.test(tag)) && each.except?.test(tag) !== true,
  );
  return row && { tool: row.tool, user: row.user };
}

/** Accounts that the tables by hand know for an image; see usersOf in images.ts for all that is known. */
export function usersByHand(repository: string, tag: string): readonly ImageUser[] | undefined {
  const name = officialName(repository);
  return name === undefined ? imageElsewhere(repository, tag)?.users : imageUserRow(name, tag)?.users;
}
