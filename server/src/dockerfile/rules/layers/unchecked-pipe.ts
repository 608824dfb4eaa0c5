import type { FixOffer } from '../../../engine/rule';
import { contains, type TextEdit } from '../../../engine/text';
import { families } from '../../../knowledge/families';
import { baseName } from '../../../shell/commands';
import { insertInstruction } from '../../edits/insert-instruction';
import { keywordFor } from '../../edits/keyword';
import { prependCommand } from '../../edits/prepend-command';
import { extendedSet, startHeredocWith } from '../../edits/set-option';
import { familyOf } from '../../model/accounts';
import type { Dockerfile, Run, RunCommand, Stage } from '../../model/dockerfile';
import { instructionsOf, runsOf, textIn } from '../../model/lookups';
import { shellOfCommand } from '../../model/running-shell';
import { builtFrom } from '../../model/stage-relations';
import { needsLenientPipes, uncheckedPipes } from '../../model/unchecked-pipes';
import { dockerfileRule } from '../../rule';

const equals = ['hadolint/DL4006'];

export default dockerfileRule({
  id: 'unchecked-pipe',
  chapter: 'layers',
  variants: {
    download: {
      severity: 'warning',
      equals,
      message:
        'When `{command}` breaks off, the build goes on with what has arrived: only the result of `{last}` counts',
    },
    pipe: {
      severity: 'hint',
      equals,
      message: '`{command}` may fail unnoticed: of a pipe only the result of `{last}` counts',
    },
  },
  fixes: {
    set: { title: 'Let the whole pipe count: start with `{set}`', safety: 'behaviour' },
    shell: { title: 'Let all pipes count from here on: insert `{shell}`', safety: 'behaviour' },
  },
  check(dockerfile, report) {
    for (const stage of dockerfile.stages) {
      let first: Run | undefined;
      for (const run of runsOf(stage)) {
        const pipes = uncheckedPipes(dockerfile, run);
        const pipe = pipes.find(({ download }) => download) ?? pipes[0];
        if (pipe === undefined) continue;
        first ??= run;
        const at = pipe.command.place.command.range;
        report({
          variant: pipe.download ? 'download' : 'pipe',
          at,
          values: { command: textIn(dockerfile, at), last: textIn(dockerfile, pipe.last.range) },
          fixes: mends(dockerfile, stage, pipe.command, first),
        });
      }
    }
  },
});

type FixName = 'set' | 'shell';

function mends(dockerfile: Dockerfile, stage: Stage, command: RunCommand, first: Run): readonly FixOffer<FixName>[] {
  const { run, nested } = command;
  if (nested || needsLenientPipes(run)) return [];
  const shell = baseName(shellOfCommand(dockerfile, command)[0] ?? '');
  const { sh, bash } = families[familyOf(stage)];
  const isKnown =
    /^(?:ba|z|mk?|k)sh(?:93)?$|^ash$/.test(shell) || (shell === 'sh' && sh !== undefined && sh !== 'dash');
  if (isKnown) return byOption(dockerfile, command);
  return shell === 'sh' && sh === 'dash' && bash === true ? byShell(dockerfile, stage, first) : [];
}

/** `set -o pipefail` at the start of the script, or in the `set` that it starts with. */
function byOption(dockerfile: Dockerfile, { run, script }: RunCommand): readonly FixOffer<FixName>[] {
  const extended = extendedSet(dockerfile, script, 'o pipefail');
  const edits = extended?.edits ?? startedWith(dockerfile, run, script);
  return edits === undefined
    ? []
    : [{ id: 'set', values: { set: extended?.written ?? setPipefail }, edits: () => edits }];
}

const setPipefail = 'set -o pipefail';

function startedWith(dockerfile: Dockerfile, run: Run, script: RunCommand['script']): readonly TextEdit[] | undefined {
  const heredoc = run.heredocs.find(({ body }) => contains(body, script.range));
  if (heredoc !== undefined) return startHeredocWith(dockerfile, heredoc, script, setPipefail);
  const [statement] = script.statements;
  const start = run.commands.find(({ place }) => place.statement === statement && !place.substituted);
  if (start === undefined || start.place.pipeline !== statement?.pipelines[0]) return undefined;
  return prependCommand(dockerfile, start, setPipefail);
}

const bash = '["/bin/bash", "-o", "pipefail", "-c"]';

/** A `SHELL` above the first `RUN` of the stage that needs it, where nothing below it would come out differently. */
function byShell(dockerfile: Dockerfile, stage: Stage, first: Run): readonly FixOffer<FixName>[] {
  if (first.onbuild !== undefined || stage.initialShell.instruction !== undefined) return [];
  const family = builtFrom(dockerfile, stage);
  if (family.some((each) => instructionsOf(each, 'SHELL').length > 0 || startsInShell(each))) return [];
  const runs = family.flatMap(runsOf).filter(({ range }) => range.start >= first.range.start);
  if (runs.some((run) => needsLenientPipes(run) || readsEscapes(run))) return [];
  const written = `${keywordFor(dockerfile, 'SHELL')} ${bash}`;
  return [
    {
      id: 'shell',
      values: { shell: written },
      edits: () => insertInstruction(dockerfile, { before: first }, written),
    },
  ];
}

/** `SHELL` would also change the shell that these start. */
const startsInShell = (stage: Stage): boolean =>
  [
    ...instructionsOf(stage, 'CMD'),
    ...instructionsOf(stage, 'ENTRYPOINT'),
    ...instructionsOf(stage, 'HEALTHCHECK'),
  ].some(({ command }) => command?.form === 'shell');

/** The `echo` of dash reads `\n` as a line break, that of bash does not. */
const readsEscapes = ({ commands }: Run): boolean =>
  commands.some(({ name, words }) => name === 'echo' && words.some(({ text }) => text.includes('\\')));
