import { posix } from 'node:path';
import type { Finding } from '../engine/finding';
import type { FileReport } from './file-check';
import { fingerprints } from './fingerprints';
import { Lines } from './lines';
import { pathWithin } from './paths';

/** What was found at some time, by file and fingerprint: what is not in it is new. */
export interface Baseline {
  readonly version: 1;
  /** Files are named from the baseline's folder; fingerprints are in order. */
  readonly files: Readonly<Record<string, readonly string[]>>;
}

/** Keeps what a run finds, and tells what of it is new. */
export class BaselineRun {
  readonly #folder: string;
  readonly #known: Baseline | undefined;
  readonly #found = new Map<string, readonly string[]>();
  #left = 0;
  #gone = 0;

  /**
   * @param path of the baseline: absolute, with `/`
   * @param known what it holds; `undefined`: everything is new
   */
  constructor(path: string, known: Baseline | undefined) {
    this.#folder = posix.dirname(path);
    this.#known = known;
  }

  /** How many findings were left out, and how many of the baseline are no longer there in the files that were checked. */
  get counts(): { readonly left: number; readonly gone: number } {
    return { left: this.#left, gone: this.#gone };
  }

  /** How many findings there were in all. */
  get found(): number {
    return [...this.#found.values()].reduce((sum, prints) => sum + prints.length, 0);
  }

  /** The findings of a file that are new. */
  newOf({ name, path, text, findings }: FileReport): readonly Finding[] {
    const prints = fingerprints({ text, lines: new Lines(text), findings });
    const file = (path === undefined ? undefined : relative(this.#folder, path)) ?? name;
    if (prints.length > 0) this.#found.set(file, [...prints].sort());
    const before = this.#known?.files[file];
    if (before === undefined) return findings;
    const known = new Set(before);
    const fresh = findings.filter((_, index) => !known.has(prints[index] ?? ''));
    this.#left += findings.length - fresh.length;
    this.#gone += before.length - (findings.length - fresh.length);
    return fresh;
  }

  /** The baseline that would leave nothing new of this run: files in order, one fingerprint a line. */
  written(): string {
    const files = Object.fromEntries([...this.#found].sort(([one], [other]) => (one < other ? -1 : 1)));
    const baseline: Baseline = { version: 1, files };
    return `${JSON.stringify(baseline, null, 1)}\n`;
  }
}

/** The baseline in a file's text; `undefined` when it is none. */
export function readBaseline(text: string): Baseline | undefined {
  try {
    const content: unknown = JSON.parse(text);
    return isBaseline(content) ? content : undefined;
  } catch {
    return undefined;
  }
}

const isBaseline = (content: unknown): content is Baseline =>
  isObject(content) &&
  'version' in content &&
  content.version === 1 &&
  'files' in content &&
  isObject(content.files) &&
  Object.values(content.files).every(
    (prints) => Array.isArray(prints) && prints.every((print) => typeof print === 'string'),
  );

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const relative = (folder: string, path: string): string | undefined =>
  pathWithin(folder, path) ?? (posix.isAbsolute(path) ? posix.relative(folder, path) : undefined);
