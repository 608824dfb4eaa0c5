import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const bundle = resolve('server/dist/cli.js');

export interface Ended {
  readonly status: number | null;
  readonly output: string;
  readonly errors: string;
}

/** A folder of its own for one test, with the bundled command line to run in it. */
export class Workspace {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'plimsoll-cli-')));

  constructor(files: Readonly<Record<string, string | Buffer>> = {}) {
    for (const [name, content] of Object.entries(files)) this.write(name, content);
  }

  write(name: string, content: string | Buffer): void {
    mkdirSync(dirname(join(this.folder, name)), { recursive: true });
    writeFileSync(join(this.folder, name), content);
  }

  /** Runs `plimsoll` with these words, and maybe a standard input. */
  run(words: readonly string[], given: { input?: string | Buffer; environment?: Record<string, string> } = {}): Ended {
    const { status, stdout, stderr } = spawnSync(process.execPath, [bundle, ...words], {
      cwd: this.folder,
      encoding: 'utf8',
      input: given.input ?? '',
      env: { PATH: process.env.PATH, ...given.environment },
      maxBuffer: 1 << 26,
    });
    return { status, output: stdout, errors: stderr };
  }

  /** Starts `plimsoll` and leaves it running. */
  start(words: readonly string[]): ChildProcessWithoutNullStreams {
    return spawn(process.execPath, [bundle, ...words], { cwd: this.folder });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}
