import { downloaderFor } from './downloaders';

/** A way to make a program accept any TLS certificate. */
export interface CertificateSwitch {
  /** Base names of the programs. */
  readonly programs: readonly string[];
  /** Options that take a value, this one's among them where it does. */
  readonly valued?: readonly string[];
  /** Spellings of the option. */
  readonly options?: readonly string[];
  /** What the option's value must be like. */
  readonly value?: RegExp;
  /** Instead of an option: what the operands, joined by blanks, must be like. */
  readonly operands?: RegExp;
  /** Equal checks of other tools. */
  readonly peers: readonly string[];
  readonly source: string;
}

const off = '(?:false|0|no|off)';

/** Source of the ids: bridgecrewio/checkov:checkov/dockerfile/checks/graph_checks. */
export const certificateSwitches: readonly CertificateSwitch[] = [
  {
    programs: ['curl'],
    valued: downloaderFor('curl')?.syntax.valueOptions ?? [],
    options: ['-k', '--insecure', '--proxy-insecure', '--doh-insecure'],
    peers: ['checkov/CKV2_DOCKER_2'],
    source: 'curl/curl:docs/cmdline-opts/insecure.md',
  },
  {
    programs: ['wget', 'wget2'],
    valued: downloaderFor('wget')?.syntax.valueOptions ?? [],
    options: ['--no-check-certificate'],
    peers: ['checkov/CKV2_DOCKER_3'],
    source: 'GNU Wget manual, "HTTPS (SSL/TLS) Options"',
  },
  {
    programs: ['pip', 'pip3'],
    valued: ['--trusted-host'],
    options: ['--trusted-host'],
    value: /./,
    peers: ['checkov/CKV2_DOCKER_4'],
    source: 'pypa/pip:docs/html/cli/pip.rst',
  },
  {
    programs: ['pip', 'pip3'],
    operands: /^config set (?:global|install|download)\.trusted-host ./,
    peers: ['checkov/CKV2_DOCKER_4'],
    source: 'pypa/pip:docs/html/cli/pip_config.rst',
  },
  {
    programs: ['uv'],
    valued: ['--allow-insecure-host', '--trusted-host'],
    options: ['--allow-insecure-host', '--trusted-host'],
    value: /./,
    peers: [],
    source: 'astral-sh/uv:docs/reference/cli.md',
  },
  {
    programs: ['git'],
    valued: ['-c', '-C'],
    options: ['-c'],
    value: new RegExp(`^http\\.(?:.+\\.)?sslverify=${off}$`, 'i'),
    peers: [],
    source: 'git/git:Documentation/config/http.adoc',
  },
  {
    programs: ['git'],
    valued: ['-c', '-C'],
    operands: new RegExp(`^config (?:set )?http\\.(?:.+\\.)?sslverify ${off}$`, 'i'),
    peers: [],
    source: 'git/git:Documentation/config/http.adoc',
  },
  {
    programs: ['npm', 'yarn', 'pnpm'],
    options: ['--strict-ssl'],
    value: /^false$/,
    peers: [],
    source: 'npm/cli:workspaces/config/lib/definitions/definitions.js',
  },
  {
    programs: ['npm', 'yarn', 'pnpm'],
    options: ['--no-strict-ssl'],
    peers: [],
    source: 'npm/cli:workspaces/config/lib/definitions/definitions.js',
  },
  {
    programs: ['npm', 'yarn', 'pnpm'],
    operands: /^(?:c(?:onfig)? )?set strict-ssl[ =]false$|^config set enableStrictSsl false$/,
    peers: ['checkov/CKV2_DOCKER_13'],
    source: 'npm/cli:docs/lib/content/commands/npm-config.md; yarnpkg/berry: enableStrictSsl',
  },
  {
    programs: ['yum', 'dnf', 'dnf5', 'microdnf', 'tdnf', 'yum-config-manager'],
    valued: ['--setopt'],
    options: ['--setopt'],
    value: new RegExp(`^(?:[^=]+\\.)?sslverify=${off}$`, 'i'),
    peers: ['checkov/CKV2_DOCKER_15'],
    source: 'dnf.conf(5) sslverify',
  },
  {
    programs: ['apt-get', 'apt'],
    valued: ['-o', '--option'],
    options: ['-o', '--option'],
    value: new RegExp(`^Acquire::https::(?:.+::)?Verify-(?:Peer|Host)=${off}$`, 'i'),
    peers: [],
    source: 'Debian apt-transport-https(1)',
  },
  {
    programs: ['apk'],
    options: ['--no-check-certificate'],
    peers: [],
    source: 'alpinelinux/apk-tools:doc/apk.8.scd',
  },
  {
    programs: ['conda', 'mamba', 'micromamba'],
    operands: /^config ssl_verify (?:false|no)$/i,
    valued: [],
    peers: [],
    source: 'conda configuration, ssl_verify',
  },
  {
    programs: ['composer'],
    operands: /^config disable-tls true$/,
    peers: [],
    source: 'composer/composer:doc/06-config.md',
  },
  {
    programs: ['helm'],
    options: ['--insecure-skip-tls-verify'],
    peers: [],
    source: 'helm/helm:pkg/cmd',
  },
];

/** A variable that makes programs accept any TLS certificate. */
export interface CertificateVariable {
  readonly name: RegExp;
  readonly value: RegExp;
  readonly peers: readonly string[];
  readonly source: string;
}

const certificateVariables: readonly CertificateVariable[] = [
  {
    name: /^NODE_TLS_REJECT_UNAUTHORIZED$/,
    value: /^0$/,
    peers: ['checkov/CKV2_DOCKER_6'],
    source: 'nodejs/node:doc/api/cli.md',
  },
  {
    name: /^PYTHONHTTPSVERIFY$/,
    value: /^0$/,
    peers: ['checkov/CKV2_DOCKER_5'],
    source: 'PEP 493',
  },
  {
    name: /^GIT_SSL_NO_VERIFY$/,
    value: /./,
    peers: ['checkov/CKV2_DOCKER_14'],
    source: 'git/git:http.c looks at whether it is set, whatever its value is',
  },
  {
    name: /^npm_config_strict_ssl$/i,
    value: /^false$/,
    peers: ['checkov/CKV2_DOCKER_12'],
    source: 'npm/cli:docs/lib/content/using-npm/config.md',
  },
  { name: /^YARN_ENABLE_STRICT_SSL$/, value: /^(?:false|0)$/, peers: [], source: 'yarnpkg/berry: enableStrictSsl' },
  {
    name: /^PIP_TRUSTED_HOST$/,
    value: /./,
    peers: ['checkov/CKV2_DOCKER_16'],
    source: 'pypa/pip:docs/html/topics/configuration.md',
  },
  { name: /^UV_INSECURE_HOST$/, value: /./, peers: [], source: 'astral-sh/uv:docs/reference/environment.md' },
  { name: /^GOINSECURE$/, value: /./, peers: [], source: 'go help environment' },
];

/** The row of a variable with a value that switches the checks off. */
export const certificateVariable = (name: string, value: string): CertificateVariable | undefined =>
  certificateVariables.find((row) => row.name.test(name) && row.value.test(value));

/** Ids that findings about certificates may carry. */
export const certificatePeers: readonly string[] = [
  ...new Set([...certificateSwitches, ...certificateVariables].flatMap(({ peers }) => peers)),
];
