import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The package's own version, from the manifest above the bundle or above the sources. */
export function version(): string {
  for (const place of ['../package.json', '../../package.json']) {
    const found = versionIn(join(__dirname, place));
    if (found !== undefined) return found;
  }
  return 'unknown';
}

function versionIn(path: string): string | undefined {
  try {
    const manifest: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof manifest !== 'object' || manifest === null || !('version' in manifest)) return undefined;
    return typeof manifest.version === 'string' ? manifest.version : undefined;
  } catch {
    return undefined;
  }
}
