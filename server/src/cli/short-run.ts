import { setFlagsFromString } from 'node:v8';

/**
 * Tells the JavaScript engine to optimise only what runs for long. A run over hundreds of files is over before optimised
 * code pays for its making: on 206 Dockerfiles, a fourth of the processor time went into it. Engines since Node 20 know
 * the flag; one that is newer than this program might not, and would say so on the standard error.
 */
export function expectShortRun(): void {
  if (/^1[1-3]\./.test(process.versions.v8)) setFlagsFromString('--interrupt-budget=1000000');
}
