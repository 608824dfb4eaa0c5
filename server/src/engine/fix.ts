/**
 * `safe`: what is built or deployed stays the same, or was broken. `behaviour`: right, but changes what is built or run.
 * `placeholder`: needs a value from a person. `refactor`: moves things between objects or files.
 */
export type Safety = 'safe' | 'behaviour' | 'placeholder' | 'refactor';

/** A fix as a finding offers it: plain data. The edits are made on demand, by `Analysis.editsOf`. */
export interface Fix {
  readonly id: string;
  readonly title: string;
  readonly values: Values;
  readonly safety: Safety;
}

/** What the `{names}` of a message or title stand for. */
export type Values = Readonly<Record<string, string>>;
