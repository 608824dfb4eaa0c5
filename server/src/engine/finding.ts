import type { Fix, Values } from './fix';
import type { Severity } from './severity';
import type { TextRange } from './text';

/** `unnecessary`: editors fade it. `deprecated`: editors strike it through. */
export type FindingTag = 'unnecessary' | 'deprecated';

/**
 * What a rule found at one place of one file. Plain data: it can be cached, compared and sent. What can be done about it
 * is worked out when somebody first reads `fixes`, which copying a finding does too.
 */
export interface Finding {
  readonly rule: string;
  readonly variant: string;
  readonly severity: Severity;
  readonly range: TextRange;
  readonly message: string;
  readonly values: Values;
  /** Ids of equal checks of other tools, such as `hadolint/DL3009`: those that apply to this very finding. */
  readonly aliases: readonly string[];
  readonly related: readonly RelatedPlace[];
  /** The best first. */
  readonly fixes: readonly Fix[];
  readonly tags: readonly FindingTag[];
}

export interface RelatedPlace {
  readonly range: TextRange;
  readonly message: string;
}

/** A copy of a finding that holds on to nothing it was worked out of, with fixes that are known. */
export const plainFinding = (
  { rule, variant, severity, range, message, values, aliases, related, tags }: Finding,
  fixes: readonly Fix[],
): Finding => ({ rule, variant, severity, range, message, values, aliases, related, fixes, tags });
