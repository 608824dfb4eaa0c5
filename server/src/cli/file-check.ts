import { type Finding, plainFinding } from '../engine/finding';
import type { TextEdit } from '../engine/text';
import { isSettingsFile } from '../settings/analyse-settings';
import type { FailOn } from '../settings/layer';
import type { LoadedSettings } from '../settings/settings-files';
import type { CheckOptions } from './check-options';
import { type Checked, Checker } from './checker';
import { type Complaint, reasonOf } from './complaints';
import type { FoundFile } from './discovery';
import { languageIdOf } from './file-kind';
import { Lines } from './lines';
import { patchOf } from './patch';
import { pathIn, pathWithin } from './paths';
import { formatsWithEdits, formatsWithFixes } from './reporters';
import { decoded, encoded, type ReadText, readText, type TextFile, writeText } from './text-file';

/** What came of one file. Plain data: it may come from another thread. */
export interface FileOutcome {
  readonly complaints: readonly Complaint[];
  /** The text to print, for who asked for it: a patch, or a fixed standard input. */
  readonly printed: string;
  /** `undefined` for a file that was not checked. */
  readonly report: FileReport | undefined;
}

export interface FileReport {
  readonly name: string;
  readonly path: string | undefined;
  readonly text: string;
  readonly findings: readonly Finding[];
  readonly mended: Checked['mended'];
  /** From which severity on the file counts as failed. */
  readonly limit: FailOn;
  /** The edits of each finding's fixes, by the fix's id; empty where the format shows none. */
  readonly edits: readonly Readonly<Record<string, readonly TextEdit[]>>[];
}

/** How to check. Plain data: another thread can be told. */
export interface FileCheckOptions extends Pick<CheckOptions, 'diff' | 'failOn' | 'fix' | 'format' | 'select'> {
  /** In place of the nearest `.plimsoll.yaml`. */
  readonly settings: LoadedSettings | undefined;
  /** The current folder: absolute, with `/`. */
  readonly folder: string;
  /** `YYYY-MM-DD`, by the local clock. */
  readonly today: string;
}

type Origin = FoundFile['origin'];

/** Checks, fixes and writes one file after the other. A file that cannot be read, checked or written never stops it. */
export class FileCheck {
  readonly #options: FileCheckOptions;
  readonly #checker: Checker;
  readonly #settingsSeen = new Set<LoadedSettings>();
  #complaints: Complaint[] = [];

  constructor(options: FileCheckOptions) {
    this.#options = options;
    this.#checker = new Checker(options);
  }

  file({ name, path, origin }: FoundFile): FileOutcome {
    const read = readText(path);
    if (read.kind !== 'text') {
      this.#unreadable(name, path, origin, read);
      return this.#outcome('', undefined);
    }
    const result = this.#checked(path, origin, read.text, name);
    if (result === undefined) return this.#outcome('', undefined);
    const fixed = { ...read, text: result.checked.after.file.text };
    if (this.#options.diff)
      return this.#outcome(patchOf(name, encoded(read), encoded(fixed)), this.#reportOf(name, path, result));
    const written = this.#write(name, path, read, fixed);
    const known = written ? result : { ...result, checked: unfixed(result.checked) };
    return this.#outcome('', this.#reportOf(name, path, known));
  }

  /** @param name what the standard input is called, if anything */
  input(name: string | undefined, bytes: Buffer): FileOutcome {
    const shown = name ?? '<stdin>';
    const read = decoded(bytes);
    if (read.kind !== 'text') {
      this.#fail(`${shown}: ${read.reason}`);
      return this.#outcome('', undefined);
    }
    const path = name === undefined ? undefined : pathIn(this.#options.folder, name);
    const result = this.#checked(path, 'named', read.text, shown);
    const fixed = { ...read, text: result?.checked.after.file.text ?? read.text };
    const { diff, fix } = this.#options;
    const printed = diff ? patchOf(shown, encoded(read), encoded(fixed)) : fix === undefined ? '' : encoded(fixed);
    return this.#outcome(printed, result === undefined ? undefined : this.#reportOf(shown, path, result));
  }

  #outcome(printed: string, report: FileReport | undefined): FileOutcome {
    const complaints = this.#complaints;
    this.#complaints = [];
    return { complaints, printed, report };
  }

  /** Checks a text; `undefined` when it is none of ours, when the settings leave it out, or when a rule breaks. */
  #checked(path: string | undefined, origin: Origin, text: string, name: string): Result | undefined {
    try {
      if (path !== undefined && origin === 'named' && isSettingsFile(path))
        return this.#limited(this.#checker.checkSettingsFile({ path, languageId: undefined, text }), undefined);
      const languageId = languageIdOf(path, text, origin !== 'walked');
      if (languageId === undefined) {
        if (origin === 'named') this.#note(`${name}: neither a Dockerfile nor a manifest, so not checked`);
        return undefined;
      }
      const place = path ?? pathIn(this.#options.folder, 'stdin');
      const loaded = this.#checker.settingsFilesOf(place);
      for (const file of loaded) this.#complainAbout(file);
      const settings = this.#checker.settingsOf(place, languageId, loaded);
      if (settings.ignored && origin !== 'named') return undefined;
      return this.#limited(this.#checker.check({ path, languageId, text }, settings), settings.failOn);
    } catch (error) {
      const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
      this.#complaints.push({ kind: 'defect', message: `${name}: Plimsoll itself failed, please report it`, trace });
      return undefined;
    }
  }

  #limited(checked: Checked, bySettings: FailOn | undefined): Result {
    return { checked, limit: this.#options.failOn ?? bySettings ?? 'warning' };
  }

  #reportOf(name: string, path: string | undefined, { checked, limit }: Result): FileReport {
    const { before, after, mended } = checked;
    const { format, diff } = this.#options;
    const { file, findings, editsOf } = diff ? before : after;
    const edits = formatsWithEdits.has(format)
      ? findings.map((finding) =>
          Object.fromEntries(finding.fixes.map(({ id }) => [id, editsOf(finding, id) ?? []] as const)),
        )
      : [];
    const showsFixes = !diff && formatsWithFixes.has(format);
    return {
      name,
      path,
      text: file.text,
      findings: findings.map((finding) => plainFinding(finding, showsFixes ? finding.fixes : [])),
      mended: mended.map(({ finding, fix }) => ({ finding: plainFinding(finding, [fix]), fix })),
      limit,
      edits,
    };
  }

  /** Whether the file now says what it should. */
  #write(name: string, path: string, before: TextFile, after: TextFile): boolean {
    if (after.text === before.text) return true;
    try {
      writeText(path, after);
      return true;
    } catch (error) {
      this.#fail(`${name}: cannot be written: ${reasonOf(error)}`);
      return false;
    }
  }

  /** Data beside the manifests may be anything; a Dockerfile, and whatever was named, should be readable. */
  #unreadable(name: string, path: string, origin: Origin, read: Exclude<ReadText, { kind: 'text' }>): void {
    const expected = origin === 'named' || languageIdOf(path, '', false) !== undefined;
    if (expected && !(read.kind === 'huge' && origin !== 'named')) this.#fail(`${name}: ${read.reason}`);
    else if (read.kind !== 'binary') this.#note(`${name}: ${read.reason}, so not checked`);
  }

  #complainAbout(file: LoadedSettings): void {
    if (file.problems.length === 0 || this.#settingsSeen.has(file)) return;
    this.#settingsSeen.add(file);
    const path = file.source.path ?? '';
    const lines = new Lines(file.text);
    const { before } = this.#checker.checkSettingsFile({ path, languageId: undefined, text: file.text });
    for (const { range, message } of before.findings) {
      const { line, character } = lines.positionAt(range.start);
      const name = pathWithin(this.#options.folder, path) ?? path;
      this.#complaints.push({ kind: 'settings', message: `${name}:${line + 1}:${character + 1}: ${message}` });
    }
  }

  #fail(message: string): void {
    this.#complaints.push({ kind: 'failure', message });
  }

  #note(message: string): void {
    this.#complaints.push({ kind: 'note', message });
  }
}

/** What came of a text, and the severity from which on it counts as failed. */
interface Result {
  readonly checked: Checked;
  readonly limit: FailOn;
}

/** What came of a file whose fixes could not be written. */
const unfixed = ({ before }: Checked): Checked => ({ before, after: before, mended: [] });
