import { baseName, type CommandOption, type CommandSyntax, splitCommand, type Word } from './command-options';

/** What a command that checks a server asks, in the terms of a probe's own handlers. */
export type AskedEndpoint =
  | {
      readonly kind: 'httpGet';
      readonly path: string;
      readonly port: number;
      readonly scheme: 'HTTP' | 'HTTPS';
      readonly headers: readonly { readonly name: string; readonly value: string }[];
    }
  | { readonly kind: 'tcpSocket'; readonly port: number }
  | { readonly kind: 'grpc'; readonly port: number; readonly service: string };

export interface ProbeCommand {
  /** `curl`, without its directory. */
  readonly program: string;
  readonly asks: AskedEndpoint;
  /** It succeeds whatever status the server answers with. */
  readonly lenient: boolean;
}

/**
 * What a command does that only asks a server in its own container whether it answers. Words that are not literal are
 * `undefined`. Nothing is said of a command that does more than a handler can: other methods, client certificates, a body to
 * look at.
 */
export function probeCommand(argv: readonly Word[]): ProbeCommand | undefined {
  const name = baseName(argv[0] ?? '');
  const asks = readers[name]?.(argv);
  if (asks === undefined) return undefined;
  return { program: name, asks, lenient: name === 'curl' && !failsOnErrors(argv) };
}

type Reader = (argv: readonly Word[]) => AskedEndpoint | undefined;

const readers: Readonly<Record<string, Reader | undefined>> = {
  curl: (argv) => request(argv, curl),
  wget: (argv) => request(argv, wget),
  nc: connection,
  ncat: connection,
  netcat: connection,
  grpc_health_probe: healthCheck,
  'grpc-health-probe': healthCheck,
};

/** The options of a program that fetch something, as far as a handler of a probe can stand for them. */
interface HttpClient {
  readonly syntax: CommandSyntax;
  /** Change nothing about whether the server counts as healthy. */
  readonly flags: readonly string[];
  readonly headerOptions: readonly string[];
  readonly agentOptions: readonly string[];
  readonly outputOptions: readonly string[];
  readonly methodOptions: readonly string[];
  readonly urlOptions: readonly string[];
}

const words = (text: string): readonly string[] => text.split(/\s+/);

/** Source: curl(1) of curl 8. */
const curl: HttpClient = {
  syntax: {
    clusters: true,
    valueOptions: words(
      '-o --output -w --write-out -m --max-time --connect-timeout --retry --retry-delay --retry-max-time --noproxy -A --user-agent -H --header -X --request --url',
    ),
  },
  flags: words(
    '-f --fail --fail-with-body -s --silent -S --show-error -L --location -k --insecure -v --verbose -i --include -I --head -w --write-out -m --max-time --connect-timeout --retry --retry-delay --retry-max-time --retry-connrefused --retry-all-errors -4 --ipv4 -6 --ipv6 -g --globoff --http1.0 --http1.1 --compressed --no-progress-meter -# --progress-bar -q --disable -N --no-buffer --noproxy -G --get --no-keepalive',
  ),
  headerOptions: ['-H', '--header'],
  agentOptions: ['-A', '--user-agent'],
  outputOptions: ['-o', '--output'],
  methodOptions: ['-X', '--request'],
  urlOptions: ['--url'],
};

/** Source: wget(1) of GNU wget 1.24; busybox: networking/wget.c. */
const wget: HttpClient = {
  syntax: {
    clusters: true,
    valueOptions: words(
      '-O --output-document -T --timeout -t --tries -Y --proxy --header -U --user-agent --read-timeout --connect-timeout --dns-timeout --waitretry -w --wait',
    ),
  },
  flags: words(
    '-q --quiet -S --server-response -T --timeout -t --tries --spider --no-check-certificate -n -nv --no-verbose -v --verbose --no-proxy -Y --proxy --no-cache -4 --inet4-only -6 --inet6-only --read-timeout --connect-timeout --dns-timeout --waitretry -w --wait --no-hsts',
  ),
  headerOptions: ['--header'],
  agentOptions: ['-U', '--user-agent'],
  outputOptions: ['-O', '--output-document'],
  methodOptions: [],
  urlOptions: [],
};

function failsOnErrors(argv: readonly Word[]): boolean {
  const { options } = splitCommand(argv, 1, curl.syntax);
  return options.some(({ name }) => ['-f', '--fail', '--fail-with-body'].includes(name));
}

function request(argv: readonly Word[], client: HttpClient): AskedEndpoint | undefined {
  const { options, operands, uncertain } = splitCommand(argv, 1, client.syntax);
  if (uncertain || !options.every((option) => isHarmless(option, client))) return undefined;
  const named = options.filter(({ name }) => client.urlOptions.includes(name)).map(({ value }) => value);
  const [url, other] = [...operands.map(({ word }) => word), ...named];
  const endpoint = url === undefined || other !== undefined ? undefined : endpointOf(url);
  const headers = options.map((option) => headerOf(option, client)).filter((header) => header !== undefined);
  return endpoint && { kind: 'httpGet', ...endpoint, headers };
}

function isHarmless(option: CommandOption, client: HttpClient): boolean {
  const { name, value } = option;
  if (client.flags.includes(name) || client.urlOptions.includes(name)) return true;
  if (value === undefined) return false;
  if (client.outputOptions.includes(name)) return value === '-' || value === '/dev/null' || value === '/dev/stdout';
  if (client.methodOptions.includes(name)) return value === 'GET' || value === 'HEAD';
  return headerOf(option, client) !== undefined;
}

function headerOf(
  { name, value }: CommandOption,
  client: HttpClient,
): { readonly name: string; readonly value: string } | undefined {
  if (value === undefined) return undefined;
  if (client.agentOptions.includes(name)) return { name: 'User-Agent', value };
  const header = client.headerOptions.includes(name) ? /^([\w-]+):\s*(\S.*)$/.exec(value) : null;
  return header === null ? undefined : { name: header[1] ?? '', value: (header[2] ?? '').trimEnd() };
}

type HttpEndpoint = Pick<Extract<AskedEndpoint, { readonly kind: 'httpGet' }>, 'path' | 'port' | 'scheme'>;

function endpointOf(url: string): HttpEndpoint | undefined {
  const match = /^(?:(https?):\/\/)?(\[[^\]]*\]|[^:/?#@]+)(?::(\d{1,5}))?(\/[^#\s]*)?(?:#.*)?$/i.exec(url);
  const [, protocol = 'http', host = '', port, path = '/'] = match ?? [];
  if (match === null || !isOwnHost(host) || /[{}]/.test(path)) return undefined;
  const scheme = protocol.toLowerCase() === 'https' ? 'HTTPS' : 'HTTP';
  return { path, port: Number(port ?? (scheme === 'HTTPS' ? 443 : 80)), scheme };
}

/** The container's own address, by whatever name. */
const isOwnHost = (host: string): boolean => /^(?:localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|\[::1?\]|::1)$/i.test(host);

/** Source: nc(1) of OpenBSD, ncat(1) of Nmap, busybox: networking/nc_bloaty.c. */
function connection(argv: readonly Word[]): AskedEndpoint | undefined {
  const { options, operands, uncertain } = splitCommand(argv, 1, { clusters: true, valueOptions: ['-w', '-i', '-G'] });
  const names = options.map(({ name }) => name);
  const plain = ['-z', '-v', '-n', '-w', '-i', '-G', '-4', '-6'];
  if (uncertain || !names.includes('-z') || !names.every((name) => plain.includes(name))) return undefined;
  const [host, port, other] = operands.map(({ word }) => word);
  if (other !== undefined || !isOwnHost(host ?? '') || !/^\d{1,5}$/.test(port ?? '')) return undefined;
  return { kind: 'tcpSocket', port: Number(port) };
}

/** Source: grpc-ecosystem/grpc-health-probe README; its options are those of Go's flag package. */
function healthCheck(argv: readonly Word[]): AskedEndpoint | undefined {
  const valueOptions = words('-addr -service -connect-timeout -rpc-timeout -user-agent');
  const { options, operands, uncertain } = splitCommand(
    argv.map((word) => word?.replace(/^--/, '-')),
    1,
    { valueOptions },
  );
  if (uncertain || operands.length > 0 || !options.every(({ name }) => name === '-v' || valueOptions.includes(name)))
    return undefined;
  const given = (wanted: string): Word => options.findLast(({ name }) => name === wanted)?.value;
  const [, host = '', port] = /^(.*):(\d{1,5})$/.exec(given('-addr') ?? '') ?? [];
  if (port === undefined || (host !== '' && !isOwnHost(host))) return undefined;
  return { kind: 'grpc', port: Number(port), service: given('-service') ?? '' };
}
