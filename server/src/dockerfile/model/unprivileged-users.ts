import { fullName } from '../../image/full-name';
import { imageBase } from '../../knowledge/image-families';
import { serverRole } from '../../knowledge/image-roles';
import { createUserCommands, isRoot, suggestedId } from '../../knowledge/users';
import { type Account, accountNamed, accountsOfImage, createdAccounts, familyOf } from './accounts';
import type { Dockerfile, Stage, User } from './dockerfile';
import { instructionsOf } from './lookups';
import { chainOf, rootOf } from './stage-relations';
import { defaultsOfParent } from './stages';

/** A user that a stage could run as, and where it comes from. */
export interface UnprivilegedUser {
  readonly origin: 'previous' | 'created' | 'parent' | 'create' | 'number';
  /** As a person would say it. */
  readonly name: string;
  /** The operand of `USER`: a number where it is known. */
  readonly operand: string;
  /** What creates it; nothing for one that is there. */
  readonly commands: readonly string[];
}

/**
 * The user in force before root was, one that the stage creates, one that its parent image brings for its own program;
 * else one that can be created, or a bare number where nothing can and nobody else owns the files.
 * @param before the `USER` that makes it root, if one does
 */
export function unprivilegedUser(
  dockerfile: Dockerfile,
  stage: Stage,
  before: User | undefined,
): UnprivilegedUser | undefined {
  const previous = before === undefined ? undefined : previousUser(stage, before);
  if (previous !== undefined) {
    const [name = previous] = previous.split(':');
    const account = accountNamed(dockerfile, stage, name);
    return { origin: 'previous', name, operand: account?.uid ?? previous, commands: [] };
  }
  const created = createdAccounts(dockerfile, stage).findLast(isUnprivileged);
  if (created !== undefined) return existing('created', created);
  const ofImage = usableAccounts(stage).find(isUnprivileged);
  return ofImage === undefined ? newUser(stage) : existing('parent', ofImage);
}

const existing = (origin: 'created' | 'parent', { name, uid }: Account): UnprivilegedUser => ({
  origin,
  name,
  operand: uid ?? name,
  commands: [],
});

function newUser(stage: Stage): UnprivilegedUser | undefined {
  const id = String(suggestedId);
  const commands = canCreateUsers(stage) ? createUserCommands(familyOf(stage), 'app') : undefined;
  if (commands !== undefined) return { origin: 'create', name: 'app', operand: id, commands };
  return needsNoAccount(stage) ? { origin: 'number', name: id, operand: `${id}:${id}`, commands: [] } : undefined;
}

/** Families whose images have nobody but root, and often nothing to create somebody with. */
const needsNoAccount = (stage: Stage): boolean =>
  /^(?:scratch|distroless|redhat|azure|photon|busybox)$/.test(familyOf(stage));

/** Whether there is a shell, and the programs for it: Red Hat's minimal images have no shadow-utils. */
function canCreateUsers(stage: Stage): boolean {
  const { parent } = rootOf(stage);
  if (parent.kind !== 'image' || !stage.shell.posix) return false;
  const { shell, packageManager } = imageBase(fullName(parent.reference), parent.reference.tag);
  return shell === true && packageManager !== 'microdnf' && packageManager !== null;
}

const isUnprivileged = ({ name, uid }: Account): boolean => !isRoot(name) && (uid === undefined || Number(uid) > 0);

/** What the last `USER` above, or the parent image, said. */
function previousUser(stage: Stage, before: User): string | undefined {
  const above = chainOf(stage)
    .flatMap((each) => instructionsOf(each, 'USER'))
    .filter(({ range }) => range.start < before.range.start);
  const last = above.findLast(({ word }) => word !== undefined && !isRoot(word.value));
  if (last?.word !== undefined) return last.word.variables.length === 0 ? last.word.value : undefined;
  const user = defaultsOfParent(rootOf(stage).parent)?.user;
  return user === undefined || user === null || isRoot(user) ? undefined : user;
}

/**
 * Users of the parent image. Those of web servers may neither open the server's port nor write its files; that of Ubuntu is
 * a person's.
 */
function usableAccounts(stage: Stage): readonly Account[] {
  const { parent } = rootOf(stage);
  if (parent.kind !== 'image' || serverRole(fullName(parent.reference)) === 'web') return [];
  return accountsOfImage(parent).filter(({ name }) => name !== 'ubuntu');
}
