import assert from 'node:assert/strict';
import { isRemovedBy, removalOf } from '../../../../server/src/dockerfile/model/removals';
import { commandIn } from './command-in';

describe('removals', () => {
  const removes = (run: string, file: string): boolean => {
    const { dockerfile, command } = commandIn('WORKDIR /w', `RUN ${run}`);
    const removal = removalOf(dockerfile, command);
    return removal !== undefined && isRemovedBy(removal, file);
  };

  it('take files, folders, patterns and braces', () => {
    assert.ok(removes('rm -f a', '/w/a'));
    assert.ok(removes('rm -rf /x', '/x/y/z'));
    assert.ok(removes('rm -rf /x/*', '/x/y/z'));
    assert.ok(removes('rm -rf *', '/w/a'));
    assert.ok(removes('rm *.tgz', '/w/a.tgz'));
    assert.ok(removes('rm /x/{a,b}.tgz', '/x/b.tgz'));
    assert.ok(removes('rm "a-$V.tgz"', '/w/a-$V.tgz'));
    assert.ok(removes('find /x -delete', '/x/a'));
  });

  it('leave what is not theirs', () => {
    assert.ok(!removes('rm a', '/a'));
    assert.ok(!removes('rm -rf /x', '/xy'));
    assert.ok(!removes('rm *.tgz', '/w/b/a.tgz'));
    assert.ok(!removes('find /x -name a -delete', '/x/a'));
    assert.ok(!removes('ls a', '/w/a'));
  });

  it('say when something else goes too', () => {
    const unknown = (run: string): boolean | undefined => {
      const { dockerfile, command } = commandIn(`RUN ${run}`);
      return removalOf(dockerfile, command)?.unknown;
    };
    assert.equal(unknown('rm $(cat list)'), true);
    assert.equal(unknown('rm [ab]'), true);
    assert.equal(unknown('rm a'), false);
    assert.equal(unknown('echo a'), undefined);
  });
});
