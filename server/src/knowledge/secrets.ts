/** A kind of secret that its value alone gives away. */
export interface SecretPattern {
  /** For a message: `a GitHub token`. */
  readonly label: string;
  readonly pattern: RegExp;
}

/** Source: the formats that the issuers document. */
export const secretValues: readonly SecretPattern[] = [
  { label: 'a private key', pattern: /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/ },
  { label: 'an AWS access key', pattern: /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/ },
  { label: 'a GitHub token', pattern: /\bgh[pousr]_[A-Za-z0-9]{36,}\b|\bgithub_pat_\w{60,}\b/ },
  { label: 'a GitLab token', pattern: /\bglpat-[\w-]{20,}/ },
  { label: 'a Slack token', pattern: /\bxox[abprs]-[A-Za-z0-9-]{10,}/ },
  { label: 'a Google API key', pattern: /\bAIza[\w-]{35}\b/ },
  { label: 'a JSON web token', pattern: /\beyJ[\w-]{8,1024}\.eyJ?[\w-]+\.[\w-]/ },
  { label: 'a Stripe key', pattern: /\b[sr]k_live_[A-Za-z0-9]{16,}/ },
  { label: 'an npm token', pattern: /\bnpm_[A-Za-z0-9]{36}\b/ },
  { label: 'a PyPI token', pattern: /\bpypi-AgEIcHlwaS5vcmc[\w-]{20,}/ },
  { label: 'a SendGrid key', pattern: /\bSG\.[\w-]{22}\.[\w-]{43}\b/ },
];

/** `scheme://user:password@host`; the password is the first group. */
const passwordInAddress = /^[a-z][a-z0-9+.-]*:\/\/[^\s:/@]*:([^\s@/]+)@/i;
// Bounded, so that a long word does not cost its square.
const passwordInText = /[a-z][a-z0-9+.-]{0,30}:\/\/[^\s:/@'"]*:([^\s@/'"]+)@/i;

const passwordLabel = 'a password in an address';

/** What kind of secret a value is by its looks, whatever it is called. */
export function secretValueKind(value: string): string | undefined {
  const known = secretValues.find(({ pattern }) => pattern.test(value));
  if (known !== undefined) return known.label;
  const password = (passwordInAddress.exec(value) ?? passwordInText.exec(value))?.[1];
  if (password === undefined || isReference(password) || isPlaceholder(password)) return undefined;
  return passwordLabel;
}

/** Source: moby/buildkit:frontend/dockerfile/linter, SecretsUsedInArgOrEnv. */
const buildkitName = /(?:_|^)(?:apikey|auth|credentials?|key|password|pword|passwd|secret|token)(?:_|$)/i;
const buildkitExempt = /(?:_|^)(?:public|file|version)(?:_|$)/i;

const manifestName =
  /(?:^|_)(?:PASS|PASSWD|PASSWORD|PWD|SECRET|TOKEN|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY|CREDENTIALS?|CLIENT_?SECRET)(?:_|$)|PASSWORD|SECRET/i;

/** Names of this kind say where, how long or how, and not what. */
const descriptive =
  /(?:_|-)(?:FILE|PATH|DIR|NAMES?|NAMESPACES?|URL|URI|HOST|PORT|ENDPOINT|HEADER|TTL|EXPIR\w*|TIMEOUT|LENGTH|ENABLED?|TYPE|ALG\w*|ISSUER|AUDIENCE|ID|POLICY|METHOD|PREFIX|VERSION|PROVIDER|MODE|REQUIRED|DISABLED?|FINGERPRINT|SERVER|REALM|DOMAIN|SCOPES?)$/i;

/** Variables that are called a key or a secret and are public: fingerprints of signing keys, lookup keys, feature names, .NET's lists of pairs. */
const publicNames =
  /PUBLIC|PUBKEY|(?:^|_)(?:GPG|PGP|SORT|PRIMARY|FOREIGN|CACHE|PARTITION|ROUTING|HOT|STICKY)_KEYS?$|^(?:PWD|OLDPWD|SECRET_NAME)$|^SSH_AUTH_SOCK$|^XAUTHORITY$|__\d+__KEY$/i;

/** Credentials that the rules for names would take for descriptions. */
const surelySecret = /^AWS_(?:ACCESS_KEY_ID|SECRET_ACCESS_KEY|SESSION_TOKEN)$/;

/**
 * Whether a variable's name says that it holds a secret.
 * `build` for ARG and ENV (BuildKit's and hadolint's names, with their exceptions), `run` for the environment of a container.
 */
export function isSecretName(name: string, where: 'build' | 'run'): boolean {
  if (surelySecret.test(name)) return true;
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replace(/[-.]/g, '_');
  if (publicNames.test(words) || descriptive.test(words)) return false;
  if (manifestName.test(words)) return true;
  return where === 'build' && buildkitName.test(words) && !buildkitExempt.test(words);
}

/** A value that is fetched from elsewhere: `$(VAR)`, `${VAR}`, `$VAR`, a template, a path, an instruction to a secrets operator. */
export function isReference(value: string): boolean {
  return /^\$|\$\([A-Za-z_]|\$\{[A-Za-z_]|\{\{|^\/[^/\s]|^\.{1,2}\/|^(?:vault|ref\+\w+|op|secretref|awssm|gcpsm):/.test(
    value,
  );
}

/** A value that somebody is meant to replace. */
export function isPlaceholder(value: string): boolean {
  const plain = value.trim().toLowerCase();
  return (
    /^<.*>$|^\[.*\]$|^\*+$|^x{3,}$|^\.\.\.$|^-+$/.test(plain) ||
    /^(?:change[-_ ]?me\w*|changeit|replace[-_ ]?(?:me|with\b.*|this)?|todo|fixme|tbd|none|null|dummy|example|placeholder|redacted|your[-_ ].*|my[-_ ]?(?:secret|password|token|key)|insert[-_ ].*|set[-_ ]?me|secret|password|token|fake\w*|sample)$/.test(
      plain,
    )
  );
}

/** A value too simple to be one: empty, a boolean, a number. */
function isTrivial(value: string): boolean {
  return value.trim() === '' || /^(?:true|false|yes|no|on|off|null|none|\d+(?:\.\d+)?)$/i.test(value.trim());
}

export interface SecretFinding {
  /** `placeholder`: it has the name of a secret and a value that somebody is meant to replace. */
  readonly kind: 'value' | 'name' | 'placeholder';
  /** What it looks like, where the value says so. */
  readonly label?: string;
}

/**
 * Judges a variable with a literal value. `value` is `undefined` for an `ARG` without default, which names a secret that the build's
 * history will hold.
 */
export function secretIn(name: string, value: string | undefined, where: 'build' | 'run'): SecretFinding | undefined {
  if (value !== undefined) {
    const label = secretValueKind(value);
    if (label !== undefined) return { kind: 'value', label };
  }
  if (!isSecretName(name, where)) return undefined;
  if (value === undefined) return where === 'build' ? { kind: 'name' } : undefined;
  if (isTrivial(value) || isReference(value)) return undefined;
  return { kind: isPlaceholder(value) ? 'placeholder' : 'name' };
}

/** Options that take a secret: `--password=x`, `--api-key x`; not `adduser --disabled-password`. */
const secretOption =
  /^--?(?!-?(?:no|without|skip|disabled?|empty|expire|force|change)[-.])(?:[a-z0-9-]*[-.])?(?:password|passwd|token|secret|api-?key|access-?key|secret-?key|client-?secret)$/i;
const mysqlClients =
  /^(?:mysql|mariadb|mysqldump|mariadb-dump|mysqladmin|mariadb-admin|mysqlimport|mysqlcheck|mysqlshow)$/;

/** A secret written into a command: the index of the word that holds it, and where in that word it starts. */
export interface SecretArgument {
  readonly index: number;
  readonly start: number;
  readonly value: string;
  /** The option that takes it, without the value. */
  readonly option: string;
}

/** Finds literal secrets among a command's words. Words that are not literal are `undefined`. */
export function secretArguments(words: readonly (string | undefined)[]): readonly SecretArgument[] {
  const found: SecretArgument[] = [];
  const client = words.some((word) => word !== undefined && mysqlClients.test(word.slice(word.lastIndexOf('/') + 1)));
  words.forEach((word, index) => {
    if (word === undefined) return;
    const equals = word.indexOf('=');
    const option = equals < 0 ? word : word.slice(0, equals);
    const next = words[index + 1];
    if (secretOption.test(option)) {
      const value = equals < 0 ? next : word.slice(equals + 1);
      if (value === undefined || value.startsWith('-') || isTrivial(value) || isReference(value)) return;
      found.push(
        equals < 0 ? { index: index + 1, start: 0, value, option } : { index, start: equals + 1, value, option },
      );
    } else if (client && /^-p./.test(word) && !isReference(word.slice(2))) {
      found.push({ index, start: 2, value: word.slice(2), option: '-p' });
    }
  });
  return found;
}

/** HTTP headers that carry credentials, lower case. */
export const secretHeaders: readonly string[] = [
  'authorization',
  'proxy-authorization',
  'x-api-key',
  'x-auth-token',
  'cookie',
];

export interface SecretFile {
  /** Matches a path or a bare name. */
  readonly pattern: RegExp;
  readonly label: string;
  /** `likely` where such files are often harmless. */
  readonly certainty: 'sure' | 'likely';
}

const harmless =
  /\.(?:pub|example|sample|template|tmpl|dist|defaults?|schema|md)$|(?:^|[/._-])(?:example|sample|template)(?:[/._-]|$)|(?:^|\/)(?:known_hosts|authorized_keys)$|(?:sign(?:ing)?|gpg|pgp|archive|repo(?:sitory)?|release|pub(?:lic)?)[^/]*\.key$/i;

/** Files that hold secrets by their very purpose. Source: each program's documentation; semgrep and trivy check the same names. */
export const secretFiles: readonly SecretFile[] = [
  { pattern: /(?:^|\/)\.env(?:\.[^/]+)?$/, label: 'an environment file', certainty: 'sure' },
  { pattern: /(?:^|\/)id_(?:rsa|dsa|ecdsa|ed25519)(?:_[^/]*)?$/, label: 'a private SSH key', certainty: 'sure' },
  { pattern: /(?:^|\/)\.ssh(?:\/|$)/, label: 'SSH keys', certainty: 'sure' },
  { pattern: /(?:^|\/)\.npmrc$/, label: 'npm credentials', certainty: 'likely' },
  { pattern: /(?:^|\/)\.yarnrc\.yml$/, label: 'yarn settings', certainty: 'likely' },
  { pattern: /(?:^|\/)\.pypirc$/, label: 'PyPI credentials', certainty: 'sure' },
  { pattern: /(?:^|\/)\.?_?netrc$/, label: 'login data', certainty: 'sure' },
  { pattern: /(?:^|\/)\.git-credentials$/, label: 'Git credentials', certainty: 'sure' },
  { pattern: /(?:^|\/)\.git$/, label: 'the whole Git history', certainty: 'sure' },
  { pattern: /(?:^|\/)\.dockercfg$|(?:^|\/)\.docker\/config\.json$/, label: 'registry credentials', certainty: 'sure' },
  { pattern: /(?:^|\/)kubeconfig(?:\.ya?ml)?$|(?:^|\/)\.kube(?:\/config)?$/, label: 'a kubeconfig', certainty: 'sure' },
  { pattern: /(?:^|\/)\.aws(?:\/credentials)?$/, label: 'AWS credentials', certainty: 'sure' },
  { pattern: /(?:^|\/)application_default_credentials\.json$/, label: 'Google Cloud credentials', certainty: 'sure' },
  {
    pattern: /(?:^|\/)(?:service[-_]?account|credentials)[^/]*\.json$/,
    label: 'service account credentials',
    certainty: 'likely',
  },
  { pattern: /(?:^|\/)\.vault-token$/, label: 'a Vault token', certainty: 'sure' },
  { pattern: /(?:^|\/)\.pgpass$/, label: 'PostgreSQL passwords', certainty: 'sure' },
  { pattern: /(?:^|\/)\.my\.cnf$/, label: 'MySQL credentials', certainty: 'likely' },
  { pattern: /(?:^|\/)\.htpasswd$/, label: 'password hashes', certainty: 'sure' },
  { pattern: /(?:^|\/)\.gnupg(?:\/|$)/, label: 'GnuPG keys', certainty: 'sure' },
  { pattern: /\.tfstate(?:\.backup)?$/, label: 'Terraform state', certainty: 'sure' },
  { pattern: /\.tfvars(?:\.json)?$/, label: 'Terraform variables', certainty: 'likely' },
  { pattern: /(?:^|\/)secrets?\.(?:ya?ml|json|toml|properties|txt)$/, label: 'secrets', certainty: 'likely' },
  { pattern: /\.(?:p12|pfx|jks|keystore|kdbx)$/, label: 'a key store', certainty: 'likely' },
  { pattern: /\.key$|(?:^|[/_-])key\.pem$|privkey[^/]*\.pem$/, label: 'a private key', certainty: 'likely' },
];

/** What secret a file holds by its name; `undefined` for examples, templates and public halves. */
export function secretFile(path: string): SecretFile | undefined {
  return harmless.test(path) ? undefined : secretFiles.find(({ pattern }) => pattern.test(path));
}

/** What secrets are called that their values or their files give away. */
export const secretLabels: readonly string[] = [
  ...[...secretValues, ...secretFiles].map(({ label }) => label),
  passwordLabel,
];
