import { joinRuns } from '../../../../server/src/dockerfile/edits/join-runs';
import { changes, type Edit, type Expectation, lines, refuses, runAt } from './edited';

const join: Edit = (dockerfile) => joinRuns(dockerfile, runAt(dockerfile, 0), runAt(dockerfile, 1));

const joins = (before: readonly string[], after: readonly string[], expected: Expectation = {}): void =>
  changes(lines('FROM debian', ...before), lines('FROM debian', ...after), join, { instructions: -1, ...expected });

describe('joining two RUNs', () => {
  it('makes one line of two', () =>
    joins(
      ['RUN apt -y update', 'RUN apt -y install --no-install-recommends nginx && rm -rf /var/lib/apt/lists/*'],
      ['RUN apt -y update && apt -y install --no-install-recommends nginx && rm -rf /var/lib/apt/lists/*'],
    ));

  it('makes one line of two with blank lines between', () =>
    joins(['RUN apt -y update', '', '', 'RUN make', '', 'USER x'], ['RUN apt -y update && make', '', 'USER x']));

  it('breaks a line that would be too long', () => {
    const packages = 'abcdefgh '.repeat(11).trim();
    joins(
      ['RUN apt-get update', `RUN apt-get install -y ${packages}`],
      ['RUN apt-get update \\', `    && apt-get install -y ${packages}`],
    );
  });

  it('joins to a command of several lines', () =>
    joins(
      ['RUN apt-get update', 'RUN apt-get install -y \\', '      nginx \\', '      curl', 'USER x'],
      ['RUN apt-get update \\', '      && apt-get install -y \\', '      nginx \\', '      curl', 'USER x'],
    ));

  it('joins in the style of either, operators last', () => {
    joins(['RUN apt-get update && \\', '  make', 'RUN ls'], ['RUN apt-get update && \\', '  make && \\', '  ls']);
    joins(['RUN apt-get update', 'RUN make && \\', '\tls'], ['RUN apt-get update && \\', '\tmake && \\', '\tls']);
  });

  it('joins in the style of either, operators first', () => {
    joins(['RUN make \\', ' && ls', 'RUN id'], ['RUN make \\', ' && ls \\', ' && id']);
    joins(['RUN make', 'RUN ls \\', ' && id'], ['RUN make \\', ' && ls \\', ' && id']);
  });

  it('takes the style of the file', () =>
    joins(
      ['RUN make', '# then', 'RUN ls', 'USER x', 'RUN a && \\', '  b'],
      ['RUN make && \\', '# then', '  ls', 'USER x', 'RUN a && \\', '  b'],
    ));

  it('keeps comments between, inside the continuation', () =>
    joins(
      ['RUN apt-get update', '', '# the server', '', '  # and more', 'RUN apt-get install -y nginx'],
      ['RUN apt-get update \\', '# the server', '  # and more', '    && apt-get install -y nginx'],
    ));

  it('keeps comments inside', () =>
    joins(
      ['RUN apt-get update \\', '  # one', '  && make', '# two', 'RUN ls && \\', '  # three', '  id # four'],
      ['RUN apt-get update \\', '  # one', '  && make \\', '# two', '  && ls && \\', '  # three', '  id # four'],
    ));

  it('keeps continuations in their column', () =>
    joins(
      ['RUN apt-get update   \\', ' && make             \\', ' && ls', 'RUN id'],
      ['RUN apt-get update   \\', ' && make             \\', ' && ls               \\', ' && id'],
      { except: ['onbuild'] },
    ));

  it('uses the escape character of the file', () =>
    changes(
      lines('# escape=`', 'FROM debian', 'RUN apt-get update', 'RUN make `', '  nginx'),
      lines('# escape=`', 'FROM debian', 'RUN apt-get update `', '  && make `', '  nginx'),
      join,
      { instructions: -1 },
    ));

  it('replaces a semicolon at the end', () => joins(['RUN make;', 'RUN ls'], ['RUN make && ls']));

  it('keeps flags that both have', () =>
    joins(
      ['RUN --mount=type=cache,target=/x --network=none make', 'RUN --network=none --mount=type=cache,target=/x ls'],
      ['RUN --mount=type=cache,target=/x --network=none make && ls'],
    ));

  it('takes up a RUN whose words start on the next line', () =>
    joins(['RUN make', 'RUN \\', '  ls'], ['RUN make \\', '  && ls']));

  it('adds a statement where the shell stops at failures', () =>
    joins(
      ['RUN set -eux; \\', '\tapt-get update; \\', '\tmake', 'RUN ls'],
      ['RUN set -eux; \\', '\tapt-get update; \\', '\tmake; \\', '\tls'],
    ));

  it('puts the first behind the set -e of the second', () =>
    joins(
      ['# index', 'RUN apt-get update', '# the server', 'RUN set -eux; \\', '\tapt-get install -y nginx; \\', '\tmake'],
      [
        '# index',
        '# the server',
        'RUN set -eux; \\',
        '\tapt-get update; \\',
        '\tapt-get install -y nginx; \\',
        '\tmake',
      ],
    ));

  it('puts the second into the here-document of the first', () => {
    joins(
      ['RUN <<EOF', 'set -e', '  apt-get update', 'EOF', 'RUN make', 'USER x'],
      ['RUN <<EOF', 'set -e', '  apt-get update', '  make', 'EOF', 'USER x'],
    );
    joins(
      ['RUN <<EOF', 'apt-get update', 'EOF', '# then', 'RUN make'],
      ['RUN <<EOF', 'apt-get update && make', 'EOF', '# then'],
    );
  });

  it('puts the first into the here-document of the second', () =>
    joins(
      ['RUN apt-get update', 'RUN <<EOF', 'set -e', 'make', 'EOF'],
      ['RUN <<EOF', 'set -e', 'apt-get update', 'make', 'EOF'],
    ));

  it('makes one here-document of two', () =>
    joins(
      ['RUN <<EOF', 'set -e', 'apt-get update', 'EOF', 'RUN <<EOT', 'set -e', '# then', 'make', 'EOT', 'USER x'],
      ['RUN <<EOF', 'set -e', 'apt-get update', 'set -e', '# then', 'make', 'EOF', 'USER x'],
      { movesComment: true },
    ));

  it('is refused where one RUN could not do the same', () => {
    for (const [first, second] of [
      ['RUN --mount=type=cache,target=/x make', 'RUN ls'],
      ['RUN ["make"]', 'RUN ls'],
      ['RUN make &', 'RUN ls'],
      ['RUN make # why', 'RUN ls'],
      ['RUN cd /x && make', 'RUN ls'],
      ['RUN X=1; make', 'RUN ls'],
      ['RUN export X=1 && make', 'RUN ls'],
      ['RUN set -u && make', 'RUN ls $X'],
      ['RUN set -o pipefail && make | tee log', 'RUN ls | sort'],
      ['RUN make', 'RUN ls || true'],
      ['RUN make', 'RUN ls; id'],
      ['RUN make && ls', 'RUN set -e; id; ls'],
      ['RUN set -e; make; ls && id', 'RUN ls; id'],
      ['RUN set -e; make', 'RUN { ls && id; make; }'],
      ['RUN set -e; { make; ls; }', 'RUN id'],
      ['RUN make', 'USER x\nRUN ls'],
      ['RUN make', 'ONBUILD RUN ls'],
      ['RUN make', '# hadolint ignore=DL3008\nRUN ls'],
      ['RUN make', '# plimsoll-disable-next-line mergeable-runs -- so\nRUN ls'],
      ['RUN make', 'RUN <<EOF\nls\nid\nEOF'],
      ['RUN <<EOF python3\nprint()\nEOF', 'RUN ls'],
      ['RUN if true; then make', 'RUN ls'],
    ] as const)
      refuses(lines('FROM debian', first, second), join);
  });

  it('is allowed where an option makes no difference', () => {
    joins(['RUN set -ux && make', 'RUN ls'], ['RUN set -ux && make && ls']);
    joins(['RUN (cd /x && make)', 'RUN ls'], ['RUN (cd /x && make) && ls']);
  });
});
