import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Host, Pages } from './host';

/** A machine with a disk. The pages lie beside the bundle and are read when the first one is asked for. */
export const nodeHost: Host = {
  async readFile(uri) {
    if (!uri.startsWith('file:')) return undefined;
    try {
      return await readFile(fileURLToPath(uri), 'utf8');
    } catch (error) {
      return isFolder(error) ? '' : undefined;
    }
  },
  async loadPages() {
    const pages: Pages = JSON.parse(await readFile(path.join(__dirname, 'pages.json'), 'utf8'));
    return pages;
  },
};

const isFolder = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EISDIR';
