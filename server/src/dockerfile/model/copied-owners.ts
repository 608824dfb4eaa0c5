import { readUserCommand } from '../../knowledge/users';
import { accountNamed, familyOf } from './accounts';
import type { Add, Copy, Dockerfile, Stage } from './dockerfile';
import { runsOf } from './lookups';
import { chainOf } from './stage-relations';

/**
 * What `--chown=` has to say for files to get the owner that `chown` gives them: the group that they have keeps its number.
 * @returns `undefined` where the names are not surely known when the instruction copies
 */
export function ownerFlag(
  dockerfile: Dockerfile,
  stage: Stage,
  transfer: Copy | Add,
  owner: string,
): string | undefined {
  const [, user, group] = /^([\w-]+)(?::([\w-]+))?$/.exec(owner) ?? [];
  if (user === undefined) return undefined;
  // `COPY --link` copies without looking at the files that are there, /etc/passwd among them.
  if (transfer.flags.some(({ name }) => name === 'link') && !/^\d+(?::\d+)?$/.test(owner)) return undefined;
  const before = transfer.range.start;
  if (!isUserBefore(dockerfile, stage, user, before)) return undefined;
  if (group === undefined) return `--chown=${user}:0`;
  return isGroupBefore(dockerfile, stage, user, group, before) ? `--chown=${user}:${group}` : undefined;
}

const isNumber = (name: string): boolean => /^\d+$/.test(name);

function isUserBefore(dockerfile: Dockerfile, stage: Stage, name: string, offset: number): boolean {
  if (isNumber(name)) return true;
  const account = accountNamed(dockerfile, stage, name);
  if (account === undefined) return false;
  return account.created === undefined || account.created.command.run.range.start < offset;
}

/** A user's own group has its name; others are created. */
function isGroupBefore(dockerfile: Dockerfile, stage: Stage, user: string, group: string, offset: number): boolean {
  if (isNumber(group) || group === 'root') return true;
  const family = familyOf(stage);
  const created = chainOf(stage)
    .flatMap(runsOf)
    .filter(({ range }) => range.start < offset)
    .flatMap(({ commands }) => commands)
    .some(({ words }) => {
      const read = readUserCommand(
        words.map(({ value }) => value),
        family,
      );
      return read?.kind === 'group' && read.name === group;
    });
  if (created) return true;
  return group === user && isNumber(user) === false && accountNamed(dockerfile, stage, user)?.uid !== undefined;
}
