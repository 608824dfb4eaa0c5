/**
 * What people call ports. Sources: istio.io/docs/ops/configuration/traffic-management/protocol-selection (`<protocol>[-<suffix>]`),
 * kubernetes.io/docs/reference/networking/service-protocols, prometheus.io/docs.
 */
const patterns = {
  http: /^(?:https?|web|www|ui|api|rest)(?:$|-)|-(?:https?|web)$/i,
  https: /^(?:https|tls|ssl)(?:$|-)|-(?:https|tls)$/i,
  grpc: /^grpc(?:$|-)|-grpc$/i,
  operators: /(^|-)(metrics?|prom(etheus)?|monitoring|telemetry|pprof|profiling|debug|debugger|jmx)(-|$)/i,
} as const;

/** Whether a port's name says HTTP, with or without TLS. */
export const saysHttp = (name: string): boolean => patterns.http.test(name);

export const saysHttps = (name: string): boolean => patterns.https.test(name);

export const saysGrpc = (name: string): boolean => patterns.grpc.test(name);

/** Whether a port tells about the application, and is not what it is there for. */
export const isForOperators = (name: string): boolean => patterns.operators.test(name);

/**
 * Whether a port is where metrics are fetched. Exporters listen from 9100 on:
 * github.com/prometheus/prometheus/wiki/Default-port-allocations
 */
export const isMetricsPort = (name: string | undefined, number: number | undefined): boolean =>
  /metrics/.test(name ?? '') || (number !== undefined && number >= 9100 && number < 10_000);
