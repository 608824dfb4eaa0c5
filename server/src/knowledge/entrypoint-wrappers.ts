import { imageBasename, imageTag } from './image-basename';

/** An image whose ENTRYPOINT is a script, which Kubernetes' `command` replaces. */
export interface EntrypointWrapper {
  readonly images: readonly string[];
  readonly repositories?: RegExp;
  readonly tags?: RegExp;
  /** The server that `command` would name: its first word. */
  readonly servers: readonly string[];
  /** What the script does that is lost. */
  readonly does: string;
  /** `initialises`: without it the server has no data, users or configuration; `thin`: little is lost. */
  readonly weight: 'initialises' | 'drops-root' | 'thin';
  /** The variables that ask for it, without which the script does nothing but start the server. */
  readonly askedBy?: RegExp;
  readonly source: string;
}

/** Source: each image's repository. httpd, tomcat, caddy, python and golang have no such script. */
export const entrypointWrappers: readonly EntrypointWrapper[] = [
  {
    images: ['postgres', 'postgis', 'pgvector', 'timescaledb'],
    servers: ['postgres', 'docker-entrypoint.sh'],
    does: 'creates the database and its users',
    weight: 'initialises',
    source: 'docker-library/postgres',
  },
  {
    images: ['mysql', 'percona', 'percona-server'],
    servers: ['mysqld', 'mysqld_safe'],
    does: 'creates the database and its users',
    weight: 'initialises',
    source: 'docker-library/mysql',
  },
  {
    images: ['mariadb'],
    servers: ['mariadbd', 'mysqld', 'mariadbd-safe', 'mysqld_safe'],
    does: 'creates the database and its users',
    weight: 'initialises',
    source: 'MariaDB/mariadb-docker',
  },
  {
    images: ['mongo'],
    servers: ['mongod', 'mongos'],
    does: 'creates the first user',
    weight: 'initialises',
    source: 'docker-library/mongo',
  },
  {
    images: ['redis'],
    servers: ['redis-server', 'redis-sentinel'],
    does: 'gives up root',
    weight: 'drops-root',
    source: 'redis/docker-library-redis',
  },
  {
    images: ['valkey'],
    servers: ['valkey-server', 'valkey-sentinel'],
    does: 'gives up root',
    weight: 'drops-root',
    source: 'valkey-io/valkey-container',
  },
  {
    images: ['rabbitmq'],
    servers: ['rabbitmq-server'],
    does: 'gives up root and writes the configuration',
    weight: 'initialises',
    source: 'docker-library/rabbitmq',
  },
  {
    images: ['nginx', 'nginx-unprivileged'],
    servers: ['nginx', 'nginx-debug'],
    does: 'runs /docker-entrypoint.d, which fills in configuration templates',
    weight: 'thin',
    source: 'nginx/docker-nginx',
  },
  {
    images: ['couchdb'],
    servers: ['couchdb', '/opt/couchdb/bin/couchdb'],
    does: 'creates the administrator and gives up root',
    weight: 'initialises',
    source: 'apache/couchdb-docker',
  },
  {
    images: ['memcached'],
    servers: ['memcached'],
    does: 'puts the server in front of options',
    weight: 'thin',
    source: 'docker-library/memcached',
  },
  { images: ['haproxy'], servers: ['haproxy'], does: 'adds -W -db', weight: 'thin', source: 'docker-library/haproxy' },
  {
    images: ['node'],
    servers: ['node'],
    does: 'puts node in front of options',
    weight: 'thin',
    source: 'nodejs/docker-node',
  },
  {
    images: ['php'],
    servers: ['php', 'php-fpm', 'apache2-foreground'],
    does: 'puts the server in front of options',
    weight: 'thin',
    source: 'docker-library/php',
  },
  {
    images: ['wordpress'],
    servers: ['apache2-foreground', 'php-fpm'],
    does: 'installs WordPress into the volume',
    weight: 'initialises',
    source: 'docker-library/wordpress',
  },
  {
    images: ['nextcloud'],
    servers: ['apache2-foreground', 'php-fpm'],
    does: 'installs and upgrades Nextcloud in the volume',
    weight: 'initialises',
    source: 'nextcloud/docker',
  },
  {
    images: ['ghost'],
    servers: ['node'],
    does: 'fills the content directory and gives up root',
    weight: 'initialises',
    source: 'docker-library/ghost',
  },
  {
    images: ['elasticsearch'],
    servers: ['elasticsearch', 'bin/elasticsearch', 'eswrapper'],
    does: 'turns variables into settings',
    weight: 'initialises',
    source: 'elastic/dockerfiles',
  },
  {
    images: ['opensearch'],
    servers: ['opensearch', './opensearch'],
    does: 'turns variables into settings',
    weight: 'initialises',
    source: 'opensearch-project/opensearch-build',
  },
  {
    images: ['clickhouse', 'clickhouse-server'],
    servers: ['clickhouse-server', 'clickhouse'],
    does: 'creates users and databases and gives up root',
    weight: 'initialises',
    source: 'ClickHouse/docker-library',
  },
  {
    images: ['cassandra'],
    servers: ['cassandra'],
    does: 'writes the configuration and gives up root',
    weight: 'initialises',
    source: 'docker-library/cassandra',
  },
  {
    images: ['zookeeper'],
    servers: ['zkServer.sh'],
    does: 'writes the configuration and gives up root',
    weight: 'initialises',
    source: '31z4/zookeeper-docker',
  },
  {
    images: ['influxdb'],
    servers: ['influxd', 'influxdb3'],
    does: 'sets the database up',
    weight: 'initialises',
    askedBy: /^(?:DOCKER_)?INFLUXDB_/,
    source: 'influxdata/influxdata-docker',
  },
  {
    images: ['solr'],
    servers: ['solr', 'solr-foreground'],
    does: 'prepares /var/solr',
    weight: 'initialises',
    source: 'apache/solr-docker',
  },
  {
    images: ['neo4j'],
    servers: ['neo4j'],
    does: 'writes the configuration and gives up root',
    weight: 'initialises',
    source: 'neo4j/docker-neo4j',
  },
  {
    images: ['vault'],
    servers: ['vault'],
    does: 'writes the configuration and gives up root',
    weight: 'initialises',
    source: 'hashicorp/vault',
  },
  {
    images: ['consul'],
    servers: ['consul'],
    does: 'adds data and configuration directories and gives up root',
    weight: 'initialises',
    source: 'hashicorp/consul',
  },
  {
    images: ['keycloak'],
    servers: ['kc.sh', '/opt/keycloak/bin/kc.sh'],
    does: 'is the launcher itself',
    weight: 'thin',
    source: 'keycloak/keycloak:quarkus/container/Dockerfile',
  },
  {
    images: ['couchbase'],
    servers: ['couchbase-server'],
    does: 'starts the supervisor of its processes',
    weight: 'initialises',
    source: 'couchbase/docker',
  },
  {
    images: ['registry'],
    servers: ['registry'],
    does: 'puts `serve` in front of a configuration file',
    weight: 'thin',
    source: 'distribution/distribution: image',
  },
  {
    images: ['jenkins'],
    servers: ['java', 'jenkins.sh', '/usr/local/bin/jenkins.sh'],
    does: 'copies plugins and settings into the home directory, under tini',
    weight: 'initialises',
    source: 'jenkinsci/docker',
  },
  {
    images: ['kafka'],
    repositories: /(?:^|\/)apache\/kafka/,
    servers: ['/etc/kafka/docker/run'],
    does: 'imports certificates',
    weight: 'thin',
    source: 'apache/kafka:docker/jvm/Dockerfile',
  },
  {
    images: ['traefik'],
    servers: ['traefik'],
    does: 'puts the server in front of options',
    weight: 'thin',
    source: 'traefik/traefik-library-image',
  },
  {
    images: ['varnish'],
    servers: ['varnishd'],
    does: 'puts default options in front',
    weight: 'thin',
    source: 'varnish/docker-varnish',
  },
  {
    images: ['eclipse-temurin'],
    servers: ['java'],
    does: 'imports certificates when asked to',
    weight: 'thin',
    source: 'adoptium/containers: /__cacert_entrypoint.sh',
  },
];

/** The wrapper of an image, by its reference. Images from other makers (bitnami) have scripts of their own and are not listed. */
export function entrypointWrapper(image: string): EntrypointWrapper | undefined {
  if (/(?:^|\/)(?:bitnami|bitnamilegacy|chainguard)\//.test(image)) return undefined;
  const name = imageBasename(image);
  const tag = imageTag(image) ?? 'latest';
  return entrypointWrappers.find(
    (row) =>
      row.images.includes(name) &&
      (row.repositories === undefined || row.repositories.test(image)) &&
      (row.tags === undefined || row.tags.test(tag)),
  );
}
