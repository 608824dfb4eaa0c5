import type { CommandSyntax } from './command-options';

/** A program that fetches files by their addresses. */
export interface Downloader {
  readonly id: 'curl' | 'wget';
  readonly syntax: CommandSyntax;
  /** Options that name the file to write; `-` is standard output. */
  readonly output: readonly string[];
  /** Options that name the folder to write to. */
  readonly folder: readonly string[];
  /** Options by which it takes the name from the address. */
  readonly remoteName: readonly string[];
  /** It takes the name from the address without being asked. */
  readonly namesByAddress: boolean;
  /** With one of these options nothing tells which files it writes, or it writes none. */
  readonly unknown: readonly string[];
  readonly source: string;
}

const curl: Downloader = {
  id: 'curl',
  syntax: {
    clusters: true,
    valueOptions: [
      ...['-A', '-b', '-c', '-C', '-d', '-D', '-e', '-E', '-F', '-H', '-K', '-m', '-o', '-P', '-Q', '-r', '-t', '-T'],
      ...['-u', '-U', '-w', '-x', '-X', '-y', '-Y', '-z', '--output', '--output-dir', '--url', '--header', '--user'],
      ...['--user-agent', '--request', '--data', '--data-raw', '--data-binary', '--data-urlencode', '--form', '--json'],
      ...[
        '--retry',
        '--retry-delay',
        '--retry-max-time',
        '--connect-timeout',
        '--max-time',
        '--proto',
        '--proto-redir',
      ],
      ...[
        '--proto-default',
        '--cacert',
        '--capath',
        '--cert',
        '--cert-type',
        '--key',
        '--key-type',
        '--pass',
        '--proxy',
      ],
      ...['--limit-rate', '--referer', '--range', '--resolve', '--cookie', '--cookie-jar', '--write-out', '--ciphers'],
      ...['--max-redirs', '--interface', '--config', '--continue-at', '--dump-header', '--speed-limit', '--speed-time'],
      ...[
        '--time-cond',
        '--upload-file',
        '--etag-save',
        '--etag-compare',
        '--socks5',
        '--socks5-hostname',
        '--noproxy',
      ],
      ...[
        '--max-filesize',
        '--netrc-file',
        '--oauth2-bearer',
        '--pinnedpubkey',
        '--preproxy',
        '--proxy-user',
        '--stderr',
      ],
      ...['--tls-max', '--tls13-ciphers', '--unix-socket', '--connect-to', '--dns-servers', '--parallel-max', '--rate'],
    ],
  },
  output: ['-o', '--output'],
  folder: ['--output-dir'],
  remoteName: ['-O', '--remote-name', '--remote-name-all'],
  namesByAddress: false,
  unknown: ['-J', '--remote-header-name', '-I', '--head', '-K', '--config', '-V', '--version', '-h', '--help'],
  source: 'curl/curl:docs/cmdline-opts',
};

const wget: Downloader = {
  id: 'wget',
  syntax: {
    clusters: true,
    valueOptions: [
      ...['-o', '-a', '-e', '-i', '-B', '-t', '-O', '-T', '-w', '-Q', '-P', '-U', '-l', '-A', '-R', '-D', '-I', '-X'],
      // `-nv`, `-nc` and the like: two letters, one option.
      ...['-n', '--output-document', '--output-file', '--append-output', '--execute', '--input-file', '--base'],
      ...['--tries', '--timeout', '--dns-timeout', '--connect-timeout', '--read-timeout', '--wait', '--waitretry'],
      ...['--limit-rate', '--directory-prefix', '--user', '--password', '--http-user', '--http-password', '--header'],
      ...['--user-agent', '--post-data', '--post-file', '--method', '--body-data', '--ca-certificate', '--certificate'],
      ...['--private-key', '--progress', '--quota', '--level', '--accept', '--reject', '--domains', '--cut-dirs'],
      ...[
        '--max-redirect',
        '--referer',
        '--secure-protocol',
        '--load-cookies',
        '--save-cookies',
        '--retry-on-http-error',
      ],
      ...['--accept-regex', '--reject-regex', '--exclude-directories', '--include-directories', '--compression'],
    ],
  },
  output: ['-O', '--output-document'],
  folder: ['-P', '--directory-prefix'],
  remoteName: [],
  namesByAddress: true,
  unknown: [
    ...[
      '-i',
      '--input-file',
      '-r',
      '--recursive',
      '-m',
      '--mirror',
      '-p',
      '--page-requisites',
      '--content-disposition',
    ],
    ...['--spider', '--trust-server-names', '-x', '--force-directories', '-V', '--version', '-h', '--help', '-c'],
    ...['--continue', '-b', '--background'],
  ],
  source: 'GNU Wget manual; mirror/busybox:networking/wget.c',
};

/** The downloader of a program's name. */
export const downloaderFor = (program: string): Downloader | undefined =>
  program === 'curl' ? curl : program === 'wget' || program === 'wget2' ? wget : undefined;
