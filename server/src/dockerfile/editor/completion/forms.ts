import type { Completion } from '../../../engine/editor';
import { rendered, templates } from '../../../engine/message';
import { rangeOf } from '../../../engine/text';
import { families } from '../../../knowledge/families';
import { familyOf } from '../../model/accounts';
import type { CompletionPlace } from './place';

const texts = templates({
  exec: 'exec form: no shell in between',
  pipefail: 'a failure inside of a pipe is one of the whole',
});

/** The exec form to fill in; of `SHELL`, one that sees failures in pipes, with the shell that the image has. */
export function formCompletions({ instruction, stage, word: range }: CompletionPlace): readonly Completion[] {
  if (instruction.keyword === 'SHELL') {
    const facts = stage && families[familyOf(stage)];
    const words = facts?.bash === true ? ['/bin/bash', '-o', 'pipefail', '-c'] : ['/bin/sh', '-o', 'pipefail', '-c'];
    // dash has no pipefail before 0.5.13.
    if (facts?.bash !== true && facts?.sh !== 'busybox') return [];
    const newText = JSON.stringify(words).replaceAll(',', ', ');
    return [{ label: newText, kind: 'snippet', detail: rendered(texts.pipefail, {}), edit: { range, newText } }];
  }
  const program = instruction.keyword === 'CMD' && stage?.process?.entrypoint !== undefined ? 'argument' : 'program';
  const newText = `["${program}"]`;
  const placeholders = [rangeOf(2, 2 + program.length)];
  return [
    { label: newText, kind: 'snippet', detail: rendered(texts.exec, {}), edit: { range, newText, placeholders } },
  ];
}
