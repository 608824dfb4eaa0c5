import assert from 'node:assert/strict';
import { untab } from '../../../../server/src/manifest/edits/untab';
import { madeIn } from './contract';
import { parsed } from './places';

function untabbed(text: string): string | undefined {
  const document = parsed(text);
  const edits = untab(document);
  return edits && madeIn(document, edits);
}

describe('tabs that indent', () => {
  it('become a step for each', () =>
    assert.equal(untabbed('a:\n\tb:\n\t\t- c: 1\n\t\t\td: 2\ne: 3\n'), 'a:\n  b:\n    - c: 1\n      d: 2\ne: 3\n'));
  it('become what the lines around are indented by', () => {
    assert.equal(untabbed('a:\n    b: 1\n\tc: 2\n'), 'a:\n    b: 1\n    c: 2\n');
    assert.equal(untabbed('a:\n  - b: 1\n\tc:\n\t\td: 2\n'), 'a:\n  - b: 1\n    c:\n      d: 2\n');
    assert.equal(untabbed('a:\n  b:\n\tc: 1\n'), 'a:\n  b:\n    c: 1\n');
  });
  it('become a blank behind a dash', () => assert.equal(untabbed('a:\n-\tb: 1\n  c: 2\n'), 'a:\n- b: 1\n  c: 2\n'));
  it('go from lines without anything else', () => assert.equal(untabbed('a: 1\n\t\nb: 2\n'), 'a: 1\n\nb: 2\n'));
  it('stay where no number of blanks makes YAML of it', () =>
    assert.equal(untabbed('a: 1\n\tb: 2\nc: [\n'), undefined));
  it('stay where a comment would become part of a text', () =>
    assert.equal(untabbed('a:\n\t- |\n\t  b\n    c # d\n'), undefined));
  it('are no matter where they do not indent', () => assert.equal(untabbed('a:\t1\nb: |\n  \tc\n'), undefined));
});
