/**
 * Programs that the full variants of official images have and their slim and Alpine variants lack.
 * Source: docker-library/buildpack-deps:debian/trixie/{curl/,scm/,}Dockerfile, which the full variants are built from.
 */
export const fullImagePrograms: ReadonlySet<string> = new Set([
  ...['curl', 'wget', 'gpg', 'gpgv', 'dirmngr', 'git', 'hg', 'svn', 'ssh', 'scp', 'ssh-keyscan', 'ssh-keygen'],
  ...['ps', 'top', 'free', 'pgrep', 'pkill', 'gcc', 'g++', 'cc', 'c++', 'cpp', 'ld', 'ar', 'make', 'autoconf'],
  ...['automake', 'libtool', 'bzip2', 'bunzip2', 'xz', 'unxz', 'unzip', 'file', 'patch', 'convert', 'identify'],
  ...['mogrify', 'pg_config', 'mysql_config', 'xml2-config', 'pkg-config', 'dpkg-buildpackage', 'strip'],
]);

/** The packages that bring them, where these are not called the same. Source: Debian's package contents. */
export const packagesOfPrograms: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...broughtBy(['build-essential', 'build-base', 'gcc', 'binutils', 'dpkg-dev'], 'gcc g++ cc c++ cpp ld ar make patch'),
  ...broughtBy(['build-essential', 'dpkg-dev', 'binutils'], 'dpkg-buildpackage strip'),
  ...broughtBy(['openssh-client', 'openssh'], 'ssh scp ssh-keyscan ssh-keygen'),
  ...broughtBy(['procps'], 'ps top free pgrep pkill'),
  ...broughtBy(['xz-utils'], 'xz unxz'),
  ...broughtBy(['gnupg', 'gnupg2', 'gpg'], 'gpg gpgv dirmngr'),
  ...broughtBy(['imagemagick'], 'convert identify mogrify'),
  ...broughtBy(['mercurial'], 'hg'),
  ...broughtBy(['subversion'], 'svn'),
  ...broughtBy(['bzip2'], 'bunzip2'),
  ...broughtBy(['libpq-dev', 'postgresql-dev'], 'pg_config'),
  ...broughtBy(['default-libmysqlclient-dev', 'libmariadb-dev'], 'mysql_config'),
  ...broughtBy(['libxml2-dev'], 'xml2-config'),
  ...broughtBy(['python3', 'python-is-python3'], 'python'),
]);

function broughtBy(packages: readonly string[], programs: string): readonly (readonly [string, readonly string[]])[] {
  return programs.split(' ').map((program) => [program, packages]);
}

/** Programs of other languages that come with the full images, whose slim variants have only their own. */
export const foreignInterpreters: ReadonlySet<string> = new Set(['python3', 'python', 'perl']);

/** Programs of a Java development kit, and tools that compile with it. Source: JDK 25 tool specifications. */
export const developmentKitPrograms: ReadonlySet<string> = new Set([
  ...['javac', 'jar', 'jlink', 'jdeps', 'jmod', 'jpackage', 'javadoc', 'jshell', 'jcmd', 'jstack', 'jmap', 'jps'],
  ...['jinfo', 'jstat', 'jdb', 'jconsole', 'mvn', 'mvnw', 'mvnd', 'gradle', 'gradlew', 'ant', 'sbt', 'lein', 'clojure'],
  ...['clj', 'kotlinc', 'scala', 'scalac', 'groovy'],
]);

/** Programs that compile what they install from source when there is no binary for the platform. */
export const sourceInstallers: ReadonlySet<string> = new Set([
  ...['bundle', 'bundler', 'gem', 'cpanm', 'cpan', 'mix', 'rebar3', 'pecl'],
]);

/** What Alpine has not, or has in another way, beside what only full images have. */
export const glibcPrograms: ReadonlySet<string> = new Set([
  ...['apt', 'apt-get', 'apt-key', 'apt-mark', 'aptitude', 'add-apt-repository', 'dpkg', 'dpkg-reconfigure'],
  ...['yum', 'dnf', 'microdnf', 'rpm', 'zypper', 'useradd', 'groupadd', 'usermod', 'groupmod', 'bash', 'ldconfig'],
  ...['locale-gen', 'localedef', 'update-locale', 'a2enmod', 'a2dismod', 'a2ensite', 'a2dissite', 'a2enconf'],
  ...['service', 'systemctl', 'update-rc.d', 'conda', 'mamba', 'micromamba', 'pip', 'pip3', 'pipx', 'pipenv'],
  ...['poetry', 'pdm', 'uv', 'update-alternatives'],
]);
