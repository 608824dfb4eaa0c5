import { type CommandSyntax, splitCommand, type Word } from '../../knowledge/command-options';
import type { Argument } from '../../shell/command-line';
import { baseName } from '../../shell/commands';
import type { ProbeHandler } from './manifest';
import { commandsOf } from './probe-programs';

/** A host that a probe's command connects to. */
export interface AskedHost {
  readonly host: string;
  /** The word that names it. */
  readonly word: Argument;
}

/** How the programs that people probe with are told a host. */
interface Client {
  readonly syntax: CommandSyntax;
  readonly hostOptions: readonly string[];
  /** Which operand is the host, or whether URLs are. */
  readonly operand: 'first' | 'urls' | undefined;
}

const words = (text: string): readonly string[] => text.split(/\s+/);

const database = (valued: string): Client => ({
  syntax: { clusters: true, valueOptions: words(`-h --host ${valued}`) },
  hostOptions: ['-h', '--host'],
  operand: undefined,
});

/** Sources: curl(1), wget(1), nc(1), pg_isready, psql, mysqladmin, redis-cli and mongosh of their projects' references. */
const clients: readonly (readonly [programs: RegExp, client: Client])[] = [
  [
    /^curl$/,
    {
      syntax: {
        clusters: true,
        valueOptions: words(
          '-o --output -w --write-out -m --max-time --connect-timeout --retry -A -H --header -X -d -u -x --proxy -e --referer',
        ),
      },
      hostOptions: ['--url'],
      operand: 'urls',
    },
  ],
  [
    /^wget$/,
    {
      syntax: { clusters: true, valueOptions: words('-O --output-document -T --timeout -t --tries --header -U -Y') },
      hostOptions: [],
      operand: 'urls',
    },
  ],
  [
    /^(?:nc|ncat|netcat|telnet)$/,
    { syntax: { clusters: true, valueOptions: words('-w -i -G') }, hostOptions: [], operand: 'first' },
  ],
  [/^(?:pg_isready|psql)$/, database('-p --port -U --username -d --dbname -t --timeout -c --command -f')],
  [/^(?:mysqladmin|mysql|mariadb-admin|mariadb)$/, database('-P --port -u --user -e --execute -D --database')],
  [/^(?:redis-cli|valkey-cli)$/, database('-p -a -n -u --user --pass --cacert --cert --key')],
  [/^(?:mongosh|mongo)$/, database('--port -u --username -p --password --eval')],
];

/** The hosts, by whatever name but the container's own, that the commands of a probe connect to. */
export function askedHosts(handler: ProbeHandler | undefined): readonly AskedHost[] {
  return commandsOf(handler).flatMap((argv) => {
    const program = baseName(argv[0]?.value ?? '');
    const client = clients.find(([programs]) => programs.test(program))?.[1];
    return client === undefined ? [] : hostsIn(argv, client);
  });
}

function hostsIn(argv: readonly Argument[], { syntax, hostOptions, operand }: Client): readonly AskedHost[] {
  const { options, operands } = splitCommand(
    argv.map(({ value }): Word => value),
    1,
    syntax,
  );
  const named = options
    .filter(({ name }) => hostOptions.includes(name))
    .map(({ value, index, count }) => ({
      value,
      word: argv[index + count - 1],
    }));
  const given = operands.map(({ word, index }) => ({ value: word, word: argv[index] }));
  const chosen = operand === 'first' ? given.slice(0, 1) : operand === 'urls' ? given.filter(isUrl) : [];
  return [...named, ...chosen].flatMap(({ value, word }) => {
    const host = value === undefined ? undefined : hostOf(value);
    return host === undefined || word === undefined || isOwnHost(host) ? [] : [{ host, word }];
  });
}

/** A bare word may as well be the value of an option that is not known here. */
const isUrl = ({ value = '' }: { readonly value: Word }): boolean => /:\/\/|^[\w.-]+:\d/.test(value);

/** The host of a URL, or of `host:port`. */
const hostOf = (text: string): string | undefined =>
  /^(?:[a-z][a-z+]*:\/\/)?(?:[^@/]*@)?(\[[\da-f:]+\]|[a-z\d][\w.-]*)(?::\d{1,5})?(?:[/?#].*)?$/i.exec(text)?.[1];

const isOwnHost = (host: string): boolean => /^(?:localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|\[::1?\])$/i.test(host);
