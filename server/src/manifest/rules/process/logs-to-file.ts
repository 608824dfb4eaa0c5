import type { FixOffer } from '../../../engine/rule';
import { deletion, rangeOf, type TextEdit, type TextRange, textOf } from '../../../engine/text';
import { editArgv } from '../../edits/argv';
import { replaceScalar } from '../../edits/replace-scalar';
import { editScript } from '../../edits/script-text';
import { everyContainer, labelOf } from '../../model/every-container';
import { type LostLog, lostLogs } from '../../model/log-files';
import type { ManifestDocument } from '../../model/manifest';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'logs-to-file',
  chapter: 'process',
  variants: {
    redirected: {
      severity: 'information',
      message: '`{container}` writes to `{file}`: `kubectl logs` is empty, and the file fills the node and is lost',
    },
    option: {
      severity: 'information',
      message: '`{option}` sends the log to `{file}`: `kubectl logs` is empty, and the file fills the node and is lost',
    },
    variable: {
      severity: 'information',
      message: '`{option}` sends the log to `{file}`: `kubectl logs` is empty, and the file fills the node and is lost',
    },
  },
  fixes: {
    stream: { title: 'Remove `{removed}`: let the output be the log', safety: 'behaviour' },
    standard: { title: 'Log to standard output: `{instead}`', safety: 'behaviour' },
  },
  check(document, report) {
    for (const container of everyContainer(document))
      for (const log of lostLogs(container)) {
        const at = placeOf(log);
        if (at === undefined) continue;
        report({
          variant: log.kind,
          at,
          values: { container: labelOf(container), file: log.file, option: optionOf(log) },
          fixes: () => mends(document, log),
        });
      }
  },
});

function placeOf(log: LostLog): TextRange | undefined {
  switch (log.kind) {
    case 'redirected':
      return log.redirect.range;
    case 'option':
      return log.argv[log.log.value]?.range;
    case 'variable':
      return log.value.range;
  }
}

function optionOf(log: LostLog): string {
  if (log.kind === 'redirected') return '';
  return log.kind === 'option' ? log.log.name : (log.variable.name ?? '');
}

const offer = (
  id: 'stream' | 'standard',
  values: Readonly<Record<string, string>>,
  edits: readonly TextEdit[] | undefined,
): readonly FixOffer<'stream' | 'standard'>[] => (edits === undefined ? [] : [{ id, values, edits: () => edits }]);

function mends(document: ManifestDocument, log: LostLog): readonly FixOffer<'stream' | 'standard'>[] {
  if (log.kind === 'redirected') return withoutRedirect(document, log.redirect.range);
  if (log.kind === 'variable') {
    const instead = '/dev/stdout';
    return offer('standard', { instead }, replaceScalar(document, log.value, instead));
  }
  const { argv } = log;
  const { option, value, name, instead, file } = log.log;
  if (instead === undefined) {
    const edits = editArgv(document, argv, [{ kind: 'remove', index: option, count: value - option + 1 }]);
    return offer('stream', { removed: `${name} ${file}` }, edits);
  }
  const word = option === value ? `${name}=${instead}` : instead;
  const edits = editArgv(document, argv, [{ kind: 'replace', index: value, count: 1, words: [word] }]);
  return offer('standard', { instead: `${name} ${instead}` }, edits);
}

/** A redirect of a script with the blanks before it. */
function withoutRedirect(document: ManifestDocument, redirect: TextRange): readonly FixOffer<'stream' | 'standard'>[] {
  const removed = textOf(document.text, redirect);
  let start = redirect.start;
  while (/[ \t]/.test(document.text.charAt(start - 1))) start--;
  const range = rangeOf(start, redirect.end);
  return offer('stream', { removed }, editScript(document, [deletion(range)]));
}
