import type { FixOffer } from '../../../engine/rule';
import { rangeOf, replacement, type TextEdit } from '../../../engine/text';
import { type InstructionPlace, insertInstruction } from '../../edits/insert-instruction';
import { keywordFor, likeKeyword } from '../../edits/keyword';
import { removeCommand } from '../../edits/remove-command';
import type { Dockerfile, Instruction, Run, RunCommand, Stage } from '../../model/dockerfile';
import { instructionAfter, runsOf, textIn } from '../../model/lookups';
import { isAbsolute, joinedPath, writtenDirectoryBefore } from '../../model/written-directory';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'change-directory',
  chapter: 'correctness',
  variants: {
    lost: {
      severity: 'warning',
      equals: ['hadolint/DL3003', 'trivy/DS-0013'],
      message: '`{command}` ends with its `RUN`: the next instruction works in the old directory again',
    },
    leading: {
      severity: 'hint',
      equals: ['hadolint/DL3003', 'trivy/DS-0013'],
      message: '`{command}` is over with its `RUN`: where instructions work is told by `WORKDIR`, not by what they run',
    },
  },
  fixes: {
    keep: { title: 'Make it `WORKDIR {directory}`', safety: 'behaviour' },
    around: { title: 'Run this in `WORKDIR {directory}`, and go back to `{old}`', safety: 'behaviour' },
  },
  check(dockerfile, report) {
    for (const stage of dockerfile.stages)
      for (const run of runsOf(stage)) {
        const change = onlyChange(run);
        if (change === undefined) continue;
        const { command, target } = change;
        const at = command.place.command.range;
        const values = { command: textIn(dockerfile, at) };
        if (endsRun(command)) report({ variant: 'lost', at, values, fixes: kept(dockerfile, change) });
        else if (leadsRun(command) && !isPassing(run, directoryFor(dockerfile, change) ?? target))
          report({ variant: 'leading', at, values, fixes: around(dockerfile, stage, change) });
      }
  },
});

interface Change {
  readonly command: RunCommand;
  /** As the shell gets it. */
  readonly target: string;
}

const changers = new Set(['cd', 'pushd', 'popd']);

/** The one `cd` of a script that moves about no further, to a directory that is written out. */
function onlyChange({ commands, scripts }: Run): Change | undefined {
  const [command, other] = commands.filter(
    ({ name, place, nested }) => changers.has(name ?? '') && !nested && place.enclosing.length === 1,
  );
  if (command?.name !== 'cd' || other !== undefined || scripts.length !== 1) return undefined;
  const [, word, more] = command.words;
  const target = word?.value;
  if (target === undefined || more !== undefined || !/^[\w./]/.test(target)) return undefined;
  return command.place.pipeline.commands.length === 1 ? { command, target } : undefined;
}

/** Nothing runs behind it that could notice. */
function endsRun({ place }: RunCommand): boolean {
  const { siblings, statement, pipeline } = place;
  if (siblings.at(-1) !== statement || statement.pipelines.at(-1) !== pipeline) return false;
  return statement.operators.at(-1)?.text !== '||' && statement.terminator?.text !== '&';
}

/** Nothing but `set` runs in front of it. */
function leadsRun({ place, run }: RunCommand): boolean {
  const { siblings, statement, pipeline, command } = place;
  if (statement.pipelines[0] !== pipeline || pipeline.negated || statement.terminator?.text === '&') return false;
  return (
    siblings.slice(0, siblings.indexOf(statement)).every(({ pipelines }) => pipelines.length === 1) &&
    run.commands
      .filter((other) => other.place.command.range.start < command.range.start)
      .every(({ name }) => name === 'set')
  );
}

/** A place for temporary files, or one that is only mounted for this `RUN`. */
const isPassing = ({ mounts }: Run, directory: string): boolean =>
  ['/tmp', '/var/tmp', ...mounts.flatMap(({ target }) => target ?? [])].some((passing) =>
    `${directory}/`.startsWith(`${passing.replace(/\/+$/, '')}/`),
  );

const directoryFor = (dockerfile: Dockerfile, { command, target }: Change): string | undefined =>
  isAbsolute(target)
    ? joinedPath('/', target)
    : joinedPath(writtenDirectoryBefore(dockerfile, command.run).path, target);

function kept(dockerfile: Dockerfile, change: Change): readonly FixOffer<'keep'>[] {
  const { command } = change;
  const { run } = command;
  const directory = directoryFor(dockerfile, change);
  if (directory === undefined || run.onbuild !== undefined) return [];
  if (isAlone(command)) {
    const edits = inPlace(dockerfile, change, directory);
    return edits === undefined ? [] : [{ id: 'keep', values: { directory }, edits: () => edits }];
  }
  const removal = removeCommand(dockerfile, command);
  if (removal === undefined) return [];
  const after = (): readonly TextEdit[] =>
    insertInstruction(dockerfile, { after: run }, `${keywordFor(dockerfile, 'WORKDIR')} ${directory}`);
  return [{ id: 'keep', values: { directory }, edits: () => [...removal, ...after()] }];
}

const isAlone = ({ run, place }: RunCommand): boolean =>
  run.commands.length === 1 && place.siblings.length === 1 && place.statement.pipelines.length === 1;

/** `RUN cd /srv` itself becomes the `WORKDIR`. */
function inPlace(
  dockerfile: Dockerfile,
  { command, target }: Change,
  directory: string,
): readonly TextEdit[] | undefined {
  const { run, words } = command;
  const operand = words[1]?.range;
  if (operand === undefined || run.heredocs.length > 0 || run.flags.length > 0) return undefined;
  const head = rangeOf(run.keywordRange.start, operand.start);
  if (textIn(dockerfile, rangeOf(head.start, run.range.end)).includes('\n')) return undefined;
  if (operand.end !== run.argumentsRange.end) return undefined;
  const written = textIn(dockerfile, operand);
  const keyword = `${likeKeyword(run.keywordText, 'WORKDIR')} `;
  if (written === directory) return [replacement(head, keyword)];
  if (written === target && directory.endsWith(`/${target}`))
    return [replacement(head, keyword + directory.slice(0, -target.length))];
  return [replacement(head, keyword), replacement(operand, directory)];
}

function around(dockerfile: Dockerfile, stage: Stage, change: Change): readonly FixOffer<'around' | 'keep'>[] {
  const { command } = change;
  const { run } = command;
  const directory = directoryFor(dockerfile, change);
  const old = writtenDirectoryBefore(dockerfile, run).path;
  if (directory === undefined || run.onbuild !== undefined || textIn(dockerfile, run.range).includes('OLDPWD'))
    return [];
  const removal = removeCommand(dockerfile, command);
  if (removal === undefined) return [];
  const put = (place: InstructionPlace, path: string): readonly TextEdit[] =>
    insertInstruction(dockerfile, place, `${keywordFor(dockerfile, 'WORKDIR')} ${path}`);
  const before = (): readonly TextEdit[] => [...put({ before: run }, directory), ...removal];
  if (!isNoticedBelow(dockerfile, stage, run)) return [{ id: 'keep', values: { directory }, edits: before }];
  if (old === undefined || old === directory) return [];
  return [{ id: 'around', values: { directory, old }, edits: () => [...before(), ...put({ after: run }, old)] }];
}

const indifferent = new Set<Instruction['keyword']>([
  'ENV',
  'ARG',
  'LABEL',
  'EXPOSE',
  'USER',
  'STOPSIGNAL',
  'MAINTAINER',
]);

/** Whether anything works in the directory that a `RUN` leaves behind, the image itself included. */
function isNoticedBelow(dockerfile: Dockerfile, stage: Stage, run: Run): boolean {
  let next = instructionAfter(dockerfile, run);
  while (next !== undefined && indifferent.has(next.keyword)) next = instructionAfter(dockerfile, next);
  if (next !== undefined && next.keyword !== 'FROM')
    return !(next.keyword === 'WORKDIR' && next.word !== undefined && isAbsolute(next.word.value));
  return stage.shipped || dockerfile.stages.some(({ parent }) => parent.kind === 'stage' && parent.stage === stage);
}
