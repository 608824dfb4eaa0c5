import { largestSparseId, readUserCommand } from '../../../knowledge/users';
import type { Argument } from '../../../shell/command-line';
import { insertAfter } from '../../edits/argument';
import type { Dockerfile, RunCommand } from '../../model/dockerfile';
import { runsOf } from '../../model/lookups';
import { unknownUnquotedOptions } from '../../model/unknown-options';
import { variableFor } from '../../model/variables';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'sparse-user-log',
  chapter: 'layers',
  variants: {
    sparse: {
      severity: 'warning',
      equals: ['hadolint/DL3046'],
      message:
        '`{user}` with the number {uid} makes login logs that grow with the number: the layer may take gigabytes without `-l`',
    },
  },
  fixes: {
    skip: { title: 'Add `-l`: no entries in the login logs', safety: 'safe' },
  },
  check(dockerfile, report) {
    for (const command of runsOf(dockerfile).flatMap(({ commands }) => commands)) {
      const [program] = command.words;
      const read = readUserCommand(command.words.map((word) => valueWith(dockerfile, command, word)));
      if (read?.program !== 'useradd' || read.noLogInit || program === undefined || read.idIndex === undefined)
        continue;
      const word = command.words[read.idIndex];
      const uid = /^\d{1,10}$/.test(read.id ?? '') ? Number(read.id) : undefined;
      if (word?.range === undefined || uid === undefined || uid <= largestSparseId) continue;
      if (unknownUnquotedOptions(dockerfile, command)) continue;
      const edits = insertAfter(dockerfile, program, ['-l']);
      report({
        variant: 'sparse',
        at: word.range,
        values: { user: `useradd ${read.name ?? ''}`.trim(), uid: String(uid) },
        fixes: edits === undefined ? [] : [{ id: 'skip', edits: () => edits }],
      });
    }
  },
});

/** What a word comes to; also where it is a variable whose value is known, or an option with one. */
function valueWith(dockerfile: Dockerfile, command: RunCommand, { value, text }: Argument): string | undefined {
  if (value !== undefined) return value;
  const plain = text.replace(/["']/g, '');
  const [, option = '', braced, bare] = /^(-[\w-]*=?)?\$(?:\{(\w+)\}|(\w+))$/.exec(plain) ?? [];
  const name = braced ?? bare;
  const known = name === undefined ? undefined : variableFor(dockerfile, command, name)?.value;
  return known === undefined ? undefined : option + known;
}
