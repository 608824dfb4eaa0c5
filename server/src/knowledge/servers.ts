import { baseName } from './command-options';
import { dataServers } from './data-servers';
import { mailAndFileDaemons } from './mail-and-file-daemons';
import { networkDaemons } from './network-daemons';
import type { ServerProgram } from './server-program';
import { systemDaemons } from './system-daemons';
import { webServers } from './web-servers';

export type {
  Certainty,
  Condition,
  Exception,
  Place,
  ProgramConfiguration,
  Rewrite,
  ServerProgram,
} from './server-program';

/** Foreground behaviour of every server that Plimsoll knows. Several rows may share a name: the first that fits its place wins. */
export const serverPrograms: readonly ServerProgram[] = [
  ...webServers,
  ...dataServers,
  ...networkDaemons,
  ...mailAndFileDaemons,
  ...systemDaemons,
];

const byName = new Map<string, ServerProgram[]>();
for (const program of serverPrograms) {
  for (const name of program.names) byName.set(name, [...(byName.get(name) ?? []), program]);
}

/** The rows for a program name; a path is fine. Empty when nothing is known about it. */
export function serverProgramsNamed(name: string): readonly ServerProgram[] {
  const plain = baseName(name);
  return byName.get(plain) ?? serverPrograms.filter((program) => program.pattern?.test(plain) ?? false);
}
