import type { FixOffer } from '../../../engine/rule';
import { commandPlaces } from '../../../shell/commands';
import type { Script } from '../../../shell/syntax';
import { deleteInstruction } from '../../edits/delete-instruction';
import { execFormText } from '../../edits/exec-form';
import { withoutShell } from '../../edits/exec-version';
import { rewriteForm } from '../../edits/rewrite-form';
import { daemonizedProcess } from '../../model/daemonized';
import type { Cmd, Dockerfile, Entrypoint, Process, Stage } from '../../model/dockerfile';
import { textIn } from '../../model/lookups';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'arguments-ignored',
  chapter: 'configuration',
  variants: {
    shell: {
      severity: 'warning',
      message:
        '`{cmd}` never reaches `{entrypoint}`: a shell-form ENTRYPOINT takes no arguments, Kubernetes `args` neither',
    },
    script: {
      severity: 'warning',
      message: '`{cmd}` never reaches `{entrypoint}`: the script reads no arguments, those of Kubernetes neither',
    },
  },
  fixes: {
    exec: { title: 'Write it in exec form, `{form}`, which gets `{cmd}` as its arguments', safety: 'behaviour' },
    remove: { title: 'Remove the `CMD`, which never runs', safety: 'behaviour' },
  },
  check(dockerfile, report) {
    const seen = new Set<Cmd>();
    for (const stage of dockerfile.stages) {
      const { shipped, unused, process } = stage;
      if ((!shipped && !unused) || process === undefined) continue;
      const { cmd, entrypoint } = process;
      const variant = variantOf(process);
      if (variant === undefined || cmd === undefined || entrypoint === undefined || seen.has(cmd)) continue;
      seen.add(cmd);
      report({
        variant,
        at: cmd.command.range,
        values: {
          cmd: textIn(dockerfile, cmd.command.range),
          entrypoint: textIn(dockerfile, entrypoint.command.range),
        },
        fixes: mends(dockerfile, stage, cmd, entrypoint),
      });
    }
  },
});

/** Whether nobody reads what `CMD` says: the shell form has no place for it, or a script has one and does not look there. */
function variantOf({
  commandIgnored,
  cmd,
  entrypoint,
  script,
  wrappers,
  program,
}: Process): 'shell' | 'script' | undefined {
  if (cmd === undefined || cmd.command.range.start === cmd.command.range.end) return undefined;
  if (commandIgnored) return 'shell';
  if (entrypoint?.command.form !== 'exec' || script === undefined || !isLast(entrypoint, script)) return undefined;
  const outer = [...wrappers, ...program];
  return outer.length === 0 || readsArguments(script) ? undefined : 'script';
}

/** The script is the last word of the array: what `CMD` has comes behind it, as `$0`, `$1` and so on. */
function isLast({ command }: Entrypoint, script: Script): boolean {
  const last = command.form === 'exec' ? command.words.at(-1) : undefined;
  return last !== undefined && last.range.start <= script.range.start && script.range.end <= last.range.end;
}

const positional = /^(?:[@*#]|\d+)$/;

/** Whether a script looks at its arguments, or may do so in a way that cannot be seen. */
const readsArguments = (script: Script): boolean =>
  script.problems.length > 0 ||
  commandPlaces(script).some(({ command }) => {
    const words = [...command.words, ...command.assignments.map(({ value }) => value)];
    if (/^(?:shift|getopts|source|\.|eval)$/.test(command.words[0]?.literal ?? '')) return true;
    return words.some(({ parts }) => parts.some((part) => part.kind === 'parameter' && positional.test(part.name)));
  });

function mends(
  dockerfile: Dockerfile,
  stage: Stage,
  cmd: Cmd,
  entrypoint: Entrypoint,
): readonly FixOffer<'exec' | 'remove'>[] {
  const removal: FixOffer<'remove'> = { id: 'remove', edits: () => deleteInstruction(dockerfile, cmd) };
  const { command } = entrypoint;
  // daemonized-process comes first: it rewrites the same words.
  const isDaemonized = daemonizedProcess(dockerfile, stage) !== undefined;
  const words = command.form === 'shell' && !isDaemonized ? withoutShell(command) : undefined;
  const edits = words && cmd.command.form === 'exec' ? rewriteForm(dockerfile, entrypoint, words) : undefined;
  if (words === undefined || edits === undefined) return [removal];
  const exec: FixOffer<'exec'> = { id: 'exec', values: { form: execFormText(dockerfile, words) }, edits: () => edits };
  // Options are meant for the program; anything else may be the rest of another way to start it.
  const [first] = cmd.command.form === 'exec' ? cmd.command.words : [];
  return first?.value.startsWith('-') ? [exec, removal] : [removal, exec];
}
