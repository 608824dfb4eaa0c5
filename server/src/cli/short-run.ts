import { setFlagsFromString } from 'node:v8';

/** How each engine is told when to optimise. One that does not know a flag complains about it on the standard error. */
const flags: Readonly<Record<string, string>> = {
  // Node 20; in bytes of code that ran.
  '11': '--interrupt-budget=1000000',
  // Node 22 and 24; in calls.
  '12': '--invocation-count-for-turbofan=30000',
  '13': '--invocation-count-for-turbofan=30000',
};

/**
 * Tells the JavaScript engine to optimise only what runs for long. A run over hundreds of files is over before optimised
 * code pays for its making: on 206 Dockerfiles, a fourth of the processor time went into it.
 */
export function expectShortRun(): void {
  const flag = flags[process.versions.v8.split('.', 1)[0] ?? ''];
  if (flag !== undefined) setFlagsFromString(flag);
}
