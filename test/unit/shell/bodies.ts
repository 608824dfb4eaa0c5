import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join('test', 'unit', 'shell', 'bodies');

/** The scripts of this folder's Dockerfiles, which are written in the styles that images are built with. */
export const bodies = (): readonly string[] =>
  readdirSync(folder).flatMap((name) => runBodies(readFileSync(join(folder, name), 'utf8')));

/** The shell scripts of a Dockerfile's RUN instructions, as BuildKit joins them; exec forms are left out. */
export function runBodies(dockerfile: string): readonly string[] {
  const bodies: string[] = [];
  const lines = dockerfile.replace(/^\uFEFF/, '').split(/\r?\n/);
  while (lines.length > 0) {
    let joined = lines.shift() ?? '';
    if (/^\s*(?:#|$)/.test(joined)) continue;
    const continuation = /(?<!\\)\\[ \t]*$/;
    while (continuation.test(joined) && lines.length > 0) {
      joined = joined.replace(continuation, '');
      while (lines.length > 0 && /^\s*(?:#|$)/.test(lines[0] ?? '')) lines.shift();
      joined += lines.shift() ?? '';
    }
    const body = /^\s*(?:ONBUILD\s+)?RUN\s+(?:--\S+\s+)*(.*)$/is.exec(joined)?.[1];
    if (body === undefined) continue;
    const heredocs = [...body.matchAll(/<<(-?)\s*(["']?)(\w+)\2/g)];
    const rest: string[] = [];
    for (const [, dash, , name] of heredocs) {
      for (let line = lines.shift(); line !== undefined; line = lines.shift()) {
        rest.push(line);
        if ((dash === '-' ? line.replace(/^\t+/, '') : line) === name) break;
      }
    }
    if (body.startsWith('[') && body.trimEnd().endsWith(']') && !/^\[\[? /.test(body)) continue;
    if (/^<<-?\s*["']?\w+["']?\s*$/.test(body)) bodies.push(`${rest.slice(0, -1).join('\n')}\n`);
    else bodies.push(rest.length > 0 ? `${body}\n${rest.join('\n')}\n` : body);
  }
  return bodies.filter((body) => !/^\s*#!/.test(body) || /^\s*#!.*sh\b/.test(body));
}
