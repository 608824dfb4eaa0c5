import type { ListedRule } from '../../languages';
import type { CheckedFile } from '../checked-file';
import type { Host } from '../host';
import type { Terminal } from '../terminal';

/** Turns checked files, one after the other, into the text to print. */
export interface Reporter {
  /** What to print for a file. */
  file(file: CheckedFile): string;
  /** What to print at the end. @param files how many were checked */
  end(files: number): string;
}

export interface ReportContext {
  readonly host: Host;
  readonly terminal: Terminal;
  readonly rules: readonly ListedRule[];
  readonly version: string;
  /** The page of a rule as Markdown, when it is there. */
  page(rule: string): string | undefined;
}

/** Makes a reporter for one run. */
export type ReporterFactory = (context: ReportContext) => Reporter;
