import type { Fix, Values } from './fix';
import type { Severity } from './severity';
import type { TextRange } from './text';

/** `unnecessary`: editors fade it. `deprecated`: editors strike it through. */
export type FindingTag = 'unnecessary' | 'deprecated';

/** What a rule found at one place of one file. Plain data: it can be cached, compared and sent. */
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
