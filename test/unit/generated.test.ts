import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';

describe('generated files', () => {
  it('are what the rules say', () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', 'scripts/generate.mjs', '--check'],
      { encoding: 'utf8' },
    );
    assert.equal(status, 0, stdout + stderr);
  });
});
