import { spawn, spawnSync } from 'node:child_process';

/** What every child runs with: Node reads extra certificates at each start, which takes longer than what is measured. */
export const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => name !== 'NODE_EXTRA_CA_CERTS' && name !== 'NODE_OPTIONS'),
);

export const median = (values) => percentile(values, 50);

/** The value that a share of the values, in percent, does not exceed. */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * share) / 100))];
}

/** The median milliseconds of each task, in turns, so that a busy moment of the machine hits all alike. */
export async function inTurns(tasks, rounds) {
  const times = tasks.map(() => []);
  for (let round = 0; round < rounds; round++)
    for (const [index, task] of tasks.entries()) {
      const started = performance.now();
      await task();
      times[index].push(performance.now() - started);
    }
  return times.map(median);
}

/** A task that runs a program to its end. */
export const program = (command, words, cwd) => () =>
  spawnSync(command, words, { cwd, env: environment, stdio: 'ignore' });

/** A task that starts a language server and waits for its first answer. */
export const firstAnswer = (words) => () => {
  const server = spawn(process.execPath, words, { env: environment, stdio: ['pipe', 'pipe', 'ignore'] });
  const body = JSON.stringify({
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: { processId: null, rootUri: null, capabilities: {} },
  });
  server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`the server ended with ${code} before it answered`)));
    server.stdout.once('data', () => {
      server.removeAllListeners('exit');
      server.once('exit', resolve);
      server.kill('SIGKILL');
    });
  });
};
