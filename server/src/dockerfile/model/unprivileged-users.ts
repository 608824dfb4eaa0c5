import { fullName } from '../../image/full-name';
import { serverRole } from '../../knowledge/image-roles';
import { isRoot } from '../../knowledge/users';
import { type Account, accountNamed, accountsOfImage, createdAccounts } from './accounts';
import type { Dockerfile, Stage, User } from './dockerfile';
import { instructionsOf } from './lookups';
import { chainOf, rootOf } from './stage-relations';
import { defaultsOfParent } from './stages';

/** A user that a stage could run as, and where it comes from. */
export interface UnprivilegedUser {
  readonly origin: 'previous' | 'created' | 'parent';
  /** As a person would say it. */
  readonly name: string;
  /** The operand of `USER`: a number where it is known. */
  readonly operand: string;
}

/**
 * The users that are there already: the one in force before root was, one that the stage creates, one that its parent
 * image brings for its own program.
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
    return { origin: 'previous', name, operand: account?.uid ?? previous };
  }
  const created = createdAccounts(dockerfile, stage).findLast(isUnprivileged);
  if (created !== undefined) return { origin: 'created', name: created.name, operand: created.uid ?? created.name };
  const ofImage = usableAccounts(stage).find(isUnprivileged);
  return ofImage && { origin: 'parent', name: ofImage.name, operand: ofImage.uid ?? ofImage.name };
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
