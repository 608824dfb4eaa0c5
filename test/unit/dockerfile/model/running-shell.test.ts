import assert from 'node:assert/strict';
import { runsOf } from '../../../../server/src/dockerfile/model/lookups';
import { parseDockerfile } from '../../../../server/src/dockerfile/model/parse';
import { shellOfScript } from '../../../../server/src/dockerfile/model/running-shell';

describe('the shell of a script', () => {
  const shells = (...lines: readonly string[]): readonly string[] => {
    const dockerfile = parseDockerfile(`FROM debian:12\n${lines.join('\n')}\n`);
    return runsOf(dockerfile).flatMap((run) =>
      run.scripts.map((script) => shellOfScript(dockerfile, run, script).join(' ')),
    );
  };

  it('is that of SHELL, of its #! line, or of the command that it is fed to', () => {
    assert.deepEqual(shells('RUN a'), ['/bin/sh -c']);
    assert.deepEqual(shells('SHELL ["/bin/bash", "-e", "-c"]', 'RUN <<EOF', 'a', 'EOF'), ['/bin/bash -e -c']);
    assert.deepEqual(shells('RUN <<EOF', '#!/usr/bin/env -S bash -e', 'a', 'EOF'), ['bash -e']);
    assert.deepEqual(shells('RUN <<-EOF', '\t#!/bin/bash -x', '\ta', '\tEOF'), ['/bin/bash -x']);
    assert.deepEqual(shells('RUN bash -ex <<EOF', 'a', 'EOF'), ['/bin/sh -c', 'bash -ex']);
    assert.deepEqual(shells('RUN <<-EOF', '\t#!/usr/bin/env python3', '\ta', '\tEOF'), []);
  });
});
