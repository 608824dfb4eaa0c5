/** A program that starts and watches other programs. */
export interface InitSystem {
  readonly names: readonly string[];
  /** Full paths that mean it although their last part is an ordinary word. */
  readonly paths?: readonly string[];
  /** What people call it. */
  readonly label: string;
  /** Packages that bring it. */
  readonly packages: readonly string[];
  /** Its configuration files, as paths in the image. */
  readonly configuration?: RegExp;
}

/** Full init systems and supervisors: one container, many services. Source: each project's own documentation. */
export const initSystems: readonly InitSystem[] = [
  {
    names: ['systemd'],
    paths: ['/sbin/init', '/usr/sbin/init', '/lib/systemd/systemd', '/usr/lib/systemd/systemd', 'init'],
    label: 'systemd',
    packages: ['systemd-sysv', 'systemd'],
    configuration: /^\/(?:etc|usr\/lib|lib)\/systemd\/system\/[^/]+\.(?:service|target|timer)/,
  },
  {
    names: ['supervisord'],
    label: 'supervisord',
    packages: ['supervisor'],
    configuration: /supervisor[^/]*\.(?:conf|ini)$|\/supervisor(?:d|\/conf)\.d\//,
  },
  {
    names: ['runsvdir', 'runit', 'runit-init'],
    label: 'runit',
    packages: ['runit'],
    configuration: /^\/etc\/(?:service|sv)\//,
  },
  {
    names: ['s6-svscan', 's6-overlay'],
    paths: ['/init'],
    label: 's6',
    packages: ['s6', 's6-overlay'],
    configuration: /^\/etc\/(?:s6-overlay|services\.d|cont-init\.d)\//,
  },
  { names: ['my_init'], label: "baseimage's my_init", packages: [], configuration: /^\/etc\/(?:service|my_init\.d)\// },
  { names: ['circusd'], label: 'circus', packages: ['circus'], configuration: /circus[^/]*\.ini$/ },
  { names: ['monit'], label: 'monit', packages: ['monit'], configuration: /monitrc$|\/monit(?:\/conf-enabled|\.d)\// },
  { names: ['god'], label: 'god', packages: ['god'] },
  { names: ['openrc-init', 'openrc'], label: 'OpenRC', packages: ['openrc'], configuration: /^\/etc\/init\.d\// },
  { names: ['upstart'], label: 'upstart', packages: ['upstart'] },
];

/** Inits that only reap children and pass signals on: right as process 1. */
export const minimalInits: readonly string[] = [
  'tini',
  'tini-static',
  'dumb-init',
  'catatonit',
  'docker-init',
  'podman-init',
];

/** Parents that boot an init system; tested against the name without tag. */
export const initParents: readonly RegExp[] = [
  /(?:^|\/)ubi\d*\/?(?:ubi)?\d*-init$|\/ubi-init$|(?:^|\/)ubi\d+-init$/,
  /(?:^|\/)phusion\/(?:baseimage|passenger-[a-z0-9]+)(?:-docker)?$/,
  /(?:^|\/)linuxserver\/(?:docker-)?baseimage-[a-z0-9-]+$/,
  /(?:^|\/)jrei\/systemd-[a-z0-9.-]+$/,
  /(?:^|\/)[a-z0-9-]*systemd[a-z0-9-]*$/,
  /(?:^|\/)geerlingguy\/docker-[a-z0-9]+-ansible$/,
];

/** Images and stages that run machines on purpose: nested engines, virtual machines, tests of provisioning. */
export const machineImages: RegExp =
  /(?:^|[/_-])(?:dind|docker-in-docker|kind|kindest|kubevirt|molecule|vagrant|libvirt|qemu)(?:[/_:-]|$)/;

/** The init system behind a command word; a path counts whole. `/init` is one only where s6-overlay was unpacked. */
export function initSystemNamed(word: string, about: { readonly hasS6Overlay?: boolean } = {}): InitSystem | undefined {
  if (word === '/init' && about.hasS6Overlay !== true) return undefined;
  const plain = word.slice(word.lastIndexOf('/') + 1);
  return initSystems.find((system) => system.names.includes(plain) || (system.paths?.includes(word) ?? false));
}

/** Whether a word names an init that is fine as process 1. */
export function isMinimalInit(word: string): boolean {
  return minimalInits.includes(word.slice(word.lastIndexOf('/') + 1));
}

/** Whether an image of this name, without tag, boots an init system. */
export function bootsInitSystem(repository: string): boolean {
  return initParents.some((pattern) => pattern.test(repository));
}
