import { instructionsOrTriggersOf, textIn } from '../../model/lookups';
import { normalizedPath } from '../../model/paths';
import { dockerfileRule } from '../../rule';

const equals = ['trivy/DS-0030'];

export default dockerfileRule({
  id: 'system-workdir',
  chapter: 'correctness',
  variants: {
    descriptor: {
      severity: 'warning',
      equals,
      message:
        '`{path}` is an open file of the runtime: with it, CVE-2024-21626 leads out of the container onto the node',
    },
    mounted: {
      severity: 'warning',
      equals,
      message: '`{path}` is mounted anew when the container starts: what the image puts there is gone, or read-only',
    },
    boot: {
      severity: 'warning',
      equals,
      message: '`{path}` is for starting and mending a machine: nothing looks for an application there',
    },
  },
  check(dockerfile, report) {
    for (const { word } of instructionsOrTriggersOf(dockerfile, 'WORKDIR')) {
      if (word === undefined || !word.value.startsWith('/')) continue;
      const path = normalizedPath(word.value);
      const kind = kindOf(path);
      if (kind === undefined) continue;
      const values = { path: textIn(dockerfile, word.range) };
      report({ variant: kind, at: word.range, values, ...(isIn(path, '/sys') && { equals: [] }) });
    }
  },
});

/**
 * Which of the system's directories a path leads to. Sources: opencontainers/runtime-spec:config-linux.md, "Default
 * Filesystems"; opencontainers/runc GHSA-xr7r-f8xq-vfvv; trivy's DS-0030, which does not look at `/sys`.
 */
function kindOf(path: string): 'descriptor' | 'mounted' | 'boot' | undefined {
  if (/^\/(?:proc\/[^/]+\/(?:fd|task\/[^/]+\/fd)|dev\/fd)(?:\/|$)/.test(path)) return 'descriptor';
  // A volume may well be mounted at /dev/shm.
  if (isIn(path, '/dev/shm')) return undefined;
  if (['/proc', '/sys', '/dev'].some((directory) => isIn(path, directory))) return 'mounted';
  return ['/boot', '/initrd', '/lost+found'].some((directory) => isIn(path, directory)) ? 'boot' : undefined;
}

const isIn = (path: string, directory: string): boolean => path === directory || path.startsWith(`${directory}/`);
