import { joinRunSequence } from '../../../../server/src/dockerfile/edits/join-run-sequence';
import { runsOf } from '../../../../server/src/dockerfile/model/lookups';
import { changes, type Edit, lines, refuses } from './edited';

const join: Edit = (dockerfile) => joinRunSequence(dockerfile, runsOf(dockerfile));

const joins = (before: readonly string[], after: readonly string[]): void =>
  changes(lines('FROM debian', ...before), lines('FROM debian', ...after), join, {
    instructions: 1 - before.filter((line) => line.startsWith('RUN')).length,
  });

describe('joining a sequence of RUNs', () => {
  it('makes one line where all fit on it', () => joins(['RUN a', 'RUN b', 'RUN c && d'], ['RUN a && b && c && d']));

  it('breaks every line where they do not', () => {
    const long = 'x'.repeat(60);
    joins([`RUN a ${long}`, `RUN b ${long}`, 'RUN c'], [`RUN a ${long} \\`, `    && b ${long} \\`, '    && c']);
  });

  it('keeps the comments between them', () =>
    joins(
      ['RUN a', '# why', 'RUN b \\', '    && c', 'RUN d'],
      ['RUN a \\', '# why', '    && b \\', '    && c \\', '    && d'],
    ));

  it('refuses more than two that are no plain lists', () => {
    refuses(lines('FROM debian', 'RUN a', 'RUN b || c', 'RUN d'), join);
    refuses(lines('FROM debian', 'RUN a', 'RUN b; c', 'RUN d'), join);
    refuses(lines('FROM debian', 'RUN a', 'RUN <<EOF', 'b', 'EOF', 'RUN d'), join);
    refuses(lines('FROM debian', 'RUN a', 'RUN b &', 'RUN d'), join);
  });

  it('refuses what does not follow at once, or is one alone', () => {
    refuses(lines('FROM debian', 'RUN a', 'USER b', 'RUN c'), join);
    refuses(lines('FROM debian', 'RUN a', 'RUN cd b', 'RUN c'), join);
    refuses(lines('FROM debian', 'RUN a'), join);
  });
});
