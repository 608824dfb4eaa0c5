/**
 * Settings that differ between the environments that a team runs, such as test and production: where other services are,
 * and which environment it is.
 */

/** Names of variables that say where another service is. Common naming in public Dockerfiles. */
const addressName = /(?:_URL|_URI|_HOST|_HOSTNAME|_ENDPOINTS?|_DSN|_ADDR|_ADDRESS|_SERVERS?|_BROKERS?)$/i;

/** Addresses of what a build fetches, and of a project's own pages: the same in every environment. */
const buildName =
  /DOWNLOAD|MIRROR|REGISTRY|INDEX_URL|REPO(?:S|SITORY)?(?:_|$)|ARCHIVE|RELEASE|DIST(?:_|$)|PACKAGE|TARBALL|SOURCE|SRC|GIT|HOMEPAGE|DOCS?_|SCHEMA|INSTALL|KEY_?SERVER|PROXY|VERSION|BINARY|CHECKSUM|SHA\d|LICENSE|NUGET|MAVEN|GRADLE|PYPI|PIP_|NPM_|YARN_|GEM_|CRAN|CONDA|BUILD/i;

/** Services that are in one place for the whole world. */
const publicHost =
  /(?:^|\.)(?:github\.com|githubusercontent\.com|gitlab\.com|bitbucket\.org|googleapis\.com|google\.com|gstatic\.com|microsoft\.com|microsoftonline\.com|docker\.(?:com|io)|quay\.io|npmjs\.(?:org|com)|pypi\.org|pythonhosted\.org|rubygems\.org|maven\.org|apache\.org|gnu\.org|kernel\.org|debian\.org|ubuntu\.com|alpinelinux\.org|fedoraproject\.org|golang\.org|rust-lang\.org|nodejs\.org|openai\.com|anthropic\.com|stripe\.com|twilio\.com|sendgrid\.(?:com|net)|sentry\.io|letsencrypt\.org|w3\.org|jsdelivr\.net|unpkg\.com|cloudflare\.com)$/i;

const archive =
  /\.(?:tar(?:\.\w+)?|tgz|txz|zip|gz|xz|bz2|jar|war|deb|rpm|apk|exe|msi|sh|py|whl|gem|git|asc|sig|pem|crt|json|ya?ml)$/i;

/**
 * The host of another service that a variable's literal value names, where that differs from environment to environment:
 * an address with a domain or a number. A plain name such as `db` is the same Service in every namespace.
 */
export function environmentHost(name: string, value: string): string | undefined {
  if (!addressName.test(name) || buildName.test(name) || /[\s,$`{}<>]/.test(value)) return undefined;
  const match =
    /^(?:[a-z][a-z0-9+.-]*:(?:[a-z][a-z0-9+.-]*:)?\/\/)?(?:[^/@?#]*@)?([a-z0-9][a-z0-9.-]*)(?::\d+)?([/?#;].*)?$/i.exec(
      value,
    );
  const [, host = '', rest = ''] = match ?? [];
  if (!host.includes('.') || archive.test(host) || archive.test(rest.replace(/[?#].*$/, ''))) return undefined;
  return isOwn(host) || publicHost.test(host) ? undefined : host;
}

/** The container itself, and every address. */
const isOwn = (host: string): boolean =>
  /^(?:127(?:\.\d+){3}|0\.0\.0\.0|localhost(?:\..*)?|.*\.localhost|.*\.internal\.docker|host\.docker\.internal)$/i.test(
    host,
  );

/** Variables that say which environment it is. Source: each framework's documentation. */
const environmentVariable =
  /^(?:NODE_ENV|RAILS_ENV|RACK_ENV|APP_ENV|APPLICATION_ENV|FLASK_ENV|DJANGO_ENV|MIX_ENV|SYMFONY_ENV|ASPNETCORE_ENVIRONMENT|DOTNET_ENVIRONMENT|SPRING_PROFILES_ACTIVE|ENVIRONMENT|ENV|DEPLOY_ENV|DEPLOYMENT_ENVIRONMENT|GO_ENV|RUN_MODE)$/;
const unreleased = /^(?:dev|devel|development|local|stag(?:e|ing)|qa|uat|integration|preprod|pre-production|sandbox)$/i;

/** Whether a variable fixes an environment that is not production, which is what an image runs in when nothing is set. */
export const isUnreleasedEnvironment = (name: string, value: string): boolean =>
  environmentVariable.test(name) && unreleased.test(value);

const configurationFile =
  /(?:^|[._-])(?:appsettings|application|config(?:uration)?|settings|values|bootstrap|env(?:ironment)?)[._-](?:prod(?:uction)?|stag(?:e|ing)|qa|uat|dev(?:elopment)?|preprod|local)(?:[._-][\w-]+)*\.(?:ya?ml|json|toml|ini|properties|conf|cfg|xml|js|ts|php|rb|py|env)$/i;

/** Whether a file is the configuration of one environment by its name: `application-prod.yml`, `config.staging.json`. */
export const isEnvironmentFile = (path: string): boolean => configurationFile.test(path.replace(/^.*\//, ''));
