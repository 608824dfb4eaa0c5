import { createHash } from 'node:crypto';
import type { Finding } from '../engine/finding';
import { textOf } from '../engine/text';
import type { Lines } from './lines';

/**
 * What tells the findings of a file apart when lines move: the rule, the lines that it is about without their
 * indentation, and which of several such it is. In the findings' order, 32 hexadecimal digits each.
 */
export function fingerprints({
  text,
  lines,
  findings,
}: {
  readonly text: string;
  readonly lines: Lines;
  readonly findings: readonly Finding[];
}): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map(({ rule, variant, range }) => {
    const from = lines.start(lines.positionAt(range.start).line);
    const to = lines.start(lines.positionAt(range.end).line + 1);
    const about = textOf(text, { start: from, end: to }).replace(/\s+/g, ' ').trim();
    const key = `${rule}\n${variant}\n${about}`;
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return digest(`${key}\n${before}`);
  });
}

export const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);
