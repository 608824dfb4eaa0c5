import assert from 'node:assert/strict';
import { extendedSet, type ShellOption, startHeredocWith } from '../../../../server/src/dockerfile/edits/set-option';
import { parseDockerfile } from '../../../../server/src/dockerfile/model/parse';
import { changes, type Edit, lines, runAt } from './edited';

const extend =
  (option: ShellOption): Edit =>
  (dockerfile) => {
    const [script] = runAt(dockerfile).scripts;
    return script && extendedSet(dockerfile, script, option)?.edits;
  };

const start: Edit = (dockerfile) => {
  const run = runAt(dockerfile);
  const [script] = run.scripts;
  const [heredoc] = run.heredocs;
  assert.ok(script !== undefined && heredoc !== undefined);
  return startHeredocWith(dockerfile, heredoc, script, 'set -e');
};

describe('options of a shell', () => {
  it('go into the set that a script starts with', () => {
    changes(lines('FROM debian', 'RUN set -x; a'), lines('FROM debian', 'RUN set -ex; a'), extend('e'));
    changes(
      lines('FROM debian', 'RUN set -o pipefail; a'),
      lines('FROM debian', 'RUN set -eo pipefail; a'),
      extend('e'),
    );
    changes(
      lines('FROM debian', 'RUN set -eux && a'),
      lines('FROM debian', 'RUN set -euxo pipefail && a'),
      extend('o pipefail'),
    );
  });

  it('do not where that would say something else', () => {
    const refused = (run: string, option: ShellOption): void =>
      assert.equal(extend(option)(parseDockerfile(`FROM debian\n${run}\n`)), undefined);
    refused('RUN set -o nounset; a', 'o pipefail');
    refused('RUN set +x; a', 'e');
    refused('RUN set -$A; a', 'e');
    refused('RUN set -x || a', 'e');
    refused('RUN a; set -x', 'e');
  });

  it('go on a line of their own in a here-document', () => {
    changes(
      lines('FROM debian', 'RUN <<EOF', '# why', '  a', 'EOF'),
      lines('FROM debian', 'RUN <<EOF', '  set -e', '# why', '  a', 'EOF'),
      start,
    );
    changes(
      lines('FROM debian', 'RUN <<-EOF', '\t#!/bin/sh', '\ta', '\tEOF'),
      lines('FROM debian', 'RUN <<-EOF', '\t#!/bin/sh', '\tset -e', '\ta', '\tEOF'),
      start,
    );
  });
});
