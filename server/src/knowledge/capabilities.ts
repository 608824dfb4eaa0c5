/**
 * Linux capabilities that the baseline Pod Security Standard lets a container add.
 * Source: kubernetes/pod-security-admission:policy/check_capabilities_baseline.go
 */
export const baselineCapabilities: readonly string[] = [
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
];

/** The only one that the restricted standard lets a container add. Source: …/check_capabilities_restricted.go */
export const restrictedCapabilities: readonly string[] = ['NET_BIND_SERVICE'];

/** Every capability of Linux. Source: capabilities(7) */
export const capabilities: readonly string[] = [
  ...baselineCapabilities,
  'AUDIT_CONTROL',
  'AUDIT_READ',
  'BLOCK_SUSPEND',
  'BPF',
  'CHECKPOINT_RESTORE',
  'DAC_READ_SEARCH',
  'IPC_LOCK',
  'IPC_OWNER',
  'LEASE',
  'LINUX_IMMUTABLE',
  'MAC_ADMIN',
  'MAC_OVERRIDE',
  'NET_ADMIN',
  'NET_BROADCAST',
  'NET_RAW',
  'PERFMON',
  'SYSLOG',
  'SYS_ADMIN',
  'SYS_BOOT',
  'SYS_MODULE',
  'SYS_NICE',
  'SYS_PACCT',
  'SYS_PTRACE',
  'SYS_RAWIO',
  'SYS_RESOURCE',
  'SYS_TIME',
  'SYS_TTY_CONFIG',
  'WAKE_ALARM',
];

/** Those with which a process may take over its node, or close to it, and why. */
export const dangerousCapabilities: Readonly<Record<string, string>> = {
  ALL: 'every power that root has',
  SYS_ADMIN: 'mounting, namespaces and much else: close to root on the node',
  SYS_MODULE: 'loading kernel modules',
  SYS_PTRACE: 'reading and changing other processes',
  SYS_RAWIO: 'raw access to devices and memory',
  SYS_BOOT: 'rebooting the node',
  SYS_TIME: "changing the node's clock",
  DAC_READ_SEARCH: 'reading any file',
  MAC_ADMIN: 'changing mandatory access control',
  MAC_OVERRIDE: 'ignoring mandatory access control',
  BPF: 'loading programs into the kernel',
  NET_ADMIN: 'changing interfaces, routes and firewalls',
  NET_RAW: 'forging packets',
  SYSLOG: 'reading kernel addresses',
};

/** A capability's name as the API wants it: upper case, without `CAP_`. */
export function capabilityName(name: string): string {
  return name.toUpperCase().replace(/^CAP_/, '');
}

/** The powers that go with a capability, when it should not be given lightly. */
export function dangerOfCapability(name: string): string | undefined {
  const plain = capabilityName(name);
  return Object.hasOwn(dangerousCapabilities, plain) ? dangerousCapabilities[plain] : undefined;
}
