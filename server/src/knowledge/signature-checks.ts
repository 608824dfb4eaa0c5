/** An option by which a package manager installs what nobody signed. */
export interface SignatureSwitch {
  readonly programs: readonly string[];
  readonly options: readonly string[];
  /** Options that take a value, this one's among them where it does. */
  readonly valued?: readonly string[];
  readonly value?: RegExp;
  /** What to write instead, where the option says something else as well. */
  readonly instead?: string;
  readonly peers: readonly string[];
  readonly source: string;
}

const aptOptions = ['-o', '--option', '-t', '--target-release', '-c', '--config-file'];

/** Source of the ids: bridgecrewio/checkov:checkov/dockerfile/checks/graph_checks. */
export const signatureSwitches: readonly SignatureSwitch[] = [
  {
    programs: ['apt-get', 'apt', 'aptitude'],
    options: ['--allow-unauthenticated', '--allow-insecure-repositories'],
    peers: ['checkov/CKV2_DOCKER_8'],
    source: 'Debian 12 apt-get(8)',
  },
  {
    programs: ['apt-get', 'apt'],
    options: ['--force-yes'],
    instead: '-y',
    peers: ['checkov/CKV2_DOCKER_11'],
    source: 'Debian 12 apt-get(8): deprecated, and accepts unauthenticated packages',
  },
  {
    programs: ['apt-get', 'apt'],
    options: ['-o', '--option'],
    valued: aptOptions,
    value: /^(?:APT::Get::AllowUnauthenticated|Acquire::AllowInsecureRepositories)=(?:true|1|yes|on)$/i,
    peers: [],
    source: 'Debian 12 apt.conf(5)',
  },
  {
    programs: ['apk'],
    options: ['--allow-untrusted'],
    peers: ['checkov/CKV2_DOCKER_7'],
    source: 'alpinelinux/apk-tools:doc/apk.8.scd',
  },
  {
    programs: ['yum', 'dnf', 'dnf5', 'tdnf', 'microdnf'],
    options: ['--nogpgcheck', '--no-gpgchecks'],
    peers: ['checkov/CKV2_DOCKER_9'],
    source: 'dnf(8)',
  },
  {
    programs: ['yum', 'dnf', 'dnf5', 'microdnf', 'yum-config-manager'],
    options: ['--setopt'],
    valued: ['--setopt'],
    value: /^(?:[^=]+\.)?(?:gpgcheck|pkg_gpgcheck|localpkg_gpgcheck)=(?:0|false|no|off)$/i,
    peers: [],
    source: 'dnf.conf(5)',
  },
  {
    programs: ['rpm'],
    options: ['--nosignature', '--nodigest', '--noverify', '--nofiledigest'],
    peers: ['checkov/CKV2_DOCKER_10'],
    source: 'rpm(8)',
  },
  {
    programs: ['zypper'],
    options: ['--no-gpg-checks', '--allow-unsigned-rpm'],
    peers: [],
    source: 'openSUSE/zypper:doc/zypper.8.txt',
  },
];

/** Ids that findings about signatures may carry. */
export const signaturePeers: readonly string[] = [...new Set(signatureSwitches.flatMap(({ peers }) => peers))];
