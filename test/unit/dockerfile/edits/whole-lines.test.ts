import assert from 'node:assert/strict';
import { wholeLines } from '../../../../server/src/dockerfile/edits/whole-lines';
import { parseDockerfile } from '../../../../server/src/dockerfile/model/parse';
import { cut, rangeOfPassage } from '../model/reading';

const linesOf = (text: string, passage: string): string | undefined =>
  cut(text, wholeLines(parseDockerfile(text), rangeOfPassage(text, passage)));

describe('whole lines', () => {
  it('go with their line endings', () => {
    assert.equal(linesOf('# a=b\n# c=d\nFROM e\n', '# c=d'), '# c=d\n');
    assert.equal(linesOf('# a=b\r\n# c=d\r\nFROM e\r\n', 'c'), '# c=d\r\n');
    assert.equal(linesOf('FROM a\nRUN b \\\n\n\n c\n', '\n\n\n'), 'RUN b \\\n\n\n');
  });

  it('go with the one before them at the end of a file without a final one', () => {
    assert.equal(linesOf('FROM a\n# b', '# b'), '\n# b');
    assert.equal(linesOf('FROM a', 'a'), 'FROM a');
  });
});
