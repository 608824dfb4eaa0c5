import type { Finding } from '../engine/finding';
import type { Fix } from '../engine/fix';
import type { TextEdit } from '../engine/text';
import type { Lines } from './lines';

/** A file that was checked, as the reporters see it. */
export interface CheckedFile {
  readonly name: string;
  /** Absolute; `undefined` for the standard input. */
  readonly path: string | undefined;
  readonly text: string;
  readonly lines: Lines;
  /** In source order; after the fixes, when any were made. */
  readonly findings: readonly Finding[];
  /** What was mended, in order. */
  readonly mended: readonly { readonly finding: Finding; readonly fix: Fix }[];
  editsOf(finding: Finding, fixId: string): readonly TextEdit[] | undefined;
}
