import { largestSparseId, readUserCommand } from '../../../knowledge/users';
import { insertAfter } from '../../edits/argument';
import type { Dockerfile, RunCommand } from '../../model/dockerfile';
import { runsOf } from '../../model/lookups';
import { unknownOptions } from '../../model/unknown-options';
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
      const read = readUserCommand(command.words.map(({ value }) => value));
      if (read?.program !== 'useradd' || read.noLogInit || program === undefined || read.idIndex === undefined)
        continue;
      const word = command.words[read.idIndex];
      const uid = numberOf(dockerfile, command, read.idIndex);
      if (word?.range === undefined || uid === undefined || uid <= largestSparseId) continue;
      if (unknownOptions(dockerfile, command)) continue;
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

/** The number in a word, also behind `--uid=`, or in a variable whose value is known. */
function numberOf(dockerfile: Dockerfile, command: RunCommand, index: number): number | undefined {
  const word = command.words[index];
  const text = (word?.value ?? word?.text ?? '').replace(/["']/g, '').replace(/^(?:--uid=|-\w*u)/, '');
  const name = /^\$(?:\{(\w+)\}|(\w+))$/.exec(text);
  const value = name === null ? text : variableFor(dockerfile, command, name[1] ?? name[2] ?? '')?.value;
  return value !== undefined && /^\d{1,10}$/.test(value) ? Number(value) : undefined;
}
