import type { FixOffer } from '../../../engine/rule';
import { contains, lineEnd, rangeOf, type TextEdit, type TextRange } from '../../../engine/text';
import { families } from '../../../knowledge/families';
import { baseName, lastForeground } from '../../../shell/commands';
import { endsInExec, insertedExecs } from '../../../shell/give-way';
import { keepsAlive } from '../../../shell/keep-alive';
import type { Script } from '../../../shell/syntax';
import { execFormText } from '../../edits/exec-form';
import { withoutShell, withShell } from '../../edits/exec-version';
import { runInForeground } from '../../edits/foreground-command';
import { rewriteForm } from '../../edits/rewrite-form';
import { scriptLine } from '../../edits/script-line';
import { daemonizedProcess } from '../../model/daemonized';
import type { Cmd, Dockerfile, Entrypoint, Healthcheck, Process, ShellForm, Stage } from '../../model/dockerfile';
import { textIn } from '../../model/lookups';
import { isPosixShell } from '../../model/shell-in-force';
import { surroundingsOf } from '../../model/surroundings';
import { dockerfileRule } from '../../rule';

const equals = ['hadolint/DL3025', 'buildkit/JSONArgsRecommended'];

export default dockerfileRule({
  id: 'shell-form-command',
  chapter: 'process',
  variants: {
    shell: {
      severity: 'warning',
      equals,
      message:
        '`{command}` is started by `{shell}`: where that shell stays as PID 1, SIGTERM never reaches the application',
    },
    arguments: {
      severity: 'warning',
      equals,
      message: '`{entrypoint}` gets `{shell}` and this text as its arguments, and not `{command}`',
    },
    exec: {
      severity: 'hint',
      equals,
      message:
        '`{command}` starts in `{shell}`, which gives up its place: the exec form says so to every reader and tool',
    },
    health: {
      severity: 'hint',
      equals: ['hadolint/DL3025'],
      message: '`{command}` starts a shell for every health check, and fails in an image that has none',
    },
  },
  fixes: {
    foreground: { title: 'Run `{foreground}` in the foreground', safety: 'behaviour' },
    exec: { title: 'Write it in exec form: `{form}`', safety: 'behaviour' },
    replace: { title: 'Let the shell give up its place: `{form}`', safety: 'behaviour' },
    activate: {
      title: 'Write it in exec form: `{form}`, which then gets `{arguments}` as its arguments',
      safety: 'refactor',
    },
  },
  check(dockerfile, report, { settings }) {
    const seen = new Set<Cmd | Entrypoint | Healthcheck>();
    for (const stage of dockerfile.stages) {
      if (!stage.shipped && !stage.unused) continue;
      const { process, healthcheck } = stage;
      for (const instruction of startersOf(process)) {
        const form = scriptFormOf(instruction);
        if (process === undefined || form === undefined || seen.has(instruction)) continue;
        seen.add(instruction);
        // There no-shell-in-parent says more.
        if (!hasShell(dockerfile, stage)) continue;
        const entrypoint = programBefore(instruction, form, process);
        report({
          variant: entrypoint !== undefined ? 'arguments' : endsInExec(form.script) ? 'exec' : 'shell',
          at: placeOf(dockerfile, instruction, form),
          values: { command: commandText(form), shell: form.shell.words.join(' '), entrypoint: entrypoint ?? '' },
          // BuildKit takes a SHELL instruction for a sign that the shell is wanted.
          equals: form.shell.instruction === undefined ? equals : ['hadolint/DL3025'],
          fixes: mends(dockerfile, stage, process, instruction, form),
        });
      }
      if (healthcheck === undefined || seen.has(healthcheck)) continue;
      const form = scriptFormOf(healthcheck);
      if (form === undefined) continue;
      seen.add(healthcheck);
      const words = withoutShell(form);
      // What only a shell can do is no fault; whoever asks for hadolint's findings gets them all.
      const needsShell = words === undefined || isPosixShell(baseName(words[0] ?? ''));
      if (needsShell && !settings.select?.includes('hadolint/DL3025')) continue;
      report({
        variant: 'health',
        at: placeOf(dockerfile, healthcheck, form),
        values: { command: commandText(form) },
        fixes: rewritten(dockerfile, healthcheck, 'exec', words),
      });
    }
  },
});

type FixName = 'foreground' | 'exec' | 'replace' | 'activate';

/** A shell form that a POSIX shell gets. */
type ScriptForm = ShellForm & { readonly script: Script };

/** What the process is started by; a `CMD` that a shell-form `ENTRYPOINT` swallows never runs. */
const startersOf = (process: Process | undefined): readonly (Cmd | Entrypoint)[] =>
  [process?.entrypoint, process?.commandIgnored ? undefined : process?.cmd].flatMap((instruction) => instruction ?? []);

function scriptFormOf({ command }: Cmd | Entrypoint | Healthcheck): ScriptForm | undefined {
  if (command?.form !== 'shell' || command.range.start === command.range.end) return undefined;
  const { script } = command;
  return script === undefined ? undefined : { ...command, script };
}

/**
 * The program of an `ENTRYPOINT` in exec form that gets a shell form as words. A script most likely executes them, and
 * what runs its arguments is no program of its own.
 */
function programBefore(
  instruction: Cmd | Entrypoint,
  { shell }: ScriptForm,
  { argv, program }: Process,
): string | undefined {
  const [first] = program;
  // Nothing stands in front of the words that start the shell.
  if (instruction.keyword !== 'CMD' || argv.length <= shell.words.length + 1 || first?.value === undefined)
    return undefined;
  if (first.range !== undefined && contains(instruction.range, first.range)) return undefined;
  return /entrypoint|\.(?:sh|bash)$/.test(first.value) ? undefined : first.value;
}

/** The text on one line, which a message can show. */
const commandText = (form: ShellForm): string => scriptLine(form) ?? form.source.text;

/** The command, or the keyword of one that takes several lines. */
function placeOf({ text }: Dockerfile, { keywordRange }: Cmd | Entrypoint | Healthcheck, form: ScriptForm): TextRange {
  const { range, script } = form;
  const last = script.comments.length === 0 ? undefined : script.statements.at(-1);
  const command = rangeOf(range.start, last?.range.end ?? range.end);
  return command.end <= lineEnd(text, command.start) ? command : keywordRange;
}

function mends(
  dockerfile: Dockerfile,
  stage: Stage,
  process: Process,
  instruction: Cmd | Entrypoint,
  form: ScriptForm,
): readonly FixOffer<FixName>[] {
  const daemonized = daemonizedProcess(dockerfile, stage);
  const mended = daemonized?.instruction === instruction && runInForeground(dockerfile, process, daemonized);
  if (mended) return [{ id: 'foreground', values: { foreground: mended.command }, edits: () => mended.edits }];
  const words = withoutShell(form);
  if (programBefore(instruction, form, process) !== undefined) return rewritten(dockerfile, instruction, 'exec', words);
  const swallowing = swallowingProcess(dockerfile, instruction);
  if (instruction.keyword === 'ENTRYPOINT' && swallowing !== undefined)
    return [...inPlace(form), ...activating(dockerfile, instruction, swallowing.cmd, words)];
  if (words !== undefined) return rewritten(dockerfile, instruction, 'exec', words);
  const execs = worthwhileExecs(form.script);
  const id = execs?.length === 0 ? 'exec' : 'replace';
  return rewritten(dockerfile, instruction, id, execs && withShell(form, execs));
}

/** The process of an `ENTRYPOINT` that swallows a `CMD`, of this stage or of one that is built from it. */
const swallowingProcess = ({ stages }: Dockerfile, instruction: Cmd | Entrypoint): Process | undefined =>
  stages.map(({ process }) => process).find((one) => one?.entrypoint === instruction && one.commandIgnored);

/** The shell gives up its place to what lasts; not to what only keeps a container alive. */
const worthwhileExecs = (script: Script): readonly TextEdit[] | undefined =>
  lastForeground(script).some(keepsAlive) ? undefined : insertedExecs(script);

/** `exec` inside of the shell form, which goes on swallowing what comes behind it. */
function inPlace(form: ScriptForm): readonly FixOffer<FixName>[] {
  const edits = worthwhileExecs(form.script) ?? [];
  const line = scriptLine(form, edits);
  return edits.length === 0 || line === undefined
    ? []
    : [{ id: 'replace', values: { form: line }, edits: () => edits }];
}

/** What CMD holds never ran before: whether it fits behind the program, only a person can tell. */
function activating(
  dockerfile: Dockerfile,
  entrypoint: Entrypoint,
  cmd: Cmd | undefined,
  words: readonly string[] | undefined,
): readonly FixOffer<FixName>[] {
  // A shell form would come behind the program as `/bin/sh -c` and a text.
  if (cmd?.command.form !== 'exec') return [];
  return rewritten(dockerfile, entrypoint, 'activate', words, {
    arguments: `CMD ${textIn(dockerfile, cmd.argumentsRange)}`,
  });
}

/** False for a parent that is known to have none. */
function hasShell(dockerfile: Dockerfile, stage: Stage): boolean {
  const { family } = surroundingsOf(dockerfile, stage);
  return family === undefined || families[family].shell !== false;
}

function rewritten(
  dockerfile: Dockerfile,
  instruction: Cmd | Entrypoint | Healthcheck,
  id: FixName,
  words: readonly string[] | undefined,
  values: Readonly<Record<string, string>> = {},
): readonly FixOffer<FixName>[] {
  const edits = words && rewriteForm(dockerfile, instruction, words);
  if (words === undefined || edits === undefined) return [];
  return [{ id, values: { form: execFormText(dockerfile, words), ...values }, edits: () => edits }];
}
