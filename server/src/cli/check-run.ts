import { atLeast } from '../engine/severity';
import { listedRules } from '../languages';
import { isSettingsFile } from '../settings/analyse-settings';
import type { FailOn } from '../settings/layer';
import type { LoadedSettings } from '../settings/settings-files';
import type { CheckOptions } from './check-options';
import type { Checked, Checker } from './checker';
import { type Complaints, reasonOf } from './complaints';
import { type FoundFile, findFiles } from './discovery';
import { languageIdOf } from './file-kind';
import { type ExitStatus, exitStatus, type Host, type Output } from './host';
import { Lines } from './lines';
import { patchOf } from './patch';
import { pathIn, pathWithin } from './paths';
import { reporters } from './reporters';
import type { Reporter } from './reporters/reporter';
import { pageReader } from './rule-page';
import { terminalOf } from './terminal';
import { decoded, encoded, type ReadText, readText, type TextFile, writeText } from './text-file';
import { version } from './version';

/** What came of one file, and the severity from which on it counts as failed. */
interface Outcome {
  readonly checked: Checked;
  readonly limit: FailOn;
}

type Origin = FoundFile['origin'];

/** One run of `plimsoll check` over all its files. A file that cannot be read, checked or written never stops it. */
export class CheckRun {
  readonly #options: CheckOptions;
  readonly #checker: Checker;
  readonly #complaints: Complaints;
  readonly #host: Host;
  readonly #reports: Output;
  readonly #reporter: Reporter;
  readonly #settingsSeen = new Set<LoadedSettings>();
  #files = 0;
  #found = false;
  #mended = 0;

  constructor(options: CheckOptions, checker: Checker, complaints: Complaints, host: Host) {
    this.#options = options;
    this.#checker = checker;
    this.#complaints = complaints;
    this.#host = host;
    const printsText = options.input !== undefined && options.fix !== undefined;
    this.#reports = printsText ? host.errors : host.output;
    this.#reporter = reporterOf(options, this.#reports, host);
  }

  result(): ExitStatus {
    const { input, paths, diff, format } = this.#options;
    if (input !== undefined) this.#checkInput(input.name);
    else for (const file of findFiles(paths, this.#host.folder, this.#complaints)) this.#checkFile(file);
    if (!diff) this.#reports.write(this.#reporter.end(this.#files));
    if (this.#mended > 0 && (diff || format !== 'pretty'))
      this.#complaints.note(`${diff ? 'would fix' : 'fixed'} ${this.#mended} finding${this.#mended === 1 ? '' : 's'}`);
    if (this.#complaints.failed) return exitStatus.failed;
    return this.#found ? exitStatus.found : exitStatus.clean;
  }

  #checkFile({ name, path, origin }: FoundFile): void {
    const read = readText(path);
    if (read.kind !== 'text') {
      this.#unreadable(name, path, origin, read);
      return;
    }
    const outcome = this.#outcome(path, origin, read.text, name);
    if (outcome === undefined) return;
    const { checked } = outcome;
    const fixed = { ...read, text: checked.after.file.text };
    if (this.#options.diff) this.#host.output.write(patchOf(name, encoded(read), encoded(fixed)));
    const written = this.#options.diff || this.#write(name, path, read, fixed);
    this.#report(name, path, written ? outcome : { ...outcome, checked: unfixed(checked) });
  }

  #checkInput(name: string | undefined): void {
    const shown = name ?? '<stdin>';
    const read = decoded(this.#host.input);
    if (read.kind !== 'text') {
      this.#complaints.fail(`${shown}: ${read.reason}`);
      return;
    }
    const path = name === undefined ? undefined : pathIn(this.#host.folder, name);
    const outcome = this.#outcome(path, 'named', read.text, shown);
    const fixed = { ...read, text: outcome?.checked.after.file.text ?? read.text };
    if (this.#options.diff) this.#host.output.write(patchOf(shown, encoded(read), encoded(fixed)));
    else if (this.#options.fix !== undefined) this.#host.output.write(encoded(fixed));
    if (outcome !== undefined) this.#report(shown, path, outcome);
  }

  /** Checks a text; `undefined` when it is none of ours, when the settings leave it out, or when a rule breaks. */
  #outcome(path: string | undefined, origin: Origin, text: string, name: string): Outcome | undefined {
    try {
      if (path !== undefined && origin === 'named' && isSettingsFile(path))
        return this.#limited(this.#checker.checkSettingsFile({ path, languageId: undefined, text }), undefined);
      const languageId = languageIdOf(path, text, origin !== 'walked');
      if (languageId === undefined) {
        if (origin === 'named') this.#complaints.note(`${name}: neither a Dockerfile nor a manifest, so not checked`);
        return undefined;
      }
      const place = path ?? pathIn(this.#host.folder, 'stdin');
      const loaded = this.#checker.settingsFilesOf(place);
      for (const file of loaded) this.#complainAbout(file);
      const settings = this.#checker.settingsOf(place, languageId, loaded);
      if (settings.ignored && origin !== 'named') return undefined;
      return this.#limited(this.#checker.check({ path, languageId, text }, settings), settings.failOn);
    } catch (error) {
      const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
      this.#complaints.fail(`${name}: Plimsoll itself failed, please report it`);
      this.#host.errors.write(`${detail}\n`);
      return undefined;
    }
  }

  #limited(checked: Checked, bySettings: FailOn | undefined): Outcome {
    return { checked, limit: this.#options.failOn ?? bySettings ?? 'warning' };
  }

  #report(name: string, path: string | undefined, { checked, limit }: Outcome): void {
    const analysis = this.#options.diff ? checked.before : checked.after;
    this.#files++;
    this.#mended += checked.mended.length;
    this.#found ||= limit !== 'none' && analysis.findings.some(({ severity }) => atLeast(severity, limit));
    if (this.#options.diff) return;
    const { text } = analysis.file;
    const file = { name, path, text, lines: new Lines(text), findings: analysis.findings, mended: checked.mended };
    this.#reports.write(this.#reporter.file({ ...file, editsOf: analysis.editsOf }));
  }

  /** Whether the file now says what it should. */
  #write(name: string, path: string, before: TextFile, after: TextFile): boolean {
    if (after.text === before.text) return true;
    try {
      writeText(path, after);
      return true;
    } catch (error) {
      this.#complaints.fail(`${name}: cannot be written: ${reasonOf(error)}`);
      return false;
    }
  }

  /** Data beside the manifests may be anything; a Dockerfile, and whatever was named, should be readable. */
  #unreadable(name: string, path: string, origin: Origin, read: Exclude<ReadText, { kind: 'text' }>): void {
    const expected = origin === 'named' || languageIdOf(path, '', false) !== undefined;
    if (expected && !(read.kind === 'huge' && origin !== 'named')) this.#complaints.fail(`${name}: ${read.reason}`);
    else if (read.kind !== 'binary') this.#complaints.note(`${name}: ${read.reason}, so not checked`);
  }

  #complainAbout(file: LoadedSettings): void {
    if (file.problems.length === 0 || this.#settingsSeen.has(file)) return;
    this.#settingsSeen.add(file);
    const path = file.source.path ?? '';
    const lines = new Lines(file.text);
    const { before } = this.#checker.checkSettingsFile({ path, languageId: undefined, text: file.text });
    for (const { range, message } of before.findings) {
      const { line, character } = lines.positionAt(range.start);
      const name = pathWithin(this.#host.folder, path) ?? path;
      this.#complaints.fail(`${name}:${line + 1}:${character + 1}: ${message}`);
    }
  }
}

/** What came of a file whose fixes could not be written. */
const unfixed = ({ before }: Checked): Checked => ({ before, after: before, mended: [] });

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
