import { fullName } from '../../image/full-name';
import type { Family } from '../../knowledge/families';
import { imageBase } from '../../knowledge/image-families';
import { usersOf } from '../../knowledge/images';
import { readUserCommand, systemAccount, type UserCommand } from '../../knowledge/users';
import type { Argument } from '../../shell/command-line';
import { baseName } from '../../shell/commands';
import type { Dockerfile, Parent, RunCommand, Stage } from './dockerfile';
import { instructionsOf, runsOf } from './lookups';
import { chainOf, rootOf, stageNamed } from './stage-relations';
import { variableFor } from './variables';

/** A user that an image has. */
export interface Account {
  readonly name: string;
  /** Digits; `undefined` when the system chooses the number, or a variable holds it. */
  readonly uid: string | undefined;
  readonly gid: string | undefined;
  /** The command that creates it; `undefined` for what the parent image brings. */
  readonly created: { readonly command: RunCommand; readonly read: UserCommand } | undefined;
}

/** The distribution at the bottom of a stage. */
export function familyOf(stage: Stage): Family {
  const { parent } = rootOf(stage);
  if (parent.kind === 'scratch') return 'scratch';
  if (parent.kind !== 'image' || parent.reference.resolved === undefined) return 'unknown';
  return imageBase(fullName(parent.reference), parent.reference.tag).family;
}

/** The users that the commands of a stage, and of those that it is built from, create: the last of each name, in order. */
export function createdAccounts(dockerfile: Dockerfile, stage: Stage): readonly Account[] {
  const family = familyOf(stage);
  const accounts = new Map<string, Account>();
  const groups = new Map<string, string | undefined>();
  for (const command of chainOf(stage)
    .flatMap(runsOf)
    .flatMap(({ commands }) => commands)) {
    const words = command.words.map((word) => resolvedWord(dockerfile, command, word));
    const removed = words[0] === undefined ? '' : baseName(words[0]);
    if (removed === 'userdel' || removed === 'deluser') accounts.delete(words.at(-1) ?? '');
    const read = readUserCommand(words, family);
    if (read?.name === undefined) continue;
    const id = digits(read.id);
    if (read.kind === 'group') groups.set(read.name, id);
    else if (read.kind === 'user') {
      const gid = digits(read.group) ?? groups.get(read.group ?? read.name);
      // `adduser USER GROUP` puts a user that is there into a group.
      if (read.program !== 'adduser' || !accounts.has(read.name))
        accounts.set(read.name, { name: read.name, uid: id, gid, created: { command, read } });
    } else {
      const changed = accounts.get(read.name) ?? accountOfImage(rootOf(stage).parent, read.name);
      if (changed !== undefined && read.program === 'usermod' && read.id !== undefined)
        accounts.set(read.name, { ...changed, uid: id });
    }
  }
  return [...accounts.values()];
}

/** The users that the image at the bottom of a stage brings for its own program. */
export function accountsOfImage(parent: Parent): readonly Account[] {
  if (parent.kind !== 'image' || parent.reference.resolved === undefined) return [];
  return usersOf(fullName(parent.reference), parent.reference.tag).map(({ name, uid, gid }) => ({
    name,
    uid: uid === null ? undefined : String(uid),
    gid: gid === null ? undefined : String(gid),
    created: undefined,
  }));
}

const accountOfImage = (parent: Parent, name: string): Account | undefined =>
  accountsOfImage(parent).find((account) => account.name === name);

/** The user of a name at the end of a stage, also where `/etc/passwd` is copied from another one. */
export function accountNamed(dockerfile: Dockerfile, stage: Stage, name: string): Account | undefined {
  const own = createdAccounts(dockerfile, stage).find((account) => account.name === name);
  if (own !== undefined) return own;
  const passwd = passwdSource(dockerfile, stage);
  if (passwd !== undefined) return accountNamed(dockerfile, passwd, name);
  const ofImage = accountOfImage(rootOf(stage).parent, name);
  if (ofImage !== undefined) return ofImage;
  const ofSystem = systemAccount(name, familyOf(stage));
  return ofSystem && { name, uid: String(ofSystem.uid), gid: String(ofSystem.gid), created: undefined };
}

/** The stage above whose `/etc/passwd` a stage copies. */
function passwdSource(dockerfile: Dockerfile, stage: Stage): Stage | undefined {
  for (const each of chainOf(stage).toReversed())
    for (const { from, sources } of instructionsOf(each, 'COPY').toReversed())
      if (from?.value !== undefined && sources.some(({ value }) => /^\/?etc(?:\/passwd)?\/?$/.test(value)))
        return stageNamed(dockerfile, from.value, each.index);
  return undefined;
}

/** What a word comes to; a variable's value where `ENV` sets it, which nothing changes at build time as it does an `ARG`'s. */
function resolvedWord(dockerfile: Dockerfile, command: RunCommand, { value, text }: Argument): string | undefined {
  const name = value === undefined ? /^"?\$(?:\{(\w+)\}|(\w+))"?$/.exec(text) : null;
  if (name === null) return value;
  const set = variableFor(dockerfile, command, name[1] ?? name[2] ?? '');
  return set?.instruction === undefined || set.instruction.keyword === 'ENV' ? set?.value : undefined;
}

const digits = (word: string | undefined): string | undefined =>
  word !== undefined && /^\d+$/.test(word) ? word : undefined;
