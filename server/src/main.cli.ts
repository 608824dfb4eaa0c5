import { isMainThread } from 'node:worker_threads';
import { helpToCheck } from './cli/check-threads';
import { exitStatus, type Output } from './cli/host';
import { slashed } from './cli/paths';
import { run } from './cli/run';
import { expectShortRun } from './cli/short-run';

function outputOf(stream: NodeJS.WriteStream): Output {
  // Whoever reads may stop reading: `plimsoll rules | head`.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  return {
    isTerminal: stream.isTTY === true,
    width: stream.columns ?? 120,
    write: (text) => {
      if (text !== '') stream.write(text);
    },
  };
}

function today(): string {
  const now = new Date();
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** All of the standard input. A pipe may not block, so that it cannot be read at once. */
async function input(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

async function main(words: readonly string[]): Promise<void> {
  const given = words.includes('--stdin') ? await input() : Buffer.alloc(0);
  // Not process.exit: what is written to a pipe may still be on its way.
  process.exitCode = run(words, {
    folder: slashed(process.cwd()),
    environment: process.env,
    output: outputOf(process.stdout),
    errors: outputOf(process.stderr),
    input: given,
    today: today(),
    threadFile: __filename,
  });
}

if (!isMainThread) {
  helpToCheck();
} else if (process.argv.includes('--stdio')) {
  // The language server is a bundle of its own, so that checking does not wait for it to load.
  void import('./main.node.js');
} else {
  expectShortRun();
  main(process.argv.slice(2)).catch((error: unknown) => {
    console.error('plimsoll:', error);
    process.exitCode = exitStatus.failed;
  });
}
