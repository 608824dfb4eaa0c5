import { parseShell } from '../../shell/parser';
import { type ShellSource, sliceOf } from '../../shell/source';
import type { CommandForm, ShellInForce } from './dockerfile';
import { execForm, malformedExecForm } from './exec-form';
import { rangeIn } from './joined-text';

/**
 * Reads what `CMD`, `ENTRYPOINT`, `SHELL` and `HEALTHCHECK CMD` hold.
 * @param start index in the joined text
 * @param shell that a shell form is for
 */
export function commandFormOf(source: ShellSource, start: number, shell: ShellInForce): CommandForm {
  const end = source.text.length;
  const exec = execForm(source, start, end);
  if (exec !== undefined) return exec;
  const range = rangeIn(source, start, end);
  const malformed = malformedExecForm(source, start, end);
  const text = sliceOf(source, start, end);
  const script = shell.posix && malformed === undefined ? parseShell(text) : undefined;
  return { form: 'shell', range, source: text, shell, script, malformed };
}
