import type { Dockerfile } from './dockerfile';

/**
 * The text of a Dockerfile, at the same length, without anything that dockerfile-ast could take for a here-document:
 * dockerfile-language-service parses it once more, with the same defects (see dockerfile-ast.ts, 3 and 4).
 */
export function maskedHeredocs({ text, instructions }: Dockerfile): string {
  let masked = '';
  for (const { range, heredocs } of instructions) {
    const bodies = heredocs.find(({ terminator }) => terminator !== undefined)?.body.start ?? range.end;
    masked += text.slice(masked.length, range.start);
    masked += text.slice(range.start, bodies).replaceAll('<<', '__');
    masked += text.slice(bodies, range.end).replace(/[^\r\n]/g, ' ');
  }
  return masked + text.slice(masked.length);
}
