import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { endOfLifeTable, supportedTag, supportOf, supportState } from '../../../server/src/knowledge/end-of-life';
import { isPublished, publishedTags, publishedTagTable } from '../../../server/src/knowledge/published-tags';

const day = '2026-11-26';

describe('knowledge/end-of-life', () => {
  it('keeps its tables sorted, one row on a line, with source and day', () => {
    for (const name of ['end-of-life.json', 'published-tags.json']) {
      const text = readFileSync(path.join(__dirname, '../../../server/src/knowledge', name), 'utf8');
      const ids = [...text.matchAll(/^ {4}"([^"]+)": .*,?$/gm)].map((match) => match[1]);
      assert.deepEqual(ids, [...ids].sort());
      assert.ok(ids.length > 50, name);
    }
    assert.match(endOfLifeTable.collected, /^\d{4}-\d{2}-\d{2}$/);
    assert.match(publishedTagTable.collected, /^\d{4}-\d{2}-\d{2}$/);
  });

  it('takes a tag that covers several releases for the one that is supported longest', () => {
    assert.equal(supportOf('mongo', '5')[0]?.cycle, '5.0');
    assert.equal(supportOf('redis', '6')[0]?.cycle, '6.2');
  });

  it('knows how long versions and distributions are supported', () => {
    const states = (name: string, tag: string) =>
      supportOf(name, tag).map((support) => `${support.label}: ${supportState(support, day)}`);
    assert.deepEqual(states('node', '18-alpine'), ['Node.js 18: over']);
    assert.deepEqual(states('node', '22-bullseye'), ['Node.js 22: supported', 'Debian 11 (bullseye): over']);
    assert.deepEqual(states('debian', 'bookworm-slim'), ['Debian 12 (bookworm): longTerm']);
    assert.deepEqual(states('debian', '12.5'), ['Debian 12 (bookworm): longTerm']);
    assert.deepEqual(states('ubuntu', 'focal'), ['Ubuntu 20.04 (focal): over']);
    assert.deepEqual(states('python', '3.12-alpine3.18'), ['Python 3.12: supported', 'Alpine Linux 3.18: over']);
    assert.deepEqual(states('wordpress', 'php8.1-apache'), ['PHP 8.1: over']);
    assert.match(states('redis', '6')[0] ?? '', /^Redis 6\.\d: /);
    for (const [name, tag] of [
      ['node', 'latest'],
      ['example/app', '1'],
      ['openjdk', '11'],
      ['node', 'lts'],
      ['toString', '1'],
    ] as const) {
      assert.deepEqual(supportOf(name, tag), [], `${name}:${tag}`);
    }
  });

  it('changes its mind with the day', () => {
    const [support] = supportOf('debian', '11');
    assert.ok(support);
    assert.equal(supportState(support, '2024-08-14'), 'supported');
    assert.equal(supportState(support, '2024-08-15'), 'longTerm');
    assert.equal(supportState(support, '2026-09-01'), 'over');
  });

  it('offers the next supported tag of the same variant, and only published ones', () => {
    const cases: [string, string, string | undefined][] = [
      ['node', '18-alpine', '22-alpine'],
      ['node', '20', '22'],
      ['node', '22-bullseye', '22-trixie'],
      ['debian', 'bullseye-slim', 'trixie-slim'],
      ['ubuntu', '20.04', '22.04'],
      ['ubuntu', 'focal', 'jammy'],
      ['python', '3.8-slim', '3.11-slim'],
      ['python', '3.9.18-slim-bullseye', '3.11-slim-trixie'],
      ['golang', '1.22-alpine', '1.26-alpine'],
      ['postgres', '13-alpine', '15-alpine'],
      ['php', '7.4-fpm-alpine', '8.2-fpm-alpine'],
      ['wordpress', 'php8.1-apache', 'php8.2-apache'],
      ['centos', '7', undefined],
      ['node', '22', undefined],
      ['node', 'latest', undefined],
    ];
    for (const [name, tag, expected] of cases) {
      const offered = supportedTag(name, tag, day);
      assert.equal(offered, expected, `${name}:${tag}`);
      if (offered === undefined) continue;
      assert.ok(isPublished(name, offered));
      assert.ok(supportOf(name, offered).every((support) => supportState(support, day) === 'supported'));
    }
  });

  it('lists published tags', () => {
    assert.ok(publishedTags('node').includes('22-bookworm-slim'));
    assert.ok(publishedTags('docker.io/library/nginx').includes('alpine-slim'));
    assert.deepEqual(publishedTags('example/app'), []);
    assert.equal(isPublished('python', '3.13-slim-trixie'), true);
    assert.equal(isPublished('python', '3.13-trixie-slim'), false);
  });
});
