import { splitCommand, type Word } from './command-options';
import { imageBasename } from './image-basename';

/** What a proxy to a database of Google's opens in its pod, as far as its manifest says. */
export interface DatabaseProxy {
  /** For the application, on the loopback unless `--address` says otherwise: no probe gets there. */
  readonly ports: readonly number[];
  /** The port at which it tells the kubelet whether it has started, at `/startup`. */
  readonly healthPort: number | undefined;
}

/** Prefixes of the variables that stand for options. */
const prefixes: ReadonlyMap<string, string> = new Map([
  ['cloud-sql-proxy', 'CSQL_PROXY_'],
  ['alloydb-auth-proxy', 'ALLOYDB_PROXY_'],
]);

const syntax = { valueOptions: ['--port', '-p', '--http-port', '--http-address', '--address', '-a'] };

/**
 * Reads the words and variables of such a proxy; `undefined` for every other image. Source: GoogleCloudPlatform/cloud-sql-proxy
 * and alloydb-auth-proxy, cmd/root.go; cloudsql-proxy 1.x (`gce-proxy`), cmd/cloud_sql_proxy.
 * @param words of `command` and `args`, as written
 */
export function databaseProxy(
  image: string,
  words: readonly string[],
  environment: ReadonlyMap<string, string>,
): DatabaseProxy | undefined {
  const name = imageBasename(image);
  if (name === 'gce-proxy') return { ports: numbersIn(words, /=tcp:(?:[\w.]+:)?(\d{1,5})/g), healthPort: undefined };
  const prefix = prefixes.get(name);
  if (prefix === undefined) return undefined;
  const { options } = splitCommand(words, 0, syntax);
  const setting = (...names: readonly string[]): Word =>
    options.find((option) => names.includes(option.name))?.value ??
    environment.get(prefix + (names[0] ?? '').slice(2).toUpperCase().replaceAll('-', '_'));
  const isChecked =
    options.some((option) => option.name === '--health-check' && option.value !== 'false') ||
    environment.get(`${prefix}HEALTH_CHECK`) === 'true';
  // Its own default is the loopback, like that of the ports for the application.
  const isReached = setting('--http-address') === '0.0.0.0';
  return {
    ports: [...numbersIn([setting('--port', '-p') ?? ''], /^(\d{1,5})$/g), ...numbersIn(words, /[?&]port=(\d{1,5})/g)],
    healthPort: isChecked && isReached ? numbersIn([setting('--http-port') ?? '9090'], /^(\d{1,5})$/g)[0] : undefined,
  };
}

const numbersIn = (texts: readonly string[], pattern: RegExp): readonly number[] =>
  texts.flatMap((text) => Array.from(text.matchAll(pattern), ([, number]) => Number(number)));
