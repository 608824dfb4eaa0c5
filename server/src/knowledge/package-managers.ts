import { baseName } from './command-options';
import type { Family } from './families';
import { javascriptPackageManagers } from './javascript-package-managers';
import { languagePackageManagers } from './language-package-managers';
import type { PackageManager, PackagePractice } from './package-manager';
import { pythonPackageManagers } from './python-package-managers';
import { systemPackageManagers } from './system-package-managers';

export type {
  CleanCommand,
  OptionChoice,
  PackageAction,
  PackageManager,
  PackagePractice,
  ProjectInstall,
} from './package-manager';

/** Every package manager that Plimsoll knows: those of distributions first. */
export const packageManagers: readonly PackageManager[] = [
  ...systemPackageManagers,
  ...pythonPackageManagers,
  ...javascriptPackageManagers,
  ...languagePackageManagers,
];

const byCommand = new Map<string, PackageManager>();
const byModule = new Map<string, PackageManager>();
for (const manager of packageManagers) {
  for (const command of manager.commands) byCommand.set(command, manager);
  for (const module of manager.modules ?? []) byModule.set(module, manager);
}

/** The package manager behind a program name (a path is fine) or, with `module`, behind `python -m NAME`. */
export function packageManagerFor(name: string, as: 'command' | 'module' = 'command'): PackageManager | undefined {
  return as === 'module' ? byModule.get(name) : byCommand.get(baseName(name));
}

/** The package managers that are at home in a family of distributions. */
export function packageManagersOf(family: Family): readonly PackageManager[] {
  return systemPackageManagers.filter((manager) => manager.families?.includes(family) ?? false);
}

/** The ids that any package manager's findings of a practice may carry. */
export const peersOf = (practice: PackagePractice): readonly string[] => [
  ...new Set(packageManagers.flatMap(({ peers }) => peers[practice] ?? [])),
];
