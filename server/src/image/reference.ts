import type { TextRange } from '../engine/text';

/** `registry/repository:tag@digest` in its parts, as written. */
export interface ImageReference {
  readonly text: string;
  /** With variables replaced by the values that are known; `undefined` when one is not. */
  readonly resolved: string | undefined;
  readonly registry: string | undefined;
  /** Without the registry, and without `library/` for an official image. */
  readonly repository: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
  readonly range: TextRange;
  readonly repositoryRange: TextRange;
  /** Without the colon. */
  readonly tagRange: TextRange | undefined;
  /** The text holds variables; the parts are those of `resolved` when it is there. */
  readonly variable: boolean;
}
