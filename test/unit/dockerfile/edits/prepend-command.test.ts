import { prependCommand } from '../../../../server/src/dockerfile/edits/prepend-command';
import { changes, commandWith, type Edit, type Expectation, lines, refuses } from './edited';

const update: Edit = (dockerfile) => prependCommand(dockerfile, commandWith(dockerfile, 'install'), 'apt-get update');

const prepends = (before: readonly string[], after: readonly string[], expected: Expectation = {}): void =>
  changes(lines('FROM debian', ...before), lines('FROM debian', ...after), update, expected);

describe('prepending a command', () => {
  it('stays on the line of a single line', () =>
    prepends(['RUN apt-get install -y nginx'], ['RUN apt-get update && apt-get install -y nginx']));

  it('goes right in front of the command', () =>
    prepends(['RUN make && apt-get install -y nginx'], ['RUN make && apt-get update && apt-get install -y nginx']));

  it('keeps variables set for the command with it', () =>
    prepends(
      ['RUN DEBIAN_FRONTEND=noninteractive apt-get install -y nginx'],
      ['RUN apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y nginx'],
    ));

  it('has a line of its own, operators first', () =>
    prepends(
      ['RUN apt-get install -y nginx \\', ' && make'],
      ['RUN apt-get update \\', ' && apt-get install -y nginx \\', ' && make'],
    ));

  it('has a line of its own, operators last', () =>
    prepends(
      ['RUN apt-get install -y nginx && \\', '    make'],
      ['RUN apt-get update && \\', '    apt-get install -y nginx && \\', '    make'],
    ));

  it('has a line of its own in front of a command of several lines', () =>
    prepends(
      ['RUN apt-get install -y \\', '      nginx'],
      ['RUN apt-get update \\', '      && apt-get install -y \\', '      nginx'],
    ));

  it('stays on the line of a list that is on one, however long its last command', () =>
    prepends(
      ['RUN make && apt-get install -y \\', '      nginx'],
      ['RUN make && apt-get update && apt-get install -y \\', '      nginx'],
    ));

  it('becomes a statement where the shell stops at failures', () =>
    prepends(
      ['RUN set -eux; \\', '\tapt-get install -y nginx; \\', '\tmake'],
      ['RUN set -eux; \\', '\tapt-get update; \\', '\tapt-get install -y nginx; \\', '\tmake'],
    ));

  it('becomes a line of a here-document that stops at failures', () =>
    prepends(
      ['RUN <<EOF', 'set -e', '  apt-get install -y nginx', 'EOF'],
      ['RUN <<EOF', 'set -e', '  apt-get update', '  apt-get install -y nginx', 'EOF'],
    ));

  it('stays in the list of a here-document that does not stop', () =>
    prepends(
      ['RUN <<EOF', 'apt-get install -y nginx', 'make', 'EOF'],
      ['RUN <<EOF', 'apt-get update && apt-get install -y nginx', 'make', 'EOF'],
    ));

  it('goes in front of what the command stands in for', () =>
    prepends(
      ['RUN apt-get -q || apt-get install -y nginx'],
      ['RUN apt-get update && apt-get -q || apt-get install -y nginx'],
    ));

  it('goes in front of a list that may come to the command by a failure', () =>
    prepends(
      ['RUN make && ls || apt-get install -y nginx'],
      ['RUN apt-get update && make && ls || apt-get install -y nginx'],
    ));

  it('stays in a branch', () =>
    prepends(
      ['RUN if [ -f x ]; then apt-get install -y nginx; fi'],
      ['RUN if [ -f x ]; then apt-get update && apt-get install -y nginx; fi'],
    ));

  it('is refused in a condition and in a substitution', () => {
    refuses(lines('FROM debian', 'RUN if apt-get install -y nginx; then make; fi'), update);
    refuses(lines('FROM debian', 'RUN make $(apt-get install -y nginx)'), update);
  });
});
