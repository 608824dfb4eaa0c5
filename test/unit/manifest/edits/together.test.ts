import assert from 'node:assert/strict';
import { deletion, insertion, replacement, type TextEdit } from '../../../../server/src/engine/text';
import { minimalEdit } from '../../../../server/src/manifest/edits/minimal-edit';
import { together } from '../../../../server/src/manifest/edits/together';

describe('edits together', () => {
  it('are in the order of the text', () =>
    assert.deepEqual(together([insertion(5, 'b')], [insertion(1, 'a')]), [insertion(1, 'a'), insertion(5, 'b')]));

  it('write what is inserted at one place deepest first', () => {
    const edits = together(
      [insertion(3, '\n  b')],
      [insertion(3, '\n    a')],
      [insertion(3, '\n  c')],
      [insertion(3, ' x')],
    );
    assert.deepEqual(edits, [insertion(3, ' x\n    a\n  b\n  c')]);
  });

  it('keep the order given for lines at one depth', () =>
    assert.deepEqual(together([insertion(0, 'b: 1\n')], [insertion(0, 'a: 1\n')]), [insertion(0, 'b: 1\na: 1\n')]));

  it('are one where they touch', () => {
    const edits = together(
      [deletion({ start: 3, end: 5 })],
      [insertion(3, 'a')],
      [insertion(5, 'b')],
      [replacement({ start: 5, end: 6 }, 'c')],
    );
    assert.deepEqual(edits, [replacement({ start: 3, end: 6 }, 'abc')]);
  });

  it('keep their tab stops', () => {
    const marked = (text: string): TextEdit => ({ ...insertion(3, text), placeholders: [{ start: 1, end: 2 }] });
    assert.deepEqual(together([marked('\n a')], [marked('\n b')]), [
      {
        ...insertion(3, '\n a\n b'),
        placeholders: [
          { start: 1, end: 2 },
          { start: 4, end: 5 },
        ],
      },
    ]);
  });

  it('are none when both bring the comma that is missing', () =>
    assert.equal(
      together([insertion(3, ','), insertion(9, '\n  a: 1')], [insertion(3, ','), insertion(9, '\n  b: 2')]),
      undefined,
    ));

  it('are none when they overlap, or when some are not possible', () => {
    assert.equal(together([deletion({ start: 1, end: 4 })], [insertion(2, 'a')]), undefined);
    assert.equal(together([insertion(2, 'a')], undefined), undefined);
    assert.deepEqual(together(), []);
  });
});

describe('a minimal edit', () => {
  const range = { start: 10, end: 10 };
  const edit = (before: string, after: string) => minimalEdit({ ...range, end: 10 + before.length }, before, after);

  it('replaces the words that differ', () => {
    assert.deepEqual(edit('nginx:latest', 'nginx:1.27'), [replacement({ start: 16, end: 22 }, '1.27')]);
    assert.deepEqual(edit('8080', '8090'), [replacement({ start: 10, end: 14 }, '8090')]);
    assert.deepEqual(edit('a b', 'a c b'), [insertion(12, 'c ')]);
    assert.deepEqual(edit('aa', 'aa aa'), [insertion(12, ' aa')]);
    assert.deepEqual(edit('a-b', 'b'), [deletion({ start: 10, end: 12 })]);
  });

  it('is none where nothing differs', () => assert.deepEqual(edit('a', 'a'), []));

  it('does not cut a character in two', () =>
    assert.deepEqual(edit('🙂', '🙃'), [replacement({ start: 10, end: 12 }, '🙃')]));
});
