import type { FixOffer } from '../../../engine/rule';
import { rangeOf, replacement, type TextEdit } from '../../../engine/text';
import { isRoot, suggestedId } from '../../../knowledge/users';
import { insertAfter } from '../../edits/argument';
import { type Account, accountNamed, createdAccounts, familyOf } from '../../model/accounts';
import type { Dockerfile, DockerfileWord, Stage } from '../../model/dockerfile';
import { isForDevelopment } from '../../model/stage-purpose';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'named-user',
  chapter: 'security',
  variants: {
    named: {
      severity: 'information',
      equals: ['hadolint/DL3066'],
      message: '`USER {user}` is a name: a pod with `runAsNonRoot` cannot tell whether that is root, and is refused',
    },
  },
  fixes: {
    number: { title: 'Write `{number}`, the number of `{user}`', safety: 'safe' },
    assign: { title: 'Give `{user}` the number {number} and write that', safety: 'behaviour' },
  },
  check(dockerfile, report) {
    const seen = new Set<DockerfileWord>();
    for (const stage of dockerfile.stages) {
      const word = namedUser(stage);
      if (word === undefined || seen.has(word) || isForDevelopment(dockerfile, stage)) continue;
      seen.add(word);
      const [name = ''] = word.value.split(':');
      const plain = word.text === word.value;
      const at = plain ? rangeOf(word.range.start, word.range.start + name.length) : word.range;
      report({ variant: 'named', at, values: { user: name }, fixes: mends(dockerfile, stage, word, name) });
    }
  },
});

/** The operand of the `USER` in force in an image that ships, when it is a name. */
function namedUser({ shipped, user, shell }: Stage): DockerfileWord | undefined {
  const { instruction } = user ?? {};
  if (!shipped || !shell.posix || instruction?.keyword !== 'USER') return undefined;
  const { word } = instruction;
  const named = word !== undefined && word.variables.length === 0 && userAndGroup.test(word.value);
  return named && !isRoot(word.value) ? word : undefined;
}

/** A name, perhaps with a group by name or number. */
const userAndGroup = /^[A-Za-z_][\w.-]*\$?(?::[\w.-]+)?$/;

type Offer = FixOffer<'number' | 'assign'>;

function mends(dockerfile: Dockerfile, stage: Stage, word: DockerfileWord, name: string): readonly Offer[] {
  const account = accountNamed(dockerfile, stage, name);
  // Root by another name: whoever wrote that must say what is meant.
  if (account === undefined || Number(account.uid) === 0) return [];
  if (account.uid !== undefined) {
    const number = operandFor(word, account, account.uid);
    return [{ id: 'number', values: { number }, edits: () => [replacement(word.range, number)] }];
  }
  const id = freeId(dockerfile, stage);
  const assigned = assignedId(dockerfile, stage, account, id);
  if (assigned === undefined) return [];
  const number = operandFor(word, account, id);
  return [{ id: 'assign', values: { number: id }, edits: () => [...assigned, replacement(word.range, number)] }];
}

/** The number, and that of the group where it is the user's own; another group keeps its name, which nobody checks. */
function operandFor({ value }: DockerfileWord, { name, gid }: Account, uid: string): string {
  const [, group] = value.split(':');
  if (group === undefined) return uid;
  return `${uid}:${group === name && gid !== undefined ? gid : group}`;
}

/** Adds the number to the command that creates the user, as its other options are written. */
function assignedId(
  dockerfile: Dockerfile,
  stage: Stage,
  { created }: Account,
  id: string,
): readonly TextEdit[] | undefined {
  const program = created?.command.words[0];
  if (created === undefined || program === undefined || created.read.idIndex !== undefined) return undefined;
  const { program: name } = created.read;
  const long = created.command.words.some(({ prefix }) => /^--[a-z]/.test(prefix));
  const debian = name === 'adduser' && /^(?:debian|ubuntu)$/.test(familyOf(stage));
  return insertAfter(dockerfile, program, [long || debian ? '--uid' : '-u', id]);
}

function freeId(dockerfile: Dockerfile, stage: Stage): string {
  const taken = new Set(createdAccounts(dockerfile, stage).map(({ uid }) => uid));
  let id = suggestedId;
  while (taken.has(String(id))) id += 1;
  return String(id);
}
