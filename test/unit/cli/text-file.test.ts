import assert from 'node:assert/strict';
import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decoded, readText, writeText } from '../../../server/src/cli/text-file';

describe('a text file', () => {
  let folder = '';
  const at = (name: string): string => join(folder, name);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'plimsoll-text-'));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  it('is read without its byte order mark', () => {
    writeFileSync(at('a'), '\uFEFFFROM a\r\n');
    assert.deepEqual(readText(at('a')), { kind: 'text', text: 'FROM a\r\n', hasMark: true });
  });

  const unreadable: [name: string, bytes: Buffer, reason: RegExp][] = [
    ['with NUL bytes', Buffer.from('FROM a\0'), /binary/],
    ['in UTF-16', Buffer.from('\uFEFFFROM a', 'utf16le'), /UTF-16/],
    ['in Latin 1', Buffer.from('FROM \xe9', 'latin1'), /not UTF-8/],
  ];
  for (const [name, bytes, reason] of unreadable)
    it(`is not read ${name}`, () => {
      const read = decoded(bytes);
      assert.ok(read.kind === 'binary');
      assert.match(read.reason, reason);
    });

  it('is not read when it is huge, a folder, or not there', () => {
    writeFileSync(at('huge'), '');
    truncateSync(at('huge'), 6 * 1024 * 1024);
    assert.deepEqual(readText(at('huge')), { kind: 'huge', reason: 'larger than 5 MB (6.0 MB)' });
    assert.deepEqual(readText(folder), { kind: 'unreadable', reason: 'it is a folder' });
    assert.deepEqual(readText(at('nope')), { kind: 'unreadable', reason: 'no such file or folder' });
  });

  it('is written with its mark and its permissions, and nothing else is left', () => {
    writeFileSync(at('a'), 'old');
    chmodSync(at('a'), 0o664);
    writeText(at('a'), { text: 'new\r\n', hasMark: true });
    assert.equal(readFileSync(at('a'), 'utf8'), '\uFEFFnew\r\n');
    assert.equal(statSync(at('a')).mode & 0o777, 0o664);
    assert.deepEqual(readdirSync(folder), ['a']);
  });

  it('is written behind a symbolic link', () => {
    writeFileSync(at('a'), 'old');
    symlinkSync('a', at('link'));
    writeText(at('link'), { text: 'new', hasMark: false });
    assert.ok(lstatSync(at('link')).isSymbolicLink());
    assert.equal(readFileSync(at('a'), 'utf8'), 'new');
  });

  it('is written in place when no draft can be made', () => {
    writeFileSync(at('a'), 'old');
    writeFileSync(at(`.a.${process.pid}.plimsoll`), 'in the way');
    writeText(at('a'), { text: 'new', hasMark: false });
    assert.equal(readFileSync(at('a'), 'utf8'), 'new');
  });
});
