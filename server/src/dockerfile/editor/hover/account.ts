import { inlineCode } from '../../../engine/markdown';
import { rendered, templates } from '../../../engine/message';
import { accountNamed } from '../../model/accounts';
import type { Dockerfile, Stage } from '../../model/dockerfile';

const texts = templates({
  numbered: '{name} has the number {uid}, and its group {gid}',
  user: '{name} has the number {uid}',
  unnumbered: '{name} gets whatever number is free while the image is built',
  created: 'Created in this file',
  inherited: 'The parent image brings it',
});

/** What is known of the user that a `USER` names; `undefined` for a number, and for a name that nothing tells of. */
export function accountText(dockerfile: Dockerfile, stage: Stage, word: string): string | undefined {
  const [name = ''] = word.split(':');
  const account = /^\d*$/.test(name) ? undefined : accountNamed(dockerfile, stage, name);
  if (account === undefined) return undefined;
  const { uid, gid, created } = account;
  const head = rendered(uid === undefined ? texts.unnumbered : gid === undefined ? texts.user : texts.numbered, {
    name: inlineCode(name),
    uid: uid ?? '',
    gid: gid ?? '',
  });
  return `${head}\n\n- ${rendered(created === undefined ? texts.inherited : texts.created, {})}`;
}
