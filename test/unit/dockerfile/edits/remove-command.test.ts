import { removeCommand } from '../../../../server/src/dockerfile/edits/remove-command';
import { changes, commandWith, type Edit, type Expectation, lines, refuses } from './edited';

const upgrade: Edit = (dockerfile) => removeCommand(dockerfile, commandWith(dockerfile, 'upgrade'));

const removes = (before: readonly string[], after: readonly string[], expected: Expectation = {}): void =>
  changes(lines('FROM debian', ...before), lines('FROM debian', ...after), upgrade, expected);

describe('removing a command', () => {
  it('takes the operator along on one line', () => {
    removes(['RUN apt-get upgrade && make'], ['RUN make']);
    removes(['RUN make && apt-get upgrade'], ['RUN make']);
    removes(['RUN make && apt-get upgrade && ls'], ['RUN make && ls']);
    removes(['RUN make&&apt-get upgrade&&ls'], ['RUN make&&ls']);
    removes(['RUN apt-get upgrade &&make'], ['RUN make']);
  });

  it('takes the line along, operators first', () => {
    removes(['RUN make \\', ' && apt-get upgrade \\', ' && ls'], ['RUN make \\', ' && ls']);
    removes(['RUN make \\', ' && ls \\', ' && apt-get upgrade'], ['RUN make \\', ' && ls']);
    removes(['RUN apt-get upgrade \\', ' && make \\', ' && ls'], ['RUN make \\', ' && ls']);
  });

  it('takes the line along, operators last', () => {
    removes(['RUN make && \\', '\tapt-get upgrade && \\', '\tls'], ['RUN make && \\', '\tls']);
    removes(['RUN make && \\', '\tapt-get upgrade'], ['RUN make']);
    removes(['RUN apt-get upgrade && \\', '\tmake && \\', '\tls'], ['RUN make && \\', '\tls']);
  });

  it('takes all lines of a long command', () =>
    removes(
      ['RUN make && \\', '    apt-get upgrade \\', '      -y \\', '      -q && \\', '    ls', 'USER www-data'],
      ['RUN make && \\', '    ls', 'USER www-data'],
    ));

  it('keeps comment lines', () => {
    removes(
      ['RUN make && \\', '    # newest', '    apt-get upgrade && \\', '    # list', '    ls'],
      ['RUN make && \\', '    # newest', '    # list', '    ls'],
    );
    removes(['RUN apt-get upgrade && \\', '    # list', '    ls'], ['RUN \\', '    # list', '    ls']);
    removes(
      ['RUN make && \\', '    # newest', '    apt-get upgrade', 'USER www-data'],
      ['RUN make', '    # newest', 'USER www-data'],
    );
  });

  it('takes a statement with its semicolon', () => {
    removes(['RUN apt-get upgrade; make'], ['RUN make']);
    removes(['RUN make; apt-get upgrade'], ['RUN make']);
    removes(['RUN set -eux; \\', '\tapt-get upgrade; \\', '\tmake'], ['RUN set -eux; \\', '\tmake']);
    removes(['RUN set -eux; \\', '\tmake; \\', '\tapt-get upgrade'], ['RUN set -eux; \\', '\tmake']);
  });

  it('takes a line of a here-document', () =>
    removes(
      ['RUN <<EOF', 'set -e', 'apt-get upgrade # newest', 'make', 'EOF'],
      ['RUN <<EOF', 'set -e', '# newest', 'make', 'EOF'],
    ));

  it('takes a command out of a list in a here-document', () => {
    removes(['RUN <<EOF', 'make &&', '  apt-get upgrade', 'ls', 'EOF'], ['RUN <<EOF', 'make', 'ls', 'EOF'], {});
    removes(['RUN <<EOF', 'make && \\', '  apt-get upgrade', 'ls', 'EOF'], ['RUN <<EOF', 'make', 'ls', 'EOF'], {});
  });

  it('leaves what closes a group or a branch', () => {
    removes(['RUN { make; apt-get upgrade; }'], ['RUN { make; }']);
    removes(['RUN (make; apt-get upgrade)'], ['RUN (make)']);
    removes(
      ['RUN if true; then \\', '        make; \\', '        apt-get upgrade; \\', '    fi'],
      ['RUN if true; then \\', '        make; \\', '    fi'],
    );
  });

  it('takes along what only feeds it or stands in for it', () => {
    removes(['RUN make && yes | apt-get upgrade && ls'], ['RUN make && ls']);
    removes(['RUN apt-get upgrade || true && ls'], ['RUN ls']);
    removes(['RUN make; apt-get upgrade || true'], ['RUN make']);
  });

  it('leaves what stands in for more than it', () => {
    removes(['RUN make && apt-get upgrade || true && ls'], ['RUN make || true && ls']);
    removes(['RUN make && \\', '  apt-get upgrade || \\', '  true'], ['RUN make || \\', '  true']);
  });

  it('takes the whole instruction when nothing else is left', () => {
    removes(['# newest', 'RUN apt-get upgrade', 'USER www-data'], ['# newest', 'USER www-data'], { instructions: -1 });
    removes(['RUN apt-get upgrade || true', 'USER www-data'], ['USER www-data'], { instructions: -1 });
    removes(['RUN set -eux; \\', '\tapt-get upgrade', 'USER www-data'], ['USER www-data'], { instructions: -1 });
    removes(['RUN apt-get upgrade # newest', 'USER www-data'], ['# newest', 'USER www-data'], { instructions: -1 });
    removes(['RUN apt-get \\', '  # newest', '  upgrade', 'USER www-data'], ['  # newest', 'USER www-data'], {
      instructions: -1,
    });
  });

  it('takes the whole instruction with a here-document', () =>
    removes(
      ['RUN <<EOF', '#!/bin/sh', 'set -e', '# newest', 'apt-get upgrade', 'EOF', 'USER www-data'],
      ['# newest', 'USER www-data'],
      { instructions: -1 },
    ));

  it('takes a command out of the string of a shell', () =>
    removes(["RUN bash -c 'apt-get upgrade && make'"], ["RUN bash -c 'make'"]));

  it('keeps words on the line of the flags', () =>
    removes(
      ['RUN --mount=type=cache,target=/x apt-get upgrade && \\', '    make'],
      ['RUN --mount=type=cache,target=/x make'],
    ));

  it('is refused where something must run, or the rest would change', () => {
    for (const run of [
      'RUN if true; then apt-get upgrade; fi',
      'RUN if apt-get upgrade; then make; fi',
      'RUN ! apt-get upgrade && make',
      'RUN make || apt-get upgrade',
      'RUN apt-get upgrade | tee log && make',
      'RUN apt-get upgrade & make',
      'RUN make "$(apt-get upgrade)"',
      "RUN sh -c 'apt-get upgrade'",
      'RUN (make; apt-get upgrade) && ls',
    ])
      refuses(lines('FROM debian', run), upgrade);
  });
});
