import { imageBasename, imageTag } from './image-basename';

/** Where a server keeps its data, and how its image starts. */
export interface StatefulImage {
  readonly names: readonly string[];
  /** Only images whose whole repository looks like this. */
  readonly repositories?: RegExp;
  readonly exceptRepositories?: RegExp;
  readonly tags?: RegExp;
  /** The directory to mount a volume at, and what else is worth keeping. */
  readonly directories: readonly string[];
  /**
   * `database` and `queue` lose what they exist for; a `cache` may lose it; `store` holds files, secrets or settings.
   */
  readonly kind: 'database' | 'queue' | 'cache' | 'store';
  /** Data goes elsewhere unless this variable or option says otherwise. */
  readonly needs?: { readonly environment?: string; readonly value?: string; readonly option?: RegExp };
  /** Variable that moves the data directory. */
  readonly movedBy?: string;
  /** Option in the command that moves it; its value is the first group. */
  readonly movedByOption?: RegExp;
  readonly source: string;
}

const bitnami = /(?:^|\/)bitnami(?:legacy)?\//;

/** First fit wins. */
export const statefulImages: readonly StatefulImage[] = [
  {
    names: ['postgresql'],
    repositories: bitnami,
    directories: ['/bitnami/postgresql'],
    kind: 'database',
    movedBy: 'POSTGRESQL_DATA_DIR',
    source: 'bitnami/containers',
  },
  {
    names: ['mysql'],
    repositories: bitnami,
    directories: ['/bitnami/mysql/data'],
    kind: 'database',
    source: 'bitnami/containers',
  },
  {
    names: ['mariadb'],
    repositories: bitnami,
    directories: ['/bitnami/mariadb'],
    kind: 'database',
    source: 'bitnami/containers',
  },
  {
    names: ['mongodb'],
    repositories: bitnami,
    directories: ['/bitnami/mongodb'],
    kind: 'database',
    source: 'bitnami/containers',
  },
  {
    names: ['redis', 'valkey'],
    repositories: bitnami,
    directories: ['/bitnami/redis/data'],
    kind: 'cache',
    source: 'bitnami/containers',
  },
  {
    names: ['kafka'],
    repositories: bitnami,
    directories: ['/bitnami/kafka'],
    kind: 'queue',
    source: 'bitnami/containers',
  },
  {
    names: ['rabbitmq'],
    repositories: bitnami,
    directories: ['/bitnami/rabbitmq/mnesia'],
    kind: 'queue',
    source: 'bitnami/containers',
  },
  {
    names: ['postgres', 'postgis', 'pgvector', 'timescaledb'],
    tags: /^(?:pg)?(?:1[89]|[2-9]\d)(?:\D|$)|-pg(?:1[89]|[2-9]\d)(?:\D|$)|^latest$/,
    directories: ['/var/lib/postgresql'],
    kind: 'database',
    movedBy: 'PGDATA',
    source: 'docker-library/postgres (18 and later)',
  },
  {
    names: ['postgres', 'postgis', 'pgvector', 'timescaledb', 'postgresql'],
    directories: ['/var/lib/postgresql/data'],
    kind: 'database',
    movedBy: 'PGDATA',
    source: 'docker-library/postgres (17 and earlier)',
  },
  {
    names: ['timescaledb-ha'],
    directories: ['/home/postgres/pgdata'],
    kind: 'database',
    movedBy: 'PGDATA',
    source: 'timescale/timescaledb-docker-ha',
  },
  {
    names: ['mysql', 'mariadb', 'percona', 'percona-server', 'mysql-server'],
    directories: ['/var/lib/mysql'],
    kind: 'database',
    movedByOption: /^--datadir=(.+)$/,
    source: 'docker-library/mysql, MariaDB/mariadb-docker, percona/percona-docker',
  },
  {
    names: ['mongo', 'mongodb-community-server', 'percona-server-mongodb'],
    directories: ['/data/db', '/data/configdb'],
    kind: 'database',
    movedByOption: /^--dbpath=(.+)$/,
    source: 'docker-library/mongo',
  },
  {
    names: ['redis', 'valkey', 'keydb', 'dragonfly', 'redis-stack', 'redis-stack-server'],
    directories: ['/data'],
    kind: 'cache',
    source: 'redis/docker-library-redis, valkey-io/valkey-container',
  },
  { names: ['cassandra'], directories: ['/var/lib/cassandra'], kind: 'database', source: 'docker-library/cassandra' },
  { names: ['scylla'], directories: ['/var/lib/scylla'], kind: 'database', source: 'scylladb/scylladb: docker' },
  {
    names: ['elasticsearch'],
    directories: ['/usr/share/elasticsearch/data'],
    kind: 'database',
    movedBy: 'path.data',
    source: 'elastic/dockerfiles',
  },
  {
    names: ['opensearch'],
    directories: ['/usr/share/opensearch/data'],
    kind: 'database',
    movedBy: 'path.data',
    source: 'opensearch-project/opensearch-build',
  },
  { names: ['couchdb'], directories: ['/opt/couchdb/data'], kind: 'database', source: 'apache/couchdb-docker' },
  { names: ['couchbase'], directories: ['/opt/couchbase/var'], kind: 'database', source: 'couchbase/docker' },
  { names: ['neo4j'], directories: ['/data', '/logs'], kind: 'database', source: 'neo4j/docker-neo4j' },
  {
    names: ['influxdb'],
    tags: /^2|^latest$/,
    directories: ['/var/lib/influxdb2', '/etc/influxdb2'],
    kind: 'database',
    source: 'influxdata/influxdata-docker',
  },
  {
    names: ['influxdb'],
    tags: /^1/,
    directories: ['/var/lib/influxdb'],
    kind: 'database',
    source: 'influxdata/influxdata-docker',
  },
  {
    names: ['clickhouse', 'clickhouse-server'],
    directories: ['/var/lib/clickhouse'],
    kind: 'database',
    source: 'ClickHouse/docker-library',
  },
  {
    names: ['cockroach'],
    directories: ['/cockroach/cockroach-data'],
    kind: 'database',
    source: 'cockroachdb/cockroach: documentation',
  },
  {
    names: ['mssql-server', 'server'],
    repositories: /mssql/,
    directories: ['/var/opt/mssql'],
    kind: 'database',
    source: 'microsoft/mssql-docker',
  },
  {
    names: ['arangodb'],
    directories: ['/var/lib/arangodb3', '/var/lib/arangodb3-apps'],
    kind: 'database',
    source: 'arangodb/arangodb-docker',
  },
  { names: ['rethinkdb'], directories: ['/data'], kind: 'database', source: 'rethinkdb/rethinkdb-dockerfiles' },
  {
    names: ['etcd'],
    directories: ['/var/lib/etcd', '/etcd-data'],
    kind: 'database',
    movedBy: 'ETCD_DATA_DIR',
    movedByOption: /^--data-dir=(.+)$/,
    source: 'etcd-io/etcd: documentation',
  },
  { names: ['zookeeper'], directories: ['/data', '/datalog'], kind: 'queue', source: '31z4/zookeeper-docker' },
  {
    names: ['kafka', 'kafka-native'],
    repositories: /(?:^|\/)apache\/kafka/,
    directories: ['/var/lib/kafka/data'],
    kind: 'queue',
    // It writes to /tmp/kraft-combined-logs although it declares the volume.
    needs: { environment: 'KAFKA_LOG_DIRS', value: '/var/lib/kafka/data' },
    movedBy: 'KAFKA_LOG_DIRS',
    source: 'apache/kafka:docker/jvm/Dockerfile, config/kraft/server.properties',
  },
  {
    names: ['cp-kafka', 'kafka'],
    directories: ['/var/lib/kafka/data'],
    kind: 'queue',
    movedBy: 'KAFKA_LOG_DIRS',
    source: 'confluentinc/kafka-images',
  },
  { names: ['rabbitmq'], directories: ['/var/lib/rabbitmq'], kind: 'queue', source: 'docker-library/rabbitmq' },
  {
    names: ['nats'],
    directories: ['/data'],
    kind: 'queue',
    needs: { option: /^(?:-js|--jetstream)$/ },
    movedByOption: /^(?:-sd|--store_dir)=(.+)$/,
    source: 'nats-io/nats-docker',
  },
  { names: ['minio'], directories: ['/data'], kind: 'store', source: 'minio/minio:Dockerfile.release' },
  { names: ['solr'], directories: ['/var/solr'], kind: 'database', source: 'apache/solr-docker' },
  { names: ['qdrant'], directories: ['/qdrant/storage'], kind: 'database', source: 'qdrant/qdrant:Dockerfile' },
  {
    names: ['weaviate'],
    directories: ['/var/lib/weaviate'],
    kind: 'database',
    movedBy: 'PERSISTENCE_DATA_PATH',
    source: 'weaviate/weaviate: documentation',
  },
  {
    names: ['meilisearch'],
    directories: ['/meili_data'],
    kind: 'database',
    movedBy: 'MEILI_DB_PATH',
    source: 'meilisearch/meilisearch:Dockerfile',
  },
  { names: ['milvus'], directories: ['/var/lib/milvus'], kind: 'database', source: 'milvus-io/milvus: deployments' },
  {
    names: ['prometheus'],
    directories: ['/prometheus'],
    kind: 'database',
    movedByOption: /^--storage\.tsdb\.path=(.+)$/,
    source: 'prometheus/prometheus:Dockerfile',
  },
  {
    names: ['alertmanager'],
    directories: ['/alertmanager'],
    kind: 'store',
    movedByOption: /^--storage\.path=(.+)$/,
    source: 'prometheus/alertmanager:Dockerfile',
  },
  {
    names: ['victoria-metrics'],
    directories: ['/victoria-metrics-data'],
    kind: 'database',
    movedByOption: /^-{1,2}storageDataPath=(.+)$/,
    source: 'VictoriaMetrics/VictoriaMetrics: documentation',
  },
  { names: ['loki'], directories: ['/loki'], kind: 'database', source: 'grafana/loki:cmd/loki/Dockerfile' },
  {
    names: ['grafana', 'grafana-oss', 'grafana-enterprise'],
    directories: ['/var/lib/grafana'],
    kind: 'store',
    movedBy: 'GF_PATHS_DATA',
    source: 'grafana/grafana:Dockerfile',
  },
  {
    names: ['jenkins'],
    directories: ['/var/jenkins_home'],
    kind: 'store',
    movedBy: 'JENKINS_HOME',
    source: 'jenkinsci/docker',
  },
  { names: ['nexus3'], directories: ['/nexus-data'], kind: 'store', source: 'sonatype/docker-nexus3' },
  { names: ['gitea'], directories: ['/data'], kind: 'store', source: 'go-gitea/gitea:Dockerfile' },
  {
    names: ['registry'],
    directories: ['/var/lib/registry'],
    kind: 'store',
    movedBy: 'REGISTRY_STORAGE_FILESYSTEM_ROOTDIRECTORY',
    source: 'distribution/distribution: image',
  },
  { names: ['vault'], directories: ['/vault/file'], kind: 'store', source: 'hashicorp/vault:Dockerfile' },
  { names: ['consul'], directories: ['/consul/data'], kind: 'database', source: 'hashicorp/consul:Dockerfile' },
  {
    names: ['wordpress', 'nextcloud'],
    exceptRepositories: /wordpress:cli/,
    directories: ['/var/www/html'],
    kind: 'store',
    source: 'docker-library/wordpress, nextcloud/docker',
  },
  { names: ['ghost'], directories: ['/var/lib/ghost/content'], kind: 'store', source: 'docker-library/ghost' },
];

/** The row for an image reference; `undefined` when nothing is known, or it keeps nothing (memcached). */
export function statefulImage(image: string): StatefulImage | undefined {
  const name = imageBasename(image);
  const tag = imageTag(image) ?? 'latest';
  return statefulImages.find(
    (row) =>
      row.names.includes(name) &&
      (row.repositories === undefined || row.repositories.test(image)) &&
      row.exceptRepositories?.test(image) !== true &&
      (row.tags === undefined || row.tags.test(tag)),
  );
}

/** Whether the arguments of a Redis-like server switch persistence off: then it is a cache on purpose. */
export function isCacheByArguments(words: readonly string[]): boolean {
  const text = words.join(' ');
  return /--save\s+(?:""|''|(?=--|$))|--appendonly\s+no\b|--maxmemory-policy\s+\S/.test(text);
}
