import { checksSignatures, comparesDigests } from '../../knowledge/verification-programs';
import type { Run, RunCommand, Stage } from './dockerfile';
import { runsOf } from './lookups';
import { remembered } from './remembered';

/** Whether a command fails when a file is not the one that was meant. */
export function verifies({ name, words }: RunCommand): boolean {
  const has = (pattern: RegExp): boolean => words.some(({ prefix }) => pattern.test(prefix));
  if (name === undefined) return false;
  if (comparesDigests(name)) return has(/^(?:--check$|-[a-z]*c)/);
  if (/^gpg2?$/.test(name)) return has(/^--(?:verify|verify-files)$/);
  if (name === 'openssl') return has(/^-verify$/);
  if (name === 'cosign') return has(/^verify/);
  return checksSignatures(name);
}

/** Whether a `RUN` verifies some file. */
export const hasVerification: (run: Run) => boolean = remembered(({ commands }: Run) => commands.some(verifies));

/** Where the last verification of a stage ends; -1 without one. */
const lastVerification: (stage: Stage) => number = remembered(
  (stage: Stage) => runsOf(stage).findLast(hasVerification)?.range.end ?? -1,
);

/** Whether a `RUN` of the stage, at or below an offset, verifies some file. */
export const verifiesBelow = (stage: Stage, offset: number): boolean => lastVerification(stage) > offset;
