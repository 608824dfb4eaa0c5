import { imageBasename } from '../../knowledge/image-basename';
import { statefulImage } from '../../knowledge/stateful-images';
import type { Container } from './manifest';

/** Directories of an image that its program writes to while it runs, beside those with its data. */
interface WritableRow {
  readonly names: readonly string[];
  readonly directories: readonly string[];
  readonly source: string;
}

const rows: readonly WritableRow[] = [
  {
    names: ['nginx', 'nginx-unprivileged', 'openresty'],
    directories: ['/tmp', '/var/cache/nginx', '/var/run'],
    source: 'nginx/docker-nginx README, "Running nginx in read-only mode"; /tmp for the unprivileged image',
  },
  {
    names: ['httpd'],
    directories: ['/tmp', '/usr/local/apache2/logs'],
    source: 'docker-library/httpd: the PID file goes to logs/',
  },
  {
    names: ['tomcat'],
    directories: ['/tmp', '/usr/local/tomcat/logs', '/usr/local/tomcat/temp', '/usr/local/tomcat/work'],
    source: 'docker-library/tomcat: CATALINA_HOME=/usr/local/tomcat',
  },
  {
    names: ['postgres', 'postgis', 'pgvector'],
    directories: ['/tmp', '/var/run/postgresql'],
    source: 'docker-library/postgres',
  },
  { names: ['mysql'], directories: ['/tmp', '/var/run/mysqld'], source: 'docker-library/mysql' },
  { names: ['mariadb'], directories: ['/tmp', '/run/mysqld'], source: 'MariaDB/mariadb-docker' },
  {
    names: ['caddy'],
    directories: ['/config', '/data', '/tmp'],
    source: 'caddyserver/caddy-docker: XDG_CONFIG_HOME, XDG_DATA_HOME',
  },
];

/** Whoever writes a temporary file writes it here. */
const anyImage: readonly string[] = ['/tmp'];

/**
 * The directories of a container that have to stay writable when the rest of its file system is not, and on which nothing
 * is mounted yet.
 * @returns `undefined` when its data would have nowhere to go: first it needs a volume
 */
export function unmountedWritablePaths(container: Container): readonly string[] | undefined {
  const { image, mounts } = container;
  const isMounted = (path: string): boolean =>
    mounts.some(
      (mount) => mount.path !== undefined && `${path}/`.startsWith(`${mount.path.replace(/(?<!\/)\/+$/, '')}/`),
    );
  const text = image === undefined || image.variable ? '' : image.text;
  const data = text === '' ? [] : (statefulImage(text)?.directories ?? []);
  if (!data.every(isMounted)) return undefined;
  const known = text === '' ? undefined : rows.find(({ names }) => names.includes(imageBasename(text)));
  return (known?.directories ?? anyImage).filter((path) => !isMounted(path));
}
