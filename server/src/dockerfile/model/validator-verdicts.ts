import type { TextRange } from '../../engine/text';
import type { Dockerfile, Flag, Instruction } from './dockerfile';
import type { ValidatorProblem } from './dockerfile-language-service';
import { durationOf } from './duration';
import { isKnownFlag } from './flag-names';
import { instructionAt } from './lookups';
import { looseEquals } from './loose-equals';
import type { SyntaxProblem, SyntaxProblemKind } from './syntax-problems';

/**
 * A problem that the validator found as one of ours; none where it is wrong about BuildKit (checked against
 * moby/buildkit frontend/dockerfile/instructions/parse.go of 2026-08), or where another rule tells it better.
 */
export function confirmedProblem(dockerfile: Dockerfile, { code, range }: ValidatorProblem): SyntaxProblem | undefined {
  const instruction = innermostAt(dockerfile, range.start);
  const flag = instruction?.flags.find((each) => each.range.start <= range.start && range.start <= each.range.end);
  const as = (kind: SyntaxProblemKind, at: TextRange = range): SyntaxProblem => ({ kind, range: at, instruction });
  switch (code) {
    case 'unknown-instruction':
      return as('unknown-instruction', instruction?.keywordRange);
    case 'no-source-image':
      // An empty file, or one with nothing but ARG, is one that somebody has begun to write.
      if (instruction === undefined || instruction.keyword === 'UNKNOWN' || range.start === range.end) return undefined;
      return as('before-from', instruction.keywordRange);
    case 'argument-missing':
      // `ENTRYPOINT` alone unsets that of the parent; a rule of its own is about `ONBUILD ONBUILD`.
      if (instruction?.keyword === 'ONBUILD' && instruction.trigger?.keyword === 'ONBUILD') return undefined;
      if (instruction?.keyword === 'ONBUILD' && instruction.onbuild !== undefined) return undefined;
      return instruction?.keyword === 'ENTRYPOINT' ? undefined : as('missing-argument');
    case 'healthcheck-cmd-argument-missing':
      return as('missing-argument');
    case 'argument-extra':
    case 'argument-unnecessary':
      return as('extra-argument');
    case 'argument-requires-one-or-three':
      return as('from-arguments', instruction?.argumentsRange);
    case 'argument-requires-at-least-two':
      return isMeantForJson(instruction) ? undefined : as('missing-destination');
    case 'argument-requires-two':
      return as('missing-value');
    case 'invalid-as':
      return as('as');
    case 'invalid-build-stage-name':
      return as('stage-name');
    case 'flag-duplicate':
      return flag !== undefined && isFirst(flag, instruction) ? undefined : as('duplicate-flag', flag?.range);
    case 'flag-missing-value':
      return as('flag-value', flag?.range);
    case 'flag-expected-boolean-value':
      return as('flag-boolean', flag?.valueRange);
    case 'flag-invalid-duration':
    case 'flag-less-than-1ms':
      return isDuration(flag?.value ?? '') ? undefined : as('duration', flag?.valueRange);
    case 'flag-at-least-one':
    case 'invalid-syntax':
      return /^\+?\d+$/.test(flag?.value ?? '') ? undefined : as('retries', flag?.valueRange);
    case 'flag-invalid-from-value':
      return flag?.value === '' ? undefined : as('from-value', flag?.valueRange);
    case 'unknown-flag':
      return flag === undefined || isKnownFlag(flag, instruction) ? undefined : as('unknown-flag', flag.range);
    case 'unknown-type':
      return as('healthcheck-type');
    case 'shell-json-form':
      return isMeantForJson(instruction) ? undefined : as('shell-words');
    case 'syntax-missing-equals':
      return hasLooseEquals(dockerfile, instruction) ? undefined : as('missing-equals');
    case 'syntax-missing-names':
      return hasLooseEquals(dockerfile, instruction) ? undefined : as('missing-name');
    case 'invalid-escape-directive':
      return as('escape-directive');
  }
}

/** The instruction around an offset, or what its `ONBUILD` triggers. */
function innermostAt(dockerfile: Dockerfile, offset: number): Instruction | undefined {
  const outer = instructionAt(dockerfile, offset);
  const trigger = outer?.keyword === 'ONBUILD' ? outer.trigger : undefined;
  return trigger !== undefined && trigger.range.start <= offset ? trigger : outer;
}

const isFirst = (flag: Flag, instruction: Instruction | undefined): boolean =>
  instruction?.flags.find(({ name }) => name === flag.name) === flag;

/** No duration at all means the default. */
function isDuration(value: string): boolean {
  const milliseconds = value === '' ? 0 : durationOf(value);
  return milliseconds === 0 || (milliseconds ?? 0) >= 1;
}

/** A rule of its own is about malformed arrays. */
function isMeantForJson(instruction: Instruction | undefined): boolean {
  if (instruction === undefined) return false;
  if ('malformed' in instruction) return instruction.malformed !== undefined;
  const command = instruction.keyword === 'SHELL' ? instruction.command : undefined;
  return command?.form === 'shell' && command.malformed !== undefined;
}

/** `NAME = value`: a rule of its own is about the blanks. */
const hasLooseEquals = (dockerfile: Dockerfile, instruction: Instruction | undefined): boolean =>
  instruction !== undefined && looseEquals(dockerfile, instruction).length > 0;
