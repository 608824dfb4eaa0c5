/**
 * The distribution that an image is made of, as far as it decides which programs, package manager and shell there are.
 * `redhat` covers Fedora, CentOS, Rocky, Alma, Oracle and Amazon Linux and the Universal Base Images.
 */
export type Family =
  | 'debian'
  | 'ubuntu'
  | 'alpine'
  | 'wolfi'
  | 'redhat'
  | 'azure'
  | 'photon'
  | 'suse'
  | 'arch'
  | 'busybox'
  | 'distroless'
  | 'scratch'
  | 'windows'
  | 'unknown';

export interface FamilyFacts {
  /** Id of its system package manager (see package-managers.ts). */
  readonly packageManager?: string;
  /** Whether `/bin/sh` (on Windows `cmd`) exists; undefined when that differs from image to image. */
  readonly shell: boolean | undefined;
  /** Whether `bash` is there without installing it; undefined when that differs from image to image. */
  readonly bash: boolean | undefined;
  /** What `/bin/sh` is, when that is known. */
  readonly sh?: 'dash' | 'bash' | 'busybox';
  readonly libc: 'glibc' | 'musl' | undefined;
}

/**
 * Source: the images' own root file systems as described by docker-library/docs (debian, ubuntu, alpine, fedora, archlinux,
 * busybox), GoogleContainerTools/distroless:README.md and chainguard's wolfi-base documentation.
 */
export const families: Readonly<Record<Family, FamilyFacts>> = {
  debian: { packageManager: 'apt-get', shell: true, bash: true, sh: 'dash', libc: 'glibc' },
  ubuntu: { packageManager: 'apt-get', shell: true, bash: true, sh: 'dash', libc: 'glibc' },
  alpine: { packageManager: 'apk', shell: true, bash: false, sh: 'busybox', libc: 'musl' },
  wolfi: { packageManager: 'apk', shell: true, bash: undefined, sh: 'busybox', libc: 'glibc' },
  redhat: { packageManager: 'dnf', shell: true, bash: true, sh: 'bash', libc: 'glibc' },
  azure: { packageManager: 'tdnf', shell: true, bash: true, sh: 'bash', libc: 'glibc' },
  photon: { packageManager: 'tdnf', shell: true, bash: true, sh: 'bash', libc: 'glibc' },
  suse: { packageManager: 'zypper', shell: true, bash: true, sh: 'bash', libc: 'glibc' },
  arch: { packageManager: 'pacman', shell: true, bash: true, sh: 'bash', libc: 'glibc' },
  busybox: { shell: true, bash: false, sh: 'busybox', libc: undefined },
  distroless: { shell: false, bash: false, libc: 'glibc' },
  scratch: { shell: false, bash: false, libc: undefined },
  windows: { shell: true, bash: false, libc: undefined },
  unknown: { shell: undefined, bash: undefined, libc: undefined },
};
