/** What the command line needs of the process that it runs in. */
export interface Host {
  /** Absolute, with `/`. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly output: Output;
  readonly errors: Output;
  /** Everything that came by the standard input, where a command was told to read it. */
  readonly input: Buffer;
  /** `YYYY-MM-DD`, by the local clock. */
  readonly today: string;
  /** The file of this program, for threads to run; `undefined` where there are none. */
  readonly threadFile: string | undefined;
}

export interface Output {
  readonly isTerminal: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  write(text: string): void;
}

/** `found`: at or above the limit. `failed`: wrong usage, or something could not be read. */
export const exitStatus = { clean: 0, found: 1, failed: 2 } as const;

export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];
