import assert from 'node:assert/strict';
import { downloadOf } from '../../../../server/src/dockerfile/model/downloads';
import { tarExtractionOf } from '../../../../server/src/dockerfile/model/tar-extractions';
import { commandIn } from './command-in';

describe('downloads', () => {
  const files = (run: string): readonly string[] | undefined => {
    const { dockerfile, command } = commandIn('WORKDIR /w', `RUN ${run}`);
    return downloadOf(dockerfile, command)?.files;
  };

  it('name the files that they write', () => {
    assert.deepEqual(files('curl -fsSLO https://x/a-$V.tgz'), ['/w/a-$V.tgz']);
    assert.deepEqual(files('curl -fsSLo /b https://x/a'), ['/b']);
    assert.deepEqual(files(`curl --output="b-$${'{V}'}" https://x/a`), ['/w/b-$V']);
    assert.deepEqual(files('curl https://x/a > b'), ['/w/b']);
    assert.deepEqual(files('curl --output-dir /x -O https://x/a'), ['/x/a']);
    assert.deepEqual(files('wget https://x/a https://x/b'), ['/w/a', '/w/b']);
    assert.deepEqual(files('wget -qO c https://x/a'), ['/w/c']);
    assert.deepEqual(files('wget -nv -P /x https://x/a'), ['/x/a']);
  });

  it('name none where that cannot be told', () => {
    assert.deepEqual(files('curl https://x/a'), []);
    assert.deepEqual(files('curl -o /dev/null https://x/a'), []);
    assert.deepEqual(files('curl -OJ https://x/a'), []);
    assert.deepEqual(files('wget -O- https://x/a'), []);
    assert.deepEqual(files('wget -i list'), []);
    assert.deepEqual(files('wget "https://x/$(uname -m)"'), []);
    assert.deepEqual(files('wget https://x/a?b=c'), []);
    assert.equal(files('git clone https://x/a'), undefined);
  });
});

describe('archives that tar unpacks', () => {
  const read = (run: string): string | undefined => {
    const extraction = tarExtractionOf(commandIn(`RUN ${run}`).command);
    return extraction && `${extraction.archive.text} ${extraction.folder?.text ?? ''} ${extraction.plain}`;
  };

  it('are read in every spelling', () => {
    assert.equal(read('tar -xzf a.tgz'), 'a.tgz  true');
    assert.equal(read('tar xzvf a.tgz -C /b'), 'a.tgz /b true');
    assert.equal(read('tar --extract --file=a.tgz --directory /b'), 'a.tgz /b true');
    assert.equal(read('tar -C /b -xf a.tgz --strip-components=1'), 'a.tgz /b false');
    assert.equal(read('tar xf a.tgz b'), 'a.tgz  false');
    assert.equal(read('tar -czf a.tgz b'), undefined);
    assert.equal(read('tar -x'), undefined);
  });
});
