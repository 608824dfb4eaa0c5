/** Types of Secrets that hold files: certificates, keys, settings. Source: kubernetes.io, types of Secret */
const types: ReadonlySet<string> = new Set([
  'kubernetes.io/tls',
  'kubernetes.io/ssh-auth',
  'kubernetes.io/dockerconfigjson',
  'kubernetes.io/dockercfg',
  'kubernetes.io/service-account-token',
  'helm.sh/release.v1',
]);

const extensions =
  /\.(?:asc|cer|cert|cfg|cnf|conf|config|crt|csr|csv|env|gpg|html|ini|jks|json|key|keytab|kubeconfig|lua|md|netrc|ovpn|p12|pem|pfx|pgpass|properties|pub|py|rules|sh|sql|template|toml|tpl|txt|xml|ya?ml)$/i;

const names =
  /^\.?(?:auth|authorized_keys|cacert|cert|config|credentials|htpasswd|id_\w+|identity|key|kubeconfig|known_hosts|netrc|pgpass)$|(?:ca|host|private|public|signing|ssh|tls)[._-]?key|cert|ssh/i;

/** Beginnings of JSON, XML, PEM, scripts and keys of SSH; users of a web server with what their passwords hash to. */
const contents = /^(?:[[{<]|-----|#|ssh-|ecdsa-|sk-(?:ssh|ecdsa)|[^\s:]+:(?:\$|\{SHA\}))/;

/** Whether a Secret is one of files, which end with a line break as all files do. */
export const isFileSecret = (type: string): boolean => types.has(type);

/** Whether an entry of a Secret is a file, by its key or its content. */
export const isSecretFile = (key: string, content: string): boolean =>
  extensions.test(key) || names.test(key) || contents.test(content);
