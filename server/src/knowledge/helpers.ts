import { imageBasename } from './image-basename';

export type HelperRole = 'sidecar' | 'ambassador' | 'adapter';

/** What a helper does for the container beside it. */
export type HelperDuty = 'logs' | 'telemetry' | 'sync' | 'secrets' | 'platform' | 'proxy' | 'metrics';

interface HelperRow {
  readonly role: HelperRole;
  readonly duty: HelperDuty;
  /** Whole image basename or container name, case-insensitive. */
  readonly pattern: RegExp;
  /** A server in its own right: a helper only beside another container. */
  readonly onlySecond?: boolean;
  /** Only the application itself connects to it, to reach something outside. */
  readonly outbound?: boolean;
  /** It takes what it works on from files, and not from the network or an API. */
  readonly readsFiles?: boolean;
}

export interface Helper {
  readonly role: HelperRole;
  readonly duty: HelperDuty;
  /** Whether image or container name tells. */
  readonly by: 'image' | 'name';
  /** For a message: "ships logs". */
  readonly why: string;
  readonly onlySecond: boolean;
  readonly outbound: boolean;
  readonly readsFiles: boolean;
}

/** What helpers do, for a message. */
export const helperReasons: Readonly<Record<HelperDuty, string>> = {
  logs: 'ships logs',
  telemetry: 'collects metrics and traces',
  sync: 'keeps files in step',
  secrets: 'fetches secrets',
  platform: 'belongs to the platform',
  proxy: 'is a proxy beside the application',
  metrics: 'exports metrics in another format',
};

const whole = (parts: string): RegExp => new RegExp(`^(?:${parts})$`, 'i');

/**
 * Helper containers by name. Adapters first: `nginx-prometheus-exporter` is no web server. Names of images and containers as their
 * projects publish them; measured against 61 multi-container pods of five public repositories.
 */
const rows: readonly HelperRow[] = [
  {
    role: 'adapter',
    duty: 'metrics',
    pattern: whole(
      '.*[-_]exporter|exporter|statsd|jmx-prometheus.*|prom-aggregation-gateway|pushgateway|collectd|otel-adapter|.*prometheus-adapter|kube-state-metrics|metrics-adapter',
    ),
  },
  // With their usual inputs, which tail files; a port of theirs says that they are sent something as well.
  {
    role: 'sidecar',
    duty: 'logs',
    pattern: whole('fluent-?bit|fluentd(?:-.*)?|filebeat|promtail'),
    readsFiles: true,
  },
  {
    role: 'sidecar',
    duty: 'logs',
    pattern: whole(
      'vector|logstash|sumologic.*|rsyslog|logrotate|log(?:ging)?-?(?:shipper|forwarder|tailer|router|sidecar|agent)',
    ),
  },
  {
    role: 'sidecar',
    duty: 'telemetry',
    pattern: whole(
      'alloy|telegraf|metricbeat|newrelic-(?:infra|fluent).*|datadog-agent|dd-agent|splunk-otel.*|otel(?:-|_)?collector.*|otelcol.*|opentelemetry-collector.*|grafana-agent|jaeger-agent|aws-otel.*|cloudwatch-agent|stackdriver.*',
    ),
  },
  {
    role: 'sidecar',
    duty: 'secrets',
    pattern: whole(
      'vault-(?:agent|k8s|env|injector).*|consul-template|secrets-store.*|spiffe-helper|spire-agent|aws-secrets-manager-agent|akeyless-.*|bank-vaults|cert-manager-.*',
    ),
  },
  {
    role: 'sidecar',
    duty: 'sync',
    pattern: whole(
      'git-?sync|k8s-sidecar|config(?:-?map)?-?reload(?:er)?|prometheus-config-reloader|rules-sync|s3-sync|rclone|syncthing|restic|velero-.*|wal-g|xtrabackup|litestream|.*-backup|.*-watcher|.*-syncer|dex-sync',
    ),
  },
  {
    role: 'sidecar',
    duty: 'platform',
    pattern: whole(
      'istio-(?:proxy|init|validation)|proxyv2|linkerd2?-proxy(?:-init)?|linkerd-init|daprd?|kuma-(?:dp|sidecar|init)|consul-dataplane|cilium-envoy|queue-proxy|csi-(?:node-driver-registrar|attacher|provisioner|resizer|snapshotter)|node-driver-registrar|liveness-?probe|kube-mgmt|opa|gatekeeper|tailscale|wireguard|aws-iam-authenticator|spiffe-csi-driver|k8s-wait-for',
    ),
  },
  // The way out: to a database, a cache, another network.
  {
    role: 'ambassador',
    duty: 'proxy',
    pattern: whole(
      'cloud-?sql-(?:auth-)?proxy|gce-proxy|alloydb-auth-proxy|pgbouncer|pgpool|odyssey|proxysql|twemproxy|nutcracker|mcrouter|redis-(?:cluster-)?proxy|tinyproxy|sshuttle|tor',
    ),
    outbound: true,
  },
  // The way in, or both.
  {
    role: 'ambassador',
    duty: 'proxy',
    pattern: whole(
      'oauth2-?proxy|kube-rbac-proxy(?:-.*)?|auth-proxy|authelia|ext-authz|stunnel|ghostunnel|cloudflared|ngrok|ambassador|envoy(?:-.*)?',
    ),
  },
  {
    role: 'ambassador',
    duty: 'proxy',
    pattern: whole('haproxy|squid|nginx(?:-unprivileged)?|traefik|caddy'),
    onlySecond: true,
  },
];

/** Endings of container names that say what the container is, whatever its image. */
const suffixes: readonly HelperRow[] = [
  { role: 'adapter', duty: 'metrics', pattern: /[-_](?:exporter|metrics)$|^metrics$/i },
  { role: 'ambassador', duty: 'proxy', pattern: /[-_]proxy$|^proxy$/i },
  { role: 'sidecar', duty: 'sync', pattern: /[-_](?:reloader|sync)$/i },
  { role: 'sidecar', duty: 'platform', pattern: /[-_](?:sidecar|agent)$|^sidecar$/i },
];

/** Images that are a runner's nested container engine. */
const nestedEngine = /(?:^|\/)docker:(?:[^/]*-)?dind(?:-[^/]*)?$/i;

/**
 * What kind of helper a container is. `image` is the whole reference or just its last part, `name` the container's. Servers that are
 * helpers only beside an application (`onlySecond`) are left to the caller, who knows the pod.
 */
export function classifyHelper(image: string | undefined, name: string | undefined): Helper | undefined {
  if (image !== undefined && nestedEngine.test(image)) return helper({ role: 'sidecar', duty: 'platform' }, 'image');
  const basename = image === undefined ? '' : imageBasename(image);
  // The Datadog agent's image is just called `agent`.
  if (image !== undefined && /(?:^|\/)datadog\/agent(?:$|[:@])|gcr\.io\/datadoghq\/agent/i.test(image)) {
    return helper({ role: 'sidecar', duty: 'telemetry' }, 'image');
  }
  const byImage = rows.find((row) => row.pattern.test(basename));
  if (byImage !== undefined && byImage.onlySecond !== true) return helper(byImage, 'image');
  const byName =
    name === undefined
      ? undefined
      : (rows.find((row) => row.onlySecond !== true && row.pattern.test(name)) ??
        suffixes.find((row) => row.pattern.test(name)));
  if (byName !== undefined) return helper(byName, 'name');
  return byImage && helper(byImage, 'image');
}

function helper({ role, duty, ...row }: Omit<HelperRow, 'pattern'>, by: Helper['by']): Helper {
  const { onlySecond = false, outbound = false, readsFiles = false } = row;
  return { role, duty, by, why: helperReasons[duty], onlySecond, outbound, readsFiles };
}
