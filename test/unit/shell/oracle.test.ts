import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { adversarial } from './adversarial';
import { bodies, runBodies } from './bodies';
import { ownCommands, referenceCommands } from './oracle';

/** The shell scripts in the Dockerfiles of samples/. */
function sampleBodies(): readonly string[] {
  const entries = readdirSync('samples', { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /dockerfile|containerfile/i.test(entry.name))
    .flatMap((entry) => runBodies(readFileSync(`${entry.parentPath}/${entry.name}`, 'utf8')));
}

describe('the simple commands that the parser finds', () => {
  it(`are those of mvdan/sh in ${adversarial.length} adversarial scripts`, () => {
    for (const text of adversarial) {
      const reference = referenceCommands(text);
      assert.ok(reference !== undefined, `mvdan/sh refuses ${text}`);
      assert.deepEqual(ownCommands(text), reference, text);
    }
  });

  it('are those of mvdan/sh in scripts written as in real images', () => {
    for (const text of bodies()) assert.deepEqual(ownCommands(text), referenceCommands(text), text);
  });

  it('are those of mvdan/sh in the samples', () => {
    for (const text of sampleBodies()) {
      const reference = referenceCommands(text);
      if (reference !== undefined) assert.deepEqual(ownCommands(text), reference, text);
    }
  });
});
