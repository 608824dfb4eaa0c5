import { inlineCode } from '../engine/markdown';
import { rendered, templates } from '../engine/message';
import { type StartedProcess, signalReceiver } from './signal-receiver';

const texts = templates({
  process: '**PID 1** {words}',
  program: '`{program}` gets {signal}',
  passed: '`{by}` gets {signal} and passes it on to `{program}`',
  replaced: '`{first}` gives its place to `{program}`, which gets {signal}',
  unsure: '`{shell}` gets {signal} unless it gives its place to `{program}`, as most shells do for a single command',
  shell: '`{shell}` gets {signal} and passes it on to nobody: what it runs is killed in the end',
});

/** The words that run as PID 1, as Markdown. */
export const processText = (process: StartedProcess): string =>
  rendered(texts.process, { words: inlineCode(commandLine(process)) });

/**
 * Who of a process is asked to stop, as Markdown; `undefined` where nothing tells.
 * @param signal that the container is stopped by
 */
export function receiverText(process: StartedProcess, signal: string): string | undefined {
  const receiver = signalReceiver(process);
  if (receiver === undefined) return undefined;
  const { kind, ...values } = receiver;
  return rendered(texts[kind], { ...values, signal });
}

const longest = 300;

/** The words as one would type them. */
function commandLine({ argv }: StartedProcess): string {
  const line = argv
    .map(({ value, text }) => value ?? text)
    .map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : JSON.stringify(word)))
    .join(' ');
  return line.length <= longest ? line : `${line.slice(0, longest)} …`;
}
