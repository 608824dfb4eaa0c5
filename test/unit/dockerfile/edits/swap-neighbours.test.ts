import assert from 'node:assert/strict';
import { swapNeighbours } from '../../../../server/src/dockerfile/edits/swap-neighbours';
import { changes, type Edit, instructionsOf, lines, refuses } from './edited';

const swapWith =
  (first?: string): Edit =>
  (dockerfile) => {
    const [, upper, lower] = instructionsOf(dockerfile);
    assert.ok(upper !== undefined && lower !== undefined);
    return swapNeighbours(dockerfile, upper, lower, first);
  };

const swaps = (before: readonly string[], after: readonly string[], first?: string, movesComment = false): void =>
  changes(lines('FROM debian', ...before), lines('FROM debian', ...after), swapWith(first), {
    instructions: first === undefined ? 0 : 1,
    movesComment,
    except: first === undefined ? ['onbuild'] : ['onbuild', 'crlf'],
  });

describe('swapping neighbours', () => {
  it('moves the one without comments', () => {
    swaps(['COPY . .', '# why', 'RUN a', 'CMD ["a"]'], ['# why', 'RUN a', 'COPY . .', 'CMD ["a"]']);
    swaps(['# all', 'COPY . .', 'RUN a \\', '  b'], ['RUN a \\', '  b', '# all', 'COPY . .']);
    swaps(['# all', 'COPY . .', '# why', 'RUN a'], ['# why', 'RUN a', '# all', 'COPY . .'], undefined, true);
  });

  it('keeps blank lines and here-documents', () => {
    swaps(['', 'COPY . .', '', 'RUN a', '', 'CMD ["a"]'], ['', 'RUN a', '', 'COPY . .', '', 'CMD ["a"]']);
    swaps(['COPY . .', 'RUN <<EOF', 'a # b', 'EOF'], ['RUN <<EOF', 'a # b', 'EOF', 'COPY . .']);
  });

  it('puts another one in front', () => {
    swaps(['COPY . .', 'RUN a'], ['COPY x ./', 'RUN a', 'COPY . .'], 'COPY x ./');
    swaps(['# all', 'COPY . .', 'RUN a'], ['COPY x ./', 'RUN a', '# all', 'COPY . .'], 'COPY x ./');
  });

  it('refuses what is parted, triggered or not ended', () => {
    refuses(lines('FROM debian', 'COPY . .', '', '# one', '', 'RUN a'), swapWith());
    refuses(lines('FROM debian', 'ONBUILD COPY . .', 'ONBUILD RUN a'), swapWith());
    refuses('FROM debian\nCOPY . .\nRUN a && \\', swapWith());
  });
});
