import type { OptionSchemas } from '../engine/options';
import type { Rule } from '../engine/rule';
import type { Dockerfile } from './model/dockerfile';

/** Declares a rule over Dockerfiles; the types of its variants, fixes and notes follow from what is written. */
export const dockerfileRule = <
  VariantName extends string,
  FixName extends string = never,
  NoteName extends string = never,
  Schemas extends OptionSchemas = Record<never, never>,
>(
  rule: Rule<Dockerfile, VariantName, FixName, NoteName, Schemas>,
): Rule<Dockerfile> => rule;
