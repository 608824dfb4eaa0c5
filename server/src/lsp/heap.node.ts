import { setFlagsFromString } from 'node:v8';

/**
 * Tells the JavaScript engine to prefer a small heap. By itself it lets garbage grow to several times of what is in use,
 * which is made for programs that end: a server runs all day beside an editor. Measured with 400 files open and edited,
 * 160 MB instead of 240. Engines since Node 20 know the flag; see also `cli/short-run.ts`.
 */
export function keepHeapSmall(): void {
  if (/^1[1-3]\./.test(process.versions.v8)) setFlagsFromString('--optimize-for-size');
}
