import assert from 'node:assert/strict';
import { capabilities, capabilityName, dangerOfCapability } from '../../../server/src/knowledge/capabilities';
import { entrypointWrapper, entrypointWrappers } from '../../../server/src/knowledge/entrypoint-wrappers';
import { healthEndpoint, healthEndpoints } from '../../../server/src/knowledge/health-endpoints';
import { classifyHelper } from '../../../server/src/knowledge/helpers';
import { imageBasename, imageRepository, imageTag } from '../../../server/src/knowledge/image-basename';
import { isPhpFpm, serverRole } from '../../../server/src/knowledge/image-roles';
import {
  apiVersionPattern,
  builtInKindLike,
  builtInKinds,
  kindPattern,
  readerOutsideCluster,
} from '../../../server/src/knowledge/manifest-kinds';
import { removedApi, removedApis } from '../../../server/src/knowledge/removed-apis';
import { isCacheByArguments, statefulImage, statefulImages } from '../../../server/src/knowledge/stateful-images';
import { isSafeSysctl } from '../../../server/src/knowledge/sysctls';
import { workloadKind, workloadKinds } from '../../../server/src/knowledge/workload-kinds';

describe('knowledge about pods', () => {
  it('takes image references apart', () => {
    assert.equal(imageBasename('quay.io:443/prometheus/node-exporter:v1.8@sha256:abc'), 'node-exporter');
    assert.equal(imageRepository('docker.io/library/redis:7'), 'redis');
    assert.equal(imageRepository('registry:5000/app'), 'registry:5000/app');
    assert.equal(imageTag('registry:5000/app'), undefined);
    assert.equal(imageTag('registry:5000/app:1.2'), '1.2');
    assert.equal(imageTag('app@sha256:abc'), undefined);
  });

  it('classifies helpers', () => {
    const cases: [string | undefined, string | undefined, string][] = [
      ['fluent/fluent-bit:3', 'logs', 'sidecar logs image'],
      ['grafana/promtail', undefined, 'sidecar logs image'],
      ['otel/opentelemetry-collector-contrib:0.1', 'x', 'sidecar telemetry image'],
      ['gcr.io/datadoghq/agent:7', 'x', 'sidecar telemetry image'],
      ['registry.k8s.io/git-sync/git-sync:v4', 'x', 'sidecar sync image'],
      ['quay.io/prometheus-operator/prometheus-config-reloader:v0', 'x', 'sidecar sync image'],
      ['hashicorp/vault-k8s', 'x', 'sidecar secrets image'],
      ['docker.io/istio/proxyv2:1.20', 'istio-proxy', 'sidecar platform image'],
      ['docker:27-dind', 'dind', 'sidecar platform image'],
      ['gcr.io/cloud-sql-connectors/cloud-sql-proxy:2', 'x', 'ambassador proxy image'],
      ['edoburu/pgbouncer', 'x', 'ambassador proxy image'],
      ['quay.io/brancz/kube-rbac-proxy:v0', 'x', 'ambassador proxy image'],
      ['nginx/nginx-prometheus-exporter:1', 'x', 'adapter metrics image'],
      ['prom/mysqld-exporter', 'x', 'adapter metrics image'],
      ['example/thing:1', 'metrics-exporter', 'adapter metrics name'],
      ['example/thing:1', 'auth-proxy', 'ambassador proxy name'],
      ['example/thing:1', 'log-shipper', 'sidecar logs name'],
      ['example/thing:1', 'istio-proxy', 'sidecar platform name'],
      ['example/thing:1', 'config-reloader', 'sidecar sync name'],
      [undefined, 'oauth2-proxy', 'ambassador proxy name'],
    ];
    for (const [image, name, expected] of cases) {
      const helper = classifyHelper(image, name);
      assert.equal(`${helper?.role} ${helper?.duty} ${helper?.by}`, expected, `${image} ${name}`);
      assert.equal(helper?.onlySecond, false);
    }
    for (const [image, name] of [
      ['example/app', 'app'],
      ['postgres:17', 'db'],
      ['node:22', 'web'],
      ['example/proxyless', 'main'],
      ['vectorize/x', 'x'],
    ]) {
      assert.equal(classifyHelper(image, name), undefined, `${image} ${name}`);
    }
    assert.equal(classifyHelper('edoburu/pgbouncer', 'x')?.outbound, true);
    assert.equal(classifyHelper('quay.io/brancz/kube-rbac-proxy:v0', 'x')?.outbound, false);
    assert.equal(classifyHelper('fluent/fluent-bit:3', 'x')?.readsFiles, true);
    assert.equal(classifyHelper('timberio/vector:0.50', 'x')?.readsFiles, false);
    assert.equal(classifyHelper('nginx:1', 'web')?.onlySecond, true);
    assert.equal(classifyHelper('nginx:1', 'auth-proxy')?.onlySecond, false);
  });

  it('knows the roles of servers', () => {
    assert.equal(serverRole('nginx:1.27'), 'web');
    assert.equal(serverRole('docker.io/bitnami/postgresql:17'), 'database');
    assert.equal(serverRole('redis'), 'cache');
    assert.equal(serverRole('apache/kafka:4'), 'queue');
    assert.equal(serverRole('php:8.4-fpm'), 'runtime');
    assert.equal(serverRole('example/nginx-exporter'), undefined);
    assert.equal(serverRole('example/app'), undefined);
    assert.equal(isPhpFpm('php:8.4-fpm-alpine'), true);
    assert.equal(isPhpFpm('php:8.4-apache'), false);
  });

  it('knows where servers keep their data', () => {
    const first = (image: string) => statefulImage(image)?.directories[0];
    assert.equal(first('postgres:17'), '/var/lib/postgresql/data');
    assert.equal(first('postgres:9.6-alpine'), '/var/lib/postgresql/data');
    assert.equal(first('postgres:18.1'), '/var/lib/postgresql');
    assert.equal(first('postgres'), '/var/lib/postgresql');
    assert.equal(first('pgvector/pgvector:pg18'), '/var/lib/postgresql');
    assert.equal(first('pgvector/pgvector:0.8.0-pg17'), '/var/lib/postgresql/data');
    assert.equal(first('bitnami/postgresql:17'), '/bitnami/postgresql');
    assert.equal(first('mcr.microsoft.com/mssql/server:2022-latest'), '/var/opt/mssql');
    assert.equal(first('influxdb:1.11'), '/var/lib/influxdb');
    assert.equal(first('influxdb:3-core'), undefined);
    assert.equal(statefulImage('apache/kafka:3.9')?.needs?.environment, 'KAFKA_LOG_DIRS');
    assert.equal(statefulImage('memcached:1'), undefined);
    assert.equal(statefulImage('example/server:1'), undefined);
    assert.equal(statefulImage('redis:7')?.kind, 'cache');
    for (const image of statefulImages) {
      assert.match(image.source, /\w/);
      for (const directory of image.directories) assert.match(directory, /^\/[\w./-]+$/);
    }
    assert.equal(isCacheByArguments(['redis-server', '--save', '""', '--appendonly', 'no']), true);
    assert.equal(isCacheByArguments(['--maxmemory-policy', 'allkeys-lru']), true);
    assert.equal(isCacheByArguments(['redis-server', '--appendonly', 'yes']), false);
  });

  it('knows health endpoints, each once in a form that the API takes', () => {
    assert.deepEqual(healthEndpoint('quay.io/keycloak/keycloak:26.0')?.liveness, {
      kind: 'httpGet',
      path: '/health/live',
      port: 9000,
    });
    assert.equal(healthEndpoint('quay.io/keycloak/keycloak:20.0'), undefined);
    assert.deepEqual(healthEndpoint('elasticsearch:8.15.0')?.readiness, { kind: 'tcpSocket', port: 9200 });
    assert.deepEqual(healthEndpoint('registry.k8s.io/etcd:3.5.15')?.liveness, {
      kind: 'httpGet',
      path: '/livez',
      port: 2379,
    });
    assert.deepEqual(healthEndpoint('registry.k8s.io/etcd:3.4.3')?.liveness, {
      kind: 'httpGet',
      path: '/health',
      port: 2379,
    });
    assert.equal(healthEndpoint('php:8.4-apache'), undefined);
    assert.equal(healthEndpoint('gitea/gitea:1')?.liveness?.kind, 'tcpSocket');
    assert.equal(healthEndpoint('example/app'), undefined);
    for (const row of healthEndpoints) {
      assert.ok(row.liveness ?? row.readiness);
      for (const handler of [row.liveness, row.readiness, row.startup]) {
        if (handler?.kind === 'httpGet') assert.match(handler.path, /^\//);
        if (handler !== undefined && handler.kind !== 'exec') assert.ok(handler.port > 0 && handler.port < 65536);
      }
    }
  });

  it('knows which entrypoints `command` would replace', () => {
    assert.equal(entrypointWrapper('postgres:17')?.weight, 'initialises');
    assert.ok(entrypointWrapper('docker.io/library/nginx')?.servers.includes('nginx'));
    for (const image of [
      'httpd:2.4',
      'tomcat:11',
      'caddy:2',
      'python:3',
      'golang:1',
      'bitnami/postgresql',
      'example/app',
    ]) {
      assert.equal(entrypointWrapper(image), undefined, image);
    }
    for (const row of entrypointWrappers) assert.ok(row.servers.length > 0);
  });

  it('finds pods in every kind', () => {
    const paths = (apiVersion: string, kind: string) =>
      workloadKind(apiVersion, kind)?.locations.map((location) => location.path.join('.'));
    assert.deepEqual(paths('v1', 'Pod'), ['spec']);
    assert.deepEqual(paths('apps/v1', 'Deployment'), ['spec.template.spec']);
    assert.deepEqual(paths('extensions/v1beta1', 'Deployment'), ['spec.template.spec']);
    assert.deepEqual(paths('batch/v1', 'CronJob'), ['spec.jobTemplate.spec.template.spec']);
    assert.deepEqual(paths('batch.volcano.sh/v1alpha1', 'Job'), ['spec.tasks.*.template.spec']);
    assert.deepEqual(paths('kubeflow.org/v1', 'PyTorchJob'), ['spec.*ReplicaSpecs.*.template.spec']);
    assert.equal(workloadKind('serving.knative.dev/v1', 'Service')?.completeness, 'subset');
    assert.equal(workloadKind('v1', 'Service'), undefined);
    assert.equal(workloadKind('example.org/v1', 'Deployment'), undefined);
    assert.equal(workloadKind('batch/v1', 'Job')?.restartPolicyRequired, true);
    const keys = workloadKinds.flatMap((row) =>
      row.groups.flatMap((group) => row.kinds.map((kind) => `${group}/${kind}`)),
    );
    assert.equal(new Set(keys).size, keys.length);
  });

  it('knows built-in kinds and what no cluster reads', () => {
    assert.equal(builtInKinds.get('Deployment')?.apiVersion, 'apps/v1');
    assert.equal(builtInKinds.get('ClusterRole')?.namespaced, false);
    assert.equal(builtInKindLike('deployment'), 'Deployment');
    assert.equal(builtInKindLike('configmap'), 'ConfigMap');
    assert.equal(readerOutsideCluster('kustomize.config.k8s.io/v1beta1', 'Kustomization'), 'kustomize');
    assert.equal(readerOutsideCluster('v1', 'Config'), 'kubectl');
    assert.equal(readerOutsideCluster('v2', ''), 'Helm');
    assert.equal(
      readerOutsideCluster('kubelet.config.k8s.io/v1beta1', 'KubeletConfiguration'),
      'a Kubernetes component',
    );
    assert.equal(readerOutsideCluster('apps/v1', 'Deployment'), undefined);
    assert.equal(readerOutsideCluster('v1', 'ConfigMap'), undefined);
    for (const { apiVersion } of builtInKinds.values()) assert.match(apiVersion, apiVersionPattern);
    for (const kind of builtInKinds.keys()) assert.match(kind, kindPattern);
    assert.doesNotMatch('3.8', apiVersionPattern);
  });

  it('knows removed versions, and replacements that exist', () => {
    assert.equal(removedApi('extensions/v1beta1', 'Ingress')?.removedIn, 22);
    assert.equal(removedApi('extensions/v1beta1', 'Ingress')?.sameShape, false);
    assert.equal(removedApi('policy/v1beta1', 'PodDisruptionBudget')?.sameShape, true);
    assert.equal(removedApi('policy/v1beta1', 'PodSecurityPolicy')?.replacement, undefined);
    assert.equal(removedApi('apps/v1', 'Deployment'), undefined);
    assert.equal(removedApi('v1', 'Endpoints')?.removedIn, undefined);
    for (const api of removedApis) {
      // Events are served by two groups.
      for (const kind of api.kinds.filter((each) => each !== 'Event')) {
        if (api.replacement !== undefined)
          assert.equal(builtInKinds.get(api.replacementKind ?? kind)?.apiVersion, api.replacement, kind);
        if (api.replacement !== undefined && api.replacementKind === undefined)
          assert.ok((api.since ?? 0) <= (api.removedIn ?? 99) || /flowcontrol/.test(api.apiVersion));
      }
    }
  });

  it('knows sysctls by version and capabilities', () => {
    assert.equal(isSafeSysctl('kernel.shm_rmid_forced', 25), true);
    assert.equal(isSafeSysctl('net/ipv4/tcp_syncookies', 25), true);
    assert.equal(isSafeSysctl('net.ipv4.tcp_rmem', 31), false);
    assert.equal(isSafeSysctl('net.ipv4.tcp_rmem', 32), true);
    assert.equal(isSafeSysctl('net.core.somaxconn', 36), false);
    assert.equal(new Set(capabilities).size, 41);
    assert.equal(capabilityName('cap_sys_admin'), 'SYS_ADMIN');
    assert.match(dangerOfCapability('CAP_SYS_ADMIN') ?? '', /root/);
    assert.equal(dangerOfCapability('CHOWN'), undefined);
    assert.equal(dangerOfCapability('constructor'), undefined);
  });
});
