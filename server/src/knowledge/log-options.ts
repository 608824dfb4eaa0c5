import { baseName, splitCommand, type Word } from './command-options';

/** An option that sends a program's log to a file. */
interface LogOption {
  readonly programs: RegExp;
  readonly options: readonly string[];
  /** What to write instead of the file; without it the option goes, since the default is standard output or error. */
  readonly instead?: string;
  readonly source: string;
}

const logOptions: readonly LogOption[] = [
  {
    programs: /^gunicorn$/,
    options: ['--access-logfile', '--error-logfile', '--log-file'],
    instead: '-',
    source: 'benoitc/gunicorn:gunicorn/config.py',
  },
  { programs: /^uwsgi$/, options: ['--logto', '--logto2'], source: 'unbit/uwsgi:core/uwsgi.c' },
  { programs: /^mongo[ds]$/, options: ['--logpath'], source: 'mongodb manual, --logpath' },
  { programs: /^(?:redis|valkey)-server$/, options: ['--logfile'], source: 'redis/redis:redis.conf' },
  { programs: /^(?:mysqld|mariadbd)$/, options: ['--log-error'], source: 'MySQL Reference Manual, --log-error' },
];

/** The word that sends a program's log to a file. */
export interface LogFile {
  readonly file: string;
  /** Index of the word that holds the option, and of the one that holds the file: the same for `--option=file`. */
  readonly option: number;
  readonly value: number;
  readonly name: string;
  readonly instead: string | undefined;
}

/** The log files that a command's words name. */
export function logFilesOf(argv: readonly Word[]): readonly LogFile[] {
  const program = baseName(argv[0] ?? '');
  const rows = logOptions.filter(({ programs }) => programs.test(program));
  return rows.flatMap(({ options: names, instead }) =>
    splitCommand(argv, 1, { valueOptions: names }).options.flatMap(
      ({ name, value, index, count }): readonly LogFile[] =>
        names.includes(name) && value !== undefined && isFile(value)
          ? [{ file: value, option: index, value: index + count - 1, name, instead }]
          : [],
    ),
  );
}

/** Whether a path is a file in the container, and no stream that ends up in its log. */
export const isFile = (path: string): boolean =>
  path !== '' && path !== '-' && !/^\/(?:dev\/|proc\/(?:1|self)\/fd\/)/.test(path);

/** Where servers of the distributions write their logs, by package. Source: the packages' own configuration. */
const packagedLogs: readonly {
  readonly packages: readonly string[];
  readonly program: RegExp;
  readonly links: readonly (readonly [stream: string, file: string])[];
}[] = [
  {
    packages: ['nginx', 'nginx-light', 'nginx-core', 'nginx-full', 'nginx-extras'],
    program: /^nginx$/,
    links: [
      ['/dev/stdout', '/var/log/nginx/access.log'],
      ['/dev/stderr', '/var/log/nginx/error.log'],
    ],
  },
  {
    packages: ['apache2'],
    program: /^(?:apache2|apache2ctl|apachectl)$/,
    links: [
      ['/proc/self/fd/1', '/var/log/apache2/access.log'],
      ['/proc/self/fd/2', '/var/log/apache2/error.log'],
    ],
  },
  {
    packages: ['httpd'],
    program: /^(?:httpd|apachectl)$/,
    links: [
      ['/proc/self/fd/1', '/var/log/httpd/access_log'],
      ['/proc/self/fd/2', '/var/log/httpd/error_log'],
    ],
  },
];

/** The log files of a program that a package brings, and the streams to link them to. */
export const packagedLogsOf = (packageName: string, program: string): readonly (readonly [string, string])[] =>
  packagedLogs.find((row) => row.packages.includes(packageName) && row.program.test(program))?.links ?? [];

/** Packages that collect, rotate or ship logs. Source: each project's documentation. */
export const isLogDaemon = (name: string): boolean =>
  /^(?:rsyslog|syslog-ng(?:-core)?|logrotate|fluentd|td-agent(?:-bit)?|fluent-bit|filebeat|metricbeat|promtail|awslogs|amazon-cloudwatch-agent|busybox-syslogd|inetutils-syslogd|sysklogd|vector)$/.test(
    name,
  );
