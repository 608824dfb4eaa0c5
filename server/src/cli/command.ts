import type { Arguments, OptionSpec } from './arguments';
import type { ExitStatus, Host } from './host';

export interface Command {
  readonly name: string;
  /** What follows the name in a usage line. */
  readonly usage: string;
  readonly summary: string;
  readonly options: readonly OptionSpec[];
  /** Further paragraphs of its help. */
  readonly notes: readonly string[];
  run(given: Arguments, host: Host): ExitStatus;
}
