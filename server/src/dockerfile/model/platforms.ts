import type { From } from './dockerfile';

/** What a literal `--platform` names. */
export interface Platform {
  readonly system: string;
  readonly architecture: string | undefined;
}

const systems: ReadonlySet<string> = new Set([
  ...['linux', 'windows', 'darwin', 'freebsd', 'netbsd', 'openbsd', 'wasi', 'wasip1', 'js'],
]);

/** Other names of architectures. Source: containerd/platforms database.go */
const aliases: ReadonlyMap<string, string> = new Map([
  ['x86_64', 'amd64'],
  ['x86-64', 'amd64'],
  ['aarch64', 'arm64'],
  ['i386', '386'],
]);

/** The platform that a `FROM` asks for; `undefined` without a flag, and where a variable decides. */
export function literalPlatform({ platform }: From): Platform | undefined {
  if (platform?.value === undefined || platform.variables.length > 0) return undefined;
  const [first = '', second] = platform.value.toLowerCase().split('/');
  if (!/^[a-z0-9_-]+$/.test(first)) return undefined;
  const alone = second === undefined && !systems.has(first);
  const architecture = alone ? first : second;
  return {
    system: alone ? 'linux' : first,
    architecture: architecture === undefined ? undefined : (aliases.get(architecture) ?? architecture),
  };
}
