import { fullName } from '../../image/full-name';
import { imageBase } from '../../knowledge/image-families';
import { copiedPaths, mayBeCopied } from './copied-paths';
import type { Instruction, Run, Stage } from './dockerfile';
import { instructionsOf } from './lookups';
import { chainOf, rootOf } from './stage-relations';

/** The shell that Docker starts for a shell form. */
const shell = '/bin/sh';

/** What a stage's image is called, when that image surely has no shell. */
export function shellLessParent(stage: Stage): string | undefined {
  const { parent } = rootOf(stage);
  if (parent.kind === 'scratch') return 'scratch';
  if (parent.kind !== 'image' || parent.reference.resolved === undefined) return undefined;
  const { reference } = parent;
  return imageBase(fullName(reference), reference.tag).shell === false ? reference.text : undefined;
}

/** Whether nothing in front of an instruction may have put a shell into an image that had none. */
export const lacksShell = (stage: Stage, instruction: Instruction): boolean =>
  chainOf(stage).every((each) => {
    const before = {
      ...each,
      instructions: each.instructions.filter(({ range }) => range.start < instruction.range.start),
    };
    if (instructionsOf(before, 'SHELL').length > 0) return false;
    const transfers = [...instructionsOf(before, 'COPY'), ...instructionsOf(before, 'ADD')];
    if (transfers.some(({ destination }) => (destination?.variables.length ?? 0) > 0)) return false;
    return !mayBeCopied(shell, copiedPaths(before));
  });

/** Whether a mount may bring the shell for the time of one `RUN`. */
export const mountsShell = ({ mounts }: Run): boolean =>
  mounts.some(({ target, type }) => type === 'bind' && (target === undefined || isAbove(target)));

const isAbove = (path: string): boolean =>
  path.includes('$') || shell === path || shell.startsWith(path.endsWith('/') ? path : `${path}/`);
