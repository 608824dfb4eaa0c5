import { baseName, type Word } from './command-options';

/** A port that a program listens on, by one of its words or the value of a variable. */
export interface ListenPort {
  readonly port: number;
  /** Index of the word that says so. */
  readonly index: number;
}

/** Options whose value is the port, or the address with it, whatever the program is. */
const options: RegExp =
  /^--(?:port|http[-.]?port|https[-.]?port|server[-.]port|listen[-.]port|bind|listen|addr|address|bind-address|listen-address|listen-addr|http-address|http-addr|web\.listen-address|urls|server\.port)$/;

/** Short ones, by program. Source: each program's own help. */
const shortOptions: readonly { readonly programs: RegExp; readonly names: readonly string[] }[] = [
  { programs: /^gunicorn$/, names: ['-b'] },
  { programs: /^(?:puma|thin|rackup|rails|unicorn|flask|http-server|hypercorn)$/, names: ['-p', '-b'] },
  { programs: /^php[\d.]*$/, names: ['-S'] },
  { programs: /^serve$/, names: ['-l', '-p'] },
];

/** System properties of Java that name the port of the server. */
const properties: RegExp = /^-D(?:server\.port|quarkus\.http\.port|micronaut\.server\.port|jetty\.http\.port)=(\d+)$/;

/** Programs that talk to a server instead of being one: their port is that of somebody else, or a debugger's. */
const clients: RegExp =
  /^(?:redis-cli|valkey-cli|psql|mysql|mariadb|mongo|mongosh|curl|wget|nc|ncat|ssh|scp|kubectl|wait-for-it(?:\.sh)?|wait-for(?:\.sh)?|dockerize|ab|wrk|k6|locust|grpcurl|telnet|dlv)$/;

/** The ports that a command's words say it listens on, for others than its own machine. */
export function listenPorts(argv: readonly Word[]): readonly ListenPort[] {
  const program = baseName(argv[0] ?? '');
  if (clients.test(program) || namesOtherHost(argv)) return [];
  const short = shortOptions.find(({ programs }) => programs.test(program))?.names ?? [];
  return argv.flatMap((word, index): readonly ListenPort[] => {
    if (word === undefined || index === 0) return [];
    const property = properties.exec(word)?.[1];
    if (property !== undefined) return at(property, index);
    const before = argv[index - 1] ?? '';
    if (options.test(before) || short.includes(before)) return at(word, index);
    const [, name = '', value = ''] = /^(--[\w.-]+)=(.*)$/s.exec(word) ?? [];
    if (options.test(name)) return at(value, index);
    if (before === 'runserver' || (before === 'http.server' && argv[index - 2] === '-m')) return at(word, index);
    return [];
  });
}

const at = (value: string, index: number): readonly ListenPort[] => {
  const port = portOf(value);
  return port === undefined ? [] : [{ port, index }];
};

/** `8080`, `:8080`, `0.0.0.0:8080`, `http://+:8080`: none for another machine, nor for one that only itself reaches. */
function portOf(value: string): number | undefined {
  const [, host = '', digits] = /^(?:[a-z]+:\/\/)?(?:(\[::\]|[\w.*+-]*):)?(\d{1,5})\/?$/i.exec(value) ?? [];
  const port = Number(digits ?? 0);
  return port < 1 || port > 65535 || !isEverywhere(host) ? undefined : port;
}

const isEverywhere = (host: string): boolean => /^(?:|0\.0\.0\.0|::|\[::\]|\*|\+)$/.test(host);

/** A host that is not one to listen on. */
const namesOtherHost = (argv: readonly Word[]): boolean =>
  argv.some((word, index) => {
    const host = word?.startsWith('--host=') ? word.slice('--host='.length) : word === '--host' ? argv[index + 1] : '';
    return host !== undefined && !isEverywhere(host);
  });

/** Variables that servers and frameworks take their port from. */
const variables: RegExp =
  /^(?:PORT|HTTP_PORT|SERVER_PORT|LISTEN_PORT|UVICORN_PORT|FLASK_RUN_PORT|NITRO_PORT|QUARKUS_HTTP_PORT|MICRONAUT_SERVER_PORT|ASPNETCORE_HTTP_PORTS|ASPNETCORE_URLS)$/;

/** The port that a variable makes a server listen on. */
export const portOfVariable = (name: string, value: string): number | undefined =>
  variables.test(name) ? portOf(value.replace(/[;,].*$/s, '')) : undefined;
