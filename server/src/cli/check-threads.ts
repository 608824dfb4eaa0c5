import { availableParallelism } from 'node:os';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker, workerData } from 'node:worker_threads';
import type { FoundFile } from './discovery';
import { FileCheck, type FileCheckOptions, type FileOutcome } from './file-check';

/** What another thread is started with. */
interface SharedWork {
  readonly files: readonly FoundFile[];
  readonly options: FileCheckOptions;
  /** How many files were taken, and how many outcomes were sent. */
  readonly progress: Int32Array;
  readonly port: MessagePort;
}

const taken = 0;
const sent = 1;

/** Under so many files for each, starting a thread takes longer than it saves. */
const filesPerThread = 40;

/** After so many milliseconds without news, a file that another thread took is checked here. */
const patience = 20_000;

/**
 * What came of each file, in their order. Of many files, other threads take some: whoever is done takes the next.
 * @param threadFile the program that another thread runs, which calls `helpToCheck`; `undefined`: there are no threads
 */
export function* outcomesOf(
  files: readonly FoundFile[],
  options: FileCheckOptions,
  threadFile: string | undefined,
): Generator<FileOutcome, void, undefined> {
  const check = new FileCheck(options);
  const threads = Math.min(availableParallelism(), Math.floor(files.length / filesPerThread)) - 1;
  if (threadFile === undefined || threads < 1) {
    for (const file of files) yield check.file(file);
    return;
  }
  const progress = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
  const ports = Array.from({ length: threads }, () => startThread(threadFile, files, options, progress));
  const outcomes = new Map<number, FileOutcome>();
  for (const [index, file] of files.entries()) {
    const outcome = outcomeAt(index);
    outcomes.delete(index);
    yield outcome ?? check.file(file);
  }

  /** Waits for one outcome, and checks what nobody has taken meanwhile; `undefined` when its thread is silent. */
  function outcomeAt(index: number): FileOutcome | undefined {
    for (;;) {
      const before = Atomics.load(progress, sent);
      for (const port of ports) for (const [place, outcome] of received(port)) outcomes.set(place, outcome);
      const outcome = outcomes.get(index);
      if (outcome !== undefined) return outcome;
      const mine = Atomics.add(progress, taken, 1);
      const next = files[mine];
      if (next !== undefined) outcomes.set(mine, check.file(next));
      else if (Atomics.wait(progress, sent, before, patience) === 'timed-out') return undefined;
    }
  }
}

function startThread(
  threadFile: string,
  files: readonly FoundFile[],
  options: FileCheckOptions,
  progress: Int32Array,
): MessagePort {
  const { port1, port2 } = new MessageChannel();
  const work: SharedWork = { files, options, progress, port: port2 };
  // Not waited for: a thread that hangs must not keep the process.
  new Worker(threadFile, { workerData: work, transferList: [port2] }).unref();
  port1.unref();
  return port1;
}

function* received(port: MessagePort): Generator<[number, FileOutcome], void, undefined> {
  for (let message = receiveMessageOnPort(port); message !== undefined; message = receiveMessageOnPort(port))
    yield message.message;
}

/** What a thread does that was started to help. */
export function helpToCheck(): void {
  const { files, options, progress, port }: SharedWork = workerData;
  const check = new FileCheck(options);
  for (;;) {
    const index = Atomics.add(progress, taken, 1);
    const file = files[index];
    if (file === undefined) return;
    port.postMessage([index, check.file(file)]);
    Atomics.add(progress, sent, 1);
    Atomics.notify(progress, sent);
  }
}
