import type { FixOffer } from '../../../engine/rule';
import { deletion, rangeOf, type TextEdit } from '../../../engine/text';
import { removeArguments, replaceArgument, replaceWithin } from '../../edits/argument';
import { cutOut } from '../../edits/cut';
import { insertInstruction } from '../../edits/insert-instruction';
import { keywordFor } from '../../edits/keyword';
import type { Dockerfile, Stage } from '../../model/dockerfile';
import {
  type LogOptionUse,
  logOptions,
  type PackagedLog,
  packagedLog,
  type RedirectedLog,
  redirectedLogs,
} from '../../model/log-files';
import { instructionsOf, textIn } from '../../model/lookups';
import { isForDevelopment } from '../../model/stage-purpose';
import { chainOf } from '../../model/stage-relations';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'log-to-file',
  chapter: 'logging',
  variants: {
    redirected: {
      severity: 'information',
      message: 'Output goes to `{file}` in the container: `kubectl logs` is empty, and the file is lost with the pod',
    },
    option: {
      severity: 'information',
      message:
        '`{option}` logs to `{file}` in the container: `kubectl logs` is empty, and the file is lost with the pod',
    },
    packaged: {
      severity: 'information',
      message:
        '`{program}` from this package logs to `{file}`: `kubectl logs` is empty, and the disk of the node fills up',
    },
    volume: {
      severity: 'information',
      message: '`{file}` is declared a volume for logs: write them to stdout, where the cluster collects them',
    },
  },
  fixes: {
    stream: { title: 'Remove `{removed}`: let the output be the log', safety: 'behaviour' },
    standard: { title: 'Log to standard output: `{option} {instead}`', safety: 'behaviour' },
    link: { title: 'Link the log files of `{program}` to its output', safety: 'behaviour' },
  },
  check(dockerfile, report) {
    const seen = new Set<number>();
    for (const stage of dockerfile.stages) {
      if (!stage.shipped || isForDevelopment(dockerfile, stage)) continue;
      const first = ({ start }: { readonly start: number }): boolean => {
        const isNew = !seen.has(start);
        seen.add(start);
        return isNew;
      };
      for (const log of stage.process === undefined ? [] : redirectedLogs(stage.process))
        if (first(log.range))
          report({
            variant: 'redirected',
            at: log.range,
            values: { file: log.file },
            fixes: withoutRedirect(dockerfile, log),
          });
      for (const use of logOptions(stage)) {
        const { range } = use.value;
        if (range === undefined || !first(range)) continue;
        const values = { option: use.log.name, file: use.log.file };
        report({ variant: 'option', at: range, values, fixes: withoutFile(dockerfile, use) });
      }
      for (const word of chainOf(stage).flatMap((each) => instructionsOf(each, 'VOLUME').flatMap(({ words }) => words)))
        if (/^\/var\/log(?:\/|$)/.test(word.value) && first(word.range))
          report({ variant: 'volume', at: word.range, values: { file: word.value } });
      const packaged = packagedLog(dockerfile, stage);
      const at = packaged?.place.range;
      if (packaged === undefined || at === undefined || !first(at)) continue;
      report({
        variant: 'packaged',
        at,
        values: { program: packaged.program, file: packaged.links[0]?.[1] ?? '' },
        fixes: links(dockerfile, stage, packaged),
      });
    }
  },
});

const offer = (
  id: 'stream' | 'standard',
  values: Readonly<Record<string, string>>,
  edits: readonly TextEdit[] | undefined,
): readonly FixOffer<'stream' | 'standard'>[] => (edits === undefined ? [] : [{ id, values, edits: () => edits }]);

function withoutRedirect(
  dockerfile: Dockerfile,
  { instruction, redirect }: RedirectedLog,
): readonly FixOffer<'stream'>[] {
  if (redirect === undefined) return [];
  const { range } = redirect;
  const edits = (): readonly TextEdit[] =>
    instruction.command.form === 'exec'
      ? [deletion(rangeOf(blanksBefore(dockerfile, range.start), range.end))]
      : (cutOut(dockerfile, instruction, [range]) ?? []);
  return [{ id: 'stream', values: { removed: textIn(dockerfile, range) }, edits }];
}

/** Where the blanks in front of an offset start. */
function blanksBefore({ text }: Dockerfile, offset: number): number {
  let start = offset;
  while (/[ \t]/.test(text.charAt(start - 1))) start -= 1;
  return start;
}

function withoutFile(dockerfile: Dockerfile, { log, option, value }: LogOptionUse) {
  const { instead, name, file } = log;
  if (instead === undefined)
    return offer(
      'stream',
      { removed: `${name} ${file}` },
      removeArguments(dockerfile, option === value ? [option] : [option, value]),
    );
  const edits =
    option === value
      ? replaceWithin(dockerfile, option, name.length + 1, name.length + 1 + file.length, instead)
      : replaceArgument(dockerfile, value, [instead]);
  return offer('standard', { instead }, edits);
}

/** Below the install, as whoever installs. */
function links(
  dockerfile: Dockerfile,
  stage: Stage,
  { install, links: pairs }: PackagedLog,
): readonly FixOffer<'link'>[] {
  const { run } = install.command;
  if (run.onbuild !== undefined || run.stage !== stage.index) return [];
  const commands = pairs.map(([stream, file]) => `ln -sf ${stream} ${file}`);
  const written = `${keywordFor(dockerfile, 'RUN')} ${commands.join(` ${dockerfile.escape}\n    && `)}`;
  return [{ id: 'link', edits: () => insertInstruction(dockerfile, { after: run }, written) }];
}
