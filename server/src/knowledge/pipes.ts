/** Programs that write what they are told, list what there is or transform text: nobody waits for them to fail. */
export const harmlessWriters: ReadonlySet<string> = new Set([
  ...[
    'echo',
    'printf',
    'yes',
    'true',
    ':',
    'cat',
    'tee',
    'find',
    'ls',
    'awk',
    'gawk',
    'mawk',
    'sed',
    'cut',
    'sort',
    'uniq',
  ],
  ...[
    'tr',
    'head',
    'tail',
    'wc',
    'grep',
    'egrep',
    'fgrep',
    'xargs',
    'env',
    'printenv',
    'pwd',
    'uname',
    'nproc',
    'date',
  ],
  ...[
    'id',
    'getent',
    'getconf',
    'locale',
    'ldd',
    'scanelf',
    'objdump',
    'readelf',
    'stat',
    'file',
    'readlink',
    'realpath',
  ],
  ...['basename', 'dirname', 'ps', 'df', 'du', 'dpkg', 'dpkg-query', 'apt-mark', 'apt-cache', 'rpm', 'apk', 'arch'],
  ...[
    'md5sum',
    'sha1sum',
    'sha256sum',
    'sha384sum',
    'sha512sum',
    'base64',
    'seq',
    'hostname',
    'which',
    'tac',
    'rev',
    'nl',
    'paste',
  ],
]);

/**
 * Programs that fail by themselves when their input is empty or broken off: unpackers, and what looks for something in it.
 * Source: GNU tar, gzip, grep and coreutils manuals; gpg(1); observed with empty input.
 */
export const checkingReaders: ReadonlySet<string> = new Set([
  ...[
    'tar',
    'bsdtar',
    'gtar',
    'gunzip',
    'gzip',
    'zcat',
    'bunzip2',
    'bzip2',
    'bzcat',
    'unxz',
    'xz',
    'xzcat',
    'unzstd',
    'zstd',
  ],
  ...['unzip', 'funzip', 'lz4', 'cpio', 'gpg', 'gpg2', 'apt-key', 'grep', 'egrep', 'fgrep', 'docker', 'podman', 'ctr'],
  ...['md5sum', 'sha1sum', 'sha256sum', 'sha384sum', 'sha512sum', 'shasum', 'sha256'],
]);

/**
 * Whether a program may stop reading before its input ends, so that what writes into the pipe dies of SIGPIPE: `head`,
 * `grep -q`, `sed 5q`, `awk '{ exit }'`.
 */
export function mayStopReading(words: readonly (string | undefined)[]): boolean {
  const name = words[0]?.replace(/^.*\//, '') ?? '';
  const rest = words.slice(1);
  if (name === 'head') return true;
  if (/^[ef]?grep$/.test(name))
    return rest.some((word) => word === undefined || /^-(?!-)\w*[qm]|^--(?:quiet|silent|max-count)/.test(word));
  if (name === 'sed')
    return rest.some((word) => word === undefined || /(?:^|[\d$/{; ])[qQ]\d*\s*(?:$|[;}])/.test(word));
  return /^[gmn]?awk$/.test(name) && rest.some((word) => word === undefined || /\bexit\b/.test(word));
}

/** Programs whose result says what they found, not that they failed. */
export const telling: ReadonlySet<string> = new Set([
  'grep',
  'egrep',
  'fgrep',
  'zgrep',
  'diff',
  'cmp',
  'test',
  'expr',
  'ldd',
]);
