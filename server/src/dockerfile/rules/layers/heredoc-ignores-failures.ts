import type { FixOffer } from '../../../engine/rule';
import { contains } from '../../../engine/text';
import type { Script } from '../../../shell/syntax';
import { extendedSet, startHeredocWith } from '../../edits/set-option';
import type { Dockerfile, Heredoc } from '../../model/dockerfile';
import { setOptions } from '../../model/errexit';
import { firstIgnoredFailure } from '../../model/ignored-failures';
import { runsOf, textIn } from '../../model/lookups';
import { shellOfScript } from '../../model/running-shell';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'heredoc-ignores-failures',
  chapter: 'layers',
  variants: {
    ignored: {
      severity: 'warning',
      message:
        '`{command}` may fail and the build goes on: without `set -e` only the last command of `{heredoc}` counts',
    },
  },
  fixes: {
    stop: { title: 'Stop at the first failure: start with `{set}`', safety: 'behaviour' },
  },
  notes: { command: 'Nothing takes notice when this fails' },
  check(dockerfile, report) {
    for (const run of runsOf(dockerfile))
      for (const script of run.scripts) {
        const heredoc = run.heredocs.find(({ body }) => contains(body, script.range));
        if (heredoc === undefined || script.problems.length > 0) continue;
        const ignored = firstIgnoredFailure(script, shellOfScript(dockerfile, run, script));
        if (ignored === undefined) continue;
        const at = ignored.command.range;
        report({
          variant: 'ignored',
          at: heredoc.range,
          values: { command: textIn(dockerfile, at), heredoc: textIn(dockerfile, heredoc.range) },
          related: [{ at, note: 'command' }],
          fixes: mends(dockerfile, heredoc, script),
        });
      }
  },
});

function mends(dockerfile: Dockerfile, heredoc: Heredoc, script: Script): readonly FixOffer<'stop'>[] {
  // Whoever switches it off somewhere knows why.
  const [first] = script.statements;
  if (first === undefined || switchesOff(script)) return [];
  const extended = extendedSet(dockerfile, script, 'e');
  const edits = extended?.edits ?? startHeredocWith(dockerfile, heredoc, script, 'set -e');
  return [{ id: 'stop', values: { set: extended?.written ?? 'set -e' }, edits: () => edits }];
}

const switchesOff = ({ statements }: Script): boolean =>
  statements.some(({ pipelines }) =>
    pipelines.some(({ commands }) =>
      commands.some((command) => command.kind === 'simple' && setOptions(command)?.off.has('errexit') === true),
    ),
  );
