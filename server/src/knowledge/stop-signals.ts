/**
 * Names of signals as Docker takes them, without `SIG`. Source: moby/sys:signal/signal_linux.go, and `ParseSignal` in signal.go,
 * which takes every number but 0; the kernel knows those up to 64 (signal(7)).
 */
const names: readonly string[] = [
  ...['ABRT', 'ALRM', 'BUS', 'CHLD', 'CLD', 'CONT', 'FPE', 'HUP', 'ILL', 'INT', 'IO', 'IOT', 'KILL', 'PIPE', 'POLL'],
  ...['PROF', 'PWR', 'QUIT', 'SEGV', 'STKFLT', 'STOP', 'SYS', 'TERM', 'TRAP', 'TSTP', 'TTIN', 'TTOU', 'URG', 'USR1'],
  ...['USR2', 'VTALRM', 'WINCH', 'XCPU', 'XFSZ'],
];

/** Signals that no program can catch. Source: signal(7). */
export const isUncatchable = (name: string): boolean => name === 'KILL' || name === 'STOP';

/** What one may mean by a signal that is written wrong. */
export const meantSignals: readonly string[] = names.filter((name) => !isUncatchable(name)).map((name) => `SIG${name}`);

const numbers: Readonly<Record<string, string>> = { 9: 'KILL', 15: 'TERM', 19: 'STOP' };

/** The largest number of a signal on Linux. */
const largest = 64;

/**
 * A signal's name without `SIG`, from any way to write it, or its number where the name does not matter here.
 * @returns `undefined` for what Docker or the kernel takes for no signal
 */
export function signalNamed(written: string): string | undefined {
  if (/^\d+$/.test(written)) {
    const number = Number(written);
    return number >= 1 && number <= largest ? (numbers[number] ?? String(number)) : undefined;
  }
  const name = written.toUpperCase().replace(/^SIG/, '');
  const realTime = /^RTMIN(?:\+(\d+))?$|^RTMAX(?:-(\d+))?$/.exec(name);
  if (realTime !== null)
    return Number(realTime[1] ?? realTime[2] ?? 0) <= (realTime[2] === undefined ? 15 : 14) ? name : undefined;
  return names.includes(name) ? name : undefined;
}

/**
 * Servers that end at once at SIGTERM, and the signal at which they finish their requests first. Source: nginx.org control.xml;
 * php-src:sapi/fpm/php-fpm.8.in; httpd "Stopping and Restarting"; haproxy management.txt; each official image sets it.
 */
const graceful: readonly { readonly program: RegExp; readonly signal: string }[] = [
  { program: /^(?:nginx|openresty|tengine)$/, signal: 'SIGQUIT' },
  { program: /^php-fpm[\d.]*$/, signal: 'SIGQUIT' },
  { program: /^(?:httpd|apache2|httpd-foreground|apache2-foreground)$/, signal: 'SIGWINCH' },
  { program: /^haproxy$/, signal: 'SIGUSR1' },
];

/** The signal at which a program, by its base name, finishes its work. `undefined` where SIGTERM is that, or may be. */
export const gracefulSignal = (program: string): string | undefined =>
  graceful.find((row) => row.program.test(program))?.signal;
