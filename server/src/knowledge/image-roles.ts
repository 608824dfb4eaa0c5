import { imageBasename } from './image-basename';

/** What a well-known server image serves. */
export type ServerRole = 'web' | 'database' | 'cache' | 'queue' | 'runtime';

interface RoleRow {
  readonly role: ServerRole;
  readonly pattern: RegExp;
}

const whole = (parts: string): RegExp => new RegExp(`^(?:${parts})$`);

/** Image basenames by role; see stateful-images.ts for where they keep their data. */
const rows: readonly RoleRow[] = [
  {
    role: 'web',
    pattern: whole(
      'nginx(?:-unprivileged)?|openresty|httpd|apache|apache2|caddy|traefik|haproxy|varnish|lighttpd|envoy|squid',
    ),
  },
  {
    role: 'database',
    pattern: whole(
      'postgres(?:ql)?|postgis|pgvector|timescaledb(?:-ha)?|mysql|mysql-server|mariadb|percona|percona-server(?:-mongodb)?|mongo(?:db)?|cassandra|scylla|elasticsearch|opensearch|couchdb|couchbase|neo4j|influxdb|clickhouse(?:-server)?|cockroach|server:?mssql|mssql-server|arangodb|rethinkdb|etcd|solr|qdrant|weaviate|meilisearch|milvus',
    ),
  },
  { role: 'cache', pattern: whole('redis(?:-stack(?:-server)?)?|valkey|keydb|dragonfly|memcached') },
  { role: 'queue', pattern: whole('rabbitmq|kafka|nats|zookeeper|activemq(?:-artemis)?|pulsar|cp-kafka') },
  {
    role: 'runtime',
    pattern: whole(
      'tomcat|jetty|wildfly|tomee|php|phpfpm|php-fpm|gunicorn|uwsgi|passenger|wordpress|ghost|nextcloud|drupal|joomla',
    ),
  },
];

/** The role of a server by its image (whole reference or last part). `undefined` for applications and unknown images. */
export function serverRole(image: string): ServerRole | undefined {
  const name = imageBasename(image);
  return rows.find((row) => row.pattern.test(name))?.role;
}

/** Whether an image runs php-fpm, which is often put beside nginx in one pod. */
export function isPhpFpm(image: string): boolean {
  return /fpm/.test(image.replace(/^.*\//, ''));
}
