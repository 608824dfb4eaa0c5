import assert from 'node:assert/strict';
import { smallerImages } from '../../../server/src/image/smaller-images';
import { collectedTags } from '../../../server/src/knowledge/images';

const today = '2026-11-26';
const tagsOf = (repository: string, tag: string): readonly string[] =>
  smallerImages(repository, tag, today).map((smaller) => smaller.tag);

describe('smaller images', () => {
  it('are siblings that change least first', () => {
    assert.deepEqual(tagsOf('node', '22'), ['22-slim', '22-alpine']);
    assert.deepEqual(tagsOf('eclipse-temurin', '21-jdk'), ['21-jre', '21-jre-alpine']);
    assert.deepEqual(tagsOf('python', '3.13-trixie'), ['3.13-slim-trixie', '3.13-alpine']);
  });

  it('say how large they are, and whether that was measured', () => {
    const [measured] = smallerImages('node', '22', today);
    const [alike] = smallerImages('node', '22.3.0', today);
    assert.equal(measured?.exact, true);
    assert.equal(alike?.exact, false);
    assert.equal(alike?.tag, '22.3.0-slim');
    assert.equal(alike?.bytes, measured?.bytes);
    assert.ok(measured !== undefined && measured.bytes < measured.was / 2);
  });

  it('are spelled like the tag that they replace', () => {
    assert.deepEqual(tagsOf('php', '8.4'), ['8.4-alpine']);
    assert.deepEqual(tagsOf('php', '8.4-cli'), ['8.4-cli-alpine']);
  });

  it('are none for what is small, out of support, unknown, or there to build in', () => {
    for (const [repository, tag] of [
      ['node', '22-slim'],
      ['node', '22-alpine'],
      ['eclipse-temurin', '21-jre'],
      ['node', '12'],
      ['python', '3.8.2'],
      ['golang', '1.26'],
      ['rust', '1.98'],
      ['registry.example.com/node', '22'],
      ['ubuntu', '24.04'],
    ] as const)
      assert.deepEqual(tagsOf(repository, tag), [], `${repository}:${tag}`);
  });

  it('save at least 15 MB and a third', () => {
    for (const repository of ['node', 'python', 'debian', 'nginx', 'php', 'eclipse-temurin', 'httpd', 'perl'])
      for (const tag of collectedTags(repository))
        for (const { bytes, was } of smallerImages(repository, tag, today))
          assert.ok(was - bytes >= 15_000_000 && bytes <= (was * 2) / 3, `${repository}:${tag}`);
  });
});
