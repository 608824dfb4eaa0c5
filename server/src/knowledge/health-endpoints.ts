import { imageBasename, imageTag } from './image-basename';

/** A probe handler, in the terms of a manifest. */
export type Handler =
  | { readonly kind: 'httpGet'; readonly path: string; readonly port: number; readonly scheme?: 'HTTPS' }
  | { readonly kind: 'tcpSocket'; readonly port: number }
  | { readonly kind: 'exec'; readonly command: readonly string[]; readonly timeoutSeconds?: number };

export interface HealthEndpoint {
  /** Image basenames. */
  readonly images: readonly string[];
  readonly repositories?: RegExp;
  readonly tags?: RegExp;
  readonly liveness?: Handler;
  readonly readiness?: Handler;
  readonly startup?: Handler;
  /** What has to hold for the endpoint to answer, for a message. */
  readonly condition?: string;
  /** Arguments or variables of which one must be there, when the condition can be seen. */
  readonly enabledBy?: {
    readonly arguments?: RegExp;
    readonly environment?: readonly { readonly name: string; readonly value: RegExp }[];
  };
  /** `false`: compiled from documentation, not checked against the project's source. */
  readonly verified: boolean;
  readonly source: string;
}

const get = (port: number, path: string): Handler => ({ kind: 'httpGet', path, port });
const tcp = (port: number): Handler => ({ kind: 'tcpSocket', port });
const exec = (command: readonly string[], timeoutSeconds?: number): Handler => ({
  kind: 'exec',
  command,
  ...(timeoutSeconds !== undefined && { timeoutSeconds }),
});
/** The same handler for both probes: whoever writes them makes the liveness probe slower. */
const both = (handler: Handler): { readonly liveness: Handler; readonly readiness: Handler } => ({
  liveness: handler,
  readiness: handler,
});

/** Health endpoints of well-known servers, first fit wins. */
export const healthEndpoints: readonly HealthEndpoint[] = [
  { images: ['nginx-unprivileged'], ...both(tcp(8080)), verified: true, source: 'nginx/docker-nginx-unprivileged' },
  { images: ['nginx', 'httpd', 'caddy'], ...both(tcp(80)), verified: true, source: 'image EXPOSE' },
  {
    images: ['traefik'],
    ...both(get(8080, '/ping')),
    condition: '`--ping` must be set',
    enabledBy: { arguments: /^--ping(?:=true)?$/, environment: [{ name: 'TRAEFIK_PING', value: /^true$/i }] },
    verified: true,
    source: 'traefik/traefik: docs, observability/healthcheck.md',
  },
  {
    images: ['envoy'],
    readiness: get(9901, '/ready'),
    condition: 'the admin interface must be on',
    verified: false,
    source: 'envoyproxy documentation',
  },
  { images: ['tomcat', 'jetty'], ...both(tcp(8080)), verified: true, source: 'image EXPOSE' },
  {
    images: ['wildfly'],
    liveness: get(9990, '/health/live'),
    readiness: get(9990, '/health/ready'),
    verified: false,
    source: 'WildFly documentation',
  },
  {
    images: ['keycloak'],
    tags: /^(?:2[5-9]|[3-9]\d)(?:\D|$)/,
    liveness: get(9000, '/health/live'),
    readiness: get(9000, '/health/ready'),
    startup: get(9000, '/health/started'),
    condition: '`health-enabled` is a build option',
    enabledBy: { arguments: /^--health-enabled=true$/, environment: [{ name: 'KC_HEALTH_ENABLED', value: /^true$/i }] },
    verified: true,
    source: 'keycloak/keycloak:docs/guides/observability/health.adoc',
  },
  {
    images: ['grafana', 'grafana-oss', 'grafana-enterprise'],
    ...both(get(3000, '/api/health')),
    verified: false,
    source: 'Grafana documentation',
  },
  {
    images: ['prometheus'],
    liveness: get(9090, '/-/healthy'),
    readiness: get(9090, '/-/ready'),
    verified: true,
    source: 'prometheus/prometheus:docs/management_api.md',
  },
  {
    images: ['alertmanager'],
    liveness: get(9093, '/-/healthy'),
    readiness: get(9093, '/-/ready'),
    verified: true,
    source: 'prometheus/alertmanager:docs/management_api.md',
  },
  {
    images: ['loki'],
    readiness: get(3100, '/ready'),
    verified: true,
    source: 'grafana/loki:docs/sources/reference/loki-http-api.md',
  },
  {
    images: ['minio'],
    liveness: get(9000, '/minio/health/live'),
    readiness: get(9000, '/minio/health/ready'),
    verified: true,
    source: 'minio/minio:docs/metrics/healthcheck/README.md',
  },
  {
    images: ['vault'],
    liveness: get(8200, '/v1/sys/health?standbyok=true&perfstandbyok=true&sealedcode=204&uninitcode=204'),
    readiness: get(8200, '/v1/sys/health?standbyok=true&perfstandbyok=true'),
    condition: 'without the parameters a standby answers 429, a sealed one 503',
    verified: true,
    source: 'hashicorp/vault: website, system/health.mdx',
  },
  { images: ['consul'], ...both(get(8500, '/v1/status/leader')), verified: false, source: 'Consul documentation' },
  {
    images: ['etcd'],
    tags: /^v?3\.(?:5\.(?:1[1-9]|[2-9]\d)|[6-9])|^v?[4-9]/,
    liveness: get(2379, '/livez'),
    readiness: get(2379, '/readyz'),
    condition: 'plain HTTP on the client port, or on that of `--listen-metrics-urls`',
    verified: true,
    source: 'etcd-io/etcd: server/etcdserver/api/etcdhttp/health.go',
  },
  {
    images: ['etcd'],
    ...both(get(2379, '/health')),
    condition: 'it fails on an alarm and without a leader; plain HTTP on the client port',
    verified: true,
    source: 'etcd-io/etcd: server/etcdserver/api/etcdhttp/health.go',
  },
  {
    images: ['nats'],
    ...both(get(8222, '/healthz')),
    condition: 'the monitoring port must be on (`-m 8222`)',
    enabledBy: { arguments: /^(?:-m|--http_port|-ms|--https_port)(?:=\d+)?$/ },
    verified: true,
    source: 'nats-io/nats-server: server/const.go, server.go, monitor.go',
  },
  // Security is on by default, so plain HTTP gets no answer.
  {
    images: ['elasticsearch', 'opensearch'],
    ...both(tcp(9200)),
    verified: true,
    source: 'elastic/elasticsearch: auto-configuration of security',
  },
  {
    images: ['influxdb'],
    tags: /^2/,
    ...both(get(8086, '/health')),
    verified: false,
    source: 'InfluxDB documentation',
  },
  {
    images: ['clickhouse', 'clickhouse-server'],
    ...both(get(8123, '/ping')),
    verified: true,
    source: 'ClickHouse documentation, http.md',
  },
  {
    images: ['qdrant'],
    liveness: get(6333, '/livez'),
    readiness: get(6333, '/readyz'),
    verified: true,
    source: 'qdrant/qdrant:src/actix',
  },
  { images: ['meilisearch'], ...both(get(7700, '/health')), verified: true, source: 'meilisearch/meilisearch' },
  // 424 when database or cache fail: no reason to restart it.
  {
    images: ['gitea'],
    liveness: tcp(3000),
    readiness: get(3000, '/api/healthz'),
    verified: true,
    source: 'go-gitea/gitea:routers/web/healthcheck',
  },
  { images: ['jenkins'], ...both(get(8080, '/login')), verified: false, source: 'Jenkins documentation' },
  { images: ['nexus3'], ...both(get(8081, '/service/rest/v1/status')), verified: false, source: 'Nexus documentation' },
  {
    images: ['rabbitmq'],
    liveness: exec(['rabbitmq-diagnostics', '-q', 'ping'], 10),
    readiness: exec(['rabbitmq-diagnostics', '-q', 'check_port_connectivity'], 10),
    verified: true,
    source: 'rabbitmq/rabbitmq-server:deps/rabbitmq_cli',
  },
  {
    images: ['postgres', 'postgis', 'pgvector', 'timescaledb', 'postgresql'],
    ...both(exec(['/bin/sh', '-c', 'exec pg_isready -U "$POSTGRES_USER"'], 5)),
    verified: true,
    source: 'PostgreSQL pg_isready reference; docker-library/postgres',
  },
  {
    images: ['mysql', 'percona', 'percona-server'],
    ...both(exec(['mysqladmin', 'ping', '-h', '127.0.0.1'], 5)),
    verified: true,
    source: 'MySQL mysqladmin reference (ping succeeds without a login)',
  },
  {
    images: ['mariadb'],
    repositories: /^(?!.*bitnami)/,
    ...both(exec(['healthcheck.sh', '--connect', '--innodb_initialized'], 5)),
    verified: true,
    source: 'MariaDB/mariadb-docker:healthcheck.sh',
  },
  {
    images: ['redis', 'redis-stack', 'redis-stack-server'],
    ...both(exec(['redis-cli', 'ping'], 5)),
    verified: true,
    source: 'redis/redis: redis-cli',
  },
  {
    images: ['valkey'],
    ...both(exec(['valkey-cli', 'ping'], 5)),
    verified: true,
    source: 'valkey-io/valkey: valkey-cli',
  },
  {
    images: ['mongo'],
    ...both(exec(['mongosh', '--quiet', '--eval', "db.adminCommand('ping')"], 10)),
    verified: true,
    source: 'MongoDB mongosh reference',
  },
  { images: ['memcached'], ...both(tcp(11211)), verified: true, source: 'image EXPOSE' },
  { images: ['cassandra'], ...both(tcp(9042)), verified: true, source: 'image EXPOSE' },
  { images: ['kafka', 'cp-kafka', 'kafka-native'], ...both(tcp(9092)), verified: true, source: 'image EXPOSE' },
  { images: ['zookeeper'], ...both(tcp(2181)), verified: true, source: 'image EXPOSE' },
  { images: ['php', 'php-fpm'], tags: /fpm/, ...both(tcp(9000)), verified: true, source: 'image EXPOSE' },
  { images: ['registry'], ...both(get(5000, '/')), verified: false, source: 'distribution/distribution documentation' },
];

/** The health endpoint of a server, by its image reference. */
export function healthEndpoint(image: string): HealthEndpoint | undefined {
  const name = imageBasename(image);
  const tag = imageTag(image) ?? 'latest';
  return healthEndpoints.find(
    (row) =>
      row.images.includes(name) &&
      (row.repositories === undefined || row.repositories.test(image)) &&
      (row.tags === undefined || row.tags.test(tag)),
  );
}
