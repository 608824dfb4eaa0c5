import { removeCommands } from '../../../../server/src/dockerfile/edits/remove-command';
import { changes, commandWith, type Edit, lines, refuses } from './edited';

const both: Edit = (dockerfile) =>
  removeCommands(dockerfile, [commandWith(dockerfile, 'update'), commandWith(dockerfile, 'upgrade')]);

const removes = (before: readonly string[], after: readonly string[], instructions = 0): void =>
  changes(lines('FROM debian', ...before), lines('FROM debian', ...after), both, { instructions });

describe('removing several commands', () => {
  it('takes neighbours out of a list', () => {
    removes(['RUN apt update && apt upgrade && make'], ['RUN make']);
    removes(['RUN make && apt update && apt upgrade'], ['RUN make']);
    removes(['RUN make \\', ' && apt update \\', ' && apt upgrade \\', ' && ls'], ['RUN make \\', ' && ls']);
  });

  it('takes statements out of a sequence, wherever they stand', () => {
    removes(['RUN set -e; apt update; make; apt upgrade'], ['RUN set -e; make']);
    removes(['RUN set -eux; \\', '\tapt update; \\', '\tapt upgrade; \\', '\tmake'], ['RUN set -eux; \\', '\tmake']);
    removes(['RUN <<EOF', 'apt update', 'make', 'apt upgrade', 'EOF'], ['RUN <<EOF', 'make', 'EOF']);
  });

  it('takes the instruction when nothing but options of the shell is left', () => {
    removes(['RUN apt update && apt upgrade', 'CMD ["a"]'], ['CMD ["a"]'], -1);
    removes(['RUN set -eux; apt update; apt upgrade', 'CMD ["a"]'], ['CMD ["a"]'], -1);
  });

  it('refuses where something else would come out', () => {
    refuses(lines('FROM debian', 'RUN apt update && make && apt upgrade'), both);
    refuses(lines('FROM debian', 'RUN apt update && apt upgrade || make'), both);
    refuses(lines('FROM debian', 'RUN if apt update; then apt upgrade; fi'), both);
    refuses(lines('FROM debian', 'RUN apt update', 'RUN apt upgrade'), both);
    refuses(lines('FROM debian', 'RUN cd /tmp && apt update && apt upgrade'), both);
  });
});
