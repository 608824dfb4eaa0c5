import type { Host } from './host';
import { harmless } from './terminal';

/** Something to say on the standard error. Plain data: it may come from another thread. */
export type Complaint =
  | { readonly kind: 'failure' | 'note' | 'settings'; readonly message: string }
  | { readonly kind: 'defect'; readonly message: string; readonly trace: string };

/** Says on the standard error what went wrong or was left out, and remembers whether anything failed. */
export class Complaints {
  readonly #host: Host;
  readonly #settings = new Set<string>();
  #failed = false;

  constructor(host: Host) {
    this.#host = host;
  }

  get failed(): boolean {
    return this.#failed;
  }

  say(complaint: Complaint): void {
    const { kind, message } = complaint;
    if (kind === 'note') this.note(message);
    else if (kind !== 'settings') this.fail(message);
    else if (!this.#settings.has(message)) {
      // Each thread finds what is wrong in a settings file.
      this.#settings.add(message);
      this.fail(message);
    }
    if (kind === 'defect') this.#host.errors.write(`${complaint.trace}\n`);
  }

  /** Something that makes the exit status 2. */
  fail(message: string): void {
    this.#failed = true;
    this.note(message);
  }

  /** Something that a person may want to know. */
  note(message: string): void {
    this.#host.errors.write(`plimsoll: ${harmless(message)}\n`);
  }
}

/** What went wrong with a file, in words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return (
    (typeof code === 'string' ? reasons[code] : undefined) ?? (error instanceof Error ? error.message : String(error))
  );
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'it is a folder',
  ELOOP: 'too many symbolic links',
  ENAMETOOLONG: 'the name is too long',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space is left',
  ENOTDIR: 'a part of the path is not a folder',
};
