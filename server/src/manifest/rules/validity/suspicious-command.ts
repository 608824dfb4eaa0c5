import type { FixOffer } from '../../../engine/rule';
import { editArgv } from '../../edits/argv';
import { everyContainer, labelOf } from '../../model/every-container';
import type { ManifestDocument } from '../../model/manifest';
import { type SuspiciousCommand, suspiciousCommands } from '../../model/suspicious-commands';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'suspicious-command',
  chapter: 'validity',
  variants: {
    sentence: {
      severity: 'warning',
      message: '`{word}` is looked up as the name of one program, which `{container}` does not have: it cannot start',
    },
    operator: {
      severity: 'warning',
      message: 'No shell reads this `{word}`: the program gets it as an argument, and what follows is not run',
    },
    operands: {
      severity: 'warning',
      message: 'The script of a shell is one word: `{word}` is `$0` to it, which it never reads',
    },
    scriptless: {
      severity: 'warning',
      message: '`{word}` has no script behind it: the shell of `{container}` ends with an error at once',
    },
  },
  fixes: {
    split: { title: 'Write each word by itself', safety: 'safe', revealing: true },
    shell: { title: 'Let a shell run it: `sh -c`', safety: 'behaviour', revealing: true },
    join: { title: 'Make it part of the script', safety: 'behaviour', revealing: true },
  },
  check(document, report) {
    for (const container of everyContainer(document))
      for (const suspicious of suspiciousCommands(container)) {
        const { kind, word } = suspicious;
        if (word.range === undefined) continue;
        report({
          variant: kind,
          at: word.range,
          values: { word: word.value ?? word.text, container: labelOf(container) },
          fixes: () => mends(document, suspicious),
        });
      }
  },
});

function mends(
  document: ManifestDocument,
  { kind, argv, instead }: SuspiciousCommand,
): readonly FixOffer<'split' | 'shell' | 'join'>[] {
  if (instead === undefined) return [];
  const { index, count, words, viaShell } = instead;
  const edits = editArgv(document, argv, [{ kind: 'replace', index, count, words }]);
  const id = viaShell ? 'shell' : kind === 'operands' ? 'join' : 'split';
  return edits === undefined ? [] : [{ id, edits: () => edits }];
}
