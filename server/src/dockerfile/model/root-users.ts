import { isRoot } from '../../knowledge/users';
import { accountsOfImage, createdAccounts } from './accounts';
import { startsApplication } from './application';
import type { Dockerfile, Parent, Stage, User } from './dockerfile';
import { masterOf, mayDropPrivileges } from './privilege-drops';
import { rootOf } from './stage-relations';
import { defaultsOfParent } from './stages';

/** How a stage's image comes to run as root. */
export type RootUser =
  /** A `USER` says so. */
  | { readonly kind: 'explicit'; readonly instruction: User }
  /** Nothing says otherwise, and an application starts. */
  | { readonly kind: 'missing' }
  /** The same, for a server that gives root up for its workers. */
  | { readonly kind: 'master'; readonly program: string }
  /** The same, for an image that starts no application and has no user to start one with. */
  | { readonly kind: 'base' };

/** Why the application in a stage's image runs as root; `undefined` when it does not, or when that is not known. */
export function rootUserOf(dockerfile: Dockerfile, stage: Stage): RootUser | undefined {
  const { user } = stage;
  const instruction = user?.instruction?.keyword === 'USER' ? user.instruction : undefined;
  if (instruction !== undefined) {
    const literal = instruction.word?.variables.length === 0;
    if (!literal || user === undefined || !isRoot(user.value) || mayDropPrivileges(dockerfile, stage)) return undefined;
    return { kind: 'explicit', instruction };
  }
  if (user === undefined ? !isRootByDefault(rootOf(stage).parent) : !isRoot(user.value)) return undefined;
  if (stage.process === undefined && rootOf(stage).parent.kind === 'scratch') return undefined;
  if (mayDropPrivileges(dockerfile, stage)) return undefined;
  if (!startsApplication(stage)) return offersUser(dockerfile, stage) ? undefined : { kind: 'base' };
  const master = masterOf(stage);
  return master === undefined ? { kind: 'missing' } : { kind: 'master', program: master };
}

const isRootByDefault = (parent: Parent): boolean => defaultsOfParent(parent)?.user === null;

const offersUser = (dockerfile: Dockerfile, stage: Stage): boolean =>
  createdAccounts(dockerfile, stage).length > 0 || accountsOfImage(rootOf(stage).parent).length > 0;
