import { fullName } from '../../image/full-name';
import { dropsPrivilegesItself } from '../../knowledge/image-users';
import { initSystemNamed } from '../../knowledge/init-systems';
import { givesRootUp, namesPrivilegeDrop } from '../../knowledge/privilege-drops';
import { baseName } from '../../shell/commands';
import { createdAccounts } from './accounts';
import { applicationOf, isEntrypointScript } from './application';
import type { Dockerfile, Stage } from './dockerfile';
import { textIn } from './lookups';
import { chainOf, rootOf } from './stage-relations';

/**
 * Whether an image that starts as root gives root up before its application runs, or may well do so: by its parent's own
 * entrypoint, by a program such as `gosu`, or by an entrypoint script beside a user that was created for it.
 */
export function mayDropPrivileges(dockerfile: Dockerfile, stage: Stage): boolean {
  const { process } = stage;
  if (process === undefined) return false;
  if (process.wrappers.some(({ kind }) => kind === 'user' || kind === 'sudo')) return true;
  const name = process.program[0]?.value;
  if (name !== undefined && (/^(?:su|runuser)$/.test(baseName(name)) || isInitSystem(name))) return true;
  if (process.entrypoint === undefined && dropsInParent(stage)) return true;
  const chain = chainOf(stage);
  if (chain.some(({ range }) => namesPrivilegeDrop(textIn(dockerfile, range)))) return true;
  return process.program.slice(0, 1).some(isEntrypointScript) && createdAccounts(dockerfile, stage).length > 0;
}

/** `/init` is that of s6-overlay or of an image of its own: what it starts, it starts as whoever it wants. */
const isInitSystem = (name: string): boolean => name === '/init' || initSystemNamed(name) !== undefined;

function dropsInParent(stage: Stage): boolean {
  const { parent } = rootOf(stage);
  if (parent.kind !== 'image') return false;
  return dropsPrivilegesItself(fullName(parent.reference), parent.reference.tag) !== undefined;
}

/** The server that a stage's image runs, when it is one that gives root up for its workers. */
export function masterOf(stage: Stage): string | undefined {
  const name = baseName(applicationOf(stage)[0]?.value ?? '');
  return givesRootUp(name) ? name : undefined;
}
