import type { FixOffer } from '../../../engine/rule';
import { insertedExecs } from '../../../shell/give-way';
import { insertElements } from '../../edits/exec-form';
import type { Dockerfile, Stage } from '../../model/dockerfile';
import { isForDevelopment } from '../../model/stage-purpose';
import { surroundingsOf } from '../../model/surroundings';
import { programAt, type WaitingShell, waitingShell } from '../../model/waiting-shells';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'orphaned-children',
  chapter: 'process',
  variants: {
    waits: {
      severity: 'hint',
      message: '`{shell}` stays PID 1 and passes no signal on: `{program}` is left to run until it is killed',
    },
  },
  fixes: {
    exec: { title: 'Let the shell give up its place: `exec {program}`', safety: 'behaviour' },
    init: { title: 'Start it behind `{init}`, which is installed, and passes signals on to all', safety: 'behaviour' },
  },
  check(dockerfile, report) {
    const seen = new Set<number>();
    for (const stage of dockerfile.stages) {
      if (!stage.shipped || stage.process === undefined || isForDevelopment(dockerfile, stage)) continue;
      const waiting = waitingShell(stage.process);
      const at = waiting?.shell.words[0]?.range;
      const program = waiting?.last.map((place) => programAt(place)).find((word) => word !== undefined);
      if (waiting === undefined || at === undefined || program === undefined || seen.has(at.start)) continue;
      seen.add(at.start);
      const values = { shell: waiting.shell.words[0]?.value ?? '', program: program.value ?? program.text };
      report({ variant: 'waits', at, values, fixes: mends(dockerfile, stage, waiting) });
    }
  },
});

function mends(
  dockerfile: Dockerfile,
  stage: Stage,
  { instruction, script, shell }: WaitingShell,
): readonly FixOffer<'exec' | 'init'>[] {
  const execs = insertedExecs(script);
  if (execs !== undefined && execs.length > 0) return [{ id: 'exec', edits: () => execs }];
  const { command } = instruction;
  const init = inits.find(({ name }) => surroundingsOf(dockerfile, stage).packages?.includes(name));
  const isFirst = command.form === 'exec' && command.words[0]?.range.start === shell.range?.start;
  if (init === undefined || command.form !== 'exec' || !isFirst) return [];
  if (instruction.keyword === 'CMD' && stage.process?.entrypoint !== undefined) return [];
  return [
    {
      id: 'init',
      values: { init: init.words.join(' ') },
      edits: () => insertElements(dockerfile, command, 0, init.words),
    },
  ];
}

/** Small inits by the name of their package, told to signal the whole group. Source: krallin/tini, Yelp/dumb-init README. */
const inits: readonly { readonly name: string; readonly words: readonly string[] }[] = [
  { name: 'tini', words: ['tini', '-g', '--'] },
  { name: 'dumb-init', words: ['dumb-init', '--'] },
];
