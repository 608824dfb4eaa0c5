import type { FixOffer } from '../../../engine/rule';
import { lineEnd, type TextRange } from '../../../engine/text';
import { execFormText } from '../../edits/exec-form';
import { withoutShell } from '../../edits/exec-version';
import { rewriteForm } from '../../edits/rewrite-form';
import type { Cmd, Dockerfile, Entrypoint, Healthcheck, Run, ShellForm, Stage } from '../../model/dockerfile';
import { instructionsOf } from '../../model/lookups';
import { lacksShell, mountsShell, shellLessParent } from '../../model/shell-presence';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'no-shell-in-parent',
  chapter: 'stages',
  variants: {
    build: {
      severity: 'error',
      message: '`{keyword}` needs `/bin/sh`, and `{parent}` has none: the build stops here',
    },
    start: {
      severity: 'error',
      message: '`{keyword}` in shell form needs `/bin/sh`, and `{parent}` has none: the container cannot start',
    },
    health: {
      severity: 'warning',
      message: '`{keyword}` in shell form needs `/bin/sh`, and `{parent}` has none: the container is never healthy',
    },
  },
  fixes: {
    exec: { title: 'Write it in exec form: `{form}`', safety: 'safe' },
  },
  check(dockerfile, report) {
    const seen = new Set<Cmd | Entrypoint | Healthcheck>();
    for (const stage of dockerfile.stages) {
      const parent = shellLessParent(stage);
      if (parent === undefined) continue;
      const run = instructionsOf(stage, 'RUN').find((each) => needsShell(each) && lacksShell(stage, each));
      if (run !== undefined)
        report({ variant: 'build', at: run.keywordRange, values: { keyword: run.keywordText, parent } });
      if (!stage.shipped && !stage.unused) continue;
      for (const instruction of shellFormsOf(stage)) {
        const { command } = instruction;
        if (command?.form !== 'shell' || seen.has(instruction) || !lacksShell(stage, instruction)) continue;
        seen.add(instruction);
        report({
          variant: instruction.keyword === 'HEALTHCHECK' ? 'health' : 'start',
          at: placeOf(dockerfile, instruction, command),
          values: { keyword: instruction.keywordText, parent },
          fixes: stage.process?.commandIgnored ? [] : mends(dockerfile, instruction, command),
        });
      }
    }
  },
});

/** A `RUN` for a shell; one with a program of its own in the first line of a here-document needs that. */
const needsShell = (run: Run): boolean =>
  run.command.form === 'shell' &&
  run.command.malformed === undefined &&
  run.interpreter === 'posix' &&
  !mountsShell(run);

function shellFormsOf({ process, healthcheck }: Stage): readonly (Cmd | Entrypoint | Healthcheck)[] {
  const cmd = process?.commandIgnored ? undefined : process?.cmd;
  return [process?.entrypoint, cmd, healthcheck].flatMap((instruction) => {
    const form = instruction?.command;
    return instruction !== undefined &&
      form?.form === 'shell' &&
      form.script !== undefined &&
      form.range.end > form.range.start
      ? [instruction]
      : [];
  });
}

/** The command, or the keyword of one that takes several lines. */
const placeOf = (
  { text }: Dockerfile,
  { keywordRange }: Cmd | Entrypoint | Healthcheck,
  { range }: ShellForm,
): TextRange => (range.end <= lineEnd(text, range.start) ? range : keywordRange);

function mends(
  dockerfile: Dockerfile,
  instruction: Cmd | Entrypoint | Healthcheck,
  form: ShellForm,
): readonly FixOffer<'exec'>[] {
  const words = withoutShell(form);
  const edits = words && rewriteForm(dockerfile, instruction, words);
  if (words === undefined || edits === undefined) return [];
  return [{ id: 'exec', values: { form: execFormText(dockerfile, words) }, edits: () => edits }];
}
