import { writeFileSync } from 'node:fs';
import type { Finding } from '../engine/finding';
import { atLeast } from '../engine/severity';
import { listedRules } from '../languages';
import type { LoadedSettings } from '../settings/settings-files';
import type { BaselineRun } from './baseline';
import type { CheckOptions } from './check-options';
import { outcomesOf } from './check-threads';
import { type Complaints, reasonOf } from './complaints';
import { counted } from './counted';
import { findFiles } from './discovery';
import { FileCheck, type FileOutcome, type FileReport } from './file-check';
import { type ExitStatus, exitStatus, type Host, type Output } from './host';
import { Lines } from './lines';
import { pathIn } from './paths';
import { reporters } from './reporters';
import type { Reporter } from './reporters/reporter';
import { pageReader } from './rule-page';
import { terminalOf } from './terminal';
import { version } from './version';

/** What was read before a run starts. */
export interface CheckInputs {
  /** In place of the nearest `.plimsoll.yaml`. */
  readonly settings: LoadedSettings | undefined;
  readonly baseline: BaselineRun | undefined;
}

/** One run of `plimsoll check` over all its files: reports what came of each, in their order. */
export class CheckRun {
  readonly #options: CheckOptions;
  readonly #settings: LoadedSettings | undefined;
  readonly #complaints: Complaints;
  readonly #host: Host;
  readonly #reports: Output;
  readonly #reporter: Reporter;
  readonly #baseline: BaselineRun | undefined;
  #files = 0;
  #found = false;
  #mended = 0;

  constructor(options: CheckOptions, { settings, baseline }: CheckInputs, complaints: Complaints, host: Host) {
    this.#options = options;
    this.#settings = settings;
    this.#baseline = baseline;
    this.#complaints = complaints;
    this.#host = host;
    const printsText = options.input !== undefined && options.fix !== undefined;
    this.#reports = printsText ? host.errors : host.output;
    this.#reporter = reporterOf(options, this.#reports, host);
  }

  result(): ExitStatus {
    const { baseline, diff, format } = this.#options;
    for (const outcome of this.#outcomes()) this.#say(outcome);
    if (!diff && !baseline?.renewed) this.#reports.write(this.#reporter.end(this.#files));
    if (this.#mended > 0 && (diff || format !== 'pretty'))
      this.#complaints.note(`${diff ? 'would fix' : 'fixed'} ${counted(this.#mended, 'finding')}`);
    if (this.#baseline !== undefined && baseline !== undefined) this.#endBaseline(this.#baseline, baseline);
    if (this.#complaints.failed) return exitStatus.failed;
    return this.#found ? exitStatus.found : exitStatus.clean;
  }

  #outcomes(): Iterable<FileOutcome> {
    const { input, paths } = this.#options;
    const { folder, today, threadFile } = this.#host;
    const options = { ...this.#options, settings: this.#settings, folder, today };
    if (input !== undefined) return [new FileCheck(options).input(input.name, this.#host.input)];
    return outcomesOf([...findFiles(paths, folder, this.#complaints)], options, threadFile);
  }

  #say({ complaints, printed, report }: FileOutcome): void {
    for (const complaint of complaints) this.#complaints.say(complaint);
    if (printed !== '') this.#host.output.write(printed);
    if (report !== undefined) this.#report(report);
  }

  #report(report: FileReport): void {
    const { limit, edits, ...file } = report;
    const findings = this.#baseline?.newOf(report) ?? file.findings;
    this.#files++;
    this.#mended += file.mended.length;
    if (this.#options.baseline?.renewed) return;
    this.#found ||= limit !== 'none' && findings.some(({ severity }) => atLeast(severity, limit));
    if (this.#options.diff) return;
    const editsOf = (finding: Finding, fixId: string) => edits[file.findings.indexOf(finding)]?.[fixId];
    this.#reports.write(this.#reporter.file({ ...file, findings, lines: new Lines(file.text), editsOf }));
  }

  /** Writes the baseline anew, or says what it has left out. */
  #endBaseline(baseline: BaselineRun, { file, renewed }: { readonly file: string; readonly renewed: boolean }): void {
    if (renewed) {
      try {
        writeFileSync(pathIn(this.#host.folder, file), baseline.written());
        this.#complaints.note(`${file} holds ${counted(baseline.found, 'finding')} now`);
      } catch (error) {
        this.#complaints.fail(`${file}: cannot be written: ${reasonOf(error)}`);
      }
      return;
    }
    const { left, gone } = baseline.counts;
    if (left > 0) this.#complaints.note(`${counted(left, 'finding')} of ${file} left out`);
    if (gone > 0) this.#complaints.note(`${counted(gone, 'finding')} of ${file} gone: --renew-baseline forgets them`);
  }
}

function reporterOf(options: CheckOptions, reports: Output, host: Host): Reporter {
  const makeReporter = reporters[options.format];
  if (makeReporter === undefined) throw new Error(`there is no reporter ${options.format}`);
  return makeReporter({
    host,
    terminal: terminalOf(reports, host, options.colors),
    rules: listedRules,
    version: version(),
    page: pageReader(),
  });
}
