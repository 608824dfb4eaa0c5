import { moveCommandInto } from '../../../../server/src/dockerfile/edits/move-command';
import { changes, commandWith, type Edit, type Expectation, lines, refuses } from './edited';

const move: Edit = (dockerfile) =>
  moveCommandInto(dockerfile, commandWith(dockerfile, 'update'), commandWith(dockerfile, 'install'));

const moves = (before: readonly string[], after: readonly string[], expected: Expectation = {}): void =>
  changes(lines('FROM debian', ...before), lines('FROM debian', ...after), move, expected);

describe('moving a command into another RUN', () => {
  it('takes the RUN away that it leaves empty', () =>
    moves(
      ['# fresh', 'RUN apt-get update', 'COPY a b', 'RUN apt-get install -y nginx'],
      ['# fresh', 'COPY a b', 'RUN apt-get update && apt-get install -y nginx'],
      { instructions: -1 },
    ));

  it('leaves the rest of its list', () =>
    moves(
      ['RUN apt-get update && make', 'COPY a b', 'RUN apt-get install -y nginx'],
      ['RUN make', 'COPY a b', 'RUN apt-get update && apt-get install -y nginx'],
    ));

  it('brings its variables and wrappers', () =>
    moves(
      ['RUN make && sudo X=1 apt-get -q update', 'COPY a b', 'RUN sudo apt-get install -y nginx'],
      ['RUN make', 'COPY a b', 'RUN sudo X=1 apt-get -q update && sudo apt-get install -y nginx'],
    ));

  it('becomes one line', () =>
    moves(
      [
        'RUN make && \\',
        '    apt-get \\',
        '      -q \\',
        '      update',
        'COPY a b',
        'RUN apt-get install -y \\',
        '  nginx',
      ],
      ['RUN make', 'COPY a b', 'RUN apt-get -q update && \\', '    apt-get install -y \\', '  nginx'],
    ));

  it('becomes a statement in a script that stops at failures', () =>
    moves(
      ['RUN apt-get update', 'COPY a b', 'RUN set -eux; \\', '\tapt-get install -y nginx; \\', '\tmake'],
      ['COPY a b', 'RUN set -eux; \\', '\tapt-get update; \\', '\tapt-get install -y nginx; \\', '\tmake'],
      { instructions: -1 },
    ));

  it('becomes a line of a here-document', () =>
    moves(
      ['RUN apt-get update', 'COPY a b', 'RUN <<EOF', 'set -e', 'apt-get install -y nginx', 'EOF'],
      ['COPY a b', 'RUN <<EOF', 'set -e', 'apt-get update', 'apt-get install -y nginx', 'EOF'],
      { instructions: -1 },
    ));

  it('is refused within one RUN, out of a string, and where a part of its lines is a comment', () => {
    refuses(lines('FROM debian', 'RUN apt-get update && apt-get install -y nginx'), move);
    refuses(lines('FROM debian', "RUN sh -c 'apt-get update; make'", 'RUN apt-get install -y nginx'), move);
    refuses(
      lines('FROM debian', 'RUN make && \\', '  apt-get \\', '  # c', '  update', 'RUN apt-get install -y nginx'),
      move,
    );
  });
});
