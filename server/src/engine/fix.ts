import type { TextRange } from './text';

/**
 * `safe`: what is built or deployed stays the same, or was broken. `behaviour`: right, but changes what is built or run.
 * `placeholder`: needs a value from a person. `refactor`: moves things between objects or files.
 */
export type Safety = 'safe' | 'behaviour' | 'placeholder' | 'refactor';

/** What a refactoring does, by the words of editors: takes something out to a place of its own, or writes it in another way. */
export type Refactoring = 'extract' | 'rewrite';

/** A fix as a finding offers it: plain data. The edits are made on demand, by `Analysis.editsOf`. */
export interface Fix {
  readonly id: string;
  readonly title: string;
  readonly values: Values;
  readonly safety: Safety;
  /** Of one whose safety is `refactor`. */
  readonly refactoring?: Refactoring;
  /** Editors offer it in here, besides at the finding. */
  readonly reach?: TextRange;
}

/** What the `{names}` of a message or title stand for. */
export type Values = Readonly<Record<string, string>>;
