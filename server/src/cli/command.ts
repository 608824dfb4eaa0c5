import type { Arguments, OptionSpec } from './arguments';
import type { ExitStatus, Host } from './host';

export interface Command {
  readonly name: string;
  /** What follows the name in a usage line. */
  readonly usage: string;
  readonly summary: string;
  readonly options: readonly OptionSpec[];
  /** Further sections of its help, in order. */
  readonly sections: readonly HelpSection[];
  /** Command lines, each with what it does. */
  readonly examples: readonly (readonly [line: string, effect: string])[];
  run(given: Arguments, host: Host): ExitStatus;
}

export interface HelpSection {
  /** In capitals. */
  readonly title: string;
  readonly lines: readonly string[];
}
