import type { Completion } from '../../../engine/editor';
import { rendered, templates } from '../../../engine/message';
import type { TextRange } from '../../../engine/text';
import { accountsOfImage, createdAccounts, familyOf } from '../../model/accounts';
import { rootOf } from '../../model/stage-relations';
import type { CompletionPlace } from './place';

const texts = templates({
  created: 'created in this file',
  inherited: 'from the parent image',
  everywhere: 'in every image',
  numbers: 'the numbers of {name}',
});

interface UserAndGroup {
  readonly name: string;
  /** `undefined` where the group's number is not known. */
  readonly group: string | undefined;
}

/**
 * The users that a stage has: those that its commands create, then those of its parent image. Each by name, and by its
 * numbers where they are known.
 * @param written how a user is written here; `undefined` where too little is known for that
 */
export function accountCompletions(
  { dockerfile, stage }: CompletionPlace,
  range: TextRange,
  written: (user: UserAndGroup) => string | undefined,
): readonly Completion[] {
  if (stage === undefined) return [];
  const created = createdAccounts(dockerfile, stage);
  const inherited = accountsOfImage(rootOf(stage).parent);
  const known = [...created.toReversed(), ...inherited];
  const names = new Set(known.map(({ name }) => name));
  const item = (user: UserAndGroup, detail: string, order: number): readonly Completion[] => {
    const label = written(user);
    return label === undefined ? [] : [{ label, kind: 'user', detail, edit: { range, newText: label }, order }];
  };
  const named = known.flatMap(({ name, created: command }, index) =>
    item({ name, group: name }, rendered(command === undefined ? texts.inherited : texts.created, {}), index),
  );
  const numbered = known.flatMap(({ name, uid, gid }, index) =>
    uid === undefined ? [] : item({ name: uid, group: gid }, rendered(texts.numbers, { name }), known.length + index),
  );
  const others = (familyOf(stage) === 'scratch' ? [] : ['nobody', 'root'])
    .filter((name) => !names.has(name))
    .flatMap((name, index) =>
      item({ name, group: name === 'nobody' ? 'nogroup' : name }, rendered(texts.everywhere, {}), 90 + index),
    );
  const distinct = new Map([...named, ...numbered, ...others].map((completion) => [completion.label, completion]));
  return [...distinct.values()];
}
