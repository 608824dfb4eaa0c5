import type { FixOffer } from '../../../engine/rule';
import { deletion, rangeOf, sameRange, type TextEdit, textOf } from '../../../engine/text';
import { type Argument, argumentsOf, type Wrapper } from '../../../shell/command-line';
import { commandPlaces } from '../../../shell/commands';
import { unwrap } from '../../../shell/wrappers';
import { editArgv } from '../../edits/argv';
import { editScript, scalarAround } from '../../edits/script-text';
import { everyContainer, labelOf } from '../../model/every-container';
import type { Container, ManifestDocument } from '../../model/manifest';
import { startedProcess } from '../../model/started-process';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'sudo-in-command',
  chapter: 'process',
  variants: {
    sudo: {
      severity: 'warning',
      equals: ['kubescape/C-0062'],
      message:
        '`{sudo}` gives a process of `{container}` rights that its security context does not show, or fails for the lack of them',
    },
  },
  fixes: {
    remove: { title: 'Run it as the user that the container has: remove `{sudo}`', safety: 'behaviour' },
  },
  check(document, report) {
    for (const container of everyContainer(document))
      for (const { argv, sudo } of raisedCommands(container)) {
        const [word] = sudo.words;
        if (word?.range === undefined || container.pod.windows) continue;
        report({
          variant: 'sudo',
          at: word.range,
          values: { sudo: sudo.name, container: labelOf(container) },
          fixes: () => without(document, argv, sudo),
        });
      }
  },
});

interface RaisedCommand {
  readonly argv: readonly Argument[];
  readonly sudo: Wrapper;
}

/** The commands that a container's process runs through sudo, in its script too. */
function raisedCommands(container: Container): readonly RaisedCommand[] {
  const process = startedProcess(container);
  if (process === undefined) return [];
  const inside =
    process.script === undefined || process.script.problems.length > 0 ? [] : commandPlaces(process.script);
  return [
    ...raisedIn(process.argv, process.wrappers),
    ...inside.flatMap(({ command }) => {
      const argv = argumentsOf(command);
      return raisedIn(argv, unwrap(argv).wrappers);
    }),
  ];
}

const raisedIn = (argv: readonly Argument[], wrappers: readonly Wrapper[]): readonly RaisedCommand[] =>
  wrappers.filter(({ kind }) => kind === 'sudo').map((sudo) => ({ argv, sudo }));

/** Options that go with it: not to ask, to keep or set variables. One that names a user says more than that. */
const idle = /^(?:-[nEHS]+|--(?:non-interactive|preserve-env|set-home|stdin)?)$/;

function without(document: ManifestDocument, argv: readonly Argument[], sudo: Wrapper): readonly FixOffer<'remove'>[] {
  const [word, ...options] = sudo.words;
  if (word?.range === undefined || !options.every(({ value }) => idle.test(value ?? ''))) return [];
  const index = argv.indexOf(word);
  const next = argv[index + sudo.words.length];
  if (next?.range === undefined) return [];
  const isItem = sameRange(scalarAround(document, word.range)?.scalar.range ?? rangeOf(0, 0), word.range);
  const edits = isItem
    ? editArgv(document, argv, [{ kind: 'remove', index, count: sudo.words.length }])
    : cutBefore(document, word.range.start, next.range.start);
  return edits === undefined ? [] : [{ id: 'remove', edits: () => edits }];
}

/** A word of a script with the blanks behind it. */
function cutBefore(document: ManifestDocument, start: number, end: number): readonly TextEdit[] | undefined {
  const range = rangeOf(start, end);
  return /[\r\n]/.test(textOf(document.text, range)) ? undefined : editScript(document, [deletion(range)]);
}
