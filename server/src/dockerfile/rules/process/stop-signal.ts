import { closest } from '../../../engine/closest';
import type { FixOffer } from '../../../engine/rule';
import { replacement } from '../../../engine/text';
import { gracefulSignal, isUncatchable, meantSignals, signalNamed } from '../../../knowledge/stop-signals';
import { baseName } from '../../../shell/commands';
import { deleteInstruction } from '../../edits/delete-instruction';
import { insertInstruction } from '../../edits/insert-instruction';
import { keywordFor } from '../../edits/keyword';
import { applicationOf } from '../../model/application';
import type { Dockerfile, DockerfileWord, Stage, Stopsignal } from '../../model/dockerfile';
import { instructionsOrTriggersOf } from '../../model/lookups';
import { rootOf } from '../../model/stage-relations';
import { defaultsOfParent } from '../../model/stages';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'stop-signal',
  chapter: 'process',
  variants: {
    uncatchable: {
      severity: 'warning',
      message: '`{signal}` cannot be caught: nothing tells the application to finish what it is working on',
    },
    unknown: {
      severity: 'error',
      message: '`{signal}` is no signal: the image cannot be built, or its containers cannot be stopped with it',
    },
    server: {
      severity: 'hint',
      message: '`{program}` breaks off its requests at SIGTERM, which it gets here: at {signal} it finishes them first',
    },
  },
  fixes: {
    remove: {
      title: 'Remove `STOPSIGNAL {signal}`: SIGTERM, or what the parent sets, comes first then',
      safety: 'safe',
    },
    mean: { title: 'Write `{meant}`', safety: 'behaviour' },
    set: { title: 'Set `STOPSIGNAL {signal}`', safety: 'behaviour' },
  },
  check(dockerfile, report) {
    for (const instruction of instructionsOrTriggersOf(dockerfile, 'STOPSIGNAL')) {
      const { word } = instruction;
      if (word === undefined || word.variables.length > 0) continue;
      const name = signalNamed(word.value);
      const at = word.range;
      const values = { signal: word.value };
      if (name === undefined) report({ variant: 'unknown', at, values, fixes: meant(word) });
      else if (isUncatchable(name))
        report({ variant: 'uncatchable', at, values, fixes: [removal(dockerfile, instruction)] });
    }
    const seen = new Set<number>();
    for (const stage of dockerfile.stages) {
      if (!stage.shipped) continue;
      const found = impatient(dockerfile, stage);
      if (found === undefined || seen.has(found.at.start)) continue;
      seen.add(found.at.start);
      report({ variant: 'server', ...found });
    }
  },
});

const removal = (dockerfile: Dockerfile, instruction: Stopsignal): FixOffer<'remove'> => ({
  id: 'remove',
  edits: () => deleteInstruction(dockerfile, instruction),
});

function meant({ value, range }: DockerfileWord): readonly FixOffer<'mean'>[] {
  const signal = closest(value, meantSignals) ?? closest(`SIG${value}`, meantSignals);
  return signal === undefined
    ? []
    : [{ id: 'mean', values: { meant: signal }, edits: () => [replacement(range, signal)] }];
}

/** A server as PID 1 that gets SIGTERM although another signal would let it finish. */
function impatient(dockerfile: Dockerfile, stage: Stage) {
  const { process, stopSignal } = stage;
  const program = baseName(applicationOf(stage)[0]?.value ?? '');
  const signal = gracefulSignal(program);
  if (process?.form !== 'exec' || !process.complete || signal === undefined) return undefined;
  const values = { program, signal };
  if (stopSignal !== undefined) {
    const { instruction } = stopSignal;
    const word = instruction?.keyword === 'STOPSIGNAL' ? instruction.word : undefined;
    if (word === undefined || word.variables.length > 0 || signalNamed(word.value) !== 'TERM') return undefined;
    const fixes: readonly FixOffer<'set'>[] = [{ id: 'set', edits: () => [replacement(word.range, signal)] }];
    return { at: word.range, values, fixes };
  }
  const { parent } = rootOf(stage);
  const start = [process.entrypoint, process.cmd].find((instruction) => instruction?.stage === stage.index);
  const isKnown = parent.kind === 'scratch' || defaultsOfParent(parent)?.stopsignal === null;
  if (!isKnown || start === undefined) return undefined;
  const written = `${keywordFor(dockerfile, 'STOPSIGNAL')} ${signal}`;
  const fixes: readonly FixOffer<'set'>[] = [
    { id: 'set', edits: () => insertInstruction(dockerfile, { before: start }, written) },
  ];
  return { at: start.keywordRange, values, fixes };
}
