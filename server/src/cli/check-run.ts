import { listedRules } from '../languages';
import type { LoadedSettings } from '../settings/settings-files';
import type { CheckOptions } from './check-options';
import { outcomesOf } from './check-threads';
import type { Complaints } from './complaints';
import { findFiles } from './discovery';
import { FileCheck, type FileOutcome, type FileReport } from './file-check';
import { type ExitStatus, exitStatus, type Host, type Output } from './host';
import { Lines } from './lines';
import { reporters } from './reporters';
import type { Reporter } from './reporters/reporter';
import { pageReader } from './rule-page';
import { terminalOf } from './terminal';
import { version } from './version';

/** One run of `plimsoll check` over all its files: reports what came of each, in their order. */
export class CheckRun {
  readonly #options: CheckOptions;
  readonly #settings: LoadedSettings | undefined;
  readonly #complaints: Complaints;
  readonly #host: Host;
  readonly #reports: Output;
  readonly #reporter: Reporter;
  #files = 0;
  #found = false;
  #mended = 0;

  /** @param settings in place of the nearest `.plimsoll.yaml` */
  constructor(options: CheckOptions, settings: LoadedSettings | undefined, complaints: Complaints, host: Host) {
    this.#options = options;
    this.#settings = settings;
    this.#complaints = complaints;
    this.#host = host;
    const printsText = options.input !== undefined && options.fix !== undefined;
    this.#reports = printsText ? host.errors : host.output;
    this.#reporter = reporterOf(options, this.#reports, host);
  }

  result(): ExitStatus {
    const { diff, format } = this.#options;
    for (const outcome of this.#outcomes()) this.#say(outcome);
    if (!diff) this.#reports.write(this.#reporter.end(this.#files));
    if (this.#mended > 0 && (diff || format !== 'pretty'))
      this.#complaints.note(`${diff ? 'would fix' : 'fixed'} ${this.#mended} finding${this.#mended === 1 ? '' : 's'}`);
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

  #report({ edits, hasFailed, ...file }: FileReport): void {
    this.#files++;
    this.#mended += file.mended.length;
    this.#found ||= hasFailed;
    if (this.#options.diff) return;
    const editsOf = (finding: FileReport['findings'][number], fixId: string) =>
      edits[file.findings.indexOf(finding)]?.[fixId];
    this.#reports.write(this.#reporter.file({ ...file, lines: new Lines(file.text), editsOf }));
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
