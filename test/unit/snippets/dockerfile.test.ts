import assert from 'node:assert/strict';
import { knownImage } from '../../../server/src/knowledge/images';
import { isPublished, publishedTags } from '../../../server/src/knowledge/published-tags';
import { findingsIn } from './findings';
import { expansionsOf, type Snippet, snippetsIn } from './snippet';

/** Parents that the pieces of a stage are for; all others go on any Debian. */
const parents: Readonly<Record<string, string>> = {
  apk: 'alpine:3.24',
  dnf: 'fedora:44',
  'nonroot-alpine': 'alpine:3.24',
  'tini-alpine': 'alpine:3.24',
};

/** A snippet by itself where it is a whole file, and otherwise in a stage that goes on as an ordinary user. */
function inItsPlace({ prefix }: Snippet, text: string): string {
  if (text.startsWith('FROM ')) return text;
  const user = /^USER /m.test(text) ? '' : 'USER 10001:10001\n';
  return `FROM ${parents[prefix] ?? 'debian:13-slim'}\n${text}\n${user}`;
}

describe('snippets for Dockerfiles', () => {
  const snippets = snippetsIn('dockerfile.json');
  const texts = snippets.flatMap((snippet) => expansionsOf(snippet, '    '));
  const taken = texts.flatMap((text) => [...text.matchAll(/^FROM (\S+)/gm)].map((match) => match[1] ?? ''));

  for (const snippet of snippets)
    it(`${snippet.prefix} has no findings`, () => {
      for (const text of expansionsOf(snippet, '    '))
        assert.deepEqual(findingsIn('Dockerfile', inItsPlace(snippet, text)), [], text);
    });

  it('end the last line of a whole file', () => {
    for (const text of texts) assert.equal(text.startsWith('FROM '), text.endsWith('\n'), text);
  });

  it('build on images that are known', () => {
    assert.ok(taken.length > 10);
    for (const image of taken) {
      const [repository = '', tag = ''] = image.split(':');
      const listed = publishedTags(repository).length > 0;
      assert.ok(listed ? isPublished(repository, tag) : knownImage(repository, tag) !== undefined, image);
    }
  });

  it('ship an ordinary user’s number, and the program itself as PID 1', () => {
    for (const text of texts.filter((whole) => whole.startsWith('FROM '))) {
      const shipped = text.slice(text.lastIndexOf('FROM '));
      assert.match(shipped, /^USER [1-9]\d*:[1-9]\d*$/m);
      assert.doesNotMatch(shipped, /^(?:CMD|ENTRYPOINT) (?!\[)/m);
    }
  });

  it('speak of .dockerignore where they copy everything', () => {
    for (const text of texts) assert.equal(/^COPY \. /m.test(text), /^# \.dockerignore /m.test(text), text);
  });
});
