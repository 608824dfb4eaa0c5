import { rendered, templates } from '../../../engine/message';
import { processText as processLine, receiverText } from '../../../shell/process-text';
import type { Cmd, Entrypoint, Stage } from '../../model/dockerfile';

const texts = templates({
  incomplete: 'What the parent image runs in front of it is not known',
  swallowed: '`CMD` never runs: an `ENTRYPOINT` in shell form gets no arguments',
  replacedBy: 'Another `{keyword}` further down replaces this one',
});

/** What a stage's image runs as PID 1, and who of it is asked to stop. */
export function processText(stage: Stage, instruction: Cmd | Entrypoint): string | undefined {
  const { process, stopSignal } = stage;
  if (process === undefined) return undefined;
  const { entrypoint, cmd, commandIgnored, complete } = process;
  const counts = instruction.keyword === 'CMD' ? cmd : entrypoint;
  const isCounted = instruction.onbuild !== undefined || counts === instruction;
  const receiver = receiverText(process, stopSignal?.value ?? 'SIGTERM');
  const lines = [
    ...(isCounted ? [] : [rendered(texts.replacedBy, { keyword: instruction.keyword })]),
    ...(commandIgnored ? [rendered(texts.swallowed, {})] : []),
    ...(receiver === undefined ? [] : [receiver]),
    ...(complete ? [] : [rendered(texts.incomplete, {})]),
  ];
  const head = processLine(process);
  return lines.length === 0 ? head : `${head}\n\n${lines.map((line) => `- ${line}`).join('\n')}`;
}
