import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { heapKeeper } from './heap.node';
import type { Host } from './host';

/** A machine with a disk. */
export const nodeHost: Host = {
  async readFile(uri) {
    if (!uri.startsWith('file:')) return undefined;
    try {
      return await readFile(fileURLToPath(uri), 'utf8');
    } catch (error) {
      return isFolder(error) ? '' : undefined;
    }
  },
  async listBeside(uri) {
    if (!uri.startsWith('file:')) return undefined;
    try {
      const entries = await readdir(path.dirname(fileURLToPath(uri)), { withFileTypes: true });
      return entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
    } catch {
      return undefined;
    }
  },
  readBundled: (name) => readFile(path.join(__dirname, name), 'utf8'),
  worked: heapKeeper(),
};

const isFolder = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EISDIR';
