import assert from 'node:assert/strict';
import { parseDockerfile } from '../../../../server/src/dockerfile/model/parse';
import { commandLines, cut, keywordsOf } from './reading';

const namesOf = (text: string): readonly string[] => parseDockerfile(text).directives.map(({ name }) => name);

describe('parser directives', () => {
  it('are read with their ranges', () => {
    const text = '#syntax=docker/dockerfile:1\n  # Check = skip=all;error=true  \nFROM a\n';
    const { directives, comments } = parseDockerfile(text);
    assert.deepEqual(
      directives.map(({ name, value }) => [name, value]),
      [
        ['syntax', 'docker/dockerfile:1'],
        ['check', 'skip=all;error=true'],
      ],
    );
    assert.deepEqual(
      directives.map(({ range }) => cut(text, range)),
      ['#syntax=docker/dockerfile:1', '# Check = skip=all;error=true'],
    );
    assert.equal(cut(text, directives[1]?.valueRange), 'skip=all;error=true');
    assert.deepEqual(comments, []);
  });

  it('end with the first comment, blank line, instruction or unknown key', () => {
    assert.deepEqual(namesOf('# comment\n# syntax=a\nFROM a\n'), []);
    assert.deepEqual(namesOf('\n# syntax=a\nFROM a\n'), []);
    assert.deepEqual(namesOf('FROM a\n# syntax=a\n'), []);
    assert.deepEqual(namesOf('# syntax=a\n# unknown=b\n# escape=`\nFROM a\n'), ['syntax']);
    assert.deepEqual(namesOf('# syntax=\n# check=skip=all\nFROM a\n'), []);
  });

  it('that are none are comments', () => {
    const { comments } = parseDockerfile('# syntax=a\n# unknown=b\n# check=skip=all\nFROM a\n');
    assert.deepEqual(
      comments.map(({ text }) => text),
      ['unknown=b', 'check=skip=all'],
    );
  });

  it('come after a byte order mark', () => {
    assert.equal(parseDockerfile('\uFEFF# escape=`\nFROM a\n').escape, '`');
  });

  it('are found below a #! line, but escape is not', () => {
    assert.deepEqual(namesOf('#!/usr/bin/env docker\n# syntax=a\nFROM a\n'), ['syntax']);
    const { escape: escapeCharacter, comments } = parseDockerfile('#!/usr/bin/env docker\n# escape=`\nFROM a\n');
    assert.equal(escapeCharacter, '\\');
    assert.equal(comments.length, 2);
  });

  it('set the escape once, to an escape', () => {
    assert.equal(parseDockerfile('# escape=`\n# escape=\\\nFROM a\n').escape, '`');
    assert.equal(parseDockerfile('# escape=x\nFROM a\n').escape, '\\');
  });

  describe('escape=`', () => {
    it('continues lines with it and leaves backslashes alone', () => {
      const text = '# escape=`\nFROM a\nCOPY b `\n  c:\\\nRUN d\n';
      assert.deepEqual(keywordsOf(text), ['FROM', 'COPY', 'RUN']);
      assert.deepEqual(commandLines('# escape=`\nFROM a\nRUN a `\n # c\n b\n'), ['a b']);
    });

    it('escapes in flags, ENV, LABEL and ARG', () => {
      const text = '# escape=`\nFROM a\nENV A=b` c D=c:\\e\nCOPY --chown="a` b" c d\n';
      const [, env, copy] = parseDockerfile(text).instructions;
      assert.ok(env?.keyword === 'ENV');
      assert.deepEqual(
        env.properties.map(({ name, value }) => [name, value?.value]),
        [
          ['A', 'b c'],
          ['D', 'c:\\e'],
        ],
      );
      assert.deepEqual(copy?.flags[0]?.value, 'a b');
    });

    it('is nothing to the names of here-documents', () => {
      const text = '# escape=`\nFROM a\nCOPY <<\\EOF /x\nb\nEOF\nUSER c\n';
      const [, copy, user] = parseDockerfile(text).instructions;
      assert.equal(copy?.heredocs[0]?.name, 'EOF');
      assert.equal(user?.keyword, 'USER');
    });
  });
});
