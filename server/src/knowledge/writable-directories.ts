import { imageBasename, imageTag } from './image-basename';
import { serverRole } from './image-roles';
import { statefulImage } from './stateful-images';

/** Directories that the program of an image writes to while it runs, beside those with its data. */
interface WritableRow {
  readonly names: readonly string[];
  readonly tags?: RegExp;
  readonly directories: readonly string[];
  readonly source: string;
}

/** First fit wins. */
const rows: readonly WritableRow[] = [
  {
    names: ['nginx'],
    directories: ['/var/cache/nginx', '/var/run'],
    source: 'docker-library/docs:nginx, "Running nginx in read-only mode"',
  },
  {
    names: ['nginx-unprivileged'],
    directories: ['/tmp'],
    source: 'nginx/docker-nginx-unprivileged:README.md, PID file and temporary paths',
  },
  {
    names: ['httpd'],
    directories: ['/usr/local/apache2/logs'],
    source: 'docker-library/httpd: the PID file; the logs themselves go to /proc/self/fd',
  },
  {
    names: ['php'],
    tags: /apache/,
    directories: ['/tmp', '/var/lock/apache2', '/var/run/apache2'],
    source: 'docker-library/php:apache2-foreground, which makes the folders that are missing',
  },
  {
    names: ['wordpress'],
    tags: /^(?!.*(?:fpm|cli))/,
    directories: ['/tmp', '/var/lock/apache2', '/var/run/apache2'],
    source: 'docker-library/wordpress, on php:apache',
  },
  { names: ['php', 'wordpress'], directories: ['/tmp'], source: 'docker-library/php: uploads and sessions' },
  {
    names: ['tomcat'],
    directories: ['/tmp', '/usr/local/tomcat/logs', '/usr/local/tomcat/temp', '/usr/local/tomcat/work'],
    source: 'docker-library/tomcat:Dockerfile.template, `chmod 1777 logs temp work`; JVM: /tmp/hsperfdata_*',
  },
  {
    names: ['jetty'],
    directories: ['/run/jetty', '/tmp/jetty'],
    source: 'docker-library/docs:jetty, "Read-only container"',
  },
  {
    names: ['postgres', 'postgis', 'pgvector'],
    directories: ['/tmp', '/var/run/postgresql'],
    source: 'docker-library/postgres:docker-entrypoint.sh, Dockerfile-debian.template',
  },
  {
    names: ['mysql'],
    directories: ['/tmp', '/var/run/mysqld'],
    source: 'docker-library/mysql:Dockerfile.oracle, socket and lock files',
  },
  {
    names: ['mariadb'],
    directories: ['/run/mysqld', '/tmp'],
    source: 'MariaDB/mariadb-docker:Dockerfile.template, socket and lock files',
  },
  { names: ['mongo'], directories: ['/tmp'], source: 'docker-library/mongo:docker-entrypoint.sh, TMPDIR; the socket' },
  {
    names: ['redis', 'valkey', 'memcached'],
    directories: [],
    source: 'redis/docker-library-redis, valkey-io/valkey-container, docker-library/memcached: nothing beside /data',
  },
  {
    names: ['haproxy'],
    directories: [],
    source: 'docker-library/haproxy:docker-entrypoint.sh, no PID file with -W -db',
  },
  {
    names: ['caddy'],
    directories: ['/config', '/data'],
    source: 'caddyserver/caddy-docker:Dockerfile.tmpl, XDG_CONFIG_HOME and XDG_DATA_HOME',
  },
  { names: ['traefik'], directories: ['/tmp'], source: 'traefik/traefik-helm-chart:templates/_podtemplate.tpl' },
  {
    names: ['grafana', 'grafana-oss', 'grafana-enterprise'],
    directories: ['/tmp'],
    source: 'prometheus-operator/kube-prometheus:manifests/grafana-deployment.yaml',
  },
  {
    names: ['jenkins'],
    directories: ['/tmp'],
    source: 'jenkinsci/helm-charts:jenkins-controller-statefulset.yaml, readOnlyRootFilesystem',
  },
  {
    names: [
      ...['prometheus', 'alertmanager', 'node-exporter', 'blackbox-exporter', 'kube-state-metrics'],
      ...['prometheus-operator', 'prometheus-config-reloader', 'configmap-reload', 'kube-rbac-proxy'],
    ],
    directories: [],
    source: 'prometheus-operator/kube-prometheus:manifests, readOnlyRootFilesystem without a volume of this kind',
  },
];

/**
 * Images that write next to what the image brings: an empty directory there would hide it. Sources: Bitnami's charts, which
 * copy /opt/bitnami first; openresty/docker-openresty (links to the streams beside the PID file); docker-library/docs of
 * open-liberty (keys in its configuration) and varnish; keycloak.org/server/containers (`start` builds before it serves).
 */
const unsuited =
  /(?:^|\/)bitnami(?:legacy)?\/|(?:^|\/)(?:openresty|varnish|open-liberty|websphere-liberty|keycloak)(?:$|[:@])/;

/** Whoever writes a temporary file writes it here. */
const anyApplication: readonly string[] = ['/tmp'];

/**
 * The directories that the program of an image has to be able to write to.
 * @param image a reference; `undefined` when it is not known: an application, like every image that is not listed
 * @returns `undefined` for a server of which it is not known, or that empty directories would not help
 */
export function writableDirectories(image: string | undefined): readonly string[] | undefined {
  if (image === undefined) return anyApplication;
  if (unsuited.test(image)) return undefined;
  const name = imageBasename(image);
  const tag = imageTag(image) ?? 'latest';
  const row = rows.find(({ names, tags }) => names.includes(name) && tags?.test(tag) !== false);
  if (row !== undefined) return row.directories;
  return statefulImage(image) === undefined && serverRole(image) === undefined ? anyApplication : undefined;
}
