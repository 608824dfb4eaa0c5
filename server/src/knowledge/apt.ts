/** What to write in a script for a subcommand of `apt`. */
export interface AptEquivalent {
  readonly program: 'apt-get' | 'apt-cache';
  /** Without it the other program does less. */
  readonly option?: string;
  /** What is printed looks the same; what is done always is. */
  readonly sameOutput: boolean;
}

const aptGet: AptEquivalent = { program: 'apt-get', sameOutput: true };
const aptCache: AptEquivalent = { program: 'apt-cache', sameOutput: true };

/**
 * Subcommands of `apt` that older programs have too, also in releases that are still built upon. Of the others (`list`,
 * `edit-sources`, `reinstall`, `satisfy`) not every release knows one.
 * Source: Debian apt:cmdline/apt.cc, apt-get.cc, apt-cache.cc; apt(8), apt-get(8) "--with-new-pkgs".
 */
export const aptEquivalents: ReadonlyMap<string, AptEquivalent> = new Map([
  ...['update', 'install', 'remove', 'purge', 'autoremove', 'auto-remove', 'clean', 'autoclean', 'auto-clean'].map(
    (subcommand) => [subcommand, aptGet] as const,
  ),
  ...['full-upgrade', 'dist-upgrade', 'build-dep', 'source', 'download', 'changelog'].map(
    (subcommand) => [subcommand, aptGet] as const,
  ),
  // `apt upgrade` installs new packages where an upgrade needs them; `apt-get upgrade` holds those upgrades back.
  ['upgrade', { program: 'apt-get', option: '--with-new-pkgs', sameOutput: true }] as const,
  ...['policy', 'depends', 'rdepends', 'showsrc'].map((subcommand) => [subcommand, aptCache] as const),
  ...['search', 'show'].map((subcommand) => [subcommand, { ...aptCache, sameOutput: false }] as const),
]);
