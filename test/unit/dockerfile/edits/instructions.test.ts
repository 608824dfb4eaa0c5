import assert from 'node:assert/strict';
import { type CommentsKept, deleteInstruction } from '../../../../server/src/dockerfile/edits/delete-instruction';
import { insertComments, insertInstruction } from '../../../../server/src/dockerfile/edits/insert-instruction';
import { keywordFor, replaceKeyword } from '../../../../server/src/dockerfile/edits/keyword';
import type { Dockerfile, Instruction } from '../../../../server/src/dockerfile/model/dockerfile';
import { parseDockerfile } from '../../../../server/src/dockerfile/model/parse';
import { applied } from '../../../../server/src/engine/edits';
import { changes, type Edit, edited, instructionsOf, lines } from './edited';

function at(dockerfile: Dockerfile, index: number): Instruction {
  const found = instructionsOf(dockerfile).at(index);
  assert.ok(found !== undefined);
  return found;
}

describe('inserting an instruction', () => {
  const above =
    (index: number): Edit =>
    (dockerfile) =>
      insertInstruction(dockerfile, { before: at(dockerfile, index) }, 'USER 1000');
  const below =
    (index: number): Edit =>
    (dockerfile) =>
      insertInstruction(dockerfile, { after: at(dockerfile, index) }, 'USER 1000');

  it('takes a line above the instruction and its comments', () =>
    changes(
      lines('FROM debian', '# start', 'CMD ["a"]'),
      lines('FROM debian', 'USER 1000', '# start', 'CMD ["a"]'),
      above(-1),
      { instructions: 1 },
    ));

  it('takes a line below', () =>
    changes(
      lines('FROM debian', 'RUN a \\', '  b', 'CMD ["a"]'),
      lines('FROM debian', 'RUN a \\', '  b', 'USER 1000', 'CMD ["a"]'),
      below(1),
      {
        instructions: 1,
      },
    ));

  it('takes a line below the last one', () =>
    changes(lines('FROM debian', 'RUN a'), lines('FROM debian', 'RUN a', 'USER 1000'), below(-1), { instructions: 1 }));

  it('goes below a here-document', () =>
    changes(
      lines('FROM debian', 'RUN <<EOF', 'a', 'EOF', 'CMD ["a"]'),
      lines('FROM debian', 'RUN <<EOF', 'a', 'EOF', 'USER 1000', 'CMD ["a"]'),
      below(1),
      { instructions: 1 },
    ));

  it('keeps the habit of blank lines', () => {
    const text = lines('FROM debian', '', 'RUN a', '', 'RUN b', '', 'CMD ["a"]');
    const wanted = lines('FROM debian', '', 'RUN a', '', 'RUN b', '', 'USER 1000', '', 'CMD ["a"]');
    changes(text, wanted, above(-1), { instructions: 1 });
    changes(text, wanted, below(-2), { instructions: 1 });
  });

  it('keeps the indentation', () =>
    changes(lines('FROM debian', '  RUN a'), lines('FROM debian', '  RUN a', '  USER 1000'), below(-1), {
      instructions: 1,
    }));

  it('puts comments below those that are there', () =>
    changes(
      lines('FROM debian', '# one', ' RUN a'),
      lines('FROM debian', '# one', ' # two', ' RUN a'),
      (dockerfile) => insertComments(dockerfile, at(dockerfile, -1), ['# two']),
      { except: ['crlf', 'onbuild', 'no-final-newline', 'bom'], movesComment: true, comments: ['# two'] },
    ));
});

describe('deleting an instruction', () => {
  const remove =
    (index: number, kept?: CommentsKept): Edit =>
    (dockerfile) =>
      deleteInstruction(dockerfile, at(dockerfile, index), kept);

  it('takes its lines', () =>
    changes(lines('FROM debian', 'RUN a \\', '  b', 'CMD ["a"]'), lines('FROM debian', 'CMD ["a"]'), remove(1), {
      instructions: -1,
    }));

  it('takes its here-document', () =>
    changes(lines('FROM debian', 'RUN <<EOF', 'a', 'EOF', 'CMD ["a"]'), lines('FROM debian', 'CMD ["a"]'), remove(1), {
      instructions: -1,
    }));

  it('keeps comments', () =>
    changes(
      lines('FROM debian', '# above', 'RUN a \\', '  # inside', '  b', 'CMD ["a"]'),
      lines('FROM debian', '# above', '  # inside', 'CMD ["a"]'),
      remove(1),
      { instructions: -1 },
    ));

  it('takes comments along when asked', () => {
    const text = lines('FROM debian', '', '# other', '', '# above', 'RUN a \\', '  # inside', '  b', 'CMD ["a"]');
    const without = (kept: CommentsKept): string => applied(text, remove(1, kept)(parseDockerfile(text)) ?? []);
    assert.equal(without('above'), lines('FROM debian', '', '# other', '', '# above', 'CMD ["a"]'));
    assert.equal(without('none'), lines('FROM debian', '', '# other', '', 'CMD ["a"]'));
  });

  it('takes one of the blank lines around', () => {
    changes(lines('FROM debian', '', 'RUN a', '', 'CMD ["a"]'), lines('FROM debian', '', 'CMD ["a"]'), remove(1), {
      instructions: -1,
    });
    changes(lines('FROM debian', 'RUN a', '', 'CMD ["a"]'), lines('FROM debian', '', 'CMD ["a"]'), remove(1), {
      instructions: -1,
    });
    changes(lines('FROM debian', '', 'RUN a'), lines('FROM debian'), remove(1), { instructions: -1 });
  });

  it('takes the first one', () =>
    changes(lines('ARG x', '', 'FROM debian'), lines('FROM debian'), remove(0), { instructions: -1 }));

  it('takes the only one', () => assert.equal(edited('FROM debian', remove(0), { instructions: -1 }), ''));
});

describe('keywords', () => {
  const toCopy: Edit = (dockerfile) => [replaceKeyword(at(dockerfile, -1), 'COPY')];

  it('keep their case', () => {
    changes(lines('FROM debian', 'ADD a b'), lines('FROM debian', 'COPY a b'), toCopy);
    changes(lines('from debian', 'add a b'), lines('from debian', 'copy a b'), toCopy);
    changes(lines('From debian', 'Add a b'), lines('From debian', 'Copy a b'), toCopy);
  });

  it('are written as the file writes them', () => {
    assert.equal(keywordFor(parseDockerfile('from debian\nrun a\n'), 'USER'), 'user');
    assert.equal(keywordFor(parseDockerfile('from debian\nRUN a\n'), 'USER'), 'USER');
    assert.equal(keywordFor(parseDockerfile(''), 'USER'), 'USER');
  });
});
