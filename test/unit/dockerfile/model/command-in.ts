import assert from 'node:assert/strict';
import type { Dockerfile, RunCommand } from '../../../../server/src/dockerfile/model/dockerfile';
import { runsOf } from '../../../../server/src/dockerfile/model/lookups';
import { parseDockerfile } from '../../../../server/src/dockerfile/model/parse';

/** The first command of the last `RUN` of a stage on an image that works in the root. */
export function commandIn(...lines: readonly string[]): { dockerfile: Dockerfile; command: RunCommand } {
  const dockerfile = parseDockerfile(`FROM debian:12\n${lines.join('\n')}\n`);
  const command = runsOf(dockerfile).at(-1)?.commands[0];
  assert.ok(command !== undefined);
  return { dockerfile, command };
}
