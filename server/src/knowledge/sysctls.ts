/** A kernel parameter that a pod may set under the baseline Pod Security Standard, and the Kubernetes minor version since which. */
export interface SafeSysctl {
  readonly name: string;
  /** Minor version of Kubernetes 1.x; 0 for as long as there are Pod Security Standards. */
  readonly since: number;
}

/** Source: kubernetes/pod-security-admission:policy/check_sysctls.go */
export const safeSysctls: readonly SafeSysctl[] = [
  { name: 'kernel.shm_rmid_forced', since: 0 },
  { name: 'net.ipv4.ip_local_port_range', since: 0 },
  { name: 'net.ipv4.tcp_syncookies', since: 0 },
  { name: 'net.ipv4.ping_group_range', since: 0 },
  { name: 'net.ipv4.ip_unprivileged_port_start', since: 0 },
  { name: 'net.ipv4.ip_local_reserved_ports', since: 27 },
  { name: 'net.ipv4.tcp_keepalive_time', since: 29 },
  { name: 'net.ipv4.tcp_fin_timeout', since: 29 },
  { name: 'net.ipv4.tcp_keepalive_intvl', since: 29 },
  { name: 'net.ipv4.tcp_keepalive_probes', since: 29 },
  { name: 'net.ipv4.tcp_rmem', since: 32 },
  { name: 'net.ipv4.tcp_wmem', since: 32 },
];

/** Whether a pod may set it on Kubernetes 1.`minor`. Slashes are an accepted spelling of dots. */
export function isSafeSysctl(name: string, minor: number): boolean {
  const dotted = name.replaceAll('/', '.');
  return safeSysctls.some((sysctl) => sysctl.name === dotted && sysctl.since <= minor);
}
